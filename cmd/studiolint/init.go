package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/rules"
)

func (c command) initCommand() *cobra.Command {
	var house bool
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Write a commented configuration into the current folder",
		Long: `Write a configuration into the current folder in which every key is explained, with an
example, and commented out.

With --policies it holds examples of house rules as well. Where there is a configuration
already, these are added at its end, commented out.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			f, err := os.OpenFile(config.Name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
			if errors.Is(err, os.ErrExist) {
				if house {
					return c.addHouseRules()
				}
				return fmt.Errorf("%s is there already; remove it first to begin anew", config.Name)
			}
			if err != nil {
				return fmt.Errorf("write configuration: %w", err)
			}
			_, err = f.Write(config.Init(lint.Data(rules.All()), house))
			if err := errors.Join(err, f.Close()); err != nil {
				os.Remove(config.Name)
				return fmt.Errorf("write configuration: %w", err)
			}
			c.sayf("wrote %s; everything in it is commented out", config.Name)
			return nil
		},
	}
	cmd.Flags().BoolVar(&house, "policies", false, "with examples of house rules, also where there is a configuration")
	return cmd
}

// addHouseRules adds the examples of house rules to the configuration that there is.
func (c command) addHouseRules() error {
	text, err := files.Here().ReadFile(config.Name, maxConfig)
	if err != nil {
		return fmt.Errorf("read configuration: %w", err)
	}
	more := config.InitHouseRules()
	if bytes.Contains(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), more) {
		return fmt.Errorf("%s holds the examples of house rules already", config.Name)
	}
	eol := "\n"
	if bytes.Contains(text, []byte("\r\n")) {
		eol = "\r\n"
	}
	if len(text) > 0 && !bytes.HasSuffix(text, []byte("\n")) {
		text = append(text, eol...)
	}
	text = append(text, eol...)
	text = append(text, bytes.ReplaceAll(more, []byte("\n"), []byte(eol))...)
	if err := writeFile(config.Name, text); err != nil {
		return fmt.Errorf("write configuration: %w", err)
	}
	c.sayf("added examples of house rules to %s; they are commented out", config.Name)
	return nil
}
