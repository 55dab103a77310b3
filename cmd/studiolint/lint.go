package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"studiolint/lint"
	"studiolint/lint/accept"
	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/git"
	"studiolint/lint/input"
	"studiolint/lint/policy"
	"studiolint/lint/report"
	"studiolint/lint/words"
	"studiolint/rules"
)

// lintFlags are the flags that lint and baseline share: what to check and how.
type lintFlags struct {
	only, disable, severity []string
	config                  string
	noConfig                bool
	settingsFrom            string
	acrossFiles             bool
	stdinFilename           string
	skipOther               bool
	noIgnore                bool
	jobs                    int
	quiet                   bool

	house    []string // rules that are named and none of the program's: a configuration declares them, or nobody
	settings files.FS // where the text of a setting is found; nil for where the flows are
}

func (f *lintFlags) register(cmd *cobra.Command) {
	f.registerRules(cmd)
	f.registerConfig(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.settingsFrom, "settings-from", "", "read configurations, and the baseline of lint, in this `FOLDER`, another checkout of the repository, or as they are at git:REVISION")
	f.registerFiles(cmd)
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "print no summary")
}

// registerFiles adds the flags that say which files are read.
func (f *lintFlags) registerFiles(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.stdinFilename, "stdin-filename", "", "the `NAME` of what comes from standard input, for messages and configuration")
	flags.BoolVar(&f.skipOther, "skip-other", false, "pass over files that hold no flow, also when they are named")
	flags.BoolVar(&f.noIgnore, "no-ignore", false, "in folders, look at what git ignores too")
	flags.IntVar(&f.jobs, "jobs", 0, "check `N` files at a time (default: one per processor)")
}

// leftOut reports whether the flags leave out the rule of a finding. What is secret
// stays, as one that is accepted: so it is hidden and not shown.
func (f *lintFlags) leftOut(d *finding.Diagnostic) bool {
	if !slices.Contains(f.disable, d.Rule.ID) && (len(f.only) == 0 || slices.Contains(f.only, d.Rule.ID)) {
		return false
	}
	if d.Sensitive && d.Suppressed == nil {
		d.Suppressed = &finding.Suppression{Kind: "flag"}
	}
	return !d.Sensitive
}

// registerRules adds the flags that say which rules run.
func (f *lintFlags) registerRules(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringSliceVar(&f.only, "only", nil, "run these `RULES` and no others")
	flags.StringSliceVar(&f.disable, "disable", nil, "do not run these `RULES`")
	flags.BoolVar(&f.acrossFiles, "across-files", false, "run only rules that look at other files too")
	flags.StringSliceVar(&f.severity, "severity", nil, "set a severity, as `RULE=LEVEL`: off, note, warning or error")
	complete := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return ruleIDs(), cobra.ShellCompDirectiveNoFileComp
	}
	for _, name := range []string{"only", "disable", "severity"} {
		cmd.RegisterFlagCompletionFunc(name, complete)
	}
}

// registerConfig adds the flags that say which configuration holds.
func (f *lintFlags) registerConfig(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.config, "config", "", "use this configuration `FILE` for every flow")
	cmd.Flags().BoolVar(&f.noConfig, "no-config", false, "use no configuration file")
	cmd.MarkFlagsMutuallyExclusive("config", "no-config")
}

func ruleIDs() []string {
	var ids []string
	for _, r := range rules.All() {
		ids = append(ids, r.ID)
	}
	return ids
}

