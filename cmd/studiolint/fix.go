package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/fix"
	"studiolint/lint/input"
	"studiolint/lint/words"
)

// A fixRun is one call of fix: its flags and what they mean.
type fixRun struct {
	lintRun

	unsafe bool
	diff   bool

	acceptRule, reason string
}

func (c command) fixCommand() *cobra.Command {
	var run fixRun
	cmd := &cobra.Command{
		Use:   "fix [PATH | GLOB | -]...",
		Short: "Mend what can be mended (default: the flows in the current folder)",
		Long: `Make the fixes of what "studiolint lint" finds, in place: those that do what was
certainly meant, and with --unsafe those that are a guess. Only the bytes of the
fixes change. What is left is reported as lint does.

With - the mended text of standard input goes to standard output, and nothing else
does. With --diff nothing is written: standard output holds a patch for git apply.

With --accept RULE --reason TEXT nothing is mended: that what the rule finds in the files
is accepted is written into their .studiolint.yaml, which is made where there is none.

Exit status: 0 nothing left at or above --fail-on; 1 findings are left, with --diff:
there is something to mend; 2 as for lint, or a file that cannot be written.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := run.prepare(c); err != nil {
				return err
			}
			if len(args) == 0 {
				args = []string{"."}
			}
			switch {
			case cmd.Flags().Changed("accept"):
				return c.accept(&run, args)
			case cmd.Flags().Changed("reason"):
				return errors.New("--reason goes with --accept RULE")
			}
			return c.fix(&run, args)
		},
	}
	run.register(cmd)
	cmd.Flags().BoolVar(&run.unsafe, "unsafe", false, "make fixes too that are a guess, or leave something out: look at what they did")
	cmd.Flags().BoolVar(&run.diff, "diff", false, "write nothing but a patch, for git apply, to standard output")
	cmd.Flags().StringVar(&run.acceptRule, "accept", "", "mend nothing: write into the configuration that what this `RULE` finds is accepted")
	cmd.Flags().StringVar(&run.reason, "reason", "", "with --accept: why, as a `TEXT` for those who read the configuration")
	for _, other := range []string{"diff", "unsafe", "only", "disable"} {
		cmd.MarkFlagsMutuallyExclusive("accept", other)
	}
	for _, report := range []string{"output", "format", "stats"} { // a patch is all that --diff writes
		cmd.MarkFlagsMutuallyExclusive("diff", report)
	}
	cmd.RegisterFlagCompletionFunc("accept", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return ruleIDs(), cobra.ShellCompDirectiveNoFileComp
	})
	return cmd
}

// fix mends what the arguments name.
func (c command) fix(run *fixRun, args []string) error {
	var stdin []byte
	piped := slices.Contains(args, "-")
	if piped {
		if len(args) > 1 {
			return errors.New("- stands alone: the mended text of standard input is all that goes to standard output")
		}
		var err error
		if stdin, err = io.ReadAll(io.LimitReader(c.stdin, input.MaxSize+1)); err != nil {
			return fmt.Errorf("standard input cannot be read: %w", err)
		}
		if len(stdin) > input.MaxSize {
			return fmt.Errorf("standard input is larger than %d bytes, and nothing of Studio's is", input.MaxSize)
		}
		c.stdin = bytes.NewReader(stdin)
	}
	candidates, problems, err := c.find(&run.lintFlags, args, &run.opts)
	if err != nil {
		return err
	}
	if err := run.spare(run.opts, run.baseline, candidates, run.outputNames()); err != nil {
		return err
	}
	var end func()
	run.opts.Done, end = c.watched(run.quiet, func(done int) string {
		round := done / max(len(candidates), 1)
		return fmt.Sprintf("round %d: %s", round+1, filesChecked(len(candidates))(done-round*len(candidates)))
	})
	m := newMendable(candidates, run.opts)
	outcome, err := fix.Mend(m, run.choice())
	end()
	if err != nil {
		return err
	}
	for _, out := range run.outputNames() { // before anything is written
		if err := spareFlows(run.opts.Root, m.result, out); err != nil {
			return err
		}
	}
	if run.diff {
		return c.printDiff(run, m, outcome, problems)
	}
	if piped {
		text := stdin
		for _, mended := range outcome.After {
			text = mended
		}
		if len(m.result.Problems) == 0 && len(problems) == 0 {
			if _, err := c.stdout.Write(text); err != nil {
				return err
			}
		}
		c.stdout = c.stderr // for the report
	} else {
		problems = append(problems, m.write(outcome)...)
	}
	return c.finishFix(run, m, outcome, problems, args)
}

// choice returns which fixes are made: those of the rules of this run.
func (run *fixRun) choice() fix.Choice {
	choose := fix.Safe(run.unsafe)
	return func(d *finding.Diagnostic) *finding.Fix {
		if len(run.only) > 0 && !slices.Contains(run.only, d.Rule.ID) || slices.Contains(run.disable, d.Rule.ID) {
			return nil
		}
		return choose(d)
	}
}

// finishFix reports what was mended and what is left.
func (c command) finishFix(run *fixRun, m *mendable, outcome *fix.Outcome, problems []error, args []string) error {
	result, err := m.asked()
	if err != nil {
		return err
	}
	result.Problems = append(problems, result.Problems...)
	c.tellUnread(&result.Result)
	if err := run.foundAny(result, args); err != nil {
		return err
	}
	result.Mended = []finding.Mended{}
	for _, change := range outcome.Made {
		result.Mended = append(result.Mended, finding.Mended{Finding: change.Finding, Fix: change.Fix})
	}
	c.tellRefused(outcome)
	if !run.quiet {
		left := 0
		for _, d := range result.Diagnostics {
			if d.Suppressed == nil {
				left++
			}
		}
		c.sayf("mended %d of %s", len(outcome.Made), words.Plural(len(outcome.Made)+left, "finding"))
	}
	return c.report(&run.lintRun, result)
}

// tellRefused says which fixes were not made, because they would have made things
// worse.
func (c command) tellRefused(outcome *fix.Outcome) {
	for _, change := range outcome.Refused {
		d := change.Finding
		c.sayf("%s:%d:%d: %q is not done: %s [%s]", d.File, d.Range.Start.Line, d.Range.Start.Column, change.Fix.Title, change.Why, d.Rule.ID)
	}
}

// printDiff writes what would be mended as a patch.
func (c command) printDiff(run *fixRun, m *mendable, outcome *fix.Outcome, problems []error) error {
	for _, path := range slices.Sorted(maps.Keys(outcome.After)) {
		patch := fix.Diff(m.pathInRepository(path), outcome.Before[path], outcome.After[path])
		if _, err := c.stdout.Write(patch); err != nil {
			return err
		}
	}
	c.tellRefused(outcome)
	result := *m.result
	result.Problems = append(problems, result.Problems...)
	c.tellUnread(&result.Result)
	c.complainOf(&result)
	switch {
	case len(result.Problems) > 0:
		return exitError(exitFailed)
	case len(outcome.After) > 0:
		return exitError(exitFindings)
	}
	return nil
}

// A mendable is the files of a run, as package fix mends them.
type mendable struct {
	opts    lint.Options // as asked for
	session *lint.Session
	result  *lint.Result // of the last check, by all rules

	candidates []input.Candidate
	texts      map[string][]byte // those that are not the disk's
}

// newMendable opens files. Whether a fix makes things worse all rules decide, those
// that the run does without included.
func newMendable(candidates []input.Candidate, o lint.Options) *mendable {
	m := &mendable{opts: o, candidates: candidates, texts: map[string][]byte{}}
	all := o
	all.Disable = nil
	if len(o.Only) > 0 {
		all.Only = nil
		all.Severity = maps.Clone(o.Severity)
		for _, r := range o.Rules {
			if _, set := all.Severity[r.ID]; !set && slices.Contains(o.Only, r.ID) && r.Severity == finding.Off {
				all.Severity[r.ID] = finding.Warning // it is wanted
			}
		}
	}
	m.session = m.open(all)
	return m
}

func (m *mendable) open(o lint.Options) *lint.Session {
	s := lint.NewSession(o)
	for _, c := range m.candidates {
		if text, ok := m.texts[c.Path]; ok {
			c = c.WithText(text)
		}
		s.Open(c)
	}
	return s
}

// Check checks the files as they are now.
func (m *mendable) Check() (*finding.Result, error) {
	var err error
	if m.result, err = m.session.Check(context.Background()); err != nil {
		return nil, err
	}
	return &m.result.Result, nil
}

// Change gives a file another text.
func (m *mendable) Change(path string, text []byte) {
	m.texts[path] = text
	m.session.Change(path, text)
}

// again takes the text of a file from the disk.
func (m *mendable) again(path string) {
	delete(m.texts, path)
	m.session.Change(path, nil)
}

// Valid reports whether a file is what it should be.
func (m *mendable) Valid(path string) bool { return m.session.Valid(path) }

// asked returns what the rules of the run find now.
func (m *mendable) asked() (*lint.Result, error) {
	if len(m.opts.Only) == 0 && len(m.opts.Disable) == 0 {
		if _, err := m.Check(); err != nil {
			return nil, err
		}
		return m.result, nil
	}
	return m.open(m.opts).Check(context.Background())
}

// write puts the mended texts into the files. Of one that cannot be written it says so;
// what is found in it is what was found before.
func (m *mendable) write(outcome *fix.Outcome) (problems []error) {
	for _, path := range slices.Sorted(maps.Keys(outcome.After)) {
		before := outcome.Before[path]
		err := writable(m.opts.Root.Abs(path))
		if err == nil {
			err = m.replace(path, before, outcome.After[path])
		}
		if err == nil {
			continue
		}
		problems = append(problems, fmt.Errorf("%s is not mended: %w", path, err))
		outcome.Made = slices.DeleteFunc(outcome.Made, func(c fix.Change) bool { return c.Finding.File == path })
		m.again(path)
	}
	return problems
}

// replace puts the mended text into a file that holds what it held before.
func (m *mendable) replace(path string, before, after []byte) error {
	return replaceFile(m.opts.Root.Abs(path), after, func() error {
		now, err := m.opts.Root.ReadFile(path, int64(len(before)))
		if err != nil || !bytes.Equal(now, before) {
			return errors.New("it has been changed meanwhile, and was left as it is; run fix again")
		}
		return nil
	})
}

// writable is an error for a file that the user may not write to, though another one could
// be put in its place.
func writable(file string) error {
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return errors.Unwrap(err) // the path is told anyway
	}
	return f.Close()
}

// pathInRepository returns the path of a file as git knows it: from the top of its
// repository, and without links.
func (m *mendable) pathInRepository(path string) string {
	root := m.opts.Root
	file, err := root.Real(path)
	if err != nil { // standard input
		file = root.Abs(path)
	}
	top := root.Repository(filepath.Dir(file))
	if top == "" {
		top = root.Dir
		if real, err := root.Real("."); err == nil {
			top = real
		}
	}
	if below, err := filepath.Rel(top, file); err == nil && filepath.IsLocal(below) {
		return filepath.ToSlash(below)
	}
	return filepath.ToSlash(file[len(filepath.VolumeName(file))+1:])
}
