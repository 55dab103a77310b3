package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/project"
	"studiolint/lint/report"
)

// reports are the reports of a run, which are written while it goes on. They are the
// lint.Sink of its findings.
type reports struct {
	run  *lintRun
	list []*oneReport

	stats *stats // nil when nobody asks
	shown int    // findings so far, as --max-problems counts them
	left  int    // those that it left out,
	worse int    // and the errors among them
}

// A oneReport is one of them. What goes to standard output is written as it comes; a
// file is put in place once it is complete.
type oneReport struct {
	output
	report.Report
	stdout *bufio.Writer // nil for a file
	file   bytes.Buffer
	err    error // the first that writing met
}

// begin begins the reports of a run.
func (c command) begin(run *lintRun) *reports {
	about := report.Options{Version: programVersion(), URL: home, RuleURL: ruleURL,
		WithoutSuppressed: run.withoutSuppressed, FailOn: run.threshold, Columns: run.counted, SourceURL: run.sourceURL}
	if root := run.opts.Root; root.Dir != "" {
		about.BaseDir, about.WorkDir = root.Repository(root.Dir), root.Dir
	}
	all := &reports{run: run}
	if run.countAll {
		all.stats = newStats()
	}
	for _, out := range run.outputs {
		r := &oneReport{output: out}
		var w io.Writer = &r.file
		if out.file == "" {
			r.stdout = bufio.NewWriterSize(c.reportsTo(), 16<<10)
			w = r.stdout
		}
		about.Color = run.colored && out.file == ""
		r.Report = out.format.New(w, about)
		all.list = append(all.list, r)
	}
	return all
}

// A part is what is kept of the findings of a file until it is the file's turn.
type part struct {
	reports []any  // what each report made of them
	counts  *stats // nil when nobody asks

	// With --max-problems, which of the findings are shown is known once those of the
	// files before are.
	found []*finding.Diagnostic
	flows []report.Flow // for reports that show them
}

// Render makes the parts of the reports on a file.
func (all *reports) Render(found []*finding.Diagnostic) (kept any, size int) {
	return all.keep(found, nil)
}

// keep makes the parts of the reports on a file with some flows.
func (all *reports) keep(found []*finding.Diagnostic, flows []report.Flow) (kept any, size int) {
	p := &part{}
	if all.stats != nil {
		p.counts = newStats()
		p.counts.count(found)
	}
	if all.run.maxProblems > 0 {
		p.found, p.flows = found, flows
		return p, 0
	}
	p.reports, size = all.render(found, flows)
	return p, size
}

func (all *reports) render(found []*finding.Diagnostic, flows []report.Flow) (list []any, size int) {
	list = make([]any, len(all.list))
	for i, r := range all.list {
		var n int
		if of, ok := r.Report.(report.FlowReport); ok {
			list[i], n = of.RenderFlows(found, flows)
		} else if len(found) > 0 {
			list[i], n = r.Render(found)
		}
		size += n
	}
	return list, size
}

// A flowReports is the sink of reports of which some show flows.
type flowReports struct{ *reports }

// sink returns what takes the findings of a run.
func (all *reports) sink() lint.Sink {
	for _, r := range all.list {
		if _, ok := r.Report.(report.FlowReport); ok {
			return flowReports{all}
		}
	}
	return all
}

// RenderFile makes the parts of the reports on a file and its flows.
func (all flowReports) RenderFile(found []*finding.Diagnostic, documents []*project.Document) (kept any, size int) {
	var flows []report.Flow
	for i, d := range documents {
		if d.Flow == nil {
			continue
		}
		title := d.File.Source.Path
		if len(documents) > 1 {
			title += " (" + flowName(d, i) + ")"
		}
		flows = append(flows, report.Flow{Flow: d.Flow, Title: title, Document: d.Node})
	}
	return all.keep(found, flows)
}

// Take adds the parts. A report that cannot be written keeps no other one back.
func (all *reports) Take(kept any) {
	p := kept.(*part)
	if p.counts != nil {
		all.stats.add(p.counts)
	}
	if len(p.found)+len(p.flows) > 0 {
		if p.found = all.upToMost(p.found); len(p.found)+len(p.flows) == 0 {
			return
		}
		p.reports, _ = all.render(p.found, p.flows)
	}
	for i, part := range p.reports {
		if r := all.list[i]; r.err == nil && part != nil {
			r.err = r.Add(part)
		}
	}
}

// upToMost returns the findings without those that are more than --max-problems. What is
// accepted does not count, and goes along.
func (all *reports) upToMost(found []*finding.Diagnostic) []*finding.Diagnostic {
	var shown []*finding.Diagnostic
	for _, d := range found {
		switch {
		case d.Suppressed != nil:
		case all.shown == all.run.maxProblems:
			all.left++
			if d.Severity == finding.Error {
				all.worse++
			}
			continue
		default:
			all.shown++
		}
		shown = append(shown, d)
	}
	return shown
}

// end completes the reports. The result need not hold what they have taken.
func (all *reports) end(result *lint.Result) error {
	var failed []error
	for _, r := range all.list {
		failed = append(failed, r.end(all.run, result))
	}
	return errors.Join(failed...)
}

func (r *oneReport) end(run *lintRun, result *lint.Result) error {
	if err := spareFlows(run.opts.Root, result, r.output.file); err != nil {
		return err
	}
	if r.err == nil {
		r.err = r.End(&result.Result)
	}
	if r.stdout != nil {
		return errors.Join(r.err, r.stdout.Flush())
	}
	if r.err != nil {
		return fmt.Errorf("write report: %w", r.err)
	}
	if err := writeFile(r.output.file, r.file.Bytes()); err != nil {
		return naming(r.output.file, err)
	}
	return nil
}