// options turns the flags into options of a run.
func (f *lintFlags) options() (lint.Options, error) {
	o := lint.Options{Root: files.Here(), Rules: rules.All(), House: new(policy.House).Rules, Jobs: f.jobs,
		Only: f.only, Disable: f.disable, Severity: map[string]finding.Severity{}}
	f.house = nil
	for _, id := range slices.Concat(f.only, f.disable) {
		f.name(id)
	}
	if f.acrossFiles {
		for _, r := range o.Rules {
			if !r.AcrossFiles {
				o.Disable = append(o.Disable, r.ID)
			}
		}
	}
	for _, s := range f.severity {
		id, level, ok := strings.Cut(s, "=")
		if !ok {
			return o, fmt.Errorf("--severity takes RULE=LEVEL, not %q", s)
		}
		f.name(id)
		severity, err := finding.ParseSeverity(level)
		if err != nil {
			return o, err
		}
		o.Severity[id] = severity
	}
	if f.jobs < 0 {
		return o, errors.New("--jobs takes a number from 1 on, or 0 for one per processor")
	}
	if f.settingsFrom != "" {
		var err error
		if f.settings, err = settingsFrom(o.Root, f.settingsFrom); err != nil {
			return o, err
		}
	}
	return o, nil
}

// name remembers a rule that is named and is none of the program's.
func (f *lintFlags) name(id string) {
	if !slices.Contains(ruleIDs(), id) {
		f.house = append(f.house, id)
	}
}

// declared is an error when a rule is named that is none of the program's, and that no
// configuration of the files declares.
func (f *lintFlags) declared(o *lint.Options, candidates []input.Candidate) error {
	if len(f.house) == 0 {
		return nil
	}
	known := ruleIDs()
	for _, r := range o.HouseRules(candidates) {
		known = append(known, r.ID)
	}
	var unknown error
	for _, id := range f.house {
		if unknown = knownRule(id, known); unknown != nil {
			break
		}
	}
	for _, c := range candidates {
		if _, err := o.Configs.For(c.Path); err != nil {
			return nil // what is wrong there is told, and may be the rule
		}
	}
	return unknown
}

// optionsHere are the options of who serves a client before there are files: what the configuration of the current
// folder declares counts.
func (f *lintFlags) optionsHere() (lint.Options, error) {
	o, err := f.options()
	if err != nil {
		return o, err
	}
	here := o
	if !f.noConfig {
		here.Configs = config.NewFinder(lint.Data(o.Rules), o.Root, config.Options{Path: f.config})
	}
	return o, f.declared(&here, []input.Candidate{{Path: "flow.json"}})
}

// find finds what the arguments name, and the configurations. What is wrong with the
// arguments is the error.
func (c command) find(f *lintFlags, args []string, o *lint.Options) (candidates []input.Candidate, problems []error,
	err error) {
	if f.onlyHere(o.Root, f.config) {
		c.sayf("%s has no %s, so it does not count", f.settingsFrom, f.config)
	} else if !f.noConfig {
		o.Configs = config.NewFinder(lint.Data(o.Rules), o.Root, config.Options{Path: f.config, Settings: f.settings})
	}
	o.Covered = args
	find := input.FindOptions{
		Root:      o.Root,
		Stdin:     c.stdin,
		StdinName: f.stdinFilename,
		SkipOther: f.skipOther,
		Exclude:   o.Configs.Excluded,
		Ignored:   git.Ignored,
		Glance:    true,
	}
	if f.noIgnore {
		find.Ignored = nil
	}
	candidates, problems = input.Find(args, find)
	c.expect(len(candidates), sizeTogether(o.Root, candidates))
	return candidates, problems, f.declared(o, candidates)
}

// run finds and checks what the arguments name, unless one of the outputs would replace
// what is read. The sink takes what is found.
func (c command) run(f *lintFlags, args []string, o lint.Options, sink lint.Sink, baseline string,
	outputs ...string) (*lint.Result, error) {
	candidates, problems, err := c.find(f, args, &o)
	if err != nil {
		return nil, err
	}
	if err := f.spare(o, baseline, candidates, outputs); err != nil {
		return nil, err
	}
	return c.check(f, args, candidates, problems, o, sink)
}

