package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/loops"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// A Misreading is a split that tests another answer than the one that was just given.
type Misreading struct {
	Split *flow.Widget
	Ref   flow.Ref // what it tests

	// Asked is the answer by which one comes to the split, and which it does not
	// test. It is nil when nobody answers: then Told is the message that asks and
	// does not wait.
	Asked *flow.Transition
	Told  *flow.Widget

	// Kept is the other answer to the question that Set Variables puts into what is
	// tested; nil when the split tests answers themselves.
	Kept *flow.Ref
}

// Misread are the splits that test answers alone, and not the one that was given
// right before them (speech, where they test keys), with nothing but what is said in between. Either nothing reads
// that answer, or its question is asked again when nothing fits, or it is the first message that is tested with
// what the question offers. Loops that therefore never end are a matter of lint/loops.
var Misread = lint.NewFact(func(d *project.Document) []Misreading {
	stuck := map[*flow.Widget]bool{}
	for _, l := range loops.Stuck.Of(d) {
		stuck[l.Split] = true
	}
	var all []Misreading
	for _, w := range d.Flow.Widgets {
		if !w.Facts.Split || stuck[w] || !d.Flow.Reachable(w) {
			continue
		}
		if m, ok := misreading(d, w); ok {
			all = append(all, m)
		} else if m, ok := misreadKept(d, w); ok {
			all = append(all, m)
		}
	}
	return all
})

func misreading(d *project.Document, w *flow.Widget) (m Misreading, ok bool) {
	refs, first := testedAnswers(d.Flow, w)
	at := slices.IndexFunc(refs, func(r flow.Ref) bool { return r.Node.Key() != "value" })
	if at < 0 {
		return m, false
	}
	m = Misreading{Split: w, Ref: refs[at]}
	branches := reads.Branches.Of(d)[w.Index]
	var room [4]string // nearly always one
	asked := askedBy(room[:0], refs)
	for _, t := range answersBefore(d.Flow, w) {
		if !t.Facts.Known() {
			continue
		}
		switch tested := isAmong(asked, t.From); {
		case tested:
			if effects.LeadsTo(t, w) && isStored(t) && unreadOn(d, t) && invited(t) {
				m.Asked = t
				return m, true
			}
		case Asks(t.From) && t.Facts.Kind == schemas.KindInput:
			if Unread.Of(d)[t.From.Index] || first && isMeantOfNow(w, t, branches) || asksBack(w, t.From) {
				m.Asked = t
				return m, true
			}
		case first && t.From.Facts.Dialog == schemas.DialogTells && len(fitting(t.From, branches)) > 1:
			m.Told = t.From
		}
	}
	return m, m.Told != nil
}

// asksBack reports whether a split asks a question again when nothing fits, at once or after a word or
// two: then it is the answer to that one which it is to test, also where something else reads it.
func asksBack(split, question *flow.Widget) bool {
	const far = 3
	return effects.Over(split.OnKind(schemas.KindNoMatch), far, effects.Tells, effects.Sets) == question
}

// isMeantOfNow reports whether a split that tests what the execution began with was to test the
// answer to a question: it is for what that offers, or comes right after it on a call, where
// hardly anything was answered before.
func isMeantOfNow(split *flow.Widget, answer *flow.Transition, branches []reads.Branch) bool {
	offered := len(fitting(answer.From, branches))
	return offered > 1 || effects.LeadsTo(answer, split) && (offered > 0 || answer.From.Needs() == schemas.NeedsCall)
}

// Uninvited returns the answers, speech or keys, by which one comes right to a split that
// tests the other kind, and which nothing reads, where no prompt asks for them.
func Uninvited(d *project.Document) []*flow.Transition {
	var all []*flow.Transition
	for _, w := range d.Flow.Widgets {
		if !w.Facts.Split || !d.Flow.Reachable(w) {
			continue
		}
		refs, _ := testedAnswers(d.Flow, w)
		var room [4]string
		asked := askedBy(room[:0], refs)
		for _, t := range effects.Into(w) {
			if isAmong(asked, t.From) && isStored(t) && unreadOn(d, t) && !invited(t) {
				all = append(all, t)
			}
		}
	}
	return all
}

