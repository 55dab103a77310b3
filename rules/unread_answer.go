package rules

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"sync"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/loops"
	"studiolint/lint/offer"
	"studiolint/lint/pattern"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unread-answer", Title: "A question whose answer nothing reads",
		Group: finding.Paths, Severity: finding.Warning,
		Varies: "note when most questions of the flow are so, for the detection of answering machines, and for what a request fetches",
		Doc: `Finds a question (keys, speech or a message) whose answer no split, variable, request or
text of the flow reads: whatever a person answers, the flow goes on in the same way.
The split or the parameter for it was forgotten, or reads another widget.

It also finds a message that invites something new ("or reply with your new photo") while
only a split reads the answer, and does not ask for it again.

Left alone is what is meant so: "press any key", "reply MORE for more" and any prompt
that names a single answer; a question whose answer and whose silence lead to the same
place, unless a message offers several answers; a chat that goes on to Flex, where an agent
sees it (but not "shall an agent help you?", when every answer leads there); flows that hand
their own {{flow.sid}} to somebody who can look the answers up.

When most questions of a flow are read nowhere, the answers are probably fetched from
the execution's context: that is one note. Three and more that are not are one finding.

An answer that only a widget reads which never runs is not read, where another one is given the
answers to three other questions.

It also finds a question of which only the address of the answer is read (inbound.To).

As a note it also finds questions for a name or a number, and lists of numbers to choose from, before a chat
goes on to Flex, of which no attribute holds the answer, also where only messages say the name again; an answer of which it is only tested whether there is one; a text
that asks something, also to say or enter it, and then the call ends, or offers answers in a chat that ends and begins anew
with each of them; a message that asks for a name, a number or the like, after which the flow says
more, or makes a request with the message before it, without waiting; a question that leads on when somebody speaks, while the request or the
variable there reads only the keys; a text that offers keys
before a split or a call, which take none; an outgoing call that detects answering machines while nothing
reads AnsweredBy: a machine is then spoken to like a person; a text
or split right after a request that reads what another one brings, which need not have run, while nothing
reads what this one does; and a request whose name says
that it fetches something (get_hours, lookupOrder) of which nothing reads the answer (where it fails
and other questions follow, how it ends is the answer).

Read widgets.NAME.Digits, widgets.NAME.SpeechResult or widgets.NAME.inbound.Body, or
make a message of the question. Where a Say/Play asks and a silent Gather Input after it
waits, that is a note.`,
	},
	Check: func(p *lint.Pass) {
		reportUnread(p)
		reportReplaced(p)
		reportFetched(p)
		reportUnheard(p)
		reportAskedAndEnded(p)
		reportNotWaited(p)
		reportDeafTo(p)
		for _, i := range answers.Finds.Of(p) {
			p.Reportf(i.Switch, "%s asks for %s, but nothing reads widgets.%s.%s: %s; test it, or switch that off",
				i.Widget.Label(), i.Key.Name, words.Shorten(i.Widget.Name), i.Key.Name, i.Key.Unread.Why).As(finding.Note)
		}
	},
})

// reportUnheard reports the texts that ask something, and then the call ends: once. To a
// message another flow may take the reply.
func reportUnheard(p *lint.Pass) {
	if p.Flow.Entry(flow.ParentEvent) != nil {
		return // the parent may listen
	}
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		t := w.Onward()
		if next := deaf(p, w); next != nil {
			n := effects.Prompt(w)
			p.Reportf(n, "%s offers keys, but %s comes next, which takes none; ask with a widget that waits for them", w.Label(), next.Label()).
				As(finding.Note).Relate(next, "what comes next")
			continue
		}
		if effects.ActOf(w) != effects.Tells || t == nil || !values.EndsUnheard(p, t) || w.Incomplete || w.Needs() != schemas.NeedsCall || !p.Flow.Reachable(w) {
			continue
		}
		n := effects.Prompt(w)
		switch text := strings.TrimSpace(n.Text()); {
		case !asksNow(text) && (!t.Ends() || !strings.HasSuffix(text, "?") && !strings.HasSuffix(text, "？") && len(offer.In(text)) < 2 && !endsWithKey(text)):
		case d == nil:
			d = p.Reportf(n, "%s asks, and then the call ends (%s): nobody hears the answer; ask with a widget that waits for it, or end without a question",
				w.Label(), values.Unsaid(t)).As(finding.Note).Identify(w.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(n, "so does "+w.Label())
		}
	}
}

