package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/loops"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "repeat-limit", Title: "A widget leads back to itself without a counter",
		Group: finding.Paths, Severity: finding.Note, Varies: "warning when nobody has to be there",
		Doc: `Finds a transition from a widget to itself. Studio stops the execution when one
widget has run ten times in a row (81001): the call is cut off, the chat goes
silent, at whatever point it is. For a question that a person answers, or that a
caller is asked again while the line is silent, it is worth knowing. It is a warning
where nobody has to be there: a widget that always leads to itself, a message that
is sent again as long as nobody answers. Failures are reported by retry-on-self.

It also finds a question for a PIN, a password or another secret code, or for one that the flow compares with a
variable named code, otp or the like, that is asked again after each wrong one, when nothing counts the guesses: who has the time tries all of them.

And it finds a question for something that is looked up (an order, a customer's number), which is asked again whenever
nothing is found: when nothing counts the rounds, the answer can be nothing else, no text names another way and nobody
takes over, who has none never gets on.

Of each of these a flow has one finding: it is at the first widget, and lists the others. A
widget that always leads to itself is a finding of its own.

To say goodbye instead, count the rounds in a variable (set-variables), test it
with a split, and lead on from there. Any widget in between also starts the
count of ten anew, but not that of the 1,000 steps an execution may have (81000).`,
	},
	Check: func(p *lint.Pass) {
		repeated := map[repetition][]repeatedWidget{}
		for _, w := range p.Flow.Widgets {
			if r, worst := repeats(w); worst != notRepeated && p.Flow.Reachable(w) {
				repeated[worst] = append(repeated[worst], r)
			}
		}
		for _, r := range repeated[byItself] {
			reportRepeats(p, byItself, []repeatedWidget{r})
		}
		for _, worst := range []repetition{unanswered, byPerson} { // one decision mends all
			if list := repeated[worst]; len(list) > 0 {
				reportRepeats(p, worst, list)
			}
		}
		reportGuesses(p)
		reportLookUps(p)
	},
})

// reportGuesses reports the questions for a secret code that are asked again as often as somebody
// likes: once.
func reportGuesses(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || p.Flow.LoopOf(w) == nil || !p.Flow.Reachable(w) {
			continue
		}
		t := guessedAgain(p.Flow, w)
		if t == nil || isMenuOfWords(reads.Branches.Of(p)[t.From.Index]) {
			continue
		}
		switch text := effects.Prompt(w).Text(); {
		case offer.ChoosesSecret(text) || !offer.AsksForSecret(text) && !comparesSecret(p, w, t.From):
		case d == nil:
			d = p.Reportf(t, "%s leads each wrong code back to %s, and nothing counts the guesses; count them, and stop after a few",
				t.From.Label(), w.Label()).Relate(w, "the question").Identify(w.Label())
		default:
			d.Also(w, "nor does anything count those at "+w.Label())
		}
	}
}

// isMenuOfWords reports whether branches take several words and lead apart, so that what fits none of them is no code.
func isMenuOfWords(branches []reads.Branch) bool {
	apart := false
	for _, b := range branches {
		texts, ok := b.Comparison.Texts()
		hasFigure := func(text string) bool { return strings.ContainsAny(text, "0123456789") }
		if !ok || !b.Literal || slices.ContainsFunc(texts, hasFigure) {
			return false
		}
		apart = apart || effects.PastSetting(b.Transition) != effects.PastSetting(branches[0].Transition)
	}
	return apart
}

// comparesSecret reports whether a split compares several keys, in a single branch, with a variable
// that is named after a secret code, or an answer with one that is named after a code that is good once.
func comparesSecret(p *lint.Pass, question, test *flow.Widget) bool {
	branches := reads.Branches.Of(p)[test.Index]
	return slices.ContainsFunc(branches, func(b reads.Branch) bool {
		value := p.Flow.TemplateAt(b.Condition.Value)
		return value != nil && b.Comparison.Operator() == split.EqualTo && slices.ContainsFunc(value.Refs(), func(r flow.Ref) bool {
			key, ok := reads.VariableOf(p.Flow, r)
			return ok && (offer.NamesSecret(key) && question.Facts.KeyEntry != nil && len(branches) == 1 || offer.NamesOneTime(key))
		})
	})
}

