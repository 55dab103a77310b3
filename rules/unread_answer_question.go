package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/loops"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

func reportUnread(p *lint.Pass) {
	misread := reportedOf(p)
	var unread []*flow.Widget
	read, ignored := 0, 0 // questions that something reads, and that nothing does
	known := answers.Unread.Of(p)
	mentioned := mentioned(p.Flow)
	agents := agentsOf(p.Flow)
	var seen []*flow.Widget // by an agent alone
	for _, w := range p.Flow.Widgets {
		switch {
		case !answers.Asks(w):
		case !known[w.Index]:
			read++
		case !misread[w]:
			ignored++
			switch {
			case !shape.Clear(p, w) || shape.MayRead(p, w): // perhaps it is read where that cannot be seen
			case !wantsAnswer(p, w) || offer.AnyKey(effects.Prompt(w).Text()) ||
				mentioned(w) && !answers.LeftOver(p, w):
			case !agentSees(p.Flow, w, agents) || offersAgent(w):
				unread = append(unread, w)
			case offer.AsksForData(effects.Prompt(w).Text()) || isListed(w):
				seen = append(seen, w)
			}
		}
	}
	reportHalfRead(p, agents)
	reportFormOnly(p, agents)
	reportNameless(p, agents)
	reportForAgent(p, seen, agents)
	reportOnlyChecked(p, agents)
	if len(unread) > 0 && ignored > 2 && ignored > read {
		first := unread[0]
		d := p.Reportf(first, "most answers in this flow are read nowhere, that to %s among them; fine if they are read from the execution's context, or else use them", first.Label()).
			As(finding.Note)
		for _, w := range unread[1:] {
			d.Also(w, "nor is the answer to "+w.Label())
		}
		return
	}
	reportQuestions(p, unread)
}

// agentsOf returns the widgets that hand a talk over to agents.
func agentsOf(f *flow.Flow) (agents []*flow.Widget) {
	for _, w := range f.Widgets {
		if w.Facts.FlexTask != nil {
			agents = append(agents, w)
		}
	}
	return agents
}

// reportedOf returns the questions of which another rule tells that their split reads something
// else: the one that comes after them, or the exit of a loop; or that what is handed on is another's.
func reportedOf(p *lint.Pass) map[*flow.Widget]bool {
	reported := map[*flow.Widget]bool{}
	for _, m := range answers.Misread.Of(p) {
		if m.Asked != nil {
			reported[m.Asked.From] = true
		}
	}
	for _, s := range loops.Stuck.Of(p) {
		for _, w := range s.Widgets {
			reported[w] = true
		}
	}
	for _, m := range answers.FirstInsteads(p.Document) {
		reported[m.Question] = true
	}
	for _, m := range answers.Mispassed.Of(p) {
		reported[m.Meant] = true
	}
	return reported
}

// reportQuestions reports questions whose answers nothing reads: several at once.
func reportQuestions(p *lint.Pass, unread []*flow.Widget) {
	unread = slices.DeleteFunc(unread, func(w *flow.Widget) bool {
		silent := !effects.Prompt(w).Exists()
		if silent {
			reportAskedBefore(p, w)
		}
		return silent
	})
	const several = 3 // and it is a habit
	if len(unread) >= several {
		first := unread[0]
		d := p.Reportf(first, "%s and %s ask, but nothing reads the answers: what people write there is lost to the flow; read them, or do not ask",
			first.Label(), words.Plural(len(unread)-1, "other question")).Along(values.Route(p, p.Flow.Everywhere(), first)).Identify(first.Label())
		for _, w := range unread[1:] {
			d.Also(w, "nor the answer to "+w.Label())
		}
		return
	}
	for _, w := range unread {
		i := slices.IndexFunc(w.Transitions, func(t *flow.Transition) bool { return t.Meant != nil && effects.StoresAnswerOn(t.From, t.Raised()) })
		t := w.Transitions[i]
		read := reads.AnswerOn(t)
		if w.Needs() == schemas.NeedsMessage && offer.AsksForFile(effects.Prompt(w).Text()) {
			read = "widgets." + words.Shorten(w.Name) + ".inbound.MediaUrl0"
		}
		why := "nothing reads the answer: the flow goes on to " + reads.Target(t)
		if i := slices.IndexFunc(p.Flow.OutputRefs(w.Name), func(r flow.Ref) bool { return r.Widget != w && !p.Flow.Reachable(r.Widget) }); i >= 0 {
			why = "only " + p.Flow.OutputRefs(w.Name)[i].Widget.Label() + " reads the answer, and never runs"
		}
		p.Reportf(w, "%s asks, but %s; read %s, or do not ask",
			w.Label(), why, read).Along(values.Route(p, p.Flow.Everywhere(), w))
	}
}

// reportAskedBefore reports a silent question whose answer nothing reads, and before which
// another widget asks. Perhaps it is only to let the caller speak.
func reportAskedBefore(p *lint.Pass, w *flow.Widget) {
	asks := askedBefore(p, w)
	p.Reportf(w, "%s asks and %s waits for the answer, but nothing reads it; read what is answered, or do not ask",
		asks.From.Label(), w.Label()).As(finding.Note).Relate(asks.From, "where it is asked")
}