// check checks what was found.
func (c command) check(f *lintFlags, args []string, candidates []input.Candidate, problems []error, o lint.Options,
	sink lint.Sink) (*lint.Result, error) {
	var end func()
	o.Dropped = c.dropped
	o.Done, end = c.watched(f.quiet, filesChecked(len(candidates)))
	result := lint.Stream(candidates, o, sink)
	end()
	result.Problems = append(problems, result.Problems...)
	c.tellUnread(&result.Result)
	return result, f.foundAny(result, args)
}

// foundAny is an error when nothing was found, and nobody said why.
func (f *lintFlags) foundAny(result *lint.Result, args []string) error {
	if result.Files == 0 && len(result.Problems) == 0 && !f.skipOther {
		return noFlowIn(args)
	}
	return nil
}

func noFlowIn(args []string) error {
	return fmt.Errorf("no flow found in %s; name a file or folder that holds flow definitions", strings.Join(args, ", "))
}

// maxUnread is how many files are named that seem to hold a flow and were not read.
const maxUnread = 20

// tellUnread names what was passed over and seems to hold a flow.
func (c command) tellUnread(result *finding.Result) {
	for _, line := range report.UnreadLines(result, maxUnread) {
		c.sayf("%s", line)
	}
}

// complainOf prints why a run is not complete.
func (c command) complainOf(result *lint.Result) {
	for _, p := range result.Problems {
		c.sayf("%v", p)
		var internal *finding.InternalError
		if errors.As(p, &internal) && os.Getenv("STUDIOLINT_DEBUG") != "" {
			fmt.Fprintf(c.stderr, "%s\n", internal.Stack)
		}
	}
}

// A lintRun is one call of lint: its flags and what they mean.
type lintRun struct {
	lintFlags

	formats           []string
	output            string
	failOn            string
	failUnread        bool
	baseline          string
	color             string
	columns           string
	sourceURL         string
	withoutSuppressed bool
	countAll          bool
	maxProblems       int
	newSince          string
	fix               bool

	opts      lint.Options
	outputs   []output
	threshold finding.Severity
	colored   bool
	counted   report.Columns
}

