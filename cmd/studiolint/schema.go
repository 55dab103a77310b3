package main

import (
	"github.com/spf13/cobra"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/script"
	"studiolint/rules"
)

func (c command) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:       "schema config|test",
		Short:     "Print the JSON Schema of the configuration or of test files, for editors",
		Args:      cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		ValidArgs: []string{"config", "test"},
		RunE: func(_ *cobra.Command, args []string) error {
			if args[0] == "test" {
				_, err := c.stdout.Write(script.Schema())
				return err
			}
			_, err := c.stdout.Write(config.Schema(lint.Data(rules.All())))
			return err
		},
	}
}