// endsWithKey reports whether the last sentence of a text, which offers but one key, does so for
// something.
func endsWithKey(text string) bool {
	offers := offer.In(text)
	if len(offers) != 1 || !offers[0].IsKey() || strings.TrimSpace(offers[0].Purpose()) == "" {
		return false
	}
	last := strings.TrimRight(text, ".!?\"') \t\n")
	return strings.Contains(last[strings.LastIndexAny(last, ".!?\n")+1:], offers[0].Answer)
}

// reportDeafTo reports the questions that lead on when somebody speaks, to what reads only the
// keys: once.
func reportDeafTo(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, t := range answers.Deaf(p.Document) {
		switch {
		case shape.MayRead(p, t.From):
		case d == nil:
			d = p.Reportf(t, "%s goes on with what is said (%s), but %s reads only the keys: that is lost; read it, or ask again",
				t.From.Label(), words.Quote(t.Event), t.Meant.Label()).As(finding.Note).Identify(t.From.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(t, "so does "+t.From.Label())
		}
	}
}

// deaf returns what comes after a text that offers keys on a call, and certainly takes none; nil
// when the text offers none, or something takes them, or may.
func deaf(p *lint.Pass, w *flow.Widget) *flow.Widget {
	t := w.Onward()
	if effects.ActOf(w) != effects.Tells || w.Incomplete || w.Needs() != schemas.NeedsCall || t == nil || t.Meant == nil || len(offer.In(effects.Prompt(w).Text())) < 2 || !p.Flow.Reachable(w) {
		return nil
	}
	const far = 5
	for range far {
		next := t.Meant
		if next == nil || next == w {
			return nil
		}
		switch effects.ActOf(next) {
		case effects.Tells, effects.Sets:
			if t = next.Onward(); t == nil {
				return nil
			}
		case effects.HandsOver:
			if next.Facts.Transfer == nil && next.Facts.FlexTask == nil {
				return nil // TwiML may gather keys
			}
			return next
		case effects.Splits:
			return next
		default:
			return nil
		}
	}
	return nil
}

// reportAskedAndEnded reports the messages that offer answers, after which the flow ends: once.
func reportAskedAndEnded(p *lint.Pass) {
	if !p.Flow.BeginsByMessage() || p.Flow.Entry(flow.ParentEvent) != nil {
		return // another flow may take the reply, or the parent
	}
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		t := w.Onward()
		if effects.ActOf(w) != effects.Tells || t == nil || w.Incomplete || w.Needs() != schemas.NeedsMessage || !values.EndsUnheard(p, t) {
			continue
		}
		switch n := effects.Prompt(w); {
		case !answerIsLost(p, n.Text()) || effects.HeardBy(p.Flow, w) != effects.Contact || !p.Flow.Reachable(w):
		case d == nil:
			d = p.Reportf(n, "%s asks, and then the flow ends (%s): nothing waits for the answer; ask with Send & Wait For Reply",
				w.Label(), words.Quote(t.Event)).As(finding.Note).Identify(w.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(n, "so does "+w.Label())
		}
	}
}

// reportNotWaited reports the messages that ask for a name, a number or the like, after which
// the flow goes on at once, so that nothing takes the answer: once.
func reportNotWaited(p *lint.Pass) {
	if !p.Flow.BeginsByMessage() || p.Flow.Entry(flow.ParentEvent) != nil || !shape.Whole(p) {
		return // another flow may take the reply, or the parent
	}
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || w.Incomplete || w.Needs() != schemas.NeedsMessage || effects.HeardBy(p.Flow, w) != effects.Contact {
			continue
		}
		n := effects.Prompt(w)
		if text := n.Text(); !asksForData(text) || elsewhere().MatchString(text) || offer.Parts(text) || offer.HasAddress(text) || !p.Flow.Reachable(w) {
			continue
		}
		switch next := goesOn(p, w); {
		case next == nil:
		case d == nil:
			d = p.Reportf(n, "%s asks, but does not wait: %s comes at once; ask with Send & Wait For Reply", w.Label(), next.Label()).
				As(finding.Note).Identify(w.Label()).Relate(next, "what comes next")
		case len(d.Related) < lint.MaxRelated:
			d.Relate(n, "so it is with "+w.Label())
		}
	}
}

