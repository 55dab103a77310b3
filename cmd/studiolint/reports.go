package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/report"
)

// reports are the reports of a run, which are written while it goes on. They are the
// lint.Sink of its findings.
type reports struct {
	run  *lintRun
	list []*oneReport
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

// parts are what the reports make of the findings of a file.
type parts []any

// begin begins the reports of a run.
func (c command) begin(run *lintRun) *reports {
	about := report.Options{Version: programVersion(), URL: home, RuleURL: ruleURL, WithoutSuppressed: run.withoutSuppressed, Columns: run.counted}
	if root := run.opts.Root; root.Dir != "" {
		about.BaseDir, about.WorkDir = root.Repository(root.Dir), root.Dir
	}
	all := &reports{run: run}
	for _, out := range run.outputs {
		r := &oneReport{output: out}
		var w io.Writer = &r.file
		if out.file == "" {
			r.stdout = bufio.NewWriterSize(c.stdout, 64<<10)
			w = r.stdout
		}
		about.Color = run.colored && out.file == ""
		r.Report = out.format.New(w, about)
		all.list = append(all.list, r)
	}
	return all
}

// Render makes the parts of the reports on a file.
func (all *reports) Render(found []*finding.Diagnostic) (kept any, size int) {
	list := make(parts, len(all.list))
	for i, r := range all.list {
		part, n := r.Render(found)
		list[i] = part
		size += n
	}
	return list, size
}

// Take adds the parts. A report that cannot be written keeps no other one back.
func (all *reports) Take(kept any) {
	for i, part := range kept.(parts) {
		if r := all.list[i]; r.err == nil {
			r.err = r.Add(part)
		}
	}
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
		return fmt.Errorf("write %s: %w", r.output.file, err)
	}
	return nil
}
