package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/rules"
)

func (c command) initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "init",
		Short: "Write a commented configuration into the current folder",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			f, err := os.OpenFile(config.Name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
			if errors.Is(err, os.ErrExist) {
				return fmt.Errorf("%s is there already; remove it first to begin anew", config.Name)
			}
			if err != nil {
				return fmt.Errorf("write configuration: %w", err)
			}
			_, err = f.Write(config.Init(lint.Data(rules.All())))
			if err := errors.Join(err, f.Close()); err != nil {
				os.Remove(config.Name)
				return fmt.Errorf("write configuration: %w", err)
			}
			fmt.Fprintf(c.stderr, "studiolint: wrote %s; everything in it is commented out\n", config.Name)
			return nil
		},
	}
}
