package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"studiolint/lint"
	"studiolint/lint/accept"
)

// namedBaseline returns the baseline that the configuration of the current folder names,
// or else another file.
func (f *lintFlags) namedBaseline(o lint.Options, otherwise string) (string, error) {
	here, err := f.configHere(o)
	if err != nil {
		return "", err
	}
	return cmp.Or(here.Baseline.Path, otherwise), nil
}

// A baselineRun is one call of baseline: its flags.
type baselineRun struct {
	lintFlags

	file  string
	prune bool
}

func (c command) baselineCommand() *cobra.Command {
	var run baselineRun
	cmd := &cobra.Command{
		Use:   "baseline [PATH | GLOB]...",
		Short: "Accept today's findings, so that only new ones count",
		Long: `Write the findings of today into a baseline. "studiolint lint --baseline FILE" then
leaves them out and reports what is new; so does a configuration with the key
"baseline". A finding is known by its rule, its widget and its message, never by its
line, so that edits elsewhere do not bring it back.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := run.options()
			if err != nil {
				return err
			}
			if !cmd.Flags().Changed("output") {
				if run.file, err = run.namedBaseline(o, run.file); err != nil {
					return err
				}
			}
			if len(args) == 0 {
				args = []string{"."}
			}
			return c.writeBaseline(&run, args, o)
		},
	}
	run.register(cmd)
	cmd.Flags().StringVarP(&run.file, "output", "o", ".studiolint-baseline.json", "write the baseline to this `FILE`; without this flag, to the one that the configuration of the current folder names")
	cmd.Flags().BoolVar(&run.prune, "prune", false, "only drop entries that no longer occur; accept nothing new")
	return cmd
}

// writeBaseline accepts what is found now.
func (c command) writeBaseline(run *baselineRun, args []string, o lint.Options) error {
	o.NoNamed = true // what they accept is accepted anew
	var found kept
	result, err := c.run(&run.lintFlags, args, o, &found, "", run.file)
	if err != nil {
		return err
	}
	if len(result.Problems) > 0 {
		c.complainOf(result)
		c.sayf("no baseline was written, because the run is not complete")
		return exitError(exitFailed)
	}
	baseline := accept.NewBaseline(o.Root, run.file, programVersion(), found)
	if run.prune {
		old, err := accept.ReadBaseline(o.Root, run.file, nil)
		if errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("--prune needs a baseline, but there is no %s", run.file)
		}
		if err != nil {
			return err
		}
		baseline = old.Prune(result.Run, found)
	}
	if err := spareFlows(o.Root, result, run.file); err != nil {
		return err
	}
	if err := writeFile(run.file, baseline.Encode()); err != nil {
		return fmt.Errorf("write baseline: %w", err)
	}
	if !run.quiet {
		c.sayf("%d accepted in %s", baseline.Count(), run.file)
	}
	return nil
}
