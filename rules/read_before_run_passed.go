package rules

import (
	"slices"

	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// some reports a widget that some paths pass by, and whether it does.
func (c *orderChecker) some(r flow.Ref, w *flow.Widget) bool {
	f := c.Flow
	if f.SameLoop(w, r.Widget) && !isAllSent(r) && !isContact(f, r) && c.firstRound(r, w) {
		c.failedAtOnce(r, w)
		c.testedTooSoon(r, w)
		return true // blank in the first round, as a rule on purpose
	}
	reaching := beginningsOf(f, r.Widget)
	for _, e := range f.Entries() {
		if !e.Reaches(r.Widget) || e.HasRun(w, r.Widget) {
			continue
		}
		if c.tested.Has(r) || c.tested.Conditional(r) || reads.Alternative(r) || c.searches == maxSearches || c.mayBeLeftOut(r, w) {
			return true
		}
		c.searches++
		path, ok := e.PathWhere(r.Widget, func(t *flow.Transition) bool { return t.From != w && (reaching == 1 || c.held.From(e).Takes(t)) })
		if ok && c.held.At(r).Known { // what the splits on the path test may rule it out
			path, ok = c.held.WayPast(r, w)
		}
		if !ok {
			continue
		}
		if !slices.ContainsFunc(answers.Crossings.Of(c), func(x answers.Crossing) bool { return slices.Contains(path, x.After) }) {
			c.pass(r, path) // else wrong-question tells why
		}
		return true
	}
	return false
}

// beginningsOf returns in how many ways the executions begin that come to a widget.
func beginningsOf(f *flow.Flow, w *flow.Widget) (n int) {
	for _, e := range f.Entries() {
		if e.Reaches(w) {
			n++
		}
	}
	return n
}

// isExtra reports whether a reference gives a request, or whoever takes over, an answer that people may leave
// out, by the name of it: a note, a comment, a reason.
func isExtra(f *flow.Flow, r flow.Ref) bool {
	act := effects.ActOf(r.Widget)
	if act != effects.Requests && act != effects.HandsOver || !reads.IsAnswer(f, r) {
		return false
	}
	return offer.NamesExtra(reads.KeyOf(r)) || offer.NamesExtra(reads.FieldOf(r))
}

// mayBeLeftOut reports whether a reference gives what people may leave out, or tells whoever takes over what was chosen
// from a menu: nothing where nobody was asked to choose.
func (c *orderChecker) mayBeLeftOut(r flow.Ref, w *flow.Widget) bool {
	return isExtra(c.Flow, r) || effects.ActOf(r.Widget) == effects.HandsOver && reads.IsAnswer(c.Flow, r) &&
		slices.ContainsFunc(answers.Menus.Of(c), func(m *answers.Menu) bool { return m.Question == w })
}

// pass remembers a widget that some path passes by: not where | to_json says openly that there is nothing (null),
// unless another widget hands on, under the same name, what has run there in its place.
func (c *orderChecker) pass(r flow.Ref, path []*flow.Transition) {
	var twin flow.Ref
	if filters, ok := reads.Printed(r); ok && len(filters) > 0 && reads.Through(filters, "to_json") {
		if twin = c.twinRead(r, path); twin.Reference == nil {
			return
		}
	}
	last := len(c.passed) - 1
	if last < 0 || c.passed[last].reader != r.Widget {
		c.passed = append(c.passed, &lateReader{r.Widget, []flow.Ref{r}, []string{r.Name(1)}, path, twin})
		return
	}
	b := c.passed[last]
	b.reads = append(b.reads, r)
	if !slices.Contains(b.names, r.Name(1)) {
		b.names = append(b.names, r.Name(1))
	}
}

// reportPassed reports what some paths leave blank: once for a widget that reads it, since
// the paths that lead there decide.
func (c *orderChecker) reportPassed() {
	for _, b := range c.passed {
		if c.storesWhatThereIs(b) || c.collectsArms(b) || c.knowsChoice(b) || c.passesOver(b) {
			continue
		}
		first := b.reads[0]
		w := reads.Widget(c.Flow, first)
		what, of, it := reads.PathTo(first, 1), w.Label(), "it is"
		if n := len(b.names) - 1; n > 0 {
			what, of, it = what+" and "+words.Plural(n, "other widget"), "them", "they are"
		}
		if isAllSent(first) {
			it = "nothing is sent (81011): it is"
		}
		cure := ""
		if isContact(c.Flow, first) {
			cure = "; read " + contactOf(c.Flow, first)
		}
		if b.twin.Reference != nil {
			cure = "; read " + reads.PathTo(b.twin, len(first.Segments)-1) + " there"
		}
		d := c.Reportf(first.SegmentPlace(1), "%s reads %s, but one can come here without %s: then %s blank%s", b.reader.Label(), what, of, it, cure).
			Identify(reads.PathTo(first, 1)).As(finding.Note).Along(finding.Steps(b.path, b.reader))
		if through, ok := c.Flow.PathBetween(w, b.reader, nil); ok {
			d.Relate(through[0], "another path goes from "+w.Label()+" on "+words.Quote(through[0].Event))
		}
		if b.twin.Reference != nil {
			d.Relate(b.twin.Place(), b.twin.Widget.Label()+" reads "+reads.PathTo(b.twin, 1)+", which has run there")
		}
		for _, r := range b.reads[1:] {
			where := "here too"
			if len(b.names) > 1 {
				where = "here " + reads.PathTo(r, 1)
			}
			d.Also(r.SegmentPlace(1), where)
		}
	}
}

// storesWhatThereIs reports whether a request is given the answers to questions, and silence at
// several of those leads right to it: then it is to store what was answered so far.
func (c *orderChecker) storesWhatThereIs(b *lateReader) bool {
	const several = 2
	if effects.ActOf(b.reader) != effects.Requests || !slices.ContainsFunc(b.path, func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindTimeout }) ||
		slices.ContainsFunc(b.reads, func(r flow.Ref) bool { return !reads.IsAnswer(c.Flow, r) }) {
		return false
	}
	silent := map[*flow.Widget]bool{}
	for _, t := range c.Flow.TemplatesOf(b.reader) {
		for _, r := range t.Refs() {
			asked := reads.Widget(c.Flow, r)
			if asked == nil || !reads.IsAnswer(c.Flow, r) {
				continue
			}
			if t := asked.OnKind(schemas.KindTimeout); t != nil && t.Meant != nil && c.leadsStraight(t.Meant, b.reader) {
				silent[asked] = true
			}
		}
	}
	return len(silent) >= several
}

