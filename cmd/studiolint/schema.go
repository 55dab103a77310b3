package main

import (
	"github.com/spf13/cobra"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/rules"
)

func (c command) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:       "schema config",
		Short:     "Print the JSON Schema of the configuration, for editors",
		Args:      cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		ValidArgs: []string{"config"},
		RunE: func(*cobra.Command, []string) error {
			_, err := c.stdout.Write(config.Schema(lint.Data(rules.All())))
			return err
		},
	}
}