// asksForData reports whether a text asks for something of a person's own, and at once.
func asksForData(text string) bool {
	return offer.AsksForData(text) && answers.Wanted(text) || offer.AsksUnmarked(text)
}

// goesOn returns what comes after a message that asks, when nothing takes the answer: other
// words and then the end, while the message that begins the flow anew is read nowhere, or a request
// that is given the message that began it. It is nil when anything may take it.
func goesOn(p *lint.Pass, w *flow.Widget) *flow.Widget {
	const far = 8
	var first *flow.Widget
	for t, i := w.Onward(), 0; i < far; i++ {
		if t == nil {
			return nil
		}
		next := t.Meant
		if next == nil {
			if first == nil || !t.Ends() || readsBeginning(p.Flow) {
				return nil
			}
			return first
		}
		switch effects.ActOf(next) {
		case effects.Requests:
			if readsMessage(p.Flow, next) {
				return next
			}
		case effects.Tells:
			if first == nil {
				first = next
			}
		case effects.Sets:
		default:
			return nil
		}
		t = next.Onward()
	}
	return nil
}

// readsMessage reports whether a widget reads the text of the message that began the execution.
func readsMessage(f *flow.Flow, w *flow.Widget) bool {
	return slices.ContainsFunc(f.TemplatesOf(w), func(t *flow.Template) bool {
		return slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { return r.Root() == "trigger" && reads.IsAnswer(f, r) })
	})
}

// answerIsLost reports whether nothing takes one of the answers that a message offers, after
// which the flow ends: the message that begins it again is read nowhere, and Twilio does not
// answer it itself.
func answerIsLost(p *lint.Pass, text string) bool {
	offers := offer.In(text)
	if len(offers) < 2 || !shape.Whole(p) || !slices.ContainsFunc(offers, func(o offer.Offer) bool { return schemas.KeywordOf(o.Answer) == nil }) {
		return false
	}
	return !readsBeginning(p.Flow)
}

// readsBeginning reports whether something reads what was written in the message that began the
// execution.
func readsBeginning(f *flow.Flow) bool {
	return slices.ContainsFunc(f.Refs(), func(r flow.Ref) bool {
		if r.Root() != "trigger" {
			return false
		}
		about := reads.About(f, r)
		return about == nil || !about.Address && !reads.Prefilled(r) && (about.Holds == schemas.HoldsReply || about.Holds == schemas.HoldsMedia || about.Holds == schemas.HoldsMediaCount || len(about.Keys) > 0)
	})
}

// asksNow reports whether a text asks for something to be said or entered on the phone, and at
// once.
func asksNow(text string) bool {
	return (offer.AsksForKeys(text) || offer.FreeSpeech(text)) && !elsewhere().MatchString(text) && !offer.Parts(text)
}

// elsewhere are words for a place, or a time, at which something is to be entered.
var elsewhere = pattern.Lazy(`(?i)\b(?:online|web ?site|site|web|app|www|e-?mail|portal|page|link|text (?:us|message)|later|(?:call|try)(?: us)? (?:back|again)|next time|when(?:ever)?|if|once|before|after|never|not|nunca|cuando|página|sitio|seite|später)\b|n['’]t\b`)