// passesOver reports whether a widget comes right after a request that nothing reads, and reads another one:
// unread-answer tells that it was to read the first.
func (c *orderChecker) passesOver(b *lateReader) bool {
	before := effects.OnlyInto(b.reader)
	if before == nil || before.Facts.Kind != schemas.KindSuccess || before.From.Facts.Request == nil || reads.Response(c.Flow, b.reads[0]) == nil {
		return false
	}
	if c.stored == nil {
		c.stored = reads.StoredBy(c.Flow)
	}
	stored := c.stored
	return !stored[before.From.Name] && !stored[""]
}

// collectsArms reports whether a request is given the answers of two ways, of which nobody goes both.
func (c *orderChecker) collectsArms(b *lateReader) bool {
	const several = 4
	if effects.ActOf(b.reader) != effects.Requests || len(b.names) < several || slices.ContainsFunc(b.reads, func(r flow.Ref) bool { return !isGiven(c.Flow, r) }) {
		return false
	}
	first := reads.Widget(c.Flow, b.reads[0])
	return slices.ContainsFunc(b.reads[1:], func(r flow.Ref) bool {
		other := reads.Widget(c.Flow, r)
		return other != nil && other != first && !c.Flow.CanPrecede(first, other) && !c.Flow.CanPrecede(other, first)
	})
}

// isGiven reports whether a reference reads what a person answered to a question.
func isGiven(f *flow.Flow, r flow.Ref) bool {
	w := reads.Widget(f, r)
	return w != nil && effects.ActOf(w) == effects.Asks
}

// knowsChoice reports whether a request, or who takes over, is given one answer that another one decides about, and is
// given that one as well: the address that only those enter who want e-mails, beside what they want.
func (c *orderChecker) knowsChoice(b *lateReader) bool {
	act := effects.ActOf(b.reader)
	asked := reads.Widget(c.Flow, b.reads[0])
	if act != effects.Requests && act != effects.HandsOver || len(b.names) > 1 || asked == nil ||
		slices.ContainsFunc(b.reads, func(r flow.Ref) bool { return !reads.IsAnswer(c.Flow, r) || isContact(c.Flow, r) }) {
		return false
	}
	return slices.ContainsFunc(b.path, func(t *flow.Transition) bool {
		split := t.From
		return split.Facts.Split && c.Flow.CanPrecede(split, asked) && slices.ContainsFunc(reads.Compared(c.Flow, split), func(tested flow.Ref) bool {
			return reads.IsAnswer(c.Flow, tested) && c.Flow.Reads(b.reader, func(r flow.Ref) bool {
				return r.Reference.String() == tested.Reference.String()
			})
		}) && slices.ContainsFunc(split.Transitions, func(t *flow.Transition) bool { return effects.PastSetting(t) == asked })
	})
}
