package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/diff"
	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/page"
	"studiolint/lint/project"
)

// A diffRun is one call of diff.
type diffRun struct {
	lintFlags
	format, output, color string
	exitCode, pictures    bool
	sourceURL             string
	ignoreEnvironment     bool

	opts lint.Options
}

var diffFormats = []string{"text", "json", "markdown", "html"}

func (c command) diffCommand() *cobra.Command {
	var run diffRun
	cmd := &cobra.Command{
		Use:   "diff OLD NEW | A..B [PATH|GLOB]...",
		Short: "Show what changed in meaning between two flows",
		Long: `Compare two definitions as Studio reads them: widgets added, removed and renamed,
transitions that lead elsewhere, branches, conditions, texts and parameters, and the
findings that are new and gone. Formatting, the order of members and of widgets,
and places on the canvas are no changes in meaning.

OLD and NEW are files, - for standard input, or REVISION:PATH for a file as it was
in git. A..B compares two revisions: the flows that changed between them, below the
files, folders and globs that are named. As a diff driver of git it takes the seven arguments that git gives it.

With --ignore-environment the two may be the flow of two environments, as the
configuration lists them: what differs then is more than their values.

Exit status: 0; with --exit-code, 1 when something changed; 2 when one of the two
cannot be read or holds no flow.`,
		Example: `  studiolint diff flows/old.json flows/new.json
  studiolint diff HEAD:flows/ivr.json flows/ivr.json
  studiolint diff main..my-branch flows
  studiolint diff --ignore-environment flows/dev/ivr.json flows/prod/ivr.json`,
		RunE: func(_ *cobra.Command, args []string) error { return c.diff(&run, args) },
	}
	run.lintFlags.register(cmd)
	flags := cmd.Flags()
	flags.StringVar(&run.format, "format", "text", "`FORMAT` of the report: "+strings.Join(diffFormats, ", "))
	flags.StringVarP(&run.output, "output", "o", "", "write the report to this `FILE`")
	flags.StringVar(&run.color, "color", "auto", "colour the text report: auto, always or never")
	flags.BoolVar(&run.pictures, "pictures", false, "with --format markdown, draw each flow that means something else now")
	registerSourceURL(cmd, &run.sourceURL)
	flags.BoolVar(&run.exitCode, "exit-code", false, "exit with 1 when something changed in meaning")
	flags.BoolVar(&run.ignoreEnvironment, "ignore-environment", false, "of two files of different environments, compare with the values of one taken for those of the other")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(diffFormats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// prepare reads the flags.
func (run *diffRun) prepare() (err error) {
	if !slices.Contains(diffFormats, run.format) {
		return fmt.Errorf("diff has no format %q; it has %s", run.format, strings.Join(diffFormats, ", "))
	}
	if err := checkSourceURL(run.sourceURL); err != nil {
		return err
	}
	if run.opts, err = run.options(); err != nil {
		return err
	}
	run.opts.NoNamed = true // what was accepted may be gone, and counts as that
	run.opts.Brief = true
	if !run.noConfig {
		run.opts.Configs = config.NewFinder(lint.Data(run.opts.Rules), run.opts.Root, config.Options{Path: run.config, Settings: run.settings})
	}
	// All rules look, so that what is secret is known; the flags choose what is shown.
	run.opts.Only, run.opts.Disable = nil, nil
	return nil
}

func (c command) diff(run *diffRun, args []string) error {
	if err := run.prepare(); err != nil {
		return err
	}
	colored, err := c.colored(run.color)
	if err != nil {
		return err
	}
	pairs, err := c.pairs(run.opts.Root, args, run.opts.Configs.Excluded)
	if err != nil {
		return err
	}
	if err := run.spareTexts(run.opts, []string{run.output}, textsOf(pairs)...); err != nil {
		return err
	}
	var largest int64 // one is compared after the other
	for _, p := range pairs {
		largest = max(largest, int64(len(p.old.data)+len(p.new.data)))
	}
	c.expect(2, largest)
	var pages []diff.Page
	var problems []error
	for _, p := range pairs {
		list, err := run.compare(p)
		pages, problems = append(pages, list...), append(problems, err)
	}
	write := run.report(pages, problems, colored && run.output == "")
	tells := run.format == "markdown" || run.format == "html" // the report says what could not be compared
	if len(pages) > 0 || tells || errors.Join(problems...) == nil {
		if len(pages) == 0 && errors.Join(problems...) == nil && !slices.ContainsFunc(pairs, func(p pair) bool { return p.driver }) {
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

// textsOf are the texts that are compared.
func textsOf(pairs []pair) (texts []text) {
	for _, p := range pairs {
		texts = append(texts, p.old, p.new)
	}
	return texts
}

// writeTo writes to a file at once, or to standard output for "".
func (c command) writeTo(file string, write func(io.Writer) error) error {
	if file == "" {
		out := bufio.NewWriterSize(c.stdout, 64<<10)
		if err := write(out); err != nil {
			return err
		}
		return out.Flush()
	}
	var text bytes.Buffer
	if err := write(&text); err != nil {
		return err
	}
	return writeFile(file, text.Bytes())
}

// A checked text is the flows of a text, with what lint finds in each, and the documents
// that they are.
type checked struct {
	documents []*project.Document
	found     [][]*finding.Diagnostic
}

// side is a flow of a text for the comparison; the zero Side for none.
func (c checked) side(d *project.Document) diff.Side {
	i := slices.Index(c.documents, d)
	if i < 0 {
		return diff.Side{}
	}
	return diff.Side{Flow: d.Flow, Found: c.found[i]}
}

// report returns what writes the report.
func (run *diffRun) report(pages []diff.Page, problems []error, colored bool) func(io.Writer) error {
	var told []string
	for _, err := range problems {
		if err != nil {
			told = append(told, err.Error())
		}
	}
	return func(w io.Writer) error {
		switch run.format {
		case "json":
			return diff.WriteJSON(w, pages)
		case "markdown":
			return diff.WriteMarkdown(w, pages, diff.Markdown{Pictures: run.pictures, SourceURL: run.sourceURL, Problems: told})
		case "html":
			return diff.WriteHTML(w, pages, page.Page{Title: "studiolint diff", RuleURL: ruleURL, Problems: told})
		}
		return diff.WriteText(w, pages, colored)
	}
}

// compare returns the differences of the flows of two texts.
func (run *diffRun) compare(p pair) ([]diff.Page, error) {
	if p.err != nil {
		return nil, p.err
	}
	if err := run.level(&p); err != nil {
		return nil, err
	}
	var before, after checked
	var wrong [2]error
	var both sync.WaitGroup
	both.Go(func() { before, wrong[0] = run.check(p.old) })
	both.Go(func() { after, wrong[1] = run.check(p.new) })
	both.Wait()
	if err := cmp.Or(wrong[0], wrong[1]); err != nil {
		return nil, err
	}
	if len(before.documents) == 0 && len(after.documents) == 0 {
		if p.old.mayBeOther || p.new.mayBeOther {
			return nil, nil
		}
		return nil, fmt.Errorf("neither %s nor %s holds a flow", p.old.name, p.new.name)
	}
	several := len(before.documents) > 1 || len(after.documents) > 1
	var pages []diff.Page
	for _, two := range paired(before.documents, after.documents) {
		one := diff.NewPage(before.side(two[0]), after.side(two[1]))
		one.Name, one.Path = p.name, run.inRepository(p.new)
		if several {
			d := cmp.Or(two[1], two[0])
			one.Name += " (" + cmp.Or(d.Field("friendly_name").Text(), d.SID(), "a flow") + ")"
		}
		switch {
		case p.old.absent:
			one.Note = "a new file"
		case p.new.absent:
			one.Note = "the file is gone"
		case p.note != "":
			one.Note = p.note
		}
		pages = append(pages, one)
	}
	return pages, nil
}

// inRepository is the path of a text from the top of the repository; "" for none.
func (run *diffRun) inRepository(t text) string {
	root := run.opts.Root
	if top := root.Repository(root.Dir); top != "" && t.path != "" {
		if below, ok := files.Below(top, root.Abs(t.path)); ok {
			return filepath.ToSlash(below)
		}
	}
	return ""
}

// check reads the flows of a text and what lint says of them.
func (run *diffRun) check(t text) (checked, error) {
	if t.absent {
		return checked{}, nil
	}
	session := lint.NewSession(run.opts)
	session.Open(input.FromBytes(t.path, t.data))
	file, documents := session.Load(t.path)
	if file != nil && file.Source.Syntax != nil {
		wrong := file.Source.Syntax
		at := file.Source.Position(wrong.Span.Start)
		return checked{}, fmt.Errorf("%s:%d:%d: it cannot be compared: %s", t.name, at.Line, at.Column, wrong.Cause)
	}
	if file != nil && slices.ContainsFunc(file.Documents, func(d *input.Document) bool { return d.Kind == input.Legacy }) {
		return checked{}, fmt.Errorf("%s: it cannot be compared: it is an export of the first Studio editor; export the flow again from today's", t.name)
	}
	result, err := session.Check(context.Background())
	if err != nil {
		return checked{}, err
	}
	var c checked
	for _, d := range documents {
		if d.Flow != nil {
			c.documents = append(c.documents, d)
		}
	}
	problems := slices.DeleteFunc(result.Problems, func(err error) bool {
		var other *input.NotFlowError
		return t.mayBeOther && errors.As(err, &other)
	})
	if err := errors.Join(problems...); err != nil || len(c.documents) == 0 {
		return c, err
	}
	c.found = make([][]*finding.Diagnostic, len(c.documents))
	for _, d := range result.Diagnostics {
		if run.leftOut(d) {
			continue
		}
		i := max(0, slices.IndexFunc(c.documents, func(of *project.Document) bool { return of.Node == d.Document }))
		c.found[i] = append(c.found[i], d)
	}
	return c, nil
}

// paired pairs the flows of two texts: by SID, then by name, then in order. A flow without
// a twin stands beside nil.
func paired(before, after []*project.Document) (pairs [][2]*project.Document) {
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
	for _, now := range after {
		pairs = append(pairs, [2]*project.Document{twin[now], now})
	}
	for _, was := range before {
		if !used[was] {
			pairs = append(pairs, [2]*project.Document{was, nil})
		}
	}
	return pairs
}