// reportReplaced reports the questions that invite something new, which is only compared.
func reportReplaced(p *lint.Pass) {
	if !shape.Whole(p) {
		return
	}
	for _, m := range answers.Anew.Of(p) {
		if shape.MayRead(p, m.Question) {
			continue
		}
		key := "inbound.Body"
		if words.HoldsAny(m.Thing, "photo", "foto", "picture", "image", "bild") {
			key = "inbound.MediaUrl0"
		}
		p.Reportf(m.Question, "%s invites a new %s, but %s only compares the answer: what is sent instead is lost; read widgets.%s.%s after %s",
			m.Question.Label(), words.Shorten(strings.ToLower(m.Thing)), m.Split.Label(), words.Shorten(m.Question.Name), key, words.Quote(m.Otherwise.Event)).Relate(m.Split, "where it is compared")
	}
}

// reportFetched reports the requests that fetch something, by their names, when nothing reads
// what they fetched: once.
func reportFetched(p *lint.Pass) {
	if p.Flow.Unread() || !shape.Whole(p) {
		return
	}
	reportOtherFetched(p)
	var read map[string]bool
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Request == nil || !mayFetch(w.Name) || !fetches().MatchString(w.Name) || p.Flow.Only(w.Name) != w || !p.Flow.Reachable(w) {
			continue
		}
		if read == nil {
			read = reads.StoredBy(p.Flow)
		}
		worked := w.OnKind(schemas.KindSuccess)
		switch {
		case worked == nil || worked.Meant == nil || read[w.Name] || read[""] || shape.MayRead(p, w) || answersByEvent(w):
		case d == nil:
			d = p.Reportf(w, "nothing reads what %s fetches: %s comes next, whatever it is; read %s, or do not ask for it",
				w.Label(), reads.Target(worked), "widgets."+words.Shorten(w.Name)+".parsed").As(finding.Note).Identify(w.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(w, "nor what "+w.Label()+" fetches")
		}
	}
}

// reportOtherFetched reports the texts and splits right after a request that read what another
// request brings, which need not have run, while nothing reads what this one does: once.
func reportOtherFetched(p *lint.Pass) {
	var read map[string]bool
	for _, w := range p.Flow.Widgets {
		worked := w.OnKind(schemas.KindSuccess)
		if w.Facts.Request == nil || worked == nil || worked.Meant == nil || p.Flow.Only(w.Name) != w || len(worked.Meant.In) > 2 || !p.Flow.Reachable(w) {
			continue
		}
		if read == nil {
			read = reads.StoredBy(p.Flow)
		}
		if read[w.Name] || read[""] || words.KeepsRecord(w.Name) || shape.MayRead(p, w) {
			continue
		}
		if r, ok := otherFetched(p, w, worked.Meant); ok {
			p.Reportf(r.Place(), "%s comes right after %s, but reads %s, and nothing reads what %s brings; read that",
				worked.Meant.Label(), w.Label(), reads.Path(r), w.Label()).As(finding.Note).Relate(w, "the request before it").Identify(w.Label())
			return
		}
	}
}

// otherFetched returns what a widget reads of another request than the one before it, which need
// not have run.
func otherFetched(p *lint.Pass, before, w *flow.Widget) (flow.Ref, bool) {
	for _, t := range p.Flow.TemplatesOf(w) {
		for _, r := range t.Refs() {
			by := reads.Widget(p.Flow, r)
			if by != nil && by != before && by.Facts.Request != nil && r.Name(2) == "parsed" && values.Held.Of(p).At(r).Unset && p.Flow.Reachable(by) {
				return r, true
			}
		}
	}
	return flow.Ref{}, false
}

