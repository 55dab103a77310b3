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
	kind := blankReader(r)
	if c.lost || kind == otherReader {
		return false
	}
	ways := c.foundBlankBefore(r)
	if len(ways) == 0 || kind == requestReader && !isAllGiven(c.Flow, r) || !c.printsBare(r) ||
		reads.AlwaysBlank(c.Document, r) || !c.held.At(r).MustBeBlank() || c.greetsNobody(r) || isParameter(r) {
		return false
	}
	for _, t := range ways {
		if t.Meant != r.Widget && !c.Flow.CanPrecede(t.Meant, r.Widget) || !c.fills(t.From, r) ||
			keepsBlank(c.Flow, t, r) || kind == requestReader && !isGivenToBlank(c.Flow, t, r) {
			continue
		}
		c.reportEmpty(r, t)
		return true
	}
	return false
}

// reportEmpty reports what reads a value that is blank where a split has led on it.
func (c *orderChecker) reportEmpty(r flow.Ref, t *flow.Transition) {
	if d := c.emptyReads[t.From]; d != nil {
		d.Also(r.SegmentPlace(len(r.Segments)-1), "so it is here")
		return
	}
	if c.emptyReads == nil {
		c.emptyReads = map[*flow.Widget]*finding.Diagnostic{}
	}
	c.emptyReads[t.From] = c.Reportf(r.SegmentPlace(len(r.Segments)-1), "%s reads %s, but one comes here only where %s has found it blank; exchange the two ways of that split, or leave the value out here",
		r.Widget.Label(), reads.Path(r), t.From.Label()).Relate(t.PlaceOfNext(), "where the blank one is led").
		Identify(t.From.Label(), reads.Path(r))
}

// What may read a value for which it must not be blank.
const (
	otherReader   = iota
	tellingReader // what is told, called or kept
	requestReader // a request that is given it
)

func blankReader(r flow.Ref) int {
	act := effects.ActOf(r.Widget)
	switch {
	case isHeard(r) || isDestination(r) || act == effects.Sets && reads.IsAll(r):
		return tellingReader
	case act == effects.Requests:
		return requestReader
	}
	return otherReader
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

// isAllGiven reports whether a request is given nothing but what a reference reads, and what is known of the contact and
// the flow anyway: a request that is given more may be meant to be made without it.
func isAllGiven(f *flow.Flow, r flow.Ref) bool {
	path := r.Reference.String()
	return !slices.ContainsFunc(f.TemplatesOf(r.Widget), func(t *flow.Template) bool {
		return slices.ContainsFunc(t.Refs(), func(other flow.Ref) bool {
			if other.Root() == "contact" || reads.Party(f, t.Node) != "" || other.Reference.String() == path {
				return false
			}
			_, variable := reads.VariableOf(f, other)
			return variable || other.Root() == "widgets" || reads.IsAnswer(f, other)
		})
	})
}

// isGivenToBlank reports whether a split leads what is blank right to a request, and asks again on another way, or tells that
// nothing was found, as who has it would never be: then the two have changed places.
func isGivenToBlank(f *flow.Flow, found *flow.Transition, r flow.Ref) bool {
	if effects.PastSetting(found) != r.Widget {
		return false
	}
	question := reads.Asked(f, found.From)
	return slices.ContainsFunc(found.From.Transitions, func(t *flow.Transition) bool {
		if t == found {
			return false
		}
		told := effects.Next(t, effects.Tells, effects.Asks)
		return told != nil && (question != nil && effects.FirstAsked(t) == question ||
			offer.MentionsUnfound(effects.Prompt(told).Text()))
	})
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
	path := r.Reference.String()
	return slices.ContainsFunc(f.TemplatesOf(w), func(t *flow.Template) bool {
		return slices.ContainsFunc(t.Refs(), func(other flow.Ref) bool { return other.Reference.String() == path })
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
