package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/inventory"
	"studiolint/lint/project"
)

// inventoryFormats are the forms of an inventory.
var inventoryFormats = []string{"text", "json", "csv", "markdown"}

var inventoryWriters = map[string]func(io.Writer, []*inventory.Item) error{
	"text":     inventory.WriteText,
	"json":     inventory.WriteJSON,
	"csv":      inventory.WriteCSV,
	"markdown": inventory.WriteMarkdown,
}

func (c command) inventoryCommand() *cobra.Command {
	var (
		f              lintFlags
		format, output string
	)
	cmd := &cobra.Command{
		Use:   "inventory [PATH | GLOB | -]...",
		Short: "List what flows depend on outside themselves",
		Long: `List what flows depend on outside themselves, with every place that names it:
subflows, Functions and their services, workflows and task channels, content
templates and other SIDs, phone numbers and other addresses, hosts and URLs, and
the variables with which they are started. What Liquid prints is listed with the
texts that the flow sets, where it is one of these, or else as the template.
Credentials are shown as asterisks.

csv has a row for each place; a cell that a spreadsheet would take for a formula,
such as a number that begins with a plus, begins with an apostrophe.

Exit status: 0 whatever is listed; 2 when a file cannot be read, or none holds a flow.`,
		Example: `  studiolint inventory
  studiolint inventory flows/dev --format csv --output inventory.csv`,
		RunE: func(_ *cobra.Command, args []string) error {
			write := inventoryWriters[format]
			if write == nil {
				return fmt.Errorf("inventory has no format %q; it has %s", format, strings.Join(inventoryFormats, ", "))
			}
			if len(args) == 0 {
				args = []string{"."}
			}
			return c.inventory(&f, args, output, write)
		},
	}
	f.registerConfig(cmd)
	f.registerFiles(cmd)
	flags := cmd.Flags()
	flags.StringVar(&format, "format", "text", "`FORMAT` of the list: "+strings.Join(inventoryFormats, ", "))
	flags.StringVarP(&output, "output", "o", "", "write the list to this `FILE`")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(inventoryFormats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (c command) inventory(f *lintFlags, args []string, output string, write func(io.Writer, []*inventory.Item) error) error {
	o, err := f.options()
	if err != nil {
		return err
	}
	candidates, problems, err := c.find(f, args, &o)
	if err != nil {
		return err
	}
	if err := f.spare(o, "", candidates, []string{output}); err != nil {
		return err
	}
	documents, result, err := inspect(args, candidates, o)
	if err != nil {
		return err
	}
	result.Problems = append(problems, result.Problems...)
	c.tellUnread(&result.Result)
	if err := f.foundAny(result, args); err != nil {
		return err
	}
	if err := spareFlows(o.Root, result, output); err != nil {
		return err
	}
	if len(documents) == 0 && len(result.Problems) > 0 { // what they depend on is not known
		c.complainOf(result)
		return exitError(exitFailed)
	}
	items := inventory.Of(documents, result.Diagnostics)
	if err := c.writeTo(output, func(w io.Writer) error { return write(w, items) }); err != nil {
		return err
	}
	if c.complainOf(result); len(result.Problems) > 0 {
		return exitError(exitFailed)
	}
	return nil
}

// inspect reads the files that arguments stand for, and looks for credentials in them, which are to be hidden. A text
// that is broken is one of the result's problems.
func inspect(args []string, candidates []input.Candidate, o lint.Options) ([]*project.Document, *lint.Result, error) {
	const secrets = "credentials"
	o.Only, o.Severity = []string{secrets}, map[string]finding.Severity{secrets: finding.Warning} // whatever a configuration says
	session := lint.NewSession(o)
	for _, candidate := range candidates {
		session.Open(candidate)
	}
	result, err := session.Check(context.Background())
	if err != nil {
		return nil, nil, err
	}
	result.Diagnostics = slices.DeleteFunc(result.Diagnostics, func(d *finding.Diagnostic) bool { return !d.Sensitive })
	var documents []*project.Document
	for _, candidate := range candidates {
		file, list := session.Load(candidate.Path)
		documents = append(documents, list...)
		if file == nil {
			continue
		}
		for _, text := range file.Texts {
			if wrong := text.Syntax; wrong != nil && !text.Readable() {
				at, span := text.Place(wrong.Span).Locate()
				p := at.Position(span.Start)
				result.Problems = append(result.Problems, fmt.Errorf("%s:%d:%d: its flow is not listed: %s", at.Path, p.Line, p.Column, wrong.Cause))
			}
		}
	}
	if len(documents) == 0 && len(candidates) > 0 && len(result.Problems) == 0 {
		return nil, nil, noFlowIn(args)
	}
	return documents, result, nil
}
