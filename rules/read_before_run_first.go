package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
)

// reportFirstWins reports a template that reads what one of two requests on branches of their own has brought, and
// that of the other only by default: after a round by the one and a round by the other it reads the one
// still. Once a flow.
func reportFirstWins(p *lint.Pass) {
	const most = 20 // pairs that are followed
	tried := 0
	var d *finding.Diagnostic
	for _, t := range p.Flow.Templates() {
		if t.Literal || !t.Liquid.HasFilter(liquid.FilterDefault) || !t.Liquid.Readable() {
			continue
		}
		for i := range t.Liquid.Outputs {
			first, second, ok := alternatives(p.Flow, t, &t.Liquid.Outputs[i].Expr)
			if !ok {
				continue
			}
			if tried++; tried > most {
				return
			}
			a, b := reads.Widget(p.Flow, first), reads.Widget(p.Flow, second)
			switch {
			case !keepsWinning(p.Flow, a, b, t.Widget):
			case d == nil:
				d = p.Reportf(first.SegmentPlace(1), "%s reads %s first, also when %s ran after it, in a later round: then it tells of the old one; keep the last in a variable",
					t.Widget.Label(), a.Label(), b.Label()).As(finding.Note).Identify(t.Widget.Label())
			default:
				d.Also(first.SegmentPlace(1), "so it is here")
			}
		}
	}
}

// alternatives returns what an expression reads of one request, and of another one as the default for it.
func alternatives(f *flow.Flow, t *flow.Template, e *liquid.Expr) (first, second flow.Ref, ok bool) {
	if len(e.Terms) != 1 || e.Terms[0].Kind != liquid.ReferenceOperand || len(e.Terms[0].Filters) == 0 {
		return first, second, false
	}
	by := e.Terms[0].Filters[0]
	if by.Name != liquid.FilterDefault || len(by.Arguments) != 1 || len(by.Arguments[0].Terms) != 1 || by.Arguments[0].Terms[0].Kind != liquid.ReferenceOperand {
		return first, second, false
	}
	first = flow.Ref{Template: t, Reference: &t.Liquid.References[e.Terms[0].Ref]}
	second = flow.Ref{Template: t, Reference: &t.Liquid.References[by.Arguments[0].Terms[0].Ref]}
	a, b := reads.Response(f, first), reads.Response(f, second)
	return first, second, a != nil && b != nil && a != b
}

// keepsWinning reports whether one can come to a reader by the first of two requests, round again to the second,
// and from there to the reader without the first. Where each way to the second leads over the first, it is
// tried when that has failed.
func keepsWinning(f *flow.Flow, first, second, reader *flow.Widget) bool {
	past := func(w *flow.Widget) flow.Routes {
		return f.Routes(func(t *flow.Transition) bool { return t.From != w })
	}
	if !f.SameLoop(first, second) || !past(first).Reach(second) || !past(second).Reach(first) || effects.ActOf(reader) == effects.Splits {
		return false
	}
	walk := flow.WalkFrom(second)
	walk.Omit(first)
	for at := range walk.All() {
		if at == reader && at != second {
			return true
		}
		walk.AddNext(at)
	}
	return false
}
