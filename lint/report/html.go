package report

import (
	"io"
	"slices"

	"studiolint/lint/draw"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/page"
	"studiolint/lint/source"
)

// A Flow is a flow of a file for reports that show flows.
type Flow struct {
	*flow.Flow
	Title    string
	Document source.Node // by which findings say to which flow they belong
}

// A FlowReport is a Report that shows flows, those too in which nothing was found.
type FlowReport interface {
	Report

	// RenderFlows is Render with the flows of the file that the findings are of.
	RenderFlows(found []*finding.Diagnostic, flows []Flow) (part any, size int)
}

// newHTML writes one page: the findings beside the pictures of the flows.
func newHTML(w io.Writer, o Options) Report {
	return &htmlReport{w: w, page: page.Page{Title: toolName, RuleURL: o.RuleURL}}
}

type htmlReport struct {
	w        io.Writer
	page     page.Page
	sections []*page.Section
}

// A htmlPart is what the page has of a file.
type htmlPart struct {
	sections []*page.Section
	err      error
}

func (h *htmlReport) Render(found []*finding.Diagnostic) (part any, size int) {
	return h.RenderFlows(found, nil)
}

func (h *htmlReport) RenderFlows(found []*finding.Diagnostic, flows []Flow) (part any, size int) {
	p := &htmlPart{}
	for i, f := range flows {
		var own []*finding.Diagnostic
		found = slices.DeleteFunc(slices.Clone(found), func(d *finding.Diagnostic) bool {
			is := d.Document == f.Document || i == 0 && len(flows) == 1 && d.Document == (source.Node{})
			if is {
				own = append(own, d)
			}
			return is
		})
		s, err := h.page.Section(f.Flow, own, draw.Options{Title: f.Title})
		if err != nil {
			p.err = err
		}
		p.sections = append(p.sections, s)
	}
	for _, of := range byFile(active(found)) {
		p.sections = append(p.sections, h.page.Loose(of[0].File, of))
	}
	return p, 0
}

func (h *htmlReport) Add(part any) error {
	p := part.(*htmlPart)
	h.sections = append(h.sections, p.sections...)
	return p.err
}

func (h *htmlReport) End(r *finding.Result) error {
	h.page.Summary = Summary(r)
	for _, err := range r.Problems {
		h.page.Problems = append(h.page.Problems, clean(err.Error()))
	}
	h.page.Problems = append(h.page.Problems, UnreadLines(r, maxProblems)...)
	return h.page.Write(h.w, h.sections)
}
