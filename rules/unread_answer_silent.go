package rules

import (
	"slices"
	"sync"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportSilentAnswers reports the questions that tell one to enter something, or on a call to say it, of which
// nothing reads the answer, and which silence leaves by the same way: once.
func reportSilentAnswers(p *lint.Pass) {
	var d *finding.Diagnostic
	unread := answers.Unread.Of(p)
	agents := sync.OnceValue(func() []*flow.Widget { return agentsOf(p.Flow) })
	for _, w := range p.Flow.Widgets {
		if !unread[w.Index] || w.Incomplete {
			continue
		}
		text := effects.Prompt(w).Text()
		entry := offer.AsksForEntry(text)
		answered := silentAnswer(p.Flow, w, entry)
		switch {
		case answered == nil || !entry && (w.Facts.KeyEntry == nil || !offer.BidsEnter(text)) ||
			agentSees(p.Flow, w, agents()) || !p.Flow.Reachable(w) || shape.MayRead(p, w) ||
			learned.Of(p).of(p.Flow, w):
		case d == nil:
			d = p.Reportf(w, "%s leads to %s whether one answers or not, and nothing reads the answer; read %s",
				w.Label(), effects.PastIdle(p.Flow, answered).Label(), words.Shorten(reads.AnswerOn(answered))).As(finding.Note).Identify(w.Label())
		default:
			d.Also(w, "so does "+w.Label())
		}
	}
}

// silentAnswer returns the transition by which an answer leaves a question when silence, and any other
// answer, leads to the same widget; else nil. Who takes over may ask again for what is no entry.
func silentAnswer(f *flow.Flow, w *flow.Widget, entry bool) (answered *flow.Transition) {
	silent := w.OnKind(schemas.KindTimeout)
	if silent == nil || effects.PastSetting(silent) == nil || effects.PastSetting(silent) == w {
		return nil
	}
	to := effects.PastIdle(f, silent) // what is set, and read, tells the two apart
	for _, t := range w.Transitions {
		switch {
		case t.Facts.Kind == schemas.KindInput && t.Ends(): // it is not listened for
		case t.Facts.Kind == schemas.KindFailure: // it was not even asked
		case effects.PastIdle(f, t) != to:
			return nil
		case t.Facts.Kind == schemas.KindInput && answered == nil && effects.StoresAnswerOn(t.From, t.Raised()):
			answered = t
		}
	}
	if act := effects.ActOf(effects.PastSetting(silent)); !entry && (act == effects.HandsOver || act == effects.Splits) {
		return nil
	}
	return answered
}

// learns is who learns answers that the flow does not read: people who read the chat or listen to the call, and
// programs that have begun the execution and fetch them.
type learns struct {
	entries   []*flow.Entry
	promises  []*flow.Widget // that somebody reads what is written, or gets in touch
	recorders []*flow.Widget // of calls
}

// learned is who does in a flow.
var learned = lint.NewFact(func(d *project.Document) learns { return whoLearns(d.Flow) })

func whoLearns(f *flow.Flow) (l learns) {
	for _, e := range f.Entries() {
		if e.Event == flow.ConversationEvent || e.Event == flow.RequestEvent {
			l.entries = append(l.entries, e)
		}
	}
	for _, w := range f.Widgets {
		switch {
		case offer.SaysPeopleRead(effects.Prompt(w).Text()):
			l.promises = append(l.promises, w)
		case w.Facts.Records != "" && effects.ActOf(w) != effects.HandsOver && string(w.Property(w.Facts.Records).Raw()) != "false":
			l.recorders = append(l.recorders, w)
		}
	}
	return l
}

// of reports whether anybody may learn the answer to a question.
func (l learns) of(f *flow.Flow, w *flow.Widget) bool {
	return slices.ContainsFunc(l.entries, func(e *flow.Entry) bool { return e.Reaches(w) }) ||
		w.Needs() == schemas.NeedsMessage && slices.ContainsFunc(l.promises, func(told *flow.Widget) bool { return told == w || f.CanPrecede(w, told) }) ||
		w.Needs() == schemas.NeedsCall && slices.ContainsFunc(l.recorders, func(recorder *flow.Widget) bool { return f.CanPrecede(recorder, w) })
}
