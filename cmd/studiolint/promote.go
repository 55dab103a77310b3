package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/inventory"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// A promoteRun is one call of promote.
type promoteRun struct {
	lintFlags
	from, to, output string
	allowUnmapped    bool
}

func (c command) promoteCommand() *cobra.Command {
	var run promoteRun
	cmd := &cobra.Command{
		Use:   "promote --from ENVIRONMENT --to ENVIRONMENT FILE",
		Short: "Write a flow with the values of another environment",
		Long: `Write a flow with the values of another environment, as the configuration lists them
under "environments". Nothing but the bytes of values changes, and the way back gives
the same bytes. FILE is a flow in any form that lint reads, - for standard input, or
REVISION:PATH for a file as it was in git.

Nothing is written when a SID, a phone number or a host below twil.io has no
counterpart: each is listed with its places. List them under both environments, with
the same value where it does not change, or leave them as they are with
--allow-unmapped.

Exit status: 0; 2 when a value has no counterpart, the configuration is wrong, or FILE
cannot be read or holds no flow.`,
		Example: `  studiolint promote --from dev --to prod --output flows/prod/ivr.json flows/dev/ivr.json
  studiolint promote --from dev --to prod flows/dev/ivr.json | diff flows/prod/ivr.json -`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return c.promote(&run, args[0]) },
	}
	cmd.Flags().StringVar(&run.config, "config", "", "use this configuration `FILE`")
	flags := cmd.Flags()
	flags.StringVar(&run.from, "from", "", "the `ENVIRONMENT` that the flow is of")
	flags.StringVar(&run.to, "to", "", "the `ENVIRONMENT` whose values it gets")
	flags.StringVarP(&run.output, "output", "o", "", "write the flow to this `FILE`")
	flags.StringVar(&run.stdinFilename, "stdin-filename", "", "the `NAME` of what comes from standard input, for messages and configuration")
	flags.BoolVar(&run.allowUnmapped, "allow-unmapped", false, "leave values as they are that have no counterpart")
	for _, name := range []string{"from", "to"} {
		cmd.MarkFlagRequired(name)
	}
	return cmd
}

func (c command) promote(run *promoteRun, name string) error {
	o, err := run.options()
	if err != nil {
		return err
	}
	o.Configs = config.NewFinder(lint.Data(o.Rules), o.Root, config.Options{Path: run.config})
	t, err := c.readText(o.Root, name)
	if err != nil {
		return err
	}
	c.expect(1, int64(len(t.data)))
	if name == "-" && run.stdinFilename != "" {
		t.name, t.path = run.stdinFilename, run.stdinFilename
	}
	if run.output != "" && sameFile(o.Root, run.output, name) {
		return overwrites(run.output, "the flow that is promoted")
	}
	if err := run.spare(o, "", nil, []string{run.output}); err != nil {
		return err
	}
	from, to, err := run.environments(o.Configs, t.path)
	if err != nil {
		return err
	}
	file, documents, result, err := checkRejected(t, o)
	if err != nil {
		return err
	}
	p := inventory.Promote(file, documents, from, to)
	c.tellPromotion(run, t.name, file, p, result)
	if len(p.Unmapped) > 0 && !run.allowUnmapped {
		return exitError(exitFailed)
	}
	return c.writeTo(run.output, func(w io.Writer) error {
		_, err := w.Write(p.Text)
		return err
	})
}

