package main

import (
	"fmt"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/finding"
	"studiolint/lint/report"
	"studiolint/lint/words"
)

func (c command) rulesCommand() *cobra.Command {
	var f lintFlags
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List the rules, those of the current folder's configuration too",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			all, err := f.rulesHere()
			if err != nil {
				return err
			}
			w := tabwriter.NewWriter(c.stdout, 0, 0, 2, ' ', 0)
			var group finding.Group
			for _, r := range all {
				if r.Group != group {
					if group != "" {
						fmt.Fprintln(w)
					}
					group = r.Group
					fmt.Fprintf(w, "%s\n", group)
				}
				fix := ""
				if r.Fix != finding.NoFix {
					fix = "fix: " + r.Fix.String()
				}
				fmt.Fprintf(w, "  %s\t%s\t%s\t%s\n", r.ID, r.Severity, fix, report.Visible(r.Title))
			}
			return w.Flush()
		},
	}
	f.registerConfig(cmd)
	return cmd
}

// rulesHere returns the rules of the program and those of the configuration that belongs
// to the current folder.
func (f *lintFlags) rulesHere() ([]*lint.Rule, error) {
	o, err := f.options()
	if err != nil {
		return nil, err
	}
	here, err := f.configHere(o)
	if err != nil {
		return nil, err
	}
	return slices.Concat(o.Rules, o.House(here)), nil
}

// configHere returns the configuration that belongs to the current folder.
func (f *lintFlags) configHere(o lint.Options) (*config.Config, error) {
	var finder *config.Finder
	if !f.noConfig {
		finder = config.NewFinder(lint.Data(o.Rules), o.Root, config.Options{Path: f.config, Settings: f.settings})
	}
	return finder.For("flow.json")
}

// knownRule is an error for what is none of the rules that are known.
func knownRule(id string, known []string) error {
	if slices.Contains(known, id) {
		return nil
	}
	if near := words.Nearest(id, known); near != "" {
		return fmt.Errorf("there is no rule %q; did you mean %q?", id, near)
	}
	return fmt.Errorf("there is no rule %q; \"studiolint rules\" lists them", id)
}
