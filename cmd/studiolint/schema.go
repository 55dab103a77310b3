package main

import (
	"github.com/spf13/cobra"

	"studiolint/lint"
	"studiolint/lint/about"
	"studiolint/lint/config"
	"studiolint/lint/script"
	"studiolint/rules"
)

func (c command) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:       "schema flow|config|test",
		Short:     "Print the JSON Schema of flows, the configuration or test files, for editors",
		Args:      cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		ValidArgs: []string{"flow", "config", "test"},
		RunE: func(_ *cobra.Command, args []string) error {
			var text []byte
			switch args[0] {
			case "flow":
				text = about.FlowSchema()
			case "config":
				text = config.Schema(lint.Data(rules.All()))
			case "test":
				text = script.Schema()
			}
			_, err := c.stdout.Write(text)
			return err
		},
	}
}