func (c command) lintCommand() *cobra.Command {
	var run lintRun
	cmd := &cobra.Command{
		Use:   "lint [PATH | GLOB | -]...",
		Short: "Check flows (default: those in the current folder)",
		Long: `Check flow definitions, API requests and resources: files, folders, globs with **,
or - for standard input. Without arguments, the current folder.

Reports go to standard output, everything else to standard error.
What is in a folder and seems to hold a flow that is not read is named there.
Exit status: 0 nothing at or above --fail-on; 1 findings; 2 bad usage or
configuration, a file that cannot be read, no flow found, or an internal error.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := run.prepare(c); err != nil {
				return err
			}
			if len(args) == 0 {
				if !run.quiet {
					c.tellPipe()
				}
				args = []string{"."}
			}
			if run.fix {
				return c.fix(&fixRun{lintRun: run}, args)
			}
			return c.lint(&run, args)
		},
	}
	run.register(cmd)
	cmd.Flags().StringVar(&run.newSince, "new-since", "", "leave out the findings that the flow had at this git `REVISION`, also under another name")
	cmd.Flags().BoolVar(&run.fix, "fix", false, "apply safe fixes, as the command fix does")
	cmd.MarkFlagsMutuallyExclusive("fix", "new-since")
	return cmd
}

// register adds the flags of lint.
func (run *lintRun) register(cmd *cobra.Command) {
	run.lintFlags.register(cmd)
	flags := cmd.Flags()
	var names []string
	for _, format := range report.Formats() {
		names = append(names, format.Name)
	}
	flags.StringArrayVar(&run.formats, "format", nil, "`FORMAT` of the report: "+strings.Join(names, ", ")+" (default text); FORMAT=FILE writes it to a file; may be given several times")
	flags.StringVarP(&run.output, "output", "o", "", "write the report to this `FILE`")
	flags.StringVar(&run.failOn, "fail-on", "error", "exit with 1 at findings of this `LEVEL` and above: error, warning, note or never")
	flags.BoolVar(&run.failUnread, "fail-unread", false,
		"exit with 1 when a file that seems to hold a flow was not read")
	flags.StringVar(&run.baseline, "baseline", "", "leave out the findings accepted in this `FILE`")
	flags.BoolVar(&run.withoutSuppressed, "without-suppressed", false, "leave accepted findings out of SARIF too, for readers that know no suppressions, such as GitHub")
	flags.BoolVar(&run.countAll, "stats", false, "count the findings by rule and by file, on standard error")
	flags.IntVar(&run.maxProblems, "max-problems", 0,
		"report the first `N` findings; all of them count (default: no limit)")
	flags.StringVar(&run.color, "color", "auto", "colour the text report: auto, always or never")
	registerSourceURL(cmd, &run.sourceURL)
	flags.StringVar(&run.columns, "columns", "utf16", "count the columns of text and short in utf16, bytes (as Vim does) or runes")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("fail-on",
		cobra.FixedCompletions([]string{"error", "warning", "note", "never"}, cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("color",
		cobra.FixedCompletions([]string{"auto", "always", "never"}, cobra.ShellCompDirectiveNoFileComp))
}

// prepare works out what the flags mean, before anything is read but a baseline.
func (run *lintRun) prepare(c command) (err error) {
	if run.opts, err = run.options(); err != nil {
		return err
	}
	if run.outputs, err = parseFormats(run.formats, run.output); err != nil {
		return err
	}
	if err = apart(run.opts.Root, run.outputNames()); err != nil {
		return err
	}
	if run.threshold, err = parseFailOn(run.failOn); err != nil {
		return err
	}
	if run.colored, err = c.colored(run.color); err != nil {
		return err
	}
	if run.counted, err = report.ParseColumns(run.columns); err != nil {
		return err
	}
	if err = checkSourceURL(run.sourceURL); err != nil {
		return err
	}
	if run.maxProblems < 0 {
		return errors.New("--max-problems takes a number from 1 on, or 0 for all")
	}
	if run.onlyHere(run.opts.Root, run.baseline) {
		c.sayf("%s has no %s, so it does not count", run.settingsFrom, run.baseline)
		run.baseline = ""
	}
	if run.baseline == "" {
		return nil
	}
	run.opts.Baseline, err = accept.ReadBaseline(run.opts.Root, run.baseline, run.settings)
	if ofSystem(err) {
		err = fmt.Errorf("read baseline: %w", input.Unreadable(run.baseline, err))
	}
	return err
}

// lint checks what the arguments name and writes the reports.
func (c command) lint(run *lintRun, args []string) error {
	all := c.begin(run)
	result, err := c.lintAll(run, args, all)
	if err != nil {
		return err
	}
	return c.finish(all, result)
}

// lintAll checks what the arguments name.
func (c command) lintAll(run *lintRun, args []string, all *reports) (*lint.Result, error) {
	run.opts.NoFixes = !slices.ContainsFunc(run.outputs, func(o output) bool { return o.format.Fixes })
	if run.maxProblems > 0 {
		run.opts.Jobs = 1 // what is shown of a file is known when those before it are taken, and it is there no longer than its turn
	}
	if run.newSince == "" {
		return c.run(&run.lintFlags, args, run.opts, all.sink(), run.baseline, run.outputNames()...)
	}
	candidates, problems, err := c.find(&run.lintFlags, args, &run.opts)
	if err != nil {
		return nil, err
	}
	if err := run.spare(run.opts, run.baseline, candidates, run.outputNames()); err != nil {
		return nil, err
	}
	if run.opts.Since, err = c.since(run, candidates, run.opts); err != nil {
		return nil, err
	}
	return c.check(&run.lintFlags, args, candidates, problems, run.opts, all.sink())
}

// outputNames returns the names of the outputs, "" for standard output.
func (run *lintRun) outputNames() []string {
	var names []string
	for _, out := range run.outputs {
		names = append(names, out.file)
	}
	return names
}

// report writes the reports of a result that holds all that was found, and decides the
// exit status.
func (c command) report(run *lintRun, result *lint.Result) error {
	all := c.begin(run)
	if len(result.Diagnostics) > 0 {
		kept, _ := all.Render(result.Diagnostics)
		all.Take(kept)
	}
	return c.finish(all, result)
}

// finish completes the reports, and decides the exit status.
func (c command) finish(all *reports, result *lint.Result) error {
	run := all.run
	failed := all.end(result)
	c.complainOf(result)
	if all.left > 0 {
		among := ""
		if all.worse > 0 {
			among = ", " + words.Plural(all.worse, "error") + " among them"
		}
		c.sayf("%s not shown (--max-problems %d)%s", words.Plural(all.left, "more finding"), run.maxProblems, among)
	}
	if all.stats != nil {
		all.stats.write(c.stderr)
	}
	if !run.quiet {
		fmt.Fprintln(c.stderr, report.Summary(&result.Result))
	}
	switch {
	case failed != nil:
		return failed
	case len(result.Problems) > 0:
		return exitError(exitFailed)
	case run.failUnread && len(result.Unread) > 0, run.threshold != finding.Off && failing(result, run.threshold):
		return exitError(exitFindings)
	}
	return nil
}

// failing reports whether a finding counts that is at or above a severity.
func failing(r *lint.Result, threshold finding.Severity) bool {
	counted := r.Totals()
	for _, n := range counted.Counting[threshold:] {
		if n > 0 {
			return true
		}
	}
	return false
}

func parseFailOn(s string) (finding.Severity, error) {
	if s == "never" {
		return finding.Off, nil
	}
	severity, err := finding.ParseSeverity(s)
	if err != nil || severity == finding.Off {
		return finding.Off, fmt.Errorf("--fail-on takes error, warning, note or never, not %q", s)
	}
	return severity, nil
}

// An output is one report and where it goes: "" is standard output.
type output struct {
	format report.Format
	file   string
}

func parseFormats(formats []string, file string) ([]output, error) {
	var known []string
	for _, f := range report.Formats() {
		known = append(known, f.Name)
	}
	named, err := parseOutputs(formats, file, known)
	var outputs []output
	for _, n := range named {
		format, _ := report.Find(n.name)
		outputs = append(outputs, output{format, n.file})
	}
	return outputs, err
}

// A namedOutput is the name of a format and where its report goes: "" is standard output.
type namedOutput struct{ name, file string }

// parseOutputs reads the values of --format, each FORMAT or FORMAT=FILE, and of --output.
func parseOutputs(formats []string, file string, known []string) ([]namedOutput, error) {
	if len(formats) == 0 {
		formats = []string{"text"}
	}
	var outputs []namedOutput
	toStdout := 0
	for _, s := range formats {
		name, to, hasFile := strings.Cut(s, "=")
		if !slices.Contains(known, name) {
			return nil, fmt.Errorf("--format does not know %q: write one of %s", name, strings.Join(known, ", "))
		}
		if hasFile && to == "" {
			return nil, fmt.Errorf("--format %s= names no file", name)
		}
		if !hasFile {
			to = file
			toStdout++
		}
		outputs = append(outputs, namedOutput{name, to})
	}
	if toStdout > 1 {
		return nil, errors.New("two formats would go to the same place: give all but one a file, as --format sarif=out.sarif")
	}
	if toStdout == 0 && file != "" {
		return nil, errors.New("--output has nothing to write: every --format names its own file")
	}
	return outputs, nil
}

func (c command) colored(when string) (bool, error) {
	switch when {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
		return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(c.stdout), nil
	}
	return false, fmt.Errorf("--color takes auto, always or never, not %q", when)
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
