package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// unkept says for a message what does not come, by what was promised.
var unkept = map[offer.Promise]string{
	offer.Retry:    "nothing is asked after it; lead it back to the question",
	offer.Transfer: "nobody is called after it; add who takes the call, or change the text",
	offer.Message:  "nothing is recorded after it; add Record Voicemail, or change the text",
	offer.CallBack: "the flow tells nobody; pass it on, or change the text",
	offer.Stored:   "no step of the flow does that; add it, or change the text",
	offer.Later:    "no step sends it or passes on whom it is for; add one, or change the text",
	offer.Sent:     "no step on the way there sends it; send it first, or change the text",
	offer.Reply:    "no message starts this flow: the reply is lost to it; wait for it here",
}

// A brokenKind is one of the kinds of broken promises of which one finding each is made.
type brokenKind struct {
	promise offer.Promise
	instead bool
}

// reportBroken reports what callers are told and does not come: each kind once.
func reportBroken(p *lint.Pass) {
	found := map[brokenKind]*finding.Diagnostic{}
	for _, u := range answers.Broken.Of(p) {
		kind := brokenKind{u.Promise, u.Instead != nil}
		if u.Promise == offer.Done {
			kind.promise = offer.Stored
		}
		if d := found[kind]; d == nil {
			lacks := unkept[kind.promise]
			if u.Promise == offer.Transfer && u.By.Needs() == schemas.NeedsMessage {
				lacks = "the chat is handed to nobody; add Send to Flex, or change the text"
			}
			if u.Instead != nil {
				lacks = "the caller comes to " + u.Instead.Label() +
					", which takes a message; call somebody first, or say so"
			}
			if u.After != nil {
				lacks = "no step after " + u.After.Label() + " does that; add it, or change the text"
			}
			found[kind] = p.Reportf(effects.Prompt(u.By), "%s says %s, but %s", u.By.Label(), words.Quote(u.Words), lacks).
				Identify(u.By.Label() + " " + u.Words)
		} else {
			d.Also(effects.Prompt(u.By), "so does "+u.By.Label())
		}
	}
}

// reportParting reports the texts that say goodbye on a call, or that one may hang up, after which the caller is asked
// something or put through: once.
func reportParting(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		t := w.Onward()
		if effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsCall || w.Incomplete || t == nil || t.Meant == nil || !p.Flow.Reachable(w) {
			continue
		}
		n := effects.Prompt(w)
		said, parts := offer.Goodbye(n.Text())
		if said == "" {
			said = offer.BidsHangUp(n.Text())
			parts = said != ""
		}
		next := t.Meant
		if parts {
			next = pastMessages(next)
		}
		if !parts || next == nil {
			continue
		}
		act := effects.ActOf(next)
		switch {
		case act != effects.Asks && (act != effects.HandsOver || next.Facts.Transfer == nil && next.Facts.FlexTask == nil && !next.Facts.MayLose()):
		case d == nil:
			d = p.Reportf(n, "%s says %s, and then %s comes; end the call there, or change the text", w.Label(), words.Quote(said), next.Label()).
				Relate(next, "what comes next").Identify(w.Label())
		default:
			d.Also(n, "so does "+w.Label())
		}
	}
}

// pastMessages returns what comes on a call after steps that set variables or send a message.
func pastMessages(w *flow.Widget) *flow.Widget {
	const far = 3
	for range far {
		if w == nil || w.Onward() == nil || effects.ActOf(w) != effects.Sets &&
			(effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsMessage) {
			break
		}
		w = w.Onward().Meant
	}
	return w
}
