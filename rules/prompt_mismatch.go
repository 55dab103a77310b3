package rules

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "prompt-mismatch", Title: "A prompt says other than what happens",
		Group: finding.Values, Severity: finding.Note,
		Doc: `Compares what a caller, or who writes, is told with how the widget is set up, and with what comes then:

- the prompt asks for a number of so many digits, or the widget is named after one
  (enter_6_digits), and number_of_digits is another: what is entered is cut off, or the caller
  waits out the timeout;
- it asks for an account number, a code or a number from 1 to 10, and number_of_digits is 1;
- it asks for a number from 1 to 5, and any key, or any text, is stored or sent on: no split tests it,
  nor what a service says of it;
- a request lists the choices, and any key goes on, while the flow tests the keys of its other
  questions;
- it asks for a picture, and what a request gets is its address: nothing tests whether one came;
- it says by which key one ends ("followed by the star key"), and finish_on_key is another, or
  empty, so that none does;
- "leave a message after the beep", and play_beep is false;
- it allows two minutes, and max_length is less;
- "please try again", and nothing is asked after it;
- "2 for Veggie, 10 dollars", and the price that is set for 2 is 11; "the fee is $59.99", and another
  amount is charged;
- "your appointment is confirmed" after a request that is named after cancelling it, and the reverse;
- "you have three attempts", "your three attempts are used up", or "{{…}} of 3", and the flow counts to five, or
  lets a fourth one pass;
- "from 1 to 10", and after a wrong answer "from 1 to 5";
- "that is no valid choice" after silence, or "we did not hear anything" after a wrong key;
- "goodbye", and a question or a call comes after it;
- "how did we do?" in a chat right after Send to Flex, which goes on as soon as there is a task, and
  not when the agent is done;
- it asks for a date in so many digits, and does not say in which order they come;
- "connecting you now", and another prompt comes before the call;
- "please stay on the line", and a message is asked for, or the call ends;
- "we are connecting you", "leave a message after the beep", and nothing of the kind comes;
- "we will call you back", "we will put it on our list", "your request has been stored", "we have sent you an e-mail", "we'll go
  ahead and cancel your appointment", "your order is cancelled", and
  nothing on any way through the flow tells anybody; what a request or a conversation began may be
  done by its other side;
- "you will receive a reminder", and no message comes, nor does any request learn whom it is for;
- "reply to this message", and nothing waits, and no message starts the flow.

A prompt with Liquid that decides is left alone, and so is one that names several lengths, and
what a Function or another flow may do.

Correct the prompt or the property, or add the step.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			keys, recorder := w.Facts.KeyEntry, w.Facts.TakesMessage
			if keys == nil && !recorder || !shape.Sound(p, w.Properties) || !p.Flow.Reachable(w) {
				continue
			}
			text := effects.ToldBefore(w)
			if text == "" || strings.Contains(text, "{%") {
				continue
			}
			if keys != nil {
				checkSaidDigits(p, w, keys, text)
			}
			checkSaidFinish(p, w, text)
			if recorder {
				checkSaidBeep(p, w, text)
				checkSaidLength(p, w, text)
			}
		}
		reportBroken(p)
		reportHolding(p)
		reportTries(p)
		reportTriesSpent(p)
		reportCause(p)
		reportUnchecked(p)
		reportUncheckedTexts(p)
		reportUnlisted(p)
		reportParting(p)
		reportNoPicture(p)
		reportEarlySurvey(p)
		reportTotals(p)
		reportMoreTalk(p)
		reportDates(p)
		reportScales(p)
		reportPrices(p)
		reportSaysContrary(p)
	},
})

// reportEarlySurvey reports the questions in a chat how the talk was, which come right after the
// chat is handed over, before anybody has talked: once.
func reportEarlySurvey(p *lint.Pass) {
	const far = 4
	var d *finding.Diagnostic
	for _, agent := range p.Flow.Widgets {
		if agent.Facts.FlexTask == nil || !p.Flow.Reachable(agent) || p.Flow.MayHaveCall(agent) {
			continue
		}
		t := agent.OnKind(schemas.KindSuccess)
		for i := 0; i < far && t != nil && t.Meant != nil; i++ {
			w := t.Meant
			act := effects.ActOf(w)
			if act != effects.Tells && act != effects.Asks && act != effects.Sets {
				break
			}
			if n := effects.Prompt(w); w.Needs() == schemas.NeedsMessage && offer.AsksForMark(n.Text()) {
				if d == nil {
					d = p.Reportf(n, "%s asks how it was right after %s, which goes on (%s) when there is a task, before any agent has written; ask when it ends",
						w.Label(), agent.Label(), words.Quote(t.Event)).Relate(agent, "where it is handed over").Identify(w.Label())
				} else if len(d.Related) < lint.MaxRelated {
					d.Relate(n, "so does "+w.Label())
				}
				break
			}
			t = w.Onward()
		}
	}
}

// reportNoPicture reports the questions for a picture of which a request is given the address, while
// nothing tests whether one came, nor what the request says: once.
func reportNoPicture(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Needs() != schemas.NeedsMessage || !offer.AsksForPicture(effects.Prompt(w).Text()) || p.Flow.Only(w.Name) != w || !p.Flow.Reachable(w) {
			continue
		}
		switch by := givenPicture(p.Flow, w); {
		case by == nil:
		case d == nil:
			d = p.Reportf(w, "%s asks for a picture, and %s takes its address untested: whoever writes a text passes, too; test widgets.%s.inbound.NumMedia first",
				w.Label(), by.Label(), words.Shorten(w.Name)).Relate(by, "what takes it").Identify(w.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(w, "so it is with "+w.Label())
		}
	}
}

// givenPicture returns the request that is given the address of the picture which answers a
// question, when nothing decides by the answer or by what the request brings; else nil.
func givenPicture(f *flow.Flow, asked *flow.Widget) (by *flow.Widget) {
	for _, r := range f.OutputRefs(asked.Name) {
		if reads.Decides(r) {
			return nil
		}
		if about := reads.About(f, r); about != nil && about.Holds == schemas.HoldsMedia && r.Widget.Facts.Request != nil && f.Reachable(r.Widget) {
			if filters, printed := reads.Printed(r); printed && len(filters) == 0 && by == nil {
				by = r.Widget
			}
		} else if about != nil && about.Holds == schemas.HoldsMediaCount {
			return nil // who is given the number may test it
		}
	}
	if by != nil && len(f.OutputRefs(by.Name)) > 0 {
		return nil
	}
	return by
}

// reportParting reports the texts that say goodbye on a call, after which the caller is asked
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
		next := t.Meant
		if parts && effects.ActOf(next) == effects.Sets && next.Onward() != nil {
			next = next.Onward().Meant
		}
		if !parts || next == nil {
			continue
		}
		act := effects.ActOf(next)
		switch {
		case act != effects.Asks && (act != effects.HandsOver || next.Facts.Transfer == nil && next.Facts.FlexTask == nil):
		case d == nil:
			d = p.Reportf(n, "%s says %s, and then %s comes; end the call there, or change the text", w.Label(), words.Quote(said), next.Label()).
				Relate(next, "what comes next").Identify(w.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(n, "so does "+w.Label())
		}
	}
}

// reportTries reports the questions that allow another number of tries than their loop counts: once.
func reportTries(p *lint.Pass) {
	const most = 40 // questions whose loops are looked at
	var d *finding.Diagnostic
	looked := 0
	for _, w := range p.Flow.Widgets {
		text := effects.Prompt(w).Text()
		if act := effects.ActOf(w); act != effects.Asks && act != effects.Tells || p.Flow.LoopOf(w) == nil || !offer.MayCountTries(text) {
			continue
		}
		tries, said := offer.Tries(text)
		if looked++; said == "" || looked > most {
			continue
		}
		b := triesCounted(p, w, tries)
		switch {
		case b == nil:
		case d == nil:
			d = p.Reportf(effects.Prompt(w), "%s says %s, but %s goes by %s; write the same number into both", w.Label(), words.Quote(said), b.Transition.From.Label(), b.Words()).
				Relate(b, "where they are counted").Identify(w.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(effects.Prompt(w), "so it is with "+w.Label())
		}
	}
}

// triesCounted returns the branch of a split, in the loop of a question, that compares a counter with
// a number that is not near the number of tries; nil when there is none, or one that is near.
func triesCounted(p *lint.Pass, question *flow.Widget, said int) (far *reads.Branch) {
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || !p.Flow.SameLoop(question, w) {
			continue
		}
		for i := range reads.Branches.Of(p)[w.Index] {
			b := &reads.Branches.Of(p)[w.Index][i]
			number, err := strconv.Atoi(b.Comparison.Value())
			if operator := b.Comparison.Operator(); !b.Literal || err != nil || operator != "equal_to" && operator != "greater_than" && operator != "less_than" || !isCounter(p, b, question) {
				continue
			}
			if said >= number-1 && said <= number+2 { // counted from 0 or from 1, before or after the try
				if n, ok := answers.Tries(p.Document, *b); ok && n != said {
					return b
				}
				return nil
			}
			far = b
		}
	}
	return far
}

// isCounter reports whether a branch tests a variable that is counted up in the loop of a question.
func isCounter(p *lint.Pass, b *reads.Branch, question *flow.Widget) bool {
	r, ok := reads.OnlyRead(p.Flow, b.Condition)
	if !ok {
		return false
	}
	key, ok := reads.VariableOf(p.Flow, r)
	if !ok || key == "" || p.Flow.Variable(key) == nil {
		return false
	}
	return slices.ContainsFunc(p.Flow.Variable(key).Writes, func(by flow.Write) bool {
		return p.Flow.SameLoop(question, by.Widget) && strings.Contains(by.Value.Text(), "plus: 1")
	})
}

// reportCause reports the texts that tell of a wrong key when nothing was pressed, or the other way
// about: once each.
func reportCause(p *lint.Pass) {
	var silence, wrong *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		text := effects.Prompt(w).Text()
		if effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsCall || text == "" || strings.Contains(text, "{%") || !p.Flow.Reachable(w) {
			continue
		}
		wrongly, unheard := offer.WrongKey(text), offer.NothingHeard(text)
		if wrongly == "" && unheard == "" {
			continue // nearly always
		}
		var d **finding.Diagnostic
		var said, when string
		switch kind := causeOf(w); {
		case kind == schemas.KindTimeout && !offer.Unheard(text):
			d, said, when = &silence, wrongly, "but comes when nothing was pressed; say that nothing was heard"
		case kind == schemas.KindNoMatch:
			d, said, when = &wrong, unheard, "but comes when a wrong key was pressed; say that it was wrong"
		}
		switch {
		case said == "":
		case *d == nil:
			*d = p.Reportf(effects.Prompt(w), "%s says %s, %s", w.Label(), words.Quote(said), when).Identify(w.Label())
		case len((*d).Related) < lint.MaxRelated:
			(*d).Relate(effects.Prompt(w), "so does "+w.Label())
		}
	}
}

// causeOf returns by what kind of event one comes to a text, at once or over variables: that of a
// question's silence, or of a split on a question's answer that fits nowhere; "" for any other, and
// for several.
func causeOf(w *flow.Widget) (kind schemas.EventKind) {
	const far = 8
	seen := map[*flow.Widget]bool{w: true}
	for queue := []*flow.Widget{w}; len(queue) > 0; queue = queue[1:] {
		for _, t := range queue[0].In {
			of := t.Facts.Kind
			switch act := effects.ActOf(t.From); {
			case act == effects.Sets && len(seen) < far:
				if !seen[t.From] {
					seen[t.From] = true
					queue = append(queue, t.From)
				}
				continue
			case act == effects.Asks && of == schemas.KindTimeout && t.From.Facts.KeyEntry != nil:
			case act == effects.Splits && of == schemas.KindNoMatch:
			default:
				return ""
			}
			if kind != "" && kind != of {
				return ""
			}
			kind = of
		}
	}
	return kind
}

// unkept says for a message what does not come, by what was promised.
var unkept = map[offer.Promise]string{
	offer.Retry:    "nothing is asked after it; lead it back to the question",
	offer.Transfer: "nobody is called after it; add who takes the call, or change the text",
	offer.Message:  "nothing is recorded after it; add Record Voicemail, or change the text",
	offer.CallBack: "the flow tells nobody; pass it on, or change the text",
	offer.Stored:   "no step of the flow does that; add it, or change the text",
	offer.Later:    "no step sends it or passes on whom it is for; add one, or change the text",
	offer.Reply:    "no message starts this flow: the reply is lost to it; wait for it here",
}

// reportBroken reports what callers are told and does not come: each kind once.
func reportBroken(p *lint.Pass) {
	found := map[offer.Promise]*finding.Diagnostic{}
	for _, u := range answers.Broken.Of(p) {
		kind := u.Promise
		if kind == offer.Done {
			kind = offer.Stored
		}
		if d := found[kind]; d == nil {
			found[kind] = p.Reportf(effects.Prompt(u.By), "%s says %s, but %s", u.By.Label(), words.Quote(u.Words), unkept[kind]).
				Identify(u.By.Label() + " " + u.Words)
		} else if len(d.Related) < lint.MaxRelated {
			d.Relate(effects.Prompt(u.By), "so does "+u.By.Label())
		}
	}
}

// checkSaidDigits compares the number of digits that a prompt asks for.
func checkSaidDigits(p *lint.Pass, w *flow.Widget, keys *schemas.KeyEntry, text string) {
	n := w.Property(keys.Count)
	waits, ok := n.Number()
	if !ok || !effects.Allowed(w, keys.Count, waits) || slices.ContainsFunc(offer.In(text), func(o offer.Offer) bool { return o.IsKey() && o.Answer != "#" && o.Answer != "*" }) {
		return
	}
	asked, said := offer.Digits(text)
	named := offer.DigitsNamed(w.Name)
	misnamed := named > 1 && named != int(waits)
	switch {
	case asked > int(waits):
		p.Reportf(n, "%s asks for %s, but %s is %s: the rest is cut off; write %d", w.Label(), words.Quote(said), words.Quote(keys.Count), n.Raw(), asked)
	case asked > 1 && asked < int(waits):
		p.Reportf(n, "%s asks for %s, but %s is %s: after the last one the caller waits out the timeout; write %d", w.Label(), words.Quote(said), words.Quote(keys.Count), n.Raw(), asked)
	case asked != 0 && (asked != int(waits) || !misnamed):
	case waits == 1 && offer.UpTo(text) != "":
		top := offer.UpTo(text)
		p.Reportf(n, "%s asks for a number up to %s, but %s is 1, so %s comes in as %s; write %d", w.Label(), top, words.Quote(keys.Count), top, top[:1], len(top))
	case waits == 1 && offer.AsksForCode(text) && len(offer.Range(text)) == 0:
		p.Reportf(n, "%s asks for more than a key, but %s is 1: the rest is cut off; write how many there are, or remove it", w.Label(), words.Quote(keys.Count))
	case misnamed:
		p.Reportf(n, "%s is named after %d digits, but %s is %s; correct the one that is wrong", w.Label(), named, words.Quote(keys.Count), n.Raw())
	}
}

// reportUnchecked reports the questions on a call for a number of a range, when nothing tests
// whether what was entered is one of it: once.
func reportUnchecked(p *lint.Pass) {
	const keys = 9 // of a phone; 0 is hardly pressed
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.KeyEntry == nil || !p.Flow.Reachable(w) || w.OnKind(schemas.KindInput) == nil {
			continue
		}
		text := effects.ToldBefore(w)
		asked := offer.Range(text)
		if len(asked) == 0 || len(asked) >= keys || strings.Contains(text, "{%") {
			continue
		}
		switch by := answers.PassedOn(p, w); {
		case by == nil:
		case d == nil:
			d = p.Reportf(w, "%s asks for %s to %s, but takes any key: nothing tests it before %s has it; test it, and ask again",
				w.Label(), asked[0].Answer, asked[len(asked)-1].Answer, by.Label()).Relate(by, "what takes it").Identify(w.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(w, "so does "+w.Label())
		}
	}
}

// checkSaidFinish compares the key by which a caller is told to end.
func checkSaidFinish(p *lint.Pass, w *flow.Widget, text string) {
	if !offer.NamesFinish(text) {
		return
	}
	for i := range w.Facts.Properties {
		f := &w.Facts.Properties[i]
		if f.Format != "finish-key" {
			continue
		}
		n := w.Property(f.Name)
		key := strings.TrimSpace(n.Text())
		none := n.IsString() && key == "" && w.Facts.KeyEntry != nil && !w.Property(w.Facts.KeyEntry.Count).Exists()
		if len(key) != 1 && !none {
			continue
		}
		said := offer.Finish(text)
		switch {
		case said == "" || said == key:
		case none:
			p.Reportf(n, "%s tells the caller to end with %s, but %s is empty, so no key ends it; write it", w.Label(), words.Quote(said), words.Quote(f.Name))
		default:
			p.Reportf(n, "%s tells the caller to end with %s, but %s is %s; write the same into both", w.Label(), words.Quote(said), words.Quote(f.Name), words.Quote(key))
		}
		return
	}
}

// checkSaidBeep compares whether there is a beep.
func checkSaidBeep(p *lint.Pass, w *flow.Widget, text string) {
	if n := w.Property("play_beep"); n.Text() == "false" && offer.SpeaksOfBeep(text) {
		p.Reportf(n, "the caller is told to speak after the beep, but %s of %s is false, so none comes; write true", words.Quote(n.Key()), w.Label())
	}
}

// checkSaidLength compares how long a recording may be.
func checkSaidLength(p *lint.Pass, w *flow.Widget, text string) {
	if w.Facts.Transcription == nil {
		return
	}
	n := w.Property(w.Facts.Transcription.Length)
	most, ok := n.Number()
	if !ok || !effects.Allowed(w, n.Key(), most) {
		return
	}
	if seconds, said := offer.SpeaksOfLength(text); seconds > int(most) {
		p.Reportf(n, "the caller is told of %s, but %s records %s seconds at most; write %d", words.Quote(said), w.Label(), n.Raw(), seconds)
	}
}
