package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/git"
	"studiolint/lint/input"
	"studiolint/lint/report"
	"studiolint/lint/script"
	"studiolint/lint/words"
	"studiolint/rules"
	"studiolint/schemas"
)

// A testRun is one call of test: its flags and what they mean.
type testRun struct {
	formats   []string
	output    string
	coverage  []string
	verbose   bool
	strict    bool
	jobs      int
	quiet     bool
	config    string
	noConfig  bool
	noIgnore  bool
	color     string
	skipOther bool
	generate  string
	update    bool

	root    files.Root
	configs *config.Finder
}

func (c command) testCommand() *cobra.Command {
	var run testRun
	cmd := &cobra.Command{
		Use:   "test [PATH]...",
		Short: "Run scripted conversations with flows (default: those below the current folder)",
		Long: `Run scripted conversations: a PATH is a test file, or a folder with files named
*` + script.Suffix + ` below. A flow runs offline: what its requests get as an answer stands
in the test, and nothing ever goes over a network. "studiolint schema test" prints the
form of a test file for editors.

Exit status: 0 all tests passed, or are undetermined; 1 a test failed, too little is
covered, or with --strict a test is undetermined; 2 bad usage, a test file or a flow that
cannot be used, or no test found.

With --generate FILE a PATH is a flow, and FILE gets a test for each transition that no
test beside FILE takes. With --update what the tests expect becomes what happens.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = []string{"."}
			}
			switch {
			case run.generate != "":
				return c.generateTests(&run, args)
			case run.update:
				return c.updateTests(&run, args)
			}
			return c.test(&run, args)
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&run.formats, "format", nil, "`FORMAT` of the report: "+strings.Join(testFormats(), ", ")+" (default text); FORMAT=FILE writes it to a file; may be given several times")
	flags.StringVarP(&run.output, "output", "o", "", "write the report to this `FILE`")
	flags.StringArrayVar(&run.coverage, "coverage", nil, "tell which transitions no test takes: in the report, or as lcov:FILE, html:FILE or json:FILE")
	flags.Lookup("coverage").NoOptDefVal = "text"
	flags.BoolVarP(&run.verbose, "verbose", "v", false, "list the tests that passed too, each with what happened")
	flags.BoolVar(&run.strict, "strict", false, "exit with 1 when a test is undetermined")
	flags.IntVar(&run.jobs, "jobs", 0, "run `N` tests at a time (default: one per processor)")
	flags.BoolVarP(&run.quiet, "quiet", "q", false, "print no summary")
	flags.StringVar(&run.config, "config", "", "use this configuration `FILE` for every flow")
	flags.BoolVar(&run.noConfig, "no-config", false, "use no configuration file")
	flags.BoolVar(&run.skipOther, "skip-other", false, "end with 0 where there is no test, as hooks do")
	flags.BoolVar(&run.noIgnore, "no-ignore", false, "in folders, look at what git ignores too")
	flags.StringVar(&run.color, "color", "auto", "colour the text report: auto, always or never")
	flags.StringVar(&run.generate, "generate", "", "write tests into this `FILE` for what no test takes of the flow at PATH")
	flags.BoolVar(&run.update, "update", false, "rewrite what the tests expect to what happens")
	cmd.MarkFlagsMutuallyExclusive("config", "no-config")
	cmd.MarkFlagsMutuallyExclusive("generate", "update")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(testFormats(), cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("color",
		cobra.FixedCompletions([]string{"auto", "always", "never"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func testFormats() (names []string) {
	for _, f := range report.TestFormats() {
		names = append(names, f.Name)
	}
	return names
}

// prepare finds the configurations.
func (run *testRun) prepare() error {
	if run.jobs < 0 {
		return errors.New("--jobs takes a number from 1 on, or 0 for one per processor")
	}
	run.root = files.Here()
	if !run.noConfig {
		run.configs = config.NewFinder(lint.Data(rules.All()), run.root, config.Options{Path: run.config})
	}
	return nil
}

// loader returns what loads the flows.
func (run *testRun) loader() *script.Loader {
	hide := func(path string) func(string) string { return finding.SecretsOf(run.sensitive(path)).Hide }
	settings := func(path string) (schemas.Catalogue, map[string]string, error) {
		c, err := run.configs.For(path)
		if err != nil {
			return schemas.Catalogue{}, nil, err
		}
		subflows := map[string]string{}
		for sid, where := range c.Subflows {
			for _, name := range c.Paths(where) {
				if _, err := run.root.Stat(name); err == nil {
					subflows[sid] = run.short(name)
					break
				}
			}
		}
		return schemas.Catalogue{}.With(c.WidgetTypes...), subflows, nil
	}
	return &script.Loader{Root: run.root, Engine: run.configs.Engine, Hide: hide, Settings: settings}
}

// short returns a path as people write it: from the folder of the run, when it lies there.
func (run *testRun) short(name string) string {
	if below, err := filepath.Rel(run.root.Dir, name); err == nil && filepath.IsLocal(below) {
		name = below
	}
	return filepath.ToSlash(name)
}

// test runs the tests that the arguments name and writes the reports.
func (c command) test(run *testRun, args []string) error {
	if err := run.prepare(); err != nil {
		return err
	}
	outputs, err := parseOutputs(run.formats, run.output, testFormats())
	if err != nil {
		return err
	}
	coverage, err := parseCoverage(run.coverage)
	if err != nil {
		return err
	}
	colored, err := c.colored(run.color)
	if err != nil {
		return err
	}
	paths, problems := run.find(args)
	if len(paths) == 0 && len(problems) == 0 {
		if run.skipOther {
			return nil
		}
		return fmt.Errorf("no test found in %s: the names of test files end in %s", strings.Join(args, ", "),
			script.Suffix)
	}
	if err := run.spare(paths, outputs, coverage); err != nil {
		return err
	}
	reports := run.reports(outputs, slices.Contains(coverage, namedOutput{"text", ""}), colored)
	options := script.Options{Jobs: run.jobs, Coverage: true}
	for _, r := range reports {
		options.Texts = append(options.Texts, func(t *script.Outcome) string { return r.format.Text(t, r.about) })
	}
	var end func()
	options.Done, end = c.watched(run.quiet, func(done int) string { return "ran " + words.Plural(done, "test") })
	loader := run.loader()
	result := script.Run(paths, loader, options)
	end()
	written := fileNames(outputs, coverage)
	if err := spareRead(run.root, loader.Files(), written, "one of the files that the tests read"); err != nil {
		return err
	}
	result.Problems = append(problems, result.Problems...)
	if len(result.Outcomes) == 0 && len(result.Problems) == 0 && !run.skipOther {
		return fmt.Errorf("no test found: the list below tests is empty in %s",
			strings.Join(paths[:min(len(paths), 3)], ", "))
	}
	return c.reportTests(run, result, reports, coverage)
}

// spare refuses an output that is known to be read, or holds a flow, before a test is run.
func (run *testRun) spare(paths []string, outputs, coverage []namedOutput) error {
	names := fileNames(outputs, coverage)
	if err := apart(run.root, names); err != nil {
		return err
	}
	if err := spareConfigs(run.root, run.config, names); err != nil {
		return err
	}
	if err := spareRead(run.root, paths, names, "one of the test files"); err != nil {
		return err
	}
	return spareHeld(run.root, names)
}

// fileNames are the files that are written.
func fileNames(outputs, coverage []namedOutput) (names []string) {
	for _, out := range slices.Concat(outputs, coverage) {
		if out.file != "" {
			names = append(names, out.file)
		}
	}
	return names
}

// A testReport is one report of a run of tests.
type testReport struct {
	format report.TestFormat
	about  report.TestOptions
	file   string
}

func (run *testRun) reports(outputs []namedOutput, coverage, colored bool) (all []testReport) {
	about := report.TestOptions{Verbose: run.verbose, Coverage: coverage, Options: report.Options{Version: programVersion(), URL: home}}
	if run.root.Dir != "" {
		about.BaseDir, about.WorkDir = run.root.Repository(run.root.Dir), run.root.Dir
	}
	for _, out := range outputs {
		about.Color = colored && out.file == ""
		all = append(all, testReport{report.TestFormats()[slices.Index(testFormats(), out.name)], about, out.file})
	}
	return all
}

// sensitive returns what lint finds in a file that nobody may show, whatever its
// configuration says of it.
func (run *testRun) sensitive(file string) []*finding.Diagnostic {
	_, result, err := inspect([]string{file}, []input.Candidate{{Path: file, Named: true}},
		lint.Options{Root: run.root, Configs: run.configs, Rules: rules.All(), Jobs: run.jobs})
	if err != nil {
		return nil
	}
	return result.Diagnostics
}

// secrets returns the texts of a file that hold a secret.
func (run *testRun) secrets(file string) map[string]bool {
	texts := map[string]bool{}
	for _, d := range run.sensitive(file) {
		texts[d.At.Node.Text()] = true
	}
	return texts
}

func (run *testRun) find(args []string) ([]string, []error) {
	ignored := git.Ignored
	if run.noIgnore {
		ignored = nil
	}
	return script.Find(run.root, args, ignored)
}

// reportTests writes the reports, and decides the exit status.
func (c command) reportTests(run *testRun, result *script.Report, reports []testReport, coverage []namedOutput) error {
	least, err := run.leastCoverage(result)
	failed := []error{err}
	for i, r := range reports {
		text := func(t *script.Outcome) string { return t.Texts[i] }
		failed = append(failed, c.write(r.file, func(w io.Writer) error { return r.format.Write(w, result, text, r.about) }))
	}
	for _, out := range coverage {
		if out.file == "" {
			continue
		}
		failed = append(failed, c.write(out.file, func(w io.Writer) error { return report.WriteCoverage(w, out.name, result.Coverage, run.secrets) }))
	}
	for _, err := range result.Problems {
		c.complain(err)
	}
	if !run.quiet && result.Files > 0 {
		fmt.Fprintln(c.stderr, result.Summary())
	}
	if err := errors.Join(failed...); err != nil {
		return err
	}
	switch {
	case len(result.Problems) > 0:
		return exitError(exitFailed)
	case result.Count(script.Failed) > 0, run.strict && result.Count(script.Unclear) > 0:
		return exitError(exitFindings)
	case len(least) > 0:
		for _, line := range least {
			c.sayf("%s", line)
		}
		return exitError(exitFindings)
	}
	return nil
}

// leastCoverage says which flows are covered less than their configuration wants.
func (run *testRun) leastCoverage(result *script.Report) (short []string, err error) {
	for _, flow := range result.Coverage {
		c, err := run.configs.For(flow.Flow)
		if err != nil {
			continue // it was reported
		}
		if least, is := c.Tests.LeastCoverage, flow.Transitions.Percent(); is < least {
			short = append(short, fmt.Sprintf("%s: the tests take %d %% of the transitions, and %s wants at least %d %%; --coverage lists those that are missing", flow.Flow, is, c.Path, least))
		}
	}
	return short, nil
}

// parseCoverage reads the values of --coverage.
func parseCoverage(values []string) ([]namedOutput, error) {
	var outputs []namedOutput
	for _, v := range values {
		name, file, _ := strings.Cut(v, ":")
		switch {
		case name == "text" && file == "":
		case slices.Contains(report.CoverageFormats(), name) && file != "":
		case slices.Contains(report.CoverageFormats(), name):
			return nil, fmt.Errorf("--coverage=%s names no file: write --coverage=%s:FILE", name, name)
		default:
			return nil, fmt.Errorf("--coverage does not know %q: write --coverage, or --coverage=FORMAT:FILE with one of %s", name, strings.Join(report.CoverageFormats(), ", "))
		}
		outputs = append(outputs, namedOutput{name, file})
	}
	return outputs, nil
}

// write hands out standard output, or a file that is put in place once it is complete.
func (c command) write(file string, f func(io.Writer) error) error {
	var buffer bytes.Buffer
	if err := f(&buffer); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	if file == "" {
		_, err := c.stdout.Write(buffer.Bytes())
		return err
	}
	if err := writeFile(file, buffer.Bytes()); err != nil {
		return naming(file, err)
	}
	return nil
}
