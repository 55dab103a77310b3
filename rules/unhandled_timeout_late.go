package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/twins"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportLate reports the questions whose late answer begins the flow anew, where it is lost: once. It
// returns the others.
func reportLate(p *lint.Pass, dropped []*flow.Transition, first flow.Routes) []*flow.Transition {
	if len(dropped) == 0 {
		return nil
	}
	late := answers.LateAnswer.Of(p)
	var d *finding.Diagnostic
	return slices.DeleteFunc(dropped, func(t *flow.Transition) bool {
		told, lost := late.Loses(t.From)
		switch {
		case !lost:
			return false
		case d == nil:
			d = p.Reportf(t, "a late answer to %s begins the flow anew, which sends %s and does not read it; read it there",
				t.From.Label(), told.Label()).As(finding.Note)
			d.Identify(t.From.Label()).Along(values.Route(p, first, t.From)).
				Relate(effects.PlaceOfPrompt(told), "what is said to a late answer")
		default:
			d.Also(t, "and "+t.From.Label())
		}
		return true
	})
}

// reportShort reports the questions by message that hardly give people the time to answer: once, and
// not while the time of one of them cannot be read. Of those whose time ends without a word it
// returns the others.
func reportShort(p *lint.Pass, dropped []*flow.Transition, first flow.Routes) []*flow.Transition {
	var short []*flow.Transition
	readable, odd := true, true // odd: their sisters wait longer, which is told of the number itself
	for _, w := range p.Flow.Widgets {
		late := w.OnKind(schemas.KindTimeout)
		if late == nil || w.Needs() == schemas.NeedsCall || effects.Raised(w, schemas.ByReply) == nil {
			continue
		}
		seconds, known := effects.Waits(w)
		unread := isUnreadable(p, w, seconds, known)
		if (unread || known) && mayBeShort(p, late, seconds, unread, slices.Contains(dropped, late)) &&
			(first.Reach(w) || isToldInSubflow(p, late)) {
			readable = readable && !unread
			short = append(short, late)
			odd = odd && twins.IsOdd(p.Document, w.Property(w.Facts.Waits))
		}
	}
	if len(short) == 0 {
		return dropped
	}
	if readable && !odd {
		seconds, _ := effects.Waits(short[0].From)
		least := patienceOf(p.Flow)
		why := least.why
		if !p.Flow.BeginsByMessage() && slices.Contains(dropped, short[0]) {
			why += ", and it is not read then"
		}
		d := p.Reportf(short[0], "%s waits %s and then %s (%s), but %s; %s",
			short[0].From.Label(), words.Plural(seconds, "second"), whatComes(short[0], dropped),
			words.Quote(short[0].Event), why, least.cure).As(finding.Note)
		if d.Identify(short[0].From.Label()); first.Reach(short[0].From) {
			d.Along(values.Route(p, first, short[0].From))
		}
		for _, t := range short[1:] {
			d.Also(t, "so does "+t.From.Label())
		}
	}
	return slices.DeleteFunc(dropped, func(t *flow.Transition) bool { return slices.Contains(short, t) })
}

// A patience says how many seconds are too few to answer in, when nothing follows, and when a word follows;
// why, and what to do.
type patience struct {
	silent, told int
	why, cure    string
}

// patienceOf returns that of the people who write to a flow: those on a web page look at it.
func patienceOf(f *flow.Flow) patience {
	if f.KnowsWebChat() {
		return patience{60, 30, "people in a chat may take longer to write", "give them some minutes"}
	}
	return patience{120, 60, "people answer a text later", "give them more time"}
}

// mayBeShort reports whether some seconds, as far as they can be read, are too few to answer a question,
// after which comes nothing or a last word, and are not meant as a pause.
func mayBeShort(p *lint.Pass, late *flow.Transition, seconds int, unread, silent bool) bool {
	const longest = 120 // seconds that may be too few
	if !unread && !silent && seconds < soon && isUnasked(p.Flow, late.From) && endsTold(p, late) {
		return true
	}
	if seconds > longest && !unread {
		return false
	}
	least := patienceOf(p.Flow)
	if silent {
		return (unread || seconds <= least.silent) && !isPause(p, late.From, seconds)
	}
	return seconds <= least.told && endsTold(p, late) && !isPause(p, late.From, 0)
}

// soon is, in seconds, the time in which few people have read a text that they did not wait for.
const soon = 15 * 60

// isUnasked reports whether a question by message is the first of a talk that nobody but the API begins, is no
// one-time code, and does not say how much time there is.
func isUnasked(f *flow.Flow, w *flow.Widget) bool {
	if f.Entry(flow.RequestEvent) == nil || len(f.Entries()) != 1 || len(f.Unfollowable()) > 0 {
		return false
	}
	text := effects.Prompt(w).Text()
	return text != "" && !offer.AsksForHaste(text) && !offer.SpeaksOfCode(text) &&
		!slices.ContainsFunc(f.Widgets, func(other *flow.Widget) bool {
			act := effects.ActOf(other)
			return other != w && (act == effects.Asks || act == effects.HandsOver || act == effects.RunsFlow ||
				act == effects.Dials) && f.CanPrecede(other, w)
		})
}