// environments returns the two that the flags name, of the configuration of a file.
func (run *promoteRun) environments(configs *config.Finder, path string) (from, to *config.Environment, err error) {
	settings, err := configs.For(path)
	if err != nil {
		return nil, nil, err
	}
	if len(settings.Environments) == 0 {
		where := "there is no " + config.Name + " for " + path
		if settings.Path != "" {
			where = settings.Path + " has no \"environments\""
		}
		return nil, nil, fmt.Errorf("%s: list there what differs between %q and %q, as \"studiolint init\" shows", where, run.from, run.to)
	}
	var names []string
	for _, e := range settings.Environments {
		names = append(names, e.Name)
		if e.Name == run.from {
			from = e
		}
		if e.Name == run.to {
			to = e
		}
	}
	for _, flag := range []struct {
		name string
		e    *config.Environment
	}{{run.from, from}, {run.to, to}} {
		if flag.e == nil {
			return nil, nil, fmt.Errorf("%s has no environment %s; %s", settings.Path, words.Quote(flag.name), words.OneOf(flag.name, names))
		}
	}
	if from == to {
		return nil, nil, fmt.Errorf("--from and --to are both %q: the flow would stay as it is", run.from)
	}
	return from, to, nil
}

// checkRejected reads a text and looks for what Twilio rejects in it.
func checkRejected(t text, o lint.Options) (*input.File, []*project.Document, *lint.Result, error) {
	o.Only = nil
	for _, r := range o.Rules {
		if r.Rejected && r.Severity == finding.Error {
			o.Only = append(o.Only, r.ID)
		}
	}
	session := lint.NewSession(o)
	session.Open(input.FromBytes(t.path, t.data))
	file, documents := session.Load(t.path)
	result, err := session.Check(context.Background())
	if err == nil {
		err = errors.Join(result.Problems...)
	}
	if err != nil {
		return nil, nil, nil, err
	}
	for _, text := range file.Texts {
		if wrong := text.Syntax; wrong != nil && !text.Readable() {
			at, span := text.Place(wrong.Span).Locate()
			p := at.Position(span.Start)
			return nil, nil, nil, fmt.Errorf("%s:%d:%d: it cannot be promoted: %s", t.name, p.Line, p.Column, wrong.Cause)
		}
	}
	if len(documents) == 0 {
		return nil, nil, nil, fmt.Errorf("%s holds no flow that can be promoted", t.name)
	}
	return file, documents, result, nil
}

// tellPromotion says what a person has to know of a promotion.
func (c command) tellPromotion(run *promoteRun, name string, file *input.File, p *inventory.Promotion, result *lint.Result) {
	for _, u := range p.Unmapped {
		c.sayf("%s: %s %s", u.Place, words.Quote(u.Value), u.Why)
	}
	switch n := len(p.Unmapped); {
	case n > 0 && run.allowUnmapped:
		c.sayf("without a counterpart, and left as they are: %s", words.Plural(n, "value"))
	case n > 0:
		c.sayf("nothing was written: list each of these under %q and %q, with the same value where it does not change, or leave them as they are with --allow-unmapped", run.from, run.to)
	}
	if len(p.Outside) > 0 {
		c.sayf("%s: values of %q also stand outside the texts of its flows (in comments, expressions or prose), and stay as they are: %s", name, run.from, linesOf(p.Outside))
	}
	if file.Unread {
		c.sayf("%s holds a flow that cannot be read, too, and that stays as it is", name)
	}
	rejected := 0
	for _, d := range result.Diagnostics {
		if d.Suppressed == nil && d.Severity == finding.Error {
			rejected++
		}
	}
	if rejected > 0 {
		c.sayf("%s has %s that Twilio rejects, which moving values does not mend: see \"studiolint lint\"", name, words.Plural(rejected, "mistake"))
	}
}

// maxLinesNamed is how many lines a message lists.
const maxLinesNamed = 10

// linesOf lists the lines of places, each once.
func linesOf(ranges []source.Range) string {
	var lines []string
	last := 0
	for _, r := range ranges {
		if r.Start.Line != last {
			last = r.Start.Line
			lines = append(lines, strconv.Itoa(last))
		}
	}
	if len(lines) == 1 {
		return "line " + lines[0]
	}
	more := ""
	if n := len(lines) - maxLinesNamed; n > 0 {
		lines, more = lines[:maxLinesNamed], fmt.Sprintf(" and %d more", n)
	}
	return "lines " + strings.Join(lines, ", ") + more
}
