package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/diff"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/input"
	"studiolint/lint/project"
)

// A diffRun is one call of diff.
type diffRun struct {
	lintFlags
	format, output, color string
	exitCode              bool

	opts lint.Options
}

var diffFormats = []string{"text", "json", "markdown"}

func (c command) diffCommand() *cobra.Command {
	var run diffRun
	cmd := &cobra.Command{
		Use:   "diff OLD NEW | A..B [PATH]...",
		Short: "Show what changed in meaning between two flows",
		Long: `Compare two definitions as Studio reads them: widgets added, removed and renamed,
transitions that lead elsewhere, branches, conditions, texts and parameters, and the
findings that are new and gone. Formatting, the order of members and of widgets,
and places on the canvas are no changes in meaning.

OLD and NEW are files, - for standard input, or REVISION:PATH for a file as it was
in git. A..B compares two revisions: the flows that changed between them, below the
paths. As a diff driver of git it takes the seven arguments that git gives it.

Exit status: 0; with --exit-code, 1 when something changed; 2 when one of the two
cannot be read or holds no flow.`,
		Example: `  studiolint diff flows/old.json flows/new.json
  studiolint diff HEAD:flows/ivr.json flows/ivr.json
  studiolint diff main..my-branch flows`,
		RunE: func(_ *cobra.Command, args []string) error { return c.diff(&run, args) },
	}
	run.lintFlags.register(cmd)
	flags := cmd.Flags()
	flags.StringVar(&run.format, "format", "text", "`FORMAT` of the report: "+strings.Join(diffFormats, ", "))
	flags.StringVarP(&run.output, "output", "o", "", "write the report to this `FILE`")
	flags.StringVar(&run.color, "color", "auto", "colour the text report: auto, always or never")
	flags.BoolVar(&run.exitCode, "exit-code", false, "exit with 1 when something changed in meaning")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(diffFormats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (c command) diff(run *diffRun, args []string) error {
	if !slices.Contains(diffFormats, run.format) {
		return fmt.Errorf("diff has no format %q; it has %s", run.format, strings.Join(diffFormats, ", "))
	}
	colored, err := c.colored(run.color)
	if err != nil {
		return err
	}
	if run.opts, err = run.options(); err != nil {
		return err
	}
	if !run.noConfig {
		run.opts.Configs = config.NewFinder(lint.Data(run.opts.Rules), run.opts.Root, config.Options{Path: run.config, Settings: run.settings})
	}
	pairs, err := c.pairs(run.opts.Root, args)
	if err != nil {
		return err
	}
	var pages []diff.Page
	var problems []error
	for _, p := range pairs {
		list, err := run.compare(p)
		pages, problems = append(pages, list...), append(problems, err)
	}
	write := func(w io.Writer) error {
		switch run.format {
		case "json":
			return diff.WriteJSON(w, pages)
		case "markdown":
			return diff.WriteMarkdown(w, pages)
		}
		return diff.WriteText(w, pages, colored && run.output == "")
	}
	if len(pages) > 0 || errors.Join(problems...) == nil {
		if len(pages) == 0 && !slices.ContainsFunc(pairs, func(p pair) bool { return p.driver }) {
			c.sayf("no flow differs")
		}
		problems = append(problems, c.writeTo(run.output, write))
	}
	if err := errors.Join(problems...); err != nil {
		c.complain(err)
		if len(pairs) > 0 && pairs[0].driver {
			return nil
		}
		return exitError(exitFailed)
	}
	if run.exitCode && slices.ContainsFunc(pages, func(p diff.Page) bool { return p.Differs() }) {
		return exitError(exitFindings)
	}
	return nil
}

// writeTo writes to a file at once, or to standard output for "".
func (c command) writeTo(file string, write func(io.Writer) error) error {
	var text bytes.Buffer
	if err := write(&text); err != nil {
		return err
	}
	if file == "" {
		_, err := c.stdout.Write(text.Bytes())
		return err
	}
	return writeFile(file, text.Bytes())
}

// compare returns the differences of the flows of two texts.
func (run *diffRun) compare(p pair) ([]diff.Page, error) {
	before, err := run.read(p.old)
	if err != nil {
		return nil, err
	}
	after, err := run.read(p.new)
	if err != nil {
		return nil, err
	}
	if len(before) == 0 && len(after) == 0 {
		if p.old.mayBeOther || p.new.mayBeOther {
			return nil, nil
		}
		return nil, fmt.Errorf("neither %s nor %s holds a flow", p.old.name, p.new.name)
	}
	pages := paired(before, after)
	for i := range pages {
		pages[i].Name = p.name + pages[i].Name
		switch {
		case p.old.absent:
			pages[i].Note = "a new file"
		case p.new.absent:
			pages[i].Note = "the file is gone"
		case p.note != "":
			pages[i].Note = p.note
		}
	}
	names := map[string]string{}
	for _, page := range pages {
		for was, now := range page.Result.Names {
			names[was] = now
		}
	}
	var was []*finding.Diagnostic
	var both sync.WaitGroup
	both.Go(func() { was = run.findings(p.old) })
	now := run.findings(p.new)
	both.Wait()
	pages[0].New, pages[0].Gone = diff.Findings(was, now, names)
	return pages, nil
}

// read returns the flows of a text.
func (run *diffRun) read(t text) ([]*project.Document, error) {
	if t.absent {
		return nil, nil
	}
	file, err := input.FromBytes(t.path, t.data).Load(run.opts.Root)
	var other *input.NotFlowError
	if errors.As(err, &other) && t.mayBeOther {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if wrong := file.Source.Syntax; wrong != nil {
		at := file.Source.Position(wrong.Span.Start)
		return nil, fmt.Errorf("%s:%d:%d: it cannot be compared: %s", t.name, at.Line, at.Column, wrong.Cause)
	}
	config, err := run.opts.Configs.For(t.path)
	if err != nil {
		return nil, err
	}
	var flows []*project.Document
	for _, d := range project.Documents(file, config, run.opts.Catalogue) {
		if d.Flow != nil {
			flows = append(flows, d)
		}
	}
	return flows, nil
}

// paired pairs the flows of two texts, by SID, then by name, then in order, and compares
// them. The names of the pages are those of the flows where there are several.
func paired(before, after []*project.Document) []diff.Page {
	twin := map[*project.Document]*project.Document{}
	used := map[*project.Document]bool{}
	for _, same := range []func(a, b *project.Document) bool{
		func(a, b *project.Document) bool { return a.SID() != "" && a.SID() == b.SID() },
		func(a, b *project.Document) bool {
			return a.Field("friendly_name").Text() != "" && a.Field("friendly_name").Text() == b.Field("friendly_name").Text()
		},
		func(a, b *project.Document) bool {
			return a.SID() == "" || b.SID() == "" || len(before) == 1 && len(after) == 1
		},
	} {
		for _, now := range after {
			for _, was := range before {
				if twin[now] == nil && !used[was] && same(was, now) {
					twin[now], used[was] = was, true
				}
			}
		}
	}
	var pages []diff.Page
	several := len(before) > 1 || len(after) > 1
	add := func(was, now *project.Document) {
		page := diff.Page{Result: diff.Compare(graph(was), graph(now))}
		if several {
			d := cmp.Or(now, was)
			page.Name = " (" + cmp.Or(d.Field("friendly_name").Text(), d.SID(), "a flow") + ")"
		}
		pages = append(pages, page)
	}
	for _, now := range after {
		add(twin[now], now)
	}
	for _, was := range before {
		if !used[was] {
			add(was, nil)
		}
	}
	return pages
}

func graph(d *project.Document) *flow.Flow {
	if d == nil {
		return nil
	}
	return d.Flow
}

// findings returns what lint says of a text.
func (run *diffRun) findings(t text) []*finding.Diagnostic {
	if t.absent {
		return nil
	}
	var list []*finding.Diagnostic
	for _, d := range lint.Run([]input.Candidate{input.FromBytes(t.path, t.data)}, run.opts).Diagnostics {
		if d.Suppressed == nil {
			list = append(list, d)
		}
	}
	return list
}
