package rules

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// nobody reports the name that a look-up brings in a text to which one comes only where a split on the look-up says that
// it has found nobody: once a flow.
func (c *orderChecker) nobody(r flow.Ref, w *flow.Widget) {
	if c.greeted || w.Facts.Request == nil || !r.IsContent() || r.Use != liquid.UseOutput ||
		reads.InResponse(c.Flow, r) == nil || reads.IsAll(r) || !offer.NamesOwnName(r.Name(len(r.Segments)-1)) ||
		!offer.GreetsNext(r.Text[:r.Liquid.Markup[r.Markup].Start]) || c.tested.Conditional(r) || reads.AsksFor(r) || reads.Alternative(r) {
		return
	}
	into := effects.Into(r.Widget)
	if len(into) == 0 || slices.ContainsFunc(into, func(t *flow.Transition) bool { return !c.foundNobody(t, w, r) }) {
		return
	}
	c.greeted = true
	c.Reportf(r.Place(), "%s calls people by %s, but comes only where %s has found nobody, so there is none; leave it out",
		r.Widget.Label(), reads.Path(r), into[0].From.Label()).As(finding.Note).Identify(reads.Path(r)).
		Relate(into[0].From, "who is found is told from who is not")
}

// foundNobody reports whether a split is left by a transition as a look-up has found nobody: what tells so is false, or
// the like of what is read is blank.
func (c *orderChecker) foundNobody(t *flow.Transition, w *flow.Widget, r flow.Ref) bool {
	all := reads.Branches.Of(c)[t.From.Index]
	if !t.From.Facts.Split || len(all) == 0 || len(all) > 2 {
		return false
	}
	rest := t.Facts.Kind == schemas.KindNoMatch
	return slices.ContainsFunc(all, func(b reads.Branch) bool {
		tested, ok := reads.OnlyRead(c.Flow, b.Condition)
		if !ok || reads.InResponse(c.Flow, tested) != w || rest && len(all) > 1 || !rest && b.Transition != t {
			return false
		}
		if operator := b.Condition.Operator; split.AsksForBlank(operator) {
			return (operator == split.IsNotBlank) == rest && tested.Reference.String() == r.Reference.String()
		}
		texts, fixed := b.Comparison.Texts()
		wanted := words.IsFalse
		if rest {
			wanted = words.IsTrue
		}
		return fixed && len(texts) > 0 && tellsWhetherFound(tested, r, w) &&
			!slices.ContainsFunc(texts, func(text string) bool { return !wanted(text) })
	})
}

// tellsWhetherFound reports whether what is tested says that he whose name is read was found: it stands beside the name,
// or beside the object with it, and either it or the look-up is named after a person.
func tellsWhetherFound(tested, name flow.Ref, lookUp *flow.Widget) bool {
	last := len(tested.Segments) - 1
	if !offer.NamesFound(tested.Name(last)) || len(name.Segments) <= last {
		return false
	}
	if !offer.NamesKnownPerson(tested.Reference.String()) && !offer.NamesKnownPerson(lookUp.Name) {
		return false
	}
	for i := range last {
		if tested.Name(i) != name.Name(i) {
			return false
		}
	}
	return true
}