// answersByEvent reports whether a request answers by how it ends: where it failed, other
// questions come than where it worked, as for whoever was not found and is to sign up.
func answersByEvent(w *flow.Widget) bool {
	failed := w.OnKind(schemas.KindFailure)
	if failed == nil || failed.Meant == nil {
		return false
	}
	asks := firstAsked(failed)
	return asks != nil && asks != firstAsked(w.OnKind(schemas.KindSuccess))
}

// firstAsked returns the question that a transition leads to, after whatever needs no answer.
func firstAsked(t *flow.Transition) *flow.Widget {
	const far = 8
	for range far {
		if t == nil || t.Meant == nil {
			return nil
		}
		switch effects.ActOf(t.Meant) {
		case effects.Asks:
			return t.Meant
		case effects.Tells, effects.Sets, effects.Requests:
			t = t.Meant.Onward()
		default:
			return nil
		}
	}
	return nil
}

// fetches are names of steps that are there for what they bring.
var fetches = pattern.Lazy(`^(?:(?i:get|fetch|look_?up|retrieve|generate)(?:[_-]|$)|(?:get|fetch|lookup|lookUp|retrieve|generate)[A-Z]|(?:Get|Fetch|Lookup|LookUp|Retrieve|Generate)[A-Z])`)

// mayFetch looks at how a name begins.
func mayFetch(name string) bool {
	return name != "" && strings.IndexByte("gflrGFLR", name[0]) >= 0
}

func reportUnread(p *lint.Pass) {
	if !shape.Whole(p) {
		return // what would read an answer may stand where it cannot be read
	}
	misread := reportedOf(p)
	var unread []*flow.Widget
	read, ignored := 0, 0 // questions that something reads, and that nothing does
	known := answers.Unread.Of(p)
	mentioned := mentioned(p.Flow)
	var agents []*flow.Widget
	for _, w := range p.Flow.Widgets {
		if w.Facts.FlexTask != nil {
			agents = append(agents, w)
		}
	}
	var seen []*flow.Widget // by an agent alone
	for _, w := range p.Flow.Widgets {
		switch {
		case !answers.Asks(w):
		case !known[w.Index] || shape.MayRead(p, w):
			read++
		case !misread[w]:
			ignored++
			switch {
			case !wantsAnswer(p, w) || mentioned(w) && !answers.LeftOver(p, w):
			case !agentSees(p.Flow, w, agents) || offersAgent(w):
				unread = append(unread, w)
			case offer.AsksForData(effects.Prompt(w).Text()) || isListed(w):
				seen = append(seen, w)
			}
		}
	}
	reportHalfRead(p, agents)
	reportNameless(p, agents)
	reportForAgent(p, seen, agents)
	if len(unread) > 0 && ignored > 2 && ignored > read {
		first := unread[0]
		d := p.Reportf(first, "most answers in this flow are read nowhere, that to %s among them; fine if they are read from the execution's context, or else use them", first.Label()).
			As(finding.Note)
		for _, w := range unread[1:min(len(unread), lint.MaxRelated)] {
			d.Relate(w, "nor is the answer to "+w.Label())
		}
		return
	}
	reportQuestions(p, unread)
}

// reportForAgent reports the questions for a name, a number or the like before a chat is handed
// over, of which no attribute holds the answer: once.
func reportForAgent(p *lint.Pass, seen, agents []*flow.Widget) {
	if len(seen) == 0 {
		return
	}
	first := seen[0]
	i := slices.IndexFunc(agents, func(agent *flow.Widget) bool { return p.Flow.CanPrecede(first, agent) })
	d := p.Reportf(first, "the answer to %s is in no attribute of %s, and nothing else reads it: the agent has to look for it in the chat; add it",
		first.Label(), agents[i].Label()).As(finding.Note).Identify(first.Label()).Relate(agents[i], "where the chat is handed over")
	for _, w := range seen[1:min(len(seen), lint.MaxRelated)] {
		d.Relate(w, "nor is that to "+w.Label())
	}
}

