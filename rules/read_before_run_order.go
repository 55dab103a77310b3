package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/schemas"
)

type orderChecker struct {
	*lint.Pass
	tested *reads.Tests
	lost   bool // it is not known where some way leads: what is blank on one that is known is told all the same
	unread bool // some widget sets variables under keys that cannot be read

	held       *values.Holding
	stored     map[string]bool                // names under which something is stored that is read, once asked for
	unsetReads map[string]*finding.Diagnostic // by variable: that some paths do not set it
	setters    map[*flow.Variable]*flow.Some  // once asked for

	failedReads map[*flow.Widget]*finding.Diagnostic // by request: what is read where it has failed
	trusted     *finding.Diagnostic                  // what is sent unchecked, the first
	untested    *finding.Diagnostic                  // what is, while the like of it is tested
	blankTests  map[string][]flow.Ref                // what splits ask whether it is there, by its last name

	greeted bool // that a name may be blank is told
	sought  bool // that what is looked up may be missing is told

	blankKnown bool                                 // foundBlank is worked out
	foundBlank map[string][]*flow.Transition        // see foundBlank
	emptyReads map[*flow.Widget]*finding.Diagnostic // by split: what is read where it was found blank

	givenReads map[*flow.Widget]*finding.Diagnostic // by request: what subflows get where it has failed

	passed []*lateReader // in the order of the text

	searches int
}

// maxSearches is for how many findings a path is looked for.
const maxSearches = 1000

// along adds a path to the widget that reads.
func (c *orderChecker) along(d *finding.Diagnostic, w *flow.Widget) {
	path, _ := c.Flow.PathTo(w)
	d.Along(finding.Steps(path, w))
}

// leadsStraight reports whether a widget leads to another one, or is it, over steps that neither
// decide nor ask anything, whatever of them goes wrong.
func (c *orderChecker) leadsStraight(w, to *flow.Widget) bool {
	const longest = 10
	for at := range w.Ahead(longest) {
		if at == to {
			return true
		}
		if effects.ActOf(at) == effects.Asks || at.Facts.Split {
			return false
		}
	}
	return false
}

// mayBeRound reports whether a way that is lost may close a loop from what reads to what is read:
// then it is blank in the first round, as a rule on purpose.
func (c *orderChecker) mayBeRound(read, reader *flow.Widget) bool {
	return c.lost && c.Flow.CanPrecede(reader, read)
}

// firstRound reports whether what is read in a loop is blank in its first round as a rule on purpose: where each way to
// what stores it leads over what reads it ("{{what was wrong}} Please enter your code"). Where one chooses between
// the two, neither is of an earlier round.
func (c *orderChecker) firstRound(r flow.Ref, stores *flow.Widget) bool {
	return !c.Flow.ReachedWithout(stores, r.Widget) || effects.ActOf(r.Widget) == effects.Splits
}

// printsBare reports whether a value is printed without a test or a default, as long as there may be
// one more search.
func (c *orderChecker) printsBare(r flow.Ref) bool {
	_, printed := reads.Printed(r)
	return printed && c.searches < maxSearches && !c.tested.Has(r) && !c.tested.Conditional(r) && !reads.Alternative(r)
}

// isHeard reports whether a person hears or reads what a template prints, or a server is
// called by it: a parameter or an attribute may well be blank.
func isHeard(r flow.Ref) bool {
	property := r.Facts
	return r.IsContent() || property != nil && property.IsURL()
}

// isDestination reports whether whom a widget reaches is nothing but what a template prints: a number, an address, the
// SID of a workflow. Blank, it reaches nobody.
func isDestination(r flow.Ref) bool {
	property := r.Facts
	return property != nil && (len(property.SID) > 0 || property.IsParty()) && reads.IsAll(r)
}

// isAllSent reports whether a message consists of what a template prints, and of nothing else:
// when that is blank there is none, which nobody means, not even in the first round of a loop.
func isAllSent(r flow.Ref) bool {
	facts := r.Widget.Facts
	return r.Widget.Needs() == schemas.NeedsMessage && slices.Contains(facts.Content, r.Property) && reads.IsAll(r) &&
		!slices.ContainsFunc(facts.Content, func(name string) bool {
			return name != r.Property && r.Widget.Property(name).Exists() && r.Widget.Property(name).Text() != ""
		})
}

// A lateReader is a widget with what it reads of others that some path passes by.
type lateReader struct {
	reader *flow.Widget
	reads  []flow.Ref
	names  []string // of the widgets, each once
	path   []*flow.Transition
	twin   flow.Ref // see twinRead
}
