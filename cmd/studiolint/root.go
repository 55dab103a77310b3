package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"studiolint/lint/report"
)

// An exitError carries an exit status whose reason has been printed already.
type exitError int

func (e exitError) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

func (c command) main(args []string) int {
	c.stderr = &messages{w: c.stderr}
	root := &cobra.Command{
		Use:           "studiolint",
		Short:         "Check Twilio Studio flow definitions offline",
		Long:          "Studiolint checks Twilio Studio flow definitions offline: it finds what Twilio's API\nwould reject and what would go wrong on a live call or chat, and points at the line.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
	}
	var version bool
	root.Flags().BoolVar(&version, "version", false, "print the version")
	root.SetIn(c.stdin)
	root.SetErr(c.stderr)
	root.AddCommand(c.subcommands()...)

	root.RunE = func(*cobra.Command, []string) error {
		if version {
			return c.printVersion()
		}
		c.tellPipe()
		return errors.New("no command given")
	}
	root.SetArgs(direct(root, args))

	help := &firstError{w: c.stdout} // cobra asks nobody whether its help was written
	root.SetOut(help)

	cmd, err := root.ExecuteC()
	if err == nil {
		err = help.err
	}
	var exit exitError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &exit):
		return int(exit)
	}
	c.complain(err)
	if !ofSystem(err) {
		fmt.Fprintf(c.stderr, "Run %q for help.\n", cmd.CommandPath()+" --help")
	}
	return exitFailed
}

// subcommands are the commands in the order in which help lists them.
func (c command) subcommands() []*cobra.Command {
	return []*cobra.Command{
		c.lintCommand(),
		c.fixCommand(),
		c.lspCommand(),
		c.mcpCommand(),
		c.graphCommand(),
		c.diffCommand(),
		c.inventoryCommand(),
		c.promoteCommand(),
		c.testCommand(),
		c.playCommand(),
		c.rulesCommand(),
		c.explainCommand(),
		c.baselineCommand(),
		c.initCommand(),
		c.schemaCommand(),
		c.versionCommand(),
	}
}

// ofSystem reports whether an error is the operating system's, such as a full disk, of
// which help knows nothing.
func ofSystem(err error) bool {
	var (
		path *fs.PathError
		link *os.LinkError
		call *os.SyscallError
	)
	return errors.As(err, &path) || errors.As(err, &link) || errors.As(err, &call)
}

// complain prints an error, and each of several that are joined, on a line of its own.
func (c command) complain(err error) {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, err := range joined.Unwrap() {
			c.complain(err)
		}
		return
	}
	c.sayf("%v", err)
}

// sayf prints a line that is no report. Names in it may come from strangers and hold
// line breaks.
func (c command) sayf(format string, args ...any) {
	fmt.Fprintf(c.stderr, "studiolint: %s\n", report.Visible(fmt.Sprintf(format, args...)))
}

// A firstError remembers why something could not be written.
type firstError struct {
	w   io.Writer
	err error
}

func (f *firstError) Write(text []byte) (int, error) {
	n, err := f.w.Write(text)
	if f.err == nil {
		f.err = err
	}
	return n, err
}