// reportNameless reports the questions for a name before a chat is handed over that only messages
// read: the agent does not see whom it is with. Once.
func reportNameless(p *lint.Pass, agents []*flow.Widget) {
	if len(agents) == 0 {
		return
	}
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Needs() != schemas.NeedsMessage || !offer.AsksForName(effects.Prompt(w).Text()) || p.Flow.Only(w.Name) != w || !p.Flow.Reachable(w) {
			continue
		}
		i := slices.IndexFunc(agents, func(agent *flow.Widget) bool { return p.Flow.CanPrecede(w, agent) })
		all := p.Flow.OutputRefs(w.Name)
		if i < 0 || len(all) == 0 || slices.ContainsFunc(all, func(r flow.Ref) bool {
			return r.Widget.Needs() != schemas.NeedsMessage || !slices.Contains(r.Widget.Facts.Content, r.Property)
		}) {
			continue
		}
		p.Reportf(w, "the name that %s asks for is in no attribute of %s: the agent has to look for it in the chat; add it", w.Label(), agents[i].Label()).
			As(finding.Note).Relate(agents[i], "where the chat is handed over")
		return
	}
}

// reportHalfRead reports the questions of which something is read, but not what was answered:
// an address by itself, those that are only tested for an answer once.
func reportHalfRead(p *lint.Pass, agents []*flow.Widget) {
	var tested *finding.Diagnostic
	for _, h := range answers.HalfReads.Of(p) {
		w := h.Question
		switch {
		case shape.MayRead(p, w) || !wantsAnswer(p, w):
		case h.Address:
			p.Reportf(h.Ref, "%s reads %s, an address, and nothing reads what was answered to %s; read widgets.%s.inbound.Body",
				h.Ref.Widget.Label(), reads.Path(h.Ref), w.Label(), words.Shorten(w.Name)).Relate(w, "the question")
		case agentSees(p.Flow, w, agents):
		case tested == nil:
			tested = p.Reportf(w, "of the answer to %s it is only tested whether there is one: nothing learns what it was; keep it, or compare it",
				w.Label()).As(finding.Note).Identify(w.Label()).Relate(h.Ref, "the test")
		case len(tested.Related) < lint.MaxRelated:
			tested.Relate(w, "so it is with "+w.Label())
		}
	}
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
		for _, w := range unread[1:min(len(unread), lint.MaxRelated+1)] {
			d.Relate(w, "nor the answer to "+w.Label())
		}
		return
	}
	for _, w := range unread {
		i := slices.IndexFunc(w.Transitions, func(t *flow.Transition) bool { return t.Meant != nil && reads.AnswerOn(t) != "" })
		t := w.Transitions[i]
		p.Reportf(w, "%s asks, but nothing reads the answer: the flow goes on to %s; read %s, or do not ask",
			w.Label(), reads.Target(t), reads.AnswerOn(t)).Along(values.Route(p, p.Flow.Everywhere(), w))
	}
}

// reportAskedBefore reports a silent question whose answer nothing reads, and before which
// another widget asks. Perhaps it is only to let the caller speak.
func reportAskedBefore(p *lint.Pass, w *flow.Widget) {
	asks := askedBefore(p, w)
	p.Reportf(w, "%s asks and %s waits for the answer, but nothing reads it; read what is answered, or do not ask",
		asks.From.Label(), w.Label()).As(finding.Note).Relate(asks.From, "where it is asked")
}

// askedBefore returns the transition by which one comes to a silent question from a widget
// that asks; nil when there is none.
func askedBefore(p *lint.Pass, w *flow.Widget) *flow.Transition {
	for _, t := range w.In {
		if text := effects.Prompt(t.From).Text(); effects.ActOf(t.From) == effects.Tells && answers.Wanted(text) {
			return t
		}
	}
	return nil
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
	for _, m := range answers.Mispassed.Of(p) {
		reported[m.Meant] = true
	}
	return reported
}

