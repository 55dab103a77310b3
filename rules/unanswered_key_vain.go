package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkVain reports the answers that are offered in vain, and whether there are any.
func checkVain(p *lint.Pass, m *answers.Menu) bool {
	missing, by := otherMenu(m)
	if by == nil && !isQuiz(m) {
		missing, by = inVain(p, m)
	}
	if len(missing) == 0 {
		return false
	}
	again, what := m.Again(), "is told that it is wrong"
	hungUp := m.Question.Needs() == schemas.NeedsCall && m.Otherwise != nil && values.EndsUnheard(p, m.Otherwise)
	switch {
	case hungUp:
		what = "is hung up on"
	case !again:
		what = "gets what any other answer does"
	case m.Leads(m.Otherwise) == m.Question:
		what = "is only asked again"
	}
	identity := what
	if to := m.Leads(m.Otherwise); to != nil && !again && !hungUp {
		what = "gets to " + to.Label() + ", as all others do"
	}
	d := p.Reportf(by, "%s offers %s, which no branch of %s takes: whoever chooses it %s; add a branch, or correct the prompt",
		by.Label(), words.List(missing), m.Split.Label(), what).Identify(by.Label(), words.List(missing), m.Split.Label(), identity).
		Relate(m.Split, "the split on the answer")
	if by == m.Question && (again || hungUp) && len(missing) < len(m.Offers) {
		d.As(finding.Warning) // the menu works, but for this
	}
	return true
}

// inVain returns the answers that are offered in vain, and who offers the first.
func inVain(p *lint.Pass, m *answers.Menu) (missing []string, by *flow.Widget) {
	again, person := m.Again(), false // is somebody offered to speak to?
	forgotten := false
	for _, o := range m.Offers {
		if takesOffer(m, &o) || o.Repeats() && (again || m.Otherwise == nil) || notForBranch(p, m, o) {
			continue
		}
		if o.By != m.Question && !o.IsKey() {
			if reads.TakenTexts.Of(p)[strings.ToLower(o.Answer)] || isInstead(p, m, &o) {
				return []string{o.Answer}, o.By
			}
			continue
		}
		if by == nil {
			by = o.By
		}
		missing = append(missing, o.Answer)
		person = offer.ForPerson(o.Purpose())
		forgotten = isForgotten(p, m, o)
	}
	if !again && !isOtherList(m, missing) && (len(missing) == 0 || len(missing) == len(m.Offers) ||
		len(missing) < 2 && !forgotten && !(person && onlyEnds(m.Otherwise))) {
		return nil, nil
	}
	return missing, by
}

// takesOffer reports whether a branch takes an offer, as it is or with what stands behind it.
func takesOffer(m *answers.Menu, o *answers.Offer) bool {
	return m.Takes(o.Answer) || m.TakesWithMore(*o)
}

// isOtherList reports whether a question offers one list of answers, of which no branch takes any, and the branches
// take another, of which it says nothing: as many of them, single words apart, or one word each.
func isOtherList(m *answers.Menu, missing []string) bool {
	if len(missing) == 0 || len(missing) != len(m.Offers) || len(missing) != len(m.Branches) {
		return false
	}
	said := words.In(effects.Prompt(m.Question).Text())
	for _, o := range m.Offers {
		if o.By != m.Question || o.Repeats() || len(missing) == 1 && o.IsKey() {
			return false
		}
	}
	return !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
		texts, ok := b.Comparison.Texts()
		return !ok || !b.Literal || slices.ContainsFunc(texts, func(text string) bool {
			return slices.ContainsFunc(words.In(text), func(word string) bool { return slices.Contains(said, word) })
		})
	})
}

// isForgotten reports whether a single answer of which no branch is taken gets a last word that is for no answer at
// all: silence gets it, too, or it says that something was wrong. An answer by which one leaves may well get it. So it is
// where a second question takes it.
func isForgotten(p *lint.Pass, m *answers.Menu, o answers.Offer) bool {
	if m.TakenAnew(p.Document, o) {
		return true
	}
	const several = 3 // answers that are offered
	if len(m.Offers) < several || !onlyEnds(m.Otherwise) || offer.EndsCall(o.Answer+" "+o.Before+" "+o.After) || offer.Declines(o.Purpose()) {
		return false
	}
	to := m.Leads(m.Otherwise)
	text := effects.Prompt(to).Text()
	silence := m.Question.OnKind(schemas.KindTimeout)
	return offer.SaysWrong(text) || offer.Troubled(text) || silence != nil && m.Leads(silence) == to && !offer.ThanksForAnswer(text)
}

// otherMenu returns the words that a text after a wrong answer offers when none of them is taken,
// but all that the question itself offers: they are those of another menu.
func otherMenu(m *answers.Menu) (words []string, by *flow.Widget) {
	const fewest = 2
	if m.Otherwise == nil || m.Leads(m.Otherwise) == m.Question ||
		!slices.ContainsFunc(m.Offers, func(o answers.Offer) bool { return o.By == m.Leads(m.Otherwise) }) {
		return nil, nil
	}
	own := 0
	for _, o := range m.Offers {
		switch {
		case o.By == m.Question:
			if !m.Takes(o.Answer) {
				return nil, nil
			}
			own++
		case o.By == m.Leads(m.Otherwise):
			if m.Takes(o.Answer) || carriers(o.Answer) || o.Repeats() {
				return nil, nil
			}
			words, by = append(words, o.Answer), o.By
		}
	}
	if own < fewest || len(words) < fewest {
		return nil, nil
	}
	return words, by
}

// isInstead reports whether a word is offered after a wrong answer, in place of another one that
// the menu takes and nothing names.
func isInstead(p *lint.Pass, m *answers.Menu, o *answers.Offer) bool {
	if m.Otherwise == nil || m.Leads(m.Otherwise) != o.By || carriers(o.Answer) || o.Repeats() {
		return false
	}
	return slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return isUntold(p, b) })
}

// notForBranch reports whether no branch of a menu is to take an answer: it ends the input, or is one of
// some numbers of which condition-value tells, or is not for the flow to take.
func notForBranch(p *lint.Pass, m *answers.Menu, o answers.Offer) bool {
	return answers.EndsInput(m.Question, o.Answer) || split.IsNumber(o.Answer) && m.JudgesKeys(p) || o.By == m.Question && notForFlow(p, m, o)
}

// notForFlow reports whether an answer is not for the flow to take, or is told of already, or is to be said and not
// pressed.
func notForFlow(p *lint.Pass, m *answers.Menu, o answers.Offer) bool {
	return isMistyped(p, m, o.Answer) || carriers(o.Answer) || !o.IsKey() && !m.Spoken && m.Question.Facts.KeyEntry != nil
}

// carriers reports whether Twilio acts on a word itself, and nobody writes it to a flow.
func carriers(word string) bool {
	k := schemas.KeywordOf(word)
	return k != nil && !k.Menu && (k.Plain || k.Effect != schemas.KeywordOptIn)
}
