package answers

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Mispriced is an answer that a menu offers at a price, while the variable that is set for it holds another.
type Mispriced struct {
	Menu  *Menu
	Price offer.Price
	Write flow.Write
}

// MispricedAnswers returns those of a flow.
func MispricedAnswers(d *project.Document) (all []Mispriced) {
	menus := Menus.Of(d)
	for i := range menus {
		m := &menus[i]
		for _, price := range offer.Prices(effects.Prompt(m.Question).Text()) {
			b := m.takenBy(price.Answer)
			if b == nil || b.Transition.Meant == nil {
				continue
			}
			for _, write := range d.Flow.Writes(b.Transition.Meant) {
				set, ok := offer.Cents(strings.Trim(write.Value.Text(), "$€£ "))
				if ok && offer.NamesPrice(write.Key.Text(), write.Value.Text()) && set != price.Cents && set != 100*price.Cents {
					all = append(all, Mispriced{m, price, write})
				}
			}
		}
	}
	return all
}

// An Overcharge is a payment of another amount than is told right before it.
type Overcharge struct {
	Widget *flow.Widget
	Amount *schemas.Property
	Said   int // in hundredths
}

// Overcharges returns those of a flow where one sum is told.
func Overcharges(d *project.Document) (all []Overcharge) {
	for _, w := range d.Flow.Widgets {
		for i := range w.Facts.Properties {
			f := &w.Facts.Properties[i]
			if f.Format != "amount" || !d.Flow.Reachable(w) {
				continue
			}
			charged, ok := offer.Cents(w.Property(f.Name).Text())
			told := effects.ToldBefore(w)
			if said := offer.Sums(told); ok && len(said) == 1 && said[0] != charged && 100*said[0] != charged &&
				!strings.Contains(told, "{") && !offer.TellsOfOtherSums(told) {
				all = append(all, Overcharge{w, f, said[0]})
			}
		}
	}
	return all
}

// A Repriced is an answer that a menu offers at a price, while what is said right after it names another for
// the same thing.
type Repriced struct {
	Menu  *Menu
	Price offer.Price
	By    *flow.Widget
}

// RepricedAnswers returns those of a flow.
func RepricedAnswers(d *project.Document) (all []Repriced) {
	menus := Menus.Of(d)
	for i := range menus {
		m := &menus[i]
		for _, price := range offer.Prices(effects.Prompt(m.Question).Text()) {
			b := m.takenBy(price.Answer)
			if b == nil {
				continue
			}
			w := effects.Next(b.Transition, effects.Tells, effects.Asks)
			if w == nil || w == m.Question {
				continue
			}
			text := effects.Prompt(w).Text()
			said := offer.Sums(text)
			if len(said) == 1 && said[0] != price.Cents && !strings.Contains(text, "{") && !offer.TellsOfOtherSums(text) && !offer.TellsOfOtherSums(price.Text) && sameThing(price.Text, text) {
				all = append(all, Repriced{m, price, w})
			}
		}
	}
	return all
}

// sameThing reports whether the sentence of a text that names a sum has a word of what is offered at a price.
func sameThing(offered, text string) bool {
	var told []string
	for sentence := range strings.SplitSeq(strings.NewReplacer("! ", ". ", "? ", ". ", "\n", ". ").Replace(text), ". ") {
		if len(offer.Sums(sentence)) > 0 {
			told = words.In(sentence)
		}
	}
	return slices.ContainsFunc(words.In(offered), func(word string) bool {
		return len(word) > 3 && !words.IsSmall(word) && !offer.IsCurrency(word) && slices.Contains(told, word)
	})
}
