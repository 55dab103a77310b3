package rules

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// emptied reports what is told, called or kept where every way to it leads over a split that has found it blank: once
// for each split, as the two ways of one are exchanged as a rule.
func (c *orderChecker) emptied(r flow.Ref) bool {
	if c.lost || !isHeard(r) && !isDestination(r) && (effects.ActOf(r.Widget) != effects.Sets || !reads.IsAll(r)) {
		return false
	}
	ways := c.foundBlankBefore(r)
	if len(ways) == 0 || !c.printsBare(r) || reads.AlwaysBlank(c.Document, r) || !c.held.At(r).MustBeBlank() || c.greetsNobody(r) || isParameter(r) {
		return false
	}
	for _, t := range ways {
		if t.Meant != r.Widget && !c.Flow.CanPrecede(t.Meant, r.Widget) || !c.fills(t.From, r) || keepsBlank(c.Flow, t, r) {
			continue
		}
		if d := c.emptyReads[t.From]; d != nil {
			d.Also(r.SegmentPlace(len(r.Segments)-1), "so it is here")
			return true
		}
		if c.emptyReads == nil {
			c.emptyReads = map[*flow.Widget]*finding.Diagnostic{}
		}
		c.emptyReads[t.From] = c.Reportf(r.SegmentPlace(len(r.Segments)-1), "%s reads %s, but one comes here only where %s has found it blank; exchange the two ways of that split, or leave the value out here",
			r.Widget.Label(), reads.Path(r), t.From.Label()).Relate(t.PlaceOfNext(), "where the blank one is led").Identify(t.From.Label(), reads.Path(r))
		return true
	}
	return false
}

// foundBlankBefore returns the ways on which splits have found blank what a reference reads.
func (c *orderChecker) foundBlankBefore(r flow.Ref) []*flow.Transition {
	if !c.blankKnown {
		c.blankKnown, c.foundBlank = true, foundBlank(c.Flow, reads.Branches.Of(c))
	}
	if len(c.foundBlank) == 0 {
		return nil
	}
	return c.foundBlank[r.Reference.String()]
}

// greetsNobody reports whether a reference reads a name to call people by: see nobody.
func (c *orderChecker) greetsNobody(r flow.Ref) bool {
	return reads.InResponse(c.Flow, r) != nil && offer.NamesOwnName(r.Name(len(r.Segments)-1)) && offer.GreetsNext(r.Text[:r.Liquid.Markup[r.Markup].Start])
}

// isParameter reports whether a reference fills a parameter of a link, which may be blank there.
func isParameter(r flow.Ref) bool {
	return offer.EndsInParameter(r.Text[:r.Liquid.Markup[r.Markup].Start])
}

// keepsBlank reports whether a reference in a step that sets variables keeps what a split has found blank as it is, on
// purpose: the step sets something known as well, or the other ways set the same variable alike or lead right to what comes after the step.
func keepsBlank(f *flow.Flow, found *flow.Transition, r flow.Ref) bool {
	w := r.Widget
	if effects.ActOf(w) != effects.Sets {
		return false
	}
	var mine string
	for _, v := range f.Writes(w) {
		if text := v.Value.Text(); text == r.Text {
			mine = v.Key.Text()
		} else if !strings.Contains(text, "{") && strings.TrimSpace(text) != "" {
			return true
		}
	}
	for _, t := range found.From.Transitions {
		if t == found || t.Meant == nil || t.Meant == found.Meant {
			continue
		}
		if on := effects.PastSetting(w.Onward()); on != nil && on == effects.PastSetting(t) && readsToo(f, on, r) {
			return true
		}
		for s := range effects.Settings(t) {
			if slices.ContainsFunc(f.Writes(s), func(v flow.Write) bool { return v.Key.Text() == mine && v.Value.Text() == r.Text }) {
				return true
			}
		}
	}
	return false
}

// readsToo reports whether a step reads itself what a reference of another one reads.
func readsToo(f *flow.Flow, w *flow.Widget, r flow.Ref) bool {
	return slices.ContainsFunc(f.Refs(), func(other flow.Ref) bool {
		return other.Widget == w && other.Reference.String() == r.Reference.String()
	})
}

// fills reports whether a value may be there at all where a split asks for it: if not, that it never is is told there.
func (c *orderChecker) fills(w *flow.Widget, r flow.Ref) bool {
	v := c.held.Before(w, r)
	return v.Known && !v.MustBeBlank()
}

// foundBlank returns the ways on which splits have found a path blank, by what they ask.
func foundBlank(f *flow.Flow, all [][]reads.Branch) map[string][]*flow.Transition {
	var found map[string][]*flow.Transition
	for _, branches := range all {
		for _, b := range branches {
			t := b.Transition
			if b.Condition.Operator == split.IsNotBlank {
				t = t.From.OnKind(schemas.KindNoMatch)
			} else if b.Condition.Operator != split.IsBlank {
				continue
			}
			r, ok := reads.OnlyRead(f, b.Condition)
			if !ok || t == nil || t.Meant == nil {
				continue
			}
			if found == nil {
				found = map[string][]*flow.Transition{}
			}
			if path := r.Reference.String(); !slices.Contains(found[path], t) {
				found[path] = append(found[path], t)
			}
		}
	}
	return found
}
