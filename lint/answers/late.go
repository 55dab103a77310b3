package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// Late is what happens to whoever answers a question of an execution that has ended: the
// answer begins another one.
type Late struct {
	lost bool          // nothing there reads it
	told *flow.Widget  // the first that says something to him; nil when nothing does
	from []*flow.Entry // by which it begins
}

// LateAnswer is what happens to a late answer in a flow that people write to and that the API starts
// as well.
var LateAnswer = lint.NewFact(func(d *project.Document) Late {
	f := d.Flow
	var late Late
	requested := false
	for _, e := range f.Entries() {
		switch c := e.Channels(); {
		case c == 0:
			requested = true
		case c&flow.Unknown != 0:
			return Late{}
		case c&(flow.Message|flow.Conversation) != 0:
			late.from = append(late.from, e)
		}
	}
	if !requested || len(late.from) == 0 || len(f.Unfollowable()) > 0 {
		return Late{}
	}
	for _, w := range f.Widgets {
		if late.begins(w) && hearsBeginning(f, w) {
			return Late{}
		}
	}
	late.lost, late.told = true, firstTold(f, late.from[0])
	return late
})

// begins reports whether a late answer comes to a widget.
func (l *Late) begins(w *flow.Widget) bool {
	return slices.ContainsFunc(l.from, func(e *flow.Entry) bool { return e.Reaches(w) })
}

// Loses returns what is said to whoever answers a question late, and whether that answer is lost:
// it begins the flow anew, where nothing reads it and nothing leads to the question.
func (l *Late) Loses(question *flow.Widget) (told *flow.Widget, lost bool) {
	return l.told, l.lost && l.told != nil && l.told != question && !l.begins(question)
}

// hearsBeginning reports whether a widget may learn what was written in the message that began the
// execution.
func hearsBeginning(f *flow.Flow, w *flow.Widget) bool {
	switch effects.ActOf(w) {
	case effects.HandsOver, effects.RunsFlow, effects.Anything:
		return true
	}
	return f.Reads(w, func(r flow.Ref) bool {
		return r.Root() == "trigger" && mayHold(f, r)
	})
}

// mayHold reports whether what a reference reads of the message that began the execution may be what
// was written or sent, and not just who wrote it.
func mayHold(f *flow.Flow, r flow.Ref) bool {
	v := reads.About(f, r)
	if v == nil || v.Person || len(v.Keys) > 0 || !v.Text && !v.Address && v.Holds == "" {
		return true
	}
	return v.Holds == schemas.HoldsMedia || v.Holds == schemas.HoldsMediaCount || v.Holds == schemas.HoldsReply
}

// firstTold returns the first widget that says something in executions that begin at an entry: the one
// that is fewest steps away.
func firstTold(f *flow.Flow, e *flow.Entry) *flow.Widget {
	var walk flow.Walk
	follow := func(all []*flow.Transition) {
		for _, t := range all {
			if t.Facts.Kind != schemas.KindFailure {
				walk.Add(t.Meant)
			}
		}
	}
	follow(e.Transitions)
	for w := range walk.All() {
		if effects.Prompt(w).Exists() {
			return w
		}
		follow(w.Transitions)
	}
	return nil
}
