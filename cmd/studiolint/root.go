package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
)

// An exitError carries an exit status whose reason has been printed already.
type exitError int

func (e exitError) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

func (c command) main(args []string) int {
	root := &cobra.Command{
		Use:           "studiolint",
		Short:         "Check Twilio Studio flow definitions offline",
		Long:          "Studiolint checks Twilio Studio flow definitions offline: it finds what Twilio's API\nwould reject and what would go wrong on a live call or chat, and points at the line.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return errors.New("no command given")
		},
	}
	root.SetArgs(args)
	root.SetIn(c.stdin)
	root.SetOut(c.stdout)
	root.SetErr(c.stderr)
	root.AddCommand(c.lintCommand(), c.rulesCommand(), c.explainCommand(), c.versionCommand(),
		c.baselineCommand(), c.initCommand())

	cmd, err := root.ExecuteC()
	var exit exitError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &exit):
		return int(exit)
	}
	c.errorf("%v", err)
	fmt.Fprintf(c.stderr, "Run %q for help.\n", cmd.CommandPath()+" --help")
	return exitFailed
}

// errorf prints a line that is no report. Names in it may come from strangers.
func (c command) errorf(format string, args ...any) {
	fmt.Fprintf(c.stderr, "studiolint: %s\n", printable(fmt.Sprintf(format, args...)))
}
