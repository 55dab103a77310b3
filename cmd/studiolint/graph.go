package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/draw"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/input"
	"studiolint/lint/page"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// A graphRun is one call of graph.
type graphRun struct {
	lintFlags
	format, output string
	onlyWidgets    bool
	pathTo, around string
}

var graphFormats = []string{"mermaid", "dot", "svg", "html"}

func (c command) graphCommand() *cobra.Command {
	var run graphRun
	cmd := &cobra.Command{
		Use:   "graph FILE",
		Short: "Draw a flow: widgets, transitions, findings",
		Long: `Draw a flow as Studio lays it out, with what its widgets say and do, where they
lead, and what lint finds in it. Where widgets have no place of their own on the
canvas, or share one, the flow is laid out in layers.

mermaid, the default, can be read in a terminal and pasted into an issue or a page
of Markdown; a drawing too large for GitHub comes in parts. dot is for Graphviz.
svg is a picture for browsers and documents, for light and dark. html is one page
with the findings beside the picture, to search, zoom and click.

What no execution comes to is pale. The way that proves the worst finding is heavy.
A transition whose "next" no widget has gets no arrow, and what else cannot be drawn
is said.

Exit status: 0 whatever is found; 2 when the file cannot be read or holds no flow.`,
		Example: `  studiolint graph flows/ivr.json
  studiolint graph flows/ivr.json --format svg --output ivr.svg
  studiolint graph flows/ivr.json --path-to transfer_to_sales`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return c.graph(&run, args[0]) },
	}
	run.registerRules(cmd)
	run.registerConfig(cmd)
	flags := cmd.Flags()
	flags.StringVar(&run.format, "format", "mermaid", "`FORMAT` of the drawing: "+strings.Join(graphFormats, ", "))
	flags.StringVarP(&run.output, "output", "o", "", "write the drawing to this `FILE`")
	flags.BoolVar(&run.onlyWidgets, "only-widgets", false, "draw names and arrows alone: no texts, events or findings")
	flags.StringVar(&run.pathTo, "path-to", "", "draw only what can lead to this `WIDGET`, and a shortest way heavily")
	flags.StringVar(&run.around, "around", "", "draw only this `WIDGET` and its neighbours")
	cmd.MarkFlagsMutuallyExclusive("path-to", "around")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(graphFormats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (c command) graph(run *graphRun, name string) error {
	if !slices.Contains(graphFormats, run.format) {
		return fmt.Errorf("graph has no format %q; it has %s", run.format, strings.Join(graphFormats, ", "))
	}
	flows, err := c.flowsOf(run, name)
	if err != nil {
		return err
	}
	var drawn []drawnFlow
	for _, f := range flows {
		o := draw.Options{Title: f.title, OnlyWidgets: run.onlyWidgets}
		if o.PathTo, err = widgetNamed(f.Flow, run.pathTo, len(flows) > 1); err == nil {
			o.Around, err = widgetNamed(f.Flow, run.around, len(flows) > 1)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if run.pathTo+run.around != "" && o.PathTo == nil && o.Around == nil {
			continue // another flow has that widget
		}
		drawn = append(drawn, drawnFlow{f, o})
	}
	if len(drawn) == 0 {
		return fmt.Errorf("none of the %d flows in %s has a widget named %s", len(flows), name, words.Quote(run.pathTo+run.around))
	}
	return c.writeTo(run.output, func(w io.Writer) error { return run.write(w, drawn) })
}

// A drawnFlow is a flow and what of it is drawn.
type drawnFlow struct {
	foundFlow
	draw.Options
}

// write writes the drawing of some flows.
func (run *graphRun) write(w io.Writer, drawn []drawnFlow) error {
	if run.format == "html" {
		return writePage(w, drawn)
	}
	var pictures []*draw.Picture
	for _, f := range drawn {
		pictures = append(pictures, draw.New(f.Flow, f.found, f.Options))
	}
	switch run.format {
	case "dot":
		return draw.WriteDOT(w, pictures)
	case "svg":
		return draw.WriteSVG(w, pictures)
	}
	return draw.WriteMermaid(w, pictures)
}

// writePage writes a page of flows.
func writePage(w io.Writer, drawn []drawnFlow) error {
	p := page.Page{Title: drawn[0].Title, RuleURL: ruleURL}
	var sections []*page.Section
	for _, f := range drawn {
		s, err := p.Section(f.Flow, f.found, f.Options)
		if err != nil {
			return err
		}
		sections = append(sections, s)
	}
	p.Summary = words.Plural(len(drawn), "flow")
	return p.Write(w, sections)
}

// widgetNamed finds a widget that a flag names; nil for "". One of several flows need not
// have it.
func widgetNamed(f *flow.Flow, name string, several bool) (*flow.Widget, error) {
	if name == "" {
		return nil, nil
	}
	w := f.Widget(name)
	if w == nil && !several {
		return nil, fmt.Errorf("no widget is named %s%s", words.Quote(name), words.DidYouMean(name, f.Names()))
	}
	return w, nil
}

// A foundFlow is a flow with what lint found in it.
type foundFlow struct {
	*project.Document
	title string
	found []*finding.Diagnostic
}

// flowsOf reads a file, checks it and returns its flows.
func (c command) flowsOf(run *graphRun, name string) ([]foundFlow, error) {
	opts, err := run.options()
	if err != nil {
		return nil, err
	}
	if !run.noConfig {
		opts.Configs = config.NewFinder(lint.Data(opts.Rules), opts.Root, config.Options{Path: run.config, Settings: run.settings})
	}
	t, err := c.readText(opts.Root, name)
	if err != nil {
		return nil, err
	}
	if err := run.spareTexts(opts, []string{run.output}, t); err != nil {
		return nil, err
	}
	c.expect(1, int64(len(t.data)))
	flows, result, err := flowsIn(opts, input.FromBytes(t.path, t.data), t.name, run.leftOut)
	if err == nil {
		c.complainOf(result)
	}
	return flows, err
}

// flowsIn checks a file and returns its flows, with the findings that are not left out.
func flowsIn(o lint.Options, candidate input.Candidate, name string, leftOut func(*finding.Diagnostic) bool) ([]foundFlow, *lint.Result, error) {
	// All rules look, so that what is secret is known; the flags choose what is shown.
	o.Only, o.Disable, o.Brief = nil, nil, true
	session := lint.NewSession(o)
	session.Open(candidate)
	file, documents := session.Load(candidate.Path)
	result, err := session.Check(context.Background())
	if err != nil {
		return nil, nil, err
	}
	if leftOut != nil {
		result.Diagnostics = slices.DeleteFunc(result.Diagnostics, leftOut)
	}
	var flows []foundFlow
	for _, d := range documents {
		if d.Flow != nil {
			flows = append(flows, foundFlow{Document: d, title: name})
		}
	}
	if len(flows) == 0 {
		return nil, nil, errors.Join(append(result.Problems, notDrawn(name, file))...)
	}
	for i := range flows {
		f := &flows[i]
		if len(flows) > 1 {
			f.title += " (" + flowName(f.Document, i) + ")"
		}
		for _, d := range result.Diagnostics {
			if d.Document == f.Node || i == 0 && d.Document == (source.Node{}) {
				f.found = append(f.found, d)
			}
		}
	}
	return flows, result, nil
}

// flowName names the flow of a document, one of several of a file.
func flowName(d *project.Document, i int) string {
	return cmp.Or(d.Field("friendly_name").Text(), d.SID(), fmt.Sprint("flow ", i+1))
}

// notDrawn says why a file gives no picture.
func notDrawn(name string, file *input.File) error {
	if file != nil && file.Source.Syntax != nil {
		wrong := file.Source.Syntax
		at := file.Source.Position(wrong.Span.Start)
		return fmt.Errorf("%s:%d:%d: it cannot be drawn: %s", name, at.Line, at.Column, wrong.Cause)
	}
	return fmt.Errorf("%s holds no flow that can be drawn", name)
}
