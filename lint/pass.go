package lint

import (
	"context"
	"runtime/debug"

	"studiolint/lint/accept"
	"studiolint/lint/config"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/input"
	"studiolint/lint/project"
	"studiolint/lint/source"
)

// A Pass is one call of a rule's Check: what to look at, and where to report.
type Pass struct {
	// Context ends when nobody wants the findings any more. A rule that returns
	// then need not have found everything.
	Context context.Context

	File     *input.File       // nil in a pass over a configuration
	Document *project.Document // nil for rules of scope PerFile and Last
	Flow     *flow.Flow        // nil when the document has no definition
	Project  *project.Project  // nil for rules of scope Last
	Config   *config.Config    // the one that belongs to the file; never nil

	// InVain are, for rules of scope Last, what accepts nothing in the file or the
	// configuration.
	InVain []accept.Vain

	rule      *Rule
	path      string              // of the file or the configuration
	documents []*project.Document // of the file
	found     []*finding.Diagnostic
	once      map[onceKey]*finding.Diagnostic // see ReportOncef
	some      map[string]*some                // by kind and format: see ReportSomef
	brief     bool                            // see Options.Brief
	noFixes   bool                            // see Options.NoFixes
	dropped   int
	failed    []error // that the rule failed
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

// Costly calls a function that reports one finding and has to work for its message.
// Once there are too many findings to be kept, the finding is only counted.
func (p *Pass) Costly(report func()) {
	if len(p.found) >= maxFindings {
		p.dropped++
		return
	}
	report()
}

// WantsFixes reports whether anybody asks how what is found is mended. A rule need not
// ask, unless it has to work for a fix.
func (p *Pass) WantsFixes() bool { return !p.noFixes }

// begin makes it a pass of a rule over a file, or over a document in it. A pass that has
// ended may serve again: nothing is left of what it was.
func (p *Pass) begin(r *Rule, u *unit, d *project.Document, o *Options) {
	p.File, p.Document, p.Flow, p.Config = u.file, d, nil, u.Config
	if d != nil && d.Flow != nil && !(d.Flow.Legacy && r.OfToday()) {
		p.Flow = d.Flow
	}
	p.rule, p.path, p.documents = r, u.Path, u.Documents
	p.brief, p.noFixes = o.Brief, o.NoFixes
	p.found, p.once, p.some, p.failed, p.dropped = nil, nil, nil, nil, 0
}

// run calls the rule and gives its findings their severity in this run, which someone
// may have set rather than the rule. A rule that fails does not take the others with
// it.
func (p *Pass) run(severity finding.Severity, set bool) {
	defer func() {
		if cause := recover(); cause != nil {
			p.found = nil
			p.failed = []error{&finding.InternalError{Rule: p.rule.ID, File: p.path, Cause: cause, Stack: debug.Stack()}}
		}
	}()
	p.rule.Check(p)
	p.finish()
	for _, d := range p.found {
		d.Configure(severity, set)
	}
}

// finish completes the findings once Check has returned.
func (p *Pass) finish() {
	p.countSome()
	if p.dropped > 0 {
		at := p.found[0].At
		if p.File != nil {
			at = p.File.Source.Place(source.Span{})
		}
		more := finding.New(&p.rule.Rule, at, "%d more findings of this rule are not shown; mend the first %d and run again", p.dropped, maxFindings)
		p.found = append(p.found, more.Identify("more"))
	}
	for _, d := range p.found {
		if owner := p.owner(d.At); owner != nil {
			d.Document = owner.Node
			if d.Widget == "" && owner.Flow != nil {
				d.Widget = widgetAt(owner.Flow, d.At)
			}
			if d.Severity == finding.Warning && p.rule.Group == finding.Liquid && neverRuns(owner.Flow, d.Widget) {
				d.As(finding.Note) // that it never runs is the finding
			}
		}
		if p.noFixes || p.legacy() {
			d.Fixes = nil
		} else {
			d.KeepFingerprint()
		}
		if p.brief {
			d.Locate()
		} else {
			d.Resolve()
		}
	}
}

// legacy reports whether the rule looks at an export of the first Studio editor, which is to be
// exported anew and not mended.
func (p *Pass) legacy() bool {
	return p.Document != nil && p.Document.Kind == input.Legacy
}

// complete reports whether all that the rule could find is known.
func (p *Pass) complete() bool { return p.dropped == 0 && len(p.failed) == 0 }

// owner returns the innermost document that holds a place.
func (p *Pass) owner(at source.Place) *project.Document {
	if p.Document != nil {
		return p.Document
	}
	var owner *project.Document
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

// neverRuns reports whether it is sure that no execution comes to a widget.
func neverRuns(f *flow.Flow, name string) bool {
	w := f.Widget(name)
	return w != nil && len(f.Entries()) > 0 && !f.Reachable(w) && !f.Open() && len(f.Unfollowable()) == 0
}
