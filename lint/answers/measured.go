package answers

import (
	"strconv"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/offer"
	"studiolint/lint/project"
)

// A measured is how figures of one measure are found in texts and in what is sent or kept, and compared.
type measured struct {
	told       func(w *flow.Widget) (Mention, bool)
	kept       func(d *project.Document, w *flow.Widget) (Mention, bool)
	same       func(a, b *Mention) bool // two texts tell it of the same thing
	comparable func(kept, told *Mention) bool
	equal      func(kept, told *Mention) bool
}

// halfDay is how many minutes it has: 3:00 may be meant for 15:00.
const halfDay = 12 * 60

var (
	sums = measured{
		told: func(w *flow.Widget) (Mention, bool) {
			text := effects.Prompt(w).Text()
			_, f, sentence, ok := offer.OnlySum(text)
			if !ok || offer.AsksQuantity(text) {
				return Mention{}, false
			}
			return mention(w, f, sentence), true
		},
		kept: func(d *project.Document, w *flow.Widget) (Mention, bool) {
			all := jsontext.NumbersToo(d, w)
			return only(all, w, func(c jsontext.Constant) (offer.Figure, bool) {
				cents, ok := offer.Cents(c.Text)
				return offer.Figure{Measure: offer.Money, Amount: cents}, ok && offer.NamesWholeSum(c.Key, c.Text, func(is func(string) bool) bool {
					for _, other := range all {
						if other.Key != c.Key && is(other.Key) {
							return true
						}
					}
					return false
				})
			})
		},
		same: func(a, b *Mention) bool {
			few, many := min(a.figure.Amount, b.figure.Amount), max(a.figure.Amount, b.figure.Amount)
			return (few == 0 || many%few > 0) && offer.SameSum(a.sentence, a.text, b.sentence, b.text) // or one took several
		},
		comparable: func(kept, told *Mention) bool {
			return told.figure.Amount > 0 && kept.figure.Amount > 0 && offer.IsWholeSum(told.sentence)
		},
		equal: func(kept, told *Mention) bool {
			return kept.figure.Amount == told.figure.Amount || kept.figure.Amount == 100*told.figure.Amount
		},
	}
	lapses = measured{
		told: func(w *flow.Widget) (Mention, bool) { return onlyTold(w, offer.Lapse, offer.Workdays) },
		kept: func(d *project.Document, w *flow.Widget) (Mention, bool) {
			return only(jsontext.NumbersToo(d, w), w, func(c jsontext.Constant) (offer.Figure, bool) {
				unit, valid, ok := offer.NamedLapse(c.Key)
				n, err := strconv.Atoi(c.Text)
				return offer.Figure{Measure: offer.Lapse, Amount: n * unit, Valid: valid}, ok && unit > 0 && err == nil && n > 0
			})
		},
		same: func(a, b *Mention) bool {
			return a.figure.Measure == b.figure.Measure && offer.SameLapse(a.sentence, a.text, b.sentence)
		},
		comparable: func(kept, told *Mention) bool {
			kind := offer.KindOfLapse(told.sentence)
			return told.figure.Measure == offer.Lapse && (kind == offer.Valid) == kept.figure.Valid && kind != offer.Coming && kind != offer.Aside
		},
		equal: func(kept, told *Mention) bool { return kept.figure.Amount == told.figure.Amount },
	}
	times = measured{
		told: func(w *flow.Widget) (Mention, bool) {
			m, ok := onlyTold(w, offer.Until)
			if !ok || offer.TellsOpen(m.sentence) {
				return Mention{}, false
			}
			m.figure.Amount %= halfDay
			return m, true
		},
		kept: func(d *project.Document, w *flow.Widget) (Mention, bool) {
			return only(jsontext.NumbersToo(d, w), w, func(c jsontext.Constant) (offer.Figure, bool) {
				f, ok := offer.Only(c.Text, offer.Clock)
				f.Amount %= halfDay
				return f, ok && offer.IsUntil(c.Key)
			})
		},
		same:       func(*Mention, *Mention) bool { return true },
		comparable: func(*Mention, *Mention) bool { return true },
		equal:      func(kept, told *Mention) bool { return kept.figure.Amount == told.figure.Amount },
	}
)

// mention is a figure of what a step says.
func mention(w *flow.Widget, f offer.Figure, sentence string) Mention {
	n := effects.Prompt(w)
	text := n.Text()
	return Mention{
		Widget: w, Place: n.Part(f.Start, f.End), Said: strings.TrimSpace(text[f.Start:f.End]), Told: true,
		figure: f, text: text, sentence: sentence,
	}
}

// onlyTold is the only figure of some measures in what a step says.
func onlyTold(w *flow.Widget, of ...offer.Measure) (Mention, bool) {
	text := effects.Prompt(w).Text()
	f, ok := offer.Only(text, of...)
	if !ok {
		return Mention{}, false
	}
	return mention(w, f, f.Within(text)), true
}

// only returns the only figure among the constants of a step; false for none or several.
func only(
	all []jsontext.Constant, w *flow.Widget, figure func(jsontext.Constant) (offer.Figure, bool),
) (m Mention, ok bool) {
	for _, c := range all {
		f, is := figure(c)
		if !is {
			continue
		}
		if ok {
			return Mention{}, false
		}
		m, ok = Mention{Widget: w, Place: c.Place(), Said: c.Text, key: c.Key, figure: f}, true
	}
	return m, ok
}

// Key is the name under which a figure is sent or kept; "" for one that is told.
func (m *Mention) Key() string { return m.key }
