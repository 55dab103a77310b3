package rules

import (
	"slices"
	"strings"
	"sync"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

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
		if effects.ActOf(w) != effects.Tells || t == nil || !values.EndsUnheard(p, t) || w.Incomplete ||
			w.Needs() != schemas.NeedsCall || !p.Flow.Reachable(w) {
			continue
		}
		n := effects.Prompt(w)
		switch text := strings.TrimSpace(n.Text()); {
		case !offer.AsksNow(text) && (!t.Ends() || !strings.HasSuffix(text, "?") &&
			!strings.HasSuffix(text, "？")) && len(offer.In(text)) < 2 && !endsWithKey(text):
		case d == nil:
			d = p.Reportf(n, "%s asks, and then the call ends (%s): nobody hears the answer; ask with a widget that waits for it, or end without a question",
				w.Label(), values.Unsaid(t)).As(finding.Note).Identify(w.Label())
		default:
			d.Also(n, "so does "+w.Label())
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

// deaf returns what comes after a text that offers keys on a call, and certainly takes none; nil
// when the text offers none, or something takes them, or may.
func deaf(p *lint.Pass, w *flow.Widget) *flow.Widget {
	t := w.Onward()
	if effects.ActOf(w) != effects.Tells || w.Incomplete || w.Needs() != schemas.NeedsCall || t == nil ||
		t.Meant == nil || !offersKeys(w) || !p.Flow.Reachable(w) {
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
			if t.Ends() && next.Needs() == schemas.NeedsCall {
				return next
			}
		case effects.HandsOver:
			if next.Facts.Transfer == nil && next.Facts.FlexTask == nil {
				return nil // TwiML may gather keys
			}
			return next
		default:
			if takesNoKeys(p, next, w) {
				return next
			}
			return nil
		}
	}
	return nil
}

// takesNoKeys reports whether a step after a text that offers keys takes none: a split, or a recording that no key ends.
func takesNoKeys(p *lint.Pass, next, w *flow.Widget) bool {
	if effects.ActOf(next) == effects.Splits {
		return !countsRepeats(p, next)
	}
	return recordsOver(next, w)
}

// countsRepeats reports whether a split looks at no answer, and one of its ways leads straight to a question: the text
// before it says once more what may be chosen, and the split counts how often that was.
func countsRepeats(p *lint.Pass, w *flow.Widget) bool {
	return !slices.ContainsFunc(p.Flow.Compared(w), func(r flow.Ref) bool { return reads.IsAnswer(p.Flow, r) }) &&
		slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
			next := effects.PastIdle(p.Flow, t)
			return next != nil && effects.ActOf(next) == effects.Asks
		})
}

// offersKeys reports whether a text offers several answers, or ends with a key for something.
func offersKeys(w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	return (len(offer.In(text)) > 1 || endsWithKey(text)) && !offer.EndsWithEmergency(text)
}

// recordsOver reports whether a widget takes a message, and none of the keys that a text before it
// offers ends that.
func recordsOver(record, w *flow.Widget) bool {
	ends := strings.TrimSpace(effects.FinishOf(record).Text())
	return record.Facts.TakesMessage && ends != "" && !slices.ContainsFunc(offer.In(effects.Prompt(w).Text()),
		func(o offer.Offer) bool { return strings.Contains(ends, o.Answer) })
}

// reportAskedAndEnded reports the messages that offer answers, after which the flow ends: once.
func reportAskedAndEnded(p *lint.Pass) {
	if !p.Flow.BeginsByMessage() || p.Flow.Entry(flow.ParentEvent) != nil {
		return // another flow may take the reply, or the parent
	}
	agent := sync.OnceValue(func() bool { return agentBegins(p.Flow) })
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		t := w.Onward()
		if effects.ActOf(w) != effects.Tells || t == nil || w.Incomplete || w.Needs() != schemas.NeedsMessage || !values.EndsUnheard(p, t) {
			continue
		}
		switch n := effects.Prompt(w); {
		case !answerIsLost(p, n.Text(), agent) || effects.HeardBy(p.Flow, w) != effects.Contact && !bindsOne(n.Text()) || !p.Flow.Reachable(w):
		case d == nil && len(offer.In(n.Text())) == 1:
			d = p.Reportf(n, "%s offers %s, but then the flow ends (%s), and nothing reads what begins it anew; test that message first, or ask here",
				w.Label(), words.Quote(offer.In(n.Text())[0].Answer), words.Quote(t.Event)).As(finding.Note).Identify(w.Label())
		case d == nil:
			d = p.Reportf(n, "%s asks, and then the flow ends (%s): nothing waits for the answer; ask with Send & Wait For Reply",
				w.Label(), words.Quote(t.Event)).As(finding.Note).Identify(w.Label())
		default:
			d.Also(n, "so does "+w.Label())
		}
	}
}

// answerIsLost reports whether nothing takes one of the answers that a message offers, after
// which the flow ends: the message that begins it again is read nowhere, and Twilio does not
// answer it itself.
func answerIsLost(p *lint.Pass, text string, agent func() bool) bool {
	offers := offer.In(text)
	if len(offers) == 0 || len(offers) == 1 && !isKeyForMore(offers[0]) && (!bindsOne(text) || agent()) ||
		shape.MayReadAny(p) ||
		!slices.ContainsFunc(offers, func(o offer.Offer) bool { return !schemas.IsForTwilio(o.Answer) }) {
		return false
	}
	return !reads.Beginning.Of(p)
}

// isKeyForMore reports whether the only answer that a text offers is a key for something other than
// to come back, which any message does: "3 to talk to us".
func isKeyForMore(o offer.Offer) bool {
	return o.IsKey() && strings.TrimSpace(o.Purpose()) != "" && !o.Repeats() && !o.Back() && !o.Restarts()
}

// bindsOne reports whether a text offers one word for something that no other reply should do, whoever
// gets it: "reply ACCEPT to confirm".
func bindsOne(text string) bool {
	offers := offer.In(text)
	return len(offers) == 1 && !offers[0].IsKey() && answers.Wanted(text)
}

// agentBegins reports whether a message that begins the flow comes to somebody who reads it.
func agentBegins(f *flow.Flow) bool {
	return slices.ContainsFunc(f.Entries(), func(e *flow.Entry) bool {
		return e.Channels()&flow.Message != 0 && slices.ContainsFunc(f.Widgets, func(w *flow.Widget) bool {
			return (effects.ActOf(w) == effects.HandsOver || effects.ActOf(w) == effects.RunsFlow ||
				effects.ActOf(w) == effects.Anything) && e.Reaches(w)
		})
	})
}