// misreadKept looks at a split that tests a variable into which Set Variables puts one
// answer to a question, say the keys, right before, though one comes there by another
// answer, too, which nothing reads.
func misreadKept(d *project.Document, w *flow.Widget) (m Misreading, ok bool) {
	refs := reads.Compared(d.Flow, w)
	if len(refs) == 0 || reads.ComparesUnknown(w) {
		return m, false
	}
	key, ok := reads.VariableOf(d.Flow, refs[0])
	if !ok || key == "" || slices.ContainsFunc(refs, func(r flow.Ref) bool { k, _ := reads.VariableOf(d.Flow, r); return k != key }) {
		return m, false
	}
	for _, to := range answersBefore(d.Flow, w) {
		for _, write := range d.Flow.Writes(to.From) {
			t := d.Flow.TemplateAt(write.Value)
			if write.Key.Text() != key || t == nil || len(t.Refs()) != 1 || len(t.Liquid.Markup) != 1 || !reads.IsAnswer(d.Flow, t.Refs()[0]) {
				continue
			}
			kept := t.Refs()[0]
			for _, in := range effects.Into(to.From) {
				if in.From.Name == kept.Name(1) && in.Facts.Kind == schemas.KindInput &&
					!effects.StorageOf(in.From, kept.Name(2)).On(in.Raised()) && unreadOn(d, in) && invited(in) {
					return Misreading{Split: w, Ref: refs[0], Asked: in, Kept: &kept}, true
				}
			}
		}
	}
	return m, false
}

// testedAnswers returns what a split compares when it tests answers alone, whatever with, and
// whether it is only the message, or the keys, that the execution began with.
func testedAnswers(f *flow.Flow, w *flow.Widget) (refs []flow.Ref, first bool) {
	refs, first = reads.Compared(f, w), true
	for _, r := range refs {
		switch answer := reads.IsAnswer(f, r); {
		case answer:
			first = first && r.Root() == "trigger"
		case r.Node.Key() != "value":
			return nil, false
		}
	}
	if reads.ComparesUnknown(w) {
		return nil, false
	}
	return refs, first
}

// invited reports whether a prompt asks for the answer of a transition, speech or keys,
// where there are both.
func invited(t *flow.Transition) bool {
	text := effects.Prompt(t.From).Text()
	for _, k := range t.From.Facts.Outputs.Keys {
		if k.Speech && slices.Contains(k.Events, t.Raised()) {
			return offer.Speech(text)
		}
	}
	return len(offer.In(text)) > 0
}

// isStored reports whether a question is left by an answer that it stores.
func isStored(t *flow.Transition) bool {
	return t.Facts.Kind == schemas.KindInput && effects.StoresAnswerOn(t.From, t.Raised())
}

// askedBy adds the names of the widgets an answer to whose question is read, sorted.
func askedBy(names []string, refs []flow.Ref) []string {
	for _, r := range refs {
		if r.Root() == "widgets" && (len(names) == 0 || names[len(names)-1] != r.Name(1)) {
			names = append(names, r.Name(1))
		}
	}
	slices.Sort(names)
	return names
}

func isAmong(names []string, w *flow.Widget) bool {
	_, found := slices.BinarySearch(names, w.Name)
	return found
}

// near is how many widgets are looked at around one.
const near = 64

// answersBefore returns the transitions by which one comes to a split from a widget that
// a person notices, and those of what is said, or set to fixed texts, before it.
func answersBefore(f *flow.Flow, w *flow.Widget) []*flow.Transition {
	var found []*flow.Transition
	walk := flow.WalkFrom(w)
	for at := range walk.First(near) {
		for _, t := range at.In {
			if t.Dangling() {
				continue
			}
			found = append(found, t)
			if effects.ActOf(t.From) == effects.Tells || effects.SetsFixed(f, t.From) {
				walk.Add(t.From)
			}
		}
	}
	return found
}

// Serves reports whether a split tests, on purpose, the answers to several questions
// that lead to it: all that it reads are answers, and each question comes right before.
func Serves(f *flow.Flow, w *flow.Widget) bool {
	asked := map[*flow.Widget]bool{}
	for _, t := range answersBefore(f, w) {
		if t.Facts.Kind == schemas.KindInput {
			asked[t.From] = true
		}
	}
	tested := map[*flow.Widget]bool{}
	for _, r := range reads.Compared(f, w) {
		q := f.Widget(r.Name(1))
		if !reads.IsAnswer(f, r) || !asked[q] {
			return false
		}
		tested[q] = true
	}
	return len(tested) > 1
}

// fitting returns the answers that a prompt offers and that some branch takes.
func fitting(w *flow.Widget, branches []reads.Branch) []string {
	var all []string
	for _, o := range offer.In(effects.Prompt(w).Text()) {
		text := strings.ToLower(o.Answer)
		if slices.ContainsFunc(branches, func(b reads.Branch) bool { return b.Literal && b.Comparison.Holds(text) == split.Yes }) {
			all = append(all, o.Answer)
		}
	}
	return all
}
