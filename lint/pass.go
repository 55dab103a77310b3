package lint

import (
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/input"
	"studiolint/lint/source"
)

// A Pass is one call of a rule's Check: what to look at, and where to report.
type Pass struct {
	File     *input.File
	Document *Document  // nil for rules of scope PerFile
	Flow     *flow.Flow // nil when the document has no definition
	Project  *Project
	Config   *Config // the one that belongs to the file; never nil

	rule      *Rule
	documents []*Document // of the file
	found     []*finding.Diagnostic
	dropped   int
}

// maxFindings is how many findings of one rule in one document are kept. A
// hostile or generated file could hold millions.
const maxFindings = 1000

// Reportf adds a finding. The arguments of the format become part of the
// fingerprint, so they must not change when the file is only moved or formatted.
func (p *Pass) Reportf(at finding.Placer, format string, args ...any) *finding.Diagnostic {
	d := finding.New(&p.rule.Rule, at, format, args...)
	if len(p.found) >= maxFindings {
		p.dropped++
		return d
	}
	p.found = append(p.found, d)
	return d
}

// Full reports whether findings are no longer kept, because there are too many,
// so that a rule need not work out what goes with them.
func (p *Pass) Full() bool { return p.dropped > 0 }

// finish completes the findings once Check has returned.
func (p *Pass) finish() {
	if p.dropped > 0 {
		at := p.File.Source.Place(source.Span{})
		more := finding.New(&p.rule.Rule, at, "%d more findings of this rule are not shown; mend the first %d and run again", p.dropped, maxFindings)
		p.found = append(p.found, more.Identify("more"))
	}
	for _, d := range p.found {
		if owner := p.owner(d.At); owner != nil {
			d.Document = owner.Node
			if d.Widget == "" && owner.Flow != nil {
				d.Widget = widgetAt(owner.Flow, d.At)
			}
		}
		d.Resolve()
	}
}

// owner returns the innermost document that holds a place.
func (p *Pass) owner(at source.Place) *Document {
	if p.Document != nil {
		return p.Document
	}
	var owner *Document
	for _, d := range p.documents {
		inside, span := within(at, d.Node.File()), d.Node.Span()
		if inside.File != nil && span.Start <= inside.Span.Start && inside.Span.End <= span.End {
			owner = d // outer ones come first
		}
	}
	return owner
}

// within follows a place outwards, through strings that are texts of their own,
// until it stands in the given text. It is the zero Place when it never does.
func within(at source.Place, text *source.File) source.Place {
	for at.File != nil && at.File != text {
		at = at.File.Outer().Place()
	}
	return at
}

// widgetAt returns the name of the widget that a place stands in, "" for none.
func widgetAt(f *flow.Flow, at source.Place) string {
	if w := f.WidgetAt(within(at, f.Definition.File()).Node); w != nil {
		return w.Name
	}
	return ""
}