// whatComes says what silence at a question leads to, before which it is short.
func whatComes(late *flow.Transition, dropped []*flow.Transition) string {
	if late.Meant == nil || slices.Contains(dropped, late) {
		return "ends"
	}
	return "leads to " + late.Meant.Label() + " and the end"
}

// isUnreadable reports whether the time of a question is none, or of a wrong shape.
func isUnreadable(p *lint.Pass, w *flow.Widget, seconds int, known bool) bool {
	allowed := w.Facts.Property(w.Facts.Waits).Range
	return known && (seconds < 1 || allowed != nil && seconds > allowed.Max) || !w.Properties.Exists() ||
		!known && p.Flow.TemplateAt(w.Property(w.Facts.Waits)) == nil
}

// endsTold reports whether silence leads to a word, and then to the end, while an answer leads on to
// something else.
func endsTold(p *lint.Pass, late *flow.Transition) bool {
	return late.Meant != nil && !values.TalksOn.Of(p)[late.Meant.Index] && !values.EndsUnheard(p, late) &&
		slices.ContainsFunc(late.From.Transitions, func(t *flow.Transition) bool {
			return t.Facts.Kind == schemas.KindInput && t.Meant != nil &&
				effects.PastSetting(t) != effects.PastSetting(late)
		})
}

// isToldInSubflow reports whether only a parent leads to a question whose silence is told: that the parent goes on,
// then, takes nothing of that back.
func isToldInSubflow(p *lint.Pass, late *flow.Transition) bool {
	e := p.Flow.Entry(flow.ParentEvent)
	return e != nil && e.Reaches(late.From) && endsTold(p, late)
}

// isPause reports whether a wait asks for nothing that is read, and is so short that it is meant as a
// pause.
func isPause(p *lint.Pass, w *flow.Widget, seconds int) bool {
	const pause = 30
	return seconds < pause && answers.Unread.Of(p)[w.Index]
}

// reportUnserved reports the questions at which whoever says nothing is not led to the agent to whom
// every answer leads: once. It returns the others. At the first question whoever writes again begins anew; in a
// conversation what he wrote before waits there meanwhile, for nobody.
func reportUnserved(p *lint.Pass, dropped []*flow.Transition, first flow.Routes) []*flow.Transition {
	if len(dropped) == 0 {
		return nil
	}
	const far = 24 // first questions
	var d *finding.Diagnostic
	looked := 0
	return slices.DeleteFunc(dropped, func(t *flow.Transition) bool {
		answer := t.From.OnKind(schemas.KindInput)
		if answer == nil || answer.Meant == nil || !answers.ForAgent.Of(p)[answer.Meant.Index] {
			return false
		}
		format := "%s ends without a word on %s, but every answer leads to an agent; lead silence there, too"
		const lost = "%s ends on %s, and nobody gets the message that began the flow; lead it to the agent, as an answer"
		if answers.BegunAt.Of(p)[t.From.Index] {
			if looked++; looked > far || !losesFirstMessage(p, t.From) {
				return false
			}
			format = lost
		}
		if d != nil {
			d.Also(t, "and "+t.From.Label())
			return true
		}
		d = p.Reportf(t, format, t.From.Label(), words.Quote(t.Event)).As(finding.Note)
		d.Identify(t.From.Label()).Along(values.Route(p, first, t.From))
		return true
	})
}

// losesFirstMessage reports whether a question comes right after the message of a conversation that began the flow,
// which nothing has read till then, and does not ask whether somebody is wanted at all.
func losesFirstMessage(p *lint.Pass, asked *flow.Widget) bool {
	return slices.ContainsFunc(p.Flow.Entries(),
		func(e *flow.Entry) bool { return e.Channels() == flow.Conversation && e.Reaches(asked) }) &&
		!answers.YesOrNo(effects.Prompt(asked).Text()) && len(p.Flow.Unfollowable()) == 0 &&
		p.Flow.Entry(flow.ParentEvent) == nil &&
		!slices.ContainsFunc(p.Flow.Widgets, func(w *flow.Widget) bool {
			act := effects.ActOf(w)
			return (act == effects.Requests || act == effects.RunsFlow || act == effects.Asks && w != asked) &&
				p.Flow.CanPrecede(w, asked)
		}) &&
		!slices.ContainsFunc(p.Flow.Refs(), func(r flow.Ref) bool {
			return reads.IsBeginning(p.Flow, r) && (r.Widget == asked || p.Flow.CanPrecede(r.Widget, asked))
		})
}
