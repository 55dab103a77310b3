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
	for _, p := range pricedIn(d) {
		for w := range effects.Settings(p.by) {
			for _, write := range d.Flow.Writes(w) {
				set, ok := offer.Cents(strings.Trim(write.Value.Text(), "$€£ "))
				if ok && offer.NamesPrice(write.Key.Text(), write.Value.Text()) && set != p.price.Cents && set != 100*p.price.Cents {
					all = append(all, Mispriced{p.menu, p.price, write})
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
			if f.Format != schemas.FormatAmount || !d.Flow.Reachable(w) {
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
	for _, p := range pricedIn(d) {
		w := effects.Next(p.by, effects.Tells, effects.Asks)
		if w == nil || w == p.menu.Question {
			continue
		}
		text := effects.Prompt(w).Text()
		said := offer.Sums(text)
		if len(said) == 1 && said[0] != p.price.Cents && !strings.Contains(text, "{") && !offer.TellsOfOtherSums(text) &&
			!offer.TellsOfOtherSums(p.price.Text) && sameThing(p.price.Text, text) {
			all = append(all, Repriced{p.menu, p.price, w})
		}
	}
	return all
}

// A priced is an answer that a menu offers at a price, with the branch that takes it.
type priced struct {
	menu  *Menu
	price offer.Price
	by    *flow.Transition
}

// pricedIn returns those of a flow that a branch takes.
func pricedIn(d *project.Document) (all []priced) {
	for _, m := range Menus.Of(d) {
		for _, price := range offer.Prices(effects.Prompt(m.Question).Text()) {
			if b := m.takenBy(price.Answer); b != nil {
				all = append(all, priced{m, price, b.Transition})
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