// guessedAgain returns the noMatch of a split that leads back to a question over nothing that may
// count: words, splits and what sets fixed texts alone. A service may count by itself.
func guessedAgain(f *flow.Flow, question *flow.Widget) *flow.Transition {
	const far = 8 // steps that are looked at
	seen := map[*flow.Widget]bool{question: true}
	var first *flow.Transition // the noMatch by which one gets there
	t := question.OnKind(schemas.KindInput)
	for range far {
		if t == nil || t.Meant == nil {
			return nil
		}
		if t.Meant == question {
			return first
		}
		w := t.Meant
		if seen[w] || w.Incomplete {
			return nil
		}
		seen[w] = true
		switch {
		case w.Facts.Split:
			if t = w.OnKind(schemas.KindNoMatch); first == nil {
				first = t
			}
		case effects.ActOf(w) == effects.Tells || effects.SetsFixed(f, w):
			t = w.Onward()
		default:
			return nil
		}
	}
	return nil
}

// A repetition is why a widget leads back to itself, the worst last.
type repetition uint8

const (
	notRepeated repetition = iota
	byPerson               // somebody answers, or stays on the line in silence
	unanswered             // nobody answers
	byItself
)

func repetitionOf(t *flow.Transition) repetition {
	e := t.Facts
	switch {
	case t.To != t.From || !e.Known() || e.Kind == schemas.KindStart || loops.Fails(t):
		return notRepeated
	case e.Person || loops.IsSilence(t):
		return byPerson
	case e.Kind == schemas.KindTimeout:
		return unanswered
	}
	return byItself
}

// A repeatedWidget is one that leads back to itself.
type repeatedWidget struct {
	*flow.Widget
	first  *flow.Transition   // the first of the worst kind
	others []*flow.Transition // by which it does so, too
	events []string           // of the worst kind
}

// repeats returns how a widget leads back to itself, and the worst reason.
func repeats(w *flow.Widget) (r repeatedWidget, worst repetition) {
	for _, t := range w.Transitions {
		worst = max(worst, repetitionOf(t))
	}
	r.Widget = w
	for _, t := range w.Transitions {
		why := repetitionOf(t)
		if why == notRepeated {
			continue
		}
		if why == worst && !slices.Contains(r.events, t.Event) {
			r.events = append(r.events, t.Event)
		}
		if why == worst && r.first == nil {
			r.first = t
		} else {
			r.others = append(r.others, t)
		}
	}
	return r, worst
}

// reportRepeats reports widgets that are repeated for the same reason, by the first.
func reportRepeats(p *lint.Pass, worst repetition, list []repeatedWidget) {
	r, most := list[0], loops.Limit("repeats")
	subject, ends := r.Label()+" is repeated on "+words.List(r.events), "ends"
	if n := len(list) - 1; n > 0 {
		subject, ends = r.Label()+" and "+words.Plural(n, "other widget")+" are repeated", "end"
	}
	var d *finding.Diagnostic
	switch worst {
	case byPerson:
		d = p.Reportf(r.first.NextNode, "%s, %s times at most, then the execution ends without a word (81001); count the rounds", subject, most)
	case unanswered:
		d = p.Reportf(r.first.NextNode, "%s while nobody answers, and %s after %s times (81001); count the rounds", subject, ends, most).As(finding.Warning)
	default:
		d = p.Reportf(r.first.NextNode, "%s leads to itself on %s though nobody does anything, and ends after %s times (81001); lead it elsewhere",
			r.Label(), words.List(r.events), most).As(finding.Warning)
	}
	d.Along(loops.Repeated(p.Flow, r.first))
	if worst != byItself {
		d.Identify(r.Label())
	}
	relate := func(list []*flow.Transition, of string) {
		for _, t := range list {
			d.Also(t.NextNode, "and "+of+"on "+words.Quote(t.Event))
		}
	}
	relate(r.others, "")
	for _, r := range list[1:] {
		relate([]*flow.Transition{r.first}, r.Label()+" ")
	}
}
