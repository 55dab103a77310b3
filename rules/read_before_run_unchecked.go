package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// unchecked reports what a service answers where it is the whole of a message, a number or an
// address that is called, and nothing asks whether it is there: once in a flow, since such a
// service is trusted everywhere or nowhere. A service that writes the message itself is.
func (c *orderChecker) unchecked(r flow.Ref, w *flow.Widget) {
	if w.Facts.Request == nil || r.Property == "" {
		return
	}
	member := reads.InResponse(c.Flow, r) != nil
	if !member && reads.ResponseText(c.Flow, r) == nil || !reads.IsAll(r) {
		return
	}
	what := trusts(r, member)
	var like *flow.Widget // a split that asks the like of another request
	if what == "" && member && isAllSent(r) {
		like = c.testsLike(r, w)
	}
	if what == "" && like == nil {
		return
	}
	if c.tested.Has(r) || c.tested.Conditional(r) || c.held.Checked(r) || c.isTested(w) && !c.comesBlank(r, w) {
		return
	}
	if like != nil {
		c.unlikeSister(r, like)
		return
	}
	if d := c.trusted; d != nil {
		d.Also(r.Place(), "here too")
		return
	}
	c.trusted = c.Reportf(r.Place(), "%s %s %s, unchecked: it fails where %s leaves that out; test it, or give a default",
		r.Widget.Label(), what, reads.Path(r), w.Label()).As(finding.Note).Identify(reads.Path(r))
}

// testsLike returns a split that asks whether the member of the same name is there in what another request
// brings, nil when there is none.
func (c *orderChecker) testsLike(r flow.Ref, w *flow.Widget) *flow.Widget {
	if c.blankTests == nil {
		c.blankTests = blankTests(c.Pass)
	}
	for _, test := range c.blankTests[r.Name(len(r.Segments)-1)] {
		if by := reads.InResponse(c.Flow, test); by != nil && by != w {
			return test.Widget
		}
	}
	return nil
}

// blankTests returns what splits ask whether it is there, by the name of the member.
func blankTests(p *lint.Pass) map[string][]flow.Ref {
	const few = 4 // of one name
	all := map[string][]flow.Ref{}
	for b := range reads.EachBranch(p) {
		t := p.Flow.TemplateAt(b.Condition.Arguments.At(0))
		if op := b.Condition.Operator; !split.AsksForBlank(op) || t == nil || len(t.Refs()) != 1 || !p.Flow.Reachable(t.Widget) {
			continue
		}
		r := t.Refs()[0]
		if name := r.Name(len(r.Segments) - 1); name != "" && len(all[name]) < few {
			all[name] = append(all[name], r)
		}
	}
	return all
}

// unlikeSister reports a member that is all of a message and is not tested, while a split tests that of another
// request: once in a flow.
func (c *orderChecker) unlikeSister(r flow.Ref, like *flow.Widget) {
	if d := c.untested; d != nil {
		d.Also(r.Place(), "here too")
		return
	}
	c.untested = c.Reportf(r.Place(), "%s sends %s unchecked, but %s tests the like of another request; where it is left out nothing is sent: test it",
		r.Widget.Label(), words.Shorten(reads.Path(r)), like.Label()).As(finding.Note).Relate(like, "where the like is tested").Identify(reads.Path(r))
}

// trusts says what a widget does with what a service answers, a member of it or the whole text;
// "" where it does not depend on it.
func trusts(r flow.Ref, member bool) string {
	switch q := r.Widget.Facts.Request; {
	case r.Facts != nil && r.Facts.Format == schemas.FormatAddress:
		return "goes to"
	case q != nil && r.Property == q.URL:
		return "calls"
	case member && isAllSent(r) && !offer.TellsOfError(r.Name(len(r.Segments)-1)) && !offer.NamesText(r.Name(len(r.Segments)-1)):
		return "sends"
	}
	return ""
}

// comesBlank reports whether a split tests something else that a request brings, and leads on to where a member is read
// as it does when there is nothing at all: then nothing has asked for that.
func (c *orderChecker) comesBlank(r flow.Ref, w *flow.Widget) bool {
	worked := w.OnKind(schemas.KindSuccess)
	if worked == nil || worked.Meant == nil || slices.ContainsFunc(c.Flow.OutputRefs(w.Name), func(r flow.Ref) bool {
		return !r.Widget.Facts.Split && (r.Use == liquid.UseCondition || r.Use == liquid.UseCase)
	}) {
		return false
	}
	if worked.Meant == r.Widget {
		return true
	}
	path, ok := c.Flow.PathBetween(worked.Meant, r.Widget, func(t *flow.Transition) bool {
		return t.From != w && (!t.From.Facts.Split || !reads.Of(c.Flow, t.From, w) || c.takesNothing(t, w))
	})
	return ok && slices.ContainsFunc(path, func(t *flow.Transition) bool { return t.From.Facts.Split })
}

// takesNothing reports whether a transition of a split on what a request brings is the one that is taken when it brings
// nothing: that of what fits no branch, where each is for a word. A branch that asks whether something is blank asks.
func (c *orderChecker) takesNothing(t *flow.Transition, w *flow.Widget) bool {
	if t.Facts.Kind != schemas.KindNoMatch {
		return false
	}
	branches := reads.Branches.Of(c.Document)[t.From.Index]
	return len(branches) > 0 && !slices.ContainsFunc(branches, func(b reads.Branch) bool {
		return !b.Literal || split.AsksForBlank(b.Condition.Operator) || b.Comparison.HoldsForBlank() != split.No
	})
}

// isTested reports whether some split asks for anything that a request brings.
func (c *orderChecker) isTested(w *flow.Widget) bool {
	return slices.ContainsFunc(c.Flow.OutputRefs(w.Name), func(r flow.Ref) bool {
		return r.Widget.Facts.Split || r.Use == liquid.UseCondition || r.Use == liquid.UseCase
	})
}
