package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"studiolint/lint/finding"
	"studiolint/lint/words"
	"studiolint/rules"
)

func (c command) rulesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			w := tabwriter.NewWriter(c.stdout, 0, 0, 2, ' ', 0)
			var group finding.Group
			for _, r := range rules.All() {
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
				fmt.Fprintf(w, "  %s\t%s\t%s\t%s\n", r.ID, r.Severity, fix, r.Title)
			}
			return w.Flush()
		},
	}
}

func knownRule(id string) error {
	ids := ruleIDs()
	for _, known := range ids {
		if known == id {
			return nil
		}
	}
	if near := words.Nearest(id, ids); near != "" {
		return fmt.Errorf("there is no rule %q; did you mean %q?", id, near)
	}
	return fmt.Errorf("there is no rule %q; \"studiolint rules\" lists them", id)
}
