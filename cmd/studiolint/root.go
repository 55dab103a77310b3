package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

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
	root.RunE = func(*cobra.Command, []string) error {
		if version {
			return c.printVersion()
		}
		c.tellPipe()
		return errors.New("no command given")
	}
	args = c.direct(args)
	c.add(root, args)
	root.SetArgs(args)

	help := &firstError{w: c.stdout} // cobra asks nobody whether its help was written
	root.SetOut(help)
	if err := knownTopic(root, args); err != nil {
		c.complain(err)
		fmt.Fprintf(c.stderr, "Run %q for help.\n", "studiolint --help")
		return exitFailed
	}

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

// knownTopic is an error when the arguments ask for help on a command that there is none of,
// or for the completion of a shell that is not known: cobra would print help on another one.
func knownTopic(root *cobra.Command, args []string) error {
	if len(args) < 2 || args[0] != "help" && args[0] != "completion" {
		return nil
	}
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd(args...)
	if args[0] == "help" {
		args = args[1:]
	}
	cmd, rest, err := root.Find(args)
	if err != nil {
		return err
	}
	if len(rest) > 0 && !strings.HasPrefix(rest[0], "-") && cmd.HasSubCommands() {
		return fmt.Errorf("unknown command %q for %q", rest[0], cmd.CommandPath())
	}
	return nil
}

// A subcommand is a command by its name. It is made when somebody wants it: to make all of
// them takes as long as to check a small flow.
type subcommand struct {
	name string
	make func() *cobra.Command
}

// subcommands are the commands in the order in which help lists them.
func (c command) subcommands() []subcommand {
	return []subcommand{
		{"lint", c.lintCommand},
		{"fix", c.fixCommand},
		{"lsp", c.lspCommand},
		{"mcp", c.mcpCommand},
		{"graph", c.graphCommand},
		{"diff", c.diffCommand},
		{"inventory", c.inventoryCommand},
		{"promote", c.promoteCommand},
		{"test", c.testCommand},
		{"play", c.playCommand},
		{"rules", c.rulesCommand},
		{"explain", c.explainCommand},
		{"baseline", c.baselineCommand},
		{"init", c.initCommand},
		{"schema", c.schemaCommand},
		{"version", c.versionCommand},
	}
}

// called returns the command that the arguments begin with.
func (c command) called(args []string) (sub subcommand, ok bool) {
	if len(args) == 0 {
		return sub, false
	}
	all := c.subcommands()
	i := slices.IndexFunc(all, func(sub subcommand) bool { return sub.name == args[0] })
	if i < 0 {
		return sub, false
	}
	return all[i], true
}

// add adds the command that is called; all of them where help, the completion of a shell
// or the error about a command that is not known may name each.
func (c command) add(root *cobra.Command, args []string) {
	if sub, ok := c.called(args); ok {
		root.CompletionOptions.DisableDefaultCmd = true // nobody calls it
		root.AddCommand(sub.make())
		return
	}
	for _, sub := range c.subcommands() {
		root.AddCommand(sub.make())
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