// mentioned returns a function that reports whether the answer to a question is named
// anywhere in the text, also where Studio does not look: in a member whose name is
// misspelt, say, or after a root that is. The text is searched once, and when it is asked
// for the first time.
func mentioned(f *flow.Flow) func(*flow.Widget) bool {
	named := sync.OnceValue(func() map[string]bool {
		found := map[string]bool{}
		keys := map[string]bool{}
		for t := range f.Transitions() {
			if key := effects.AnswerOn(t.From, t.Event); key != "" && !keys[key] {
				keys[key] = true
				addNamed(found, f, key)
			}
		}
		return found
	})
	return func(w *flow.Widget) bool {
		return slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
			key := effects.AnswerOn(t.From, t.Event)
			return key != "" && named()[w.Name+"."+key]
		})
	}
}

// addNamed adds NAME.KEY for the widgets whose name stands before .KEY somewhere.
func addNamed(found map[string]bool, f *flow.Flow, key string) {
	const longest = 128 // bytes before the key that are looked at
	text, end := f.Definition.Raw(), []byte("."+key)
	for from := 0; ; {
		i := bytes.Index(text[from:], end)
		if i < 0 {
			return
		}
		i += from
		from = i + len(end)
		for at := i - 1; at >= max(0, i-longest) && text[at] >= ' ' && text[at] != '"'; at-- {
			if f.Widget(string(text[at:i])) != nil {
				found[string(text[at:i])+"."+key] = true
			}
		}
	}
}

// wantsAnswer reports whether a prompt certainly asks for an answer that matters, and
// not for any sign of life.
func wantsAnswer(p *lint.Pass, w *flow.Widget) bool {
	prompt := effects.Prompt(w)
	if w.Incomplete || !prompt.Exists() && (len(effects.Says(w)) > 0 || askedBefore(p, w) == nil) {
		return false
	}
	answered, silent := map[*flow.Widget]bool{}, map[*flow.Widget]bool{}
	events := map[string]bool{}
	for _, t := range w.Transitions {
		switch {
		case t.Meant == nil:
		case t.Facts.Kind == schemas.KindTimeout:
			silent[t.Meant] = true
		case t.Facts.Kind == schemas.KindInput && events[t.Event]:
			return false // it was meant to decide here
		case t.Facts.Kind == schemas.KindInput:
			events[t.Event], answered[t.Meant] = true, true
		}
	}
	if maps.Equal(answered, silent) && (w.Needs() != schemas.NeedsMessage || len(offer.In(prompt.Text())) < 2 && len(offer.Range(prompt.Text())) == 0) {
		return false
	}
	return !prompt.Exists() || answers.Wanted(prompt.Text())
}

// offersAgent reports whether a question for yes or no hands the person over, after a word or
// two at most, whatever is answered.
func offersAgent(w *flow.Widget) bool {
	const words = 3
	if !answers.YesOrNo(effects.Prompt(w).Text()) {
		return false
	}
	i := slices.IndexFunc(w.Transitions, func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindInput })
	to := w.Transitions[i].Meant
	for range words {
		if to == nil || effects.ActOf(to) != effects.Tells {
			break
		}
		t := to.OnKind(schemas.KindSuccess)
		if t == nil {
			return false
		}
		to = t.Meant
	}
	return to != nil && to.Facts.FlexTask != nil
}

// isListed reports whether a question has people choose from a list by its numbers.
func isListed(w *flow.Widget) bool {
	const fewest = 2
	keys := 0
	for _, o := range offer.In(effects.Prompt(w).Text()) {
		if o.IsKey() {
			keys++
		}
	}
	return keys >= fewest || len(offer.Range(effects.Prompt(w).Text())) > 0
}

// agentSees reports whether a chat goes on to people who see all of it.
func agentSees(f *flow.Flow, w *flow.Widget, agents []*flow.Widget) bool {
	return w.Needs() == schemas.NeedsMessage && slices.ContainsFunc(agents, func(agent *flow.Widget) bool {
		return f.CanPrecede(w, agent)
	})
}
