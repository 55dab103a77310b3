package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"studiolint/cmd/studiolint/heap"
	"studiolint/lint"
	"studiolint/lint/assist"
	"studiolint/lint/finding"
	"studiolint/lint/fix"
	"studiolint/lint/git"
	"studiolint/lint/input"
	"studiolint/schemas"
)

func (c command) mcpCommand() *cobra.Command {
	var f lintFlags
	cmd := &cobra.Command{
		Use:   "mcp",
		Short: "Serve a coding assistant: the Model Context Protocol on standard input and output",
		Long: `Serve a coding assistant that speaks the Model Context Protocol, on standard input and
output: it can check flows, have them mended, see them as graphs, run their tests,
compare them, and read what is known of a rule or a widget type. The assistant's program
starts it, as ` + integrationPage + ` says.

It reads below the roots that the client names, or else below the current folder, and
writes nothing.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			o, err := f.optionsHere()
			if err != nil {
				return err
			}
			explain := func(name string) (any, error) {
				known, err := f.rulesFor(name)
				if err != nil {
					return nil, err
				}
				return explained(name, known)
			}
			heap.ForServer()
			assist.Serve(context.Background(), c.stdin, c.stdout, assist.Options{
				Version: programVersion(), Check: o, Config: f.config, NoConfig: f.noConfig,
				Ignored: git.Ignored, Mend: mend, Types: schemas.Types(), Explain: explain,
				Graph: graphFor, Test: testFor, Diff: diffFor,
			})
			return nil
		},
	}
	f.registerRules(cmd)
	f.registerConfig(cmd)
	return cmd
}

// mend returns a flow with the fixes made that are safe, or any, and those; nil when there
// is nothing to mend.
func mend(flow input.Candidate, o lint.Options, unsafe bool) ([]byte, []finding.Mended, error) {
	m := newMendable([]input.Candidate{flow}, o)
	outcome, err := fix.Mend(m, fix.Safe(unsafe))
	if err != nil {
		return nil, nil, err
	}
	if len(m.result.Problems) > 0 {
		return nil, nil, errors.Join(m.result.Problems...)
	}
	if m.result.Files == 0 {
		return nil, nil, errors.New("there is no flow in it")
	}
	var made []finding.Mended
	for _, change := range outcome.Made {
		made = append(made, finding.Mended{Finding: change.Finding, Fix: change.Fix})
	}
	for _, text := range outcome.After {
		return text, made, nil
	}
	return nil, nil, nil
}
