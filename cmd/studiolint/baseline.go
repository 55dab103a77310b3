package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"studiolint/lint/accept"
)

func (c command) baselineCommand() *cobra.Command {
	var (
		f     lintFlags
		file  string
		prune bool
	)
	cmd := &cobra.Command{
		Use:   "baseline [PATH | GLOB]...",
		Short: "Accept today's findings, so that only new ones count",
		Long: `Write the findings of today into a baseline. "studiolint lint --baseline FILE" then
leaves them out and reports what is new. A finding is known by its rule, its
widget and its message, never by its line, so that edits elsewhere do not
bring it back.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := f.options()
			if err != nil {
				return err
			}
			if len(args) == 0 {
				args = []string{"."}
			}
			var found kept
			result, err := c.run(&f, args, o, &found, "", file)
			if err != nil {
				return err
			}
			if len(result.Problems) > 0 {
				c.complainOf(result)
				c.sayf("no baseline was written, because the run is not complete")
				return exitError(exitFailed)
			}
			baseline := accept.NewBaseline(o.Root, file, programVersion(), found)
			if prune {
				old, err := accept.ReadBaseline(o.Root, file, nil)
				if errors.Is(err, os.ErrNotExist) {
					return fmt.Errorf("--prune needs a baseline, but there is no %s", file)
				}
				if err != nil {
					return err
				}
				baseline = old.Prune(result.Run, found)
			}
			if err := spareFlows(o.Root, result, file); err != nil {
				return err
			}
			if err := writeFile(file, baseline.Encode()); err != nil {
				return fmt.Errorf("write baseline: %w", err)
			}
			if !f.quiet {
				c.sayf("%d accepted in %s", baseline.Count(), file)
			}
			return nil
		},
	}
	f.register(cmd)
	cmd.Flags().StringVarP(&file, "output", "o", ".studiolint-baseline.json", "write the baseline to this `FILE`")
	cmd.Flags().BoolVar(&prune, "prune", false, "only drop entries that no longer occur; accept nothing new")
	return cmd
}
