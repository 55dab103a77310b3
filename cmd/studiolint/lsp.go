package main

import (
	"context"

	"github.com/spf13/cobra"

	"studiolint/cmd/studiolint/heap"
	"studiolint/lint/editor"
	"studiolint/lint/git"
	"studiolint/rules"
)

func (c command) lspCommand() *cobra.Command {
	var (
		f        lintFlags
		baseline string
		ignored  struct {
			stdio  bool
			client int
		}
	)
	cmd := &cobra.Command{
		Use:   "lsp",
		Short: "Serve an editor: the Language Server Protocol on standard input and output",
		Long: `Serve an editor that speaks the Language Server Protocol (3.17), on standard input
and output: findings while you type, fixes, hover, definitions, renaming, completion.
The editor starts it. ` + integrationPage + ` says how, for several of them.

Flags hold for every flow. The editor may set config, baseline and inlayHints in its
initializationOptions.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			o, err := f.optionsHere()
			if err != nil {
				return err
			}
			heap.ForServer()
			status := editor.Serve(context.Background(), c.stdin, c.stdout, editor.Options{
				Version: programVersion(), Check: o,
				Config: f.config, NoConfig: f.noConfig, Baseline: baseline,
				Ignored: git.Ignored, Alive: alive, RuleURL: ruleURL, Explain: explainID,
			})
			if status != exitOK {
				return exitError(status)
			}
			return nil
		},
	}
	f.registerRules(cmd)
	f.registerConfig(cmd)
	cmd.Flags().StringVar(&baseline, "baseline", "", "leave out the findings accepted in this `FILE`")
	// What clients add of themselves.
	cmd.Flags().BoolVar(&ignored.stdio, "stdio", false, "")
	cmd.Flags().IntVar(&ignored.client, "clientProcessId", 0, "")
	cmd.Flags().MarkHidden("stdio")
	cmd.Flags().MarkHidden("clientProcessId")
	return cmd
}

// explainID is the text of a rule, "" when there is none of that name.
func explainID(id string) string {
	for _, r := range rules.All() {
		if r.ID == id {
			return explainRule(r)
		}
	}
	return ""
}
