package answers

import (
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
				if ok && namesPrice(write.Key.Text()) && set != price.Cents && set != 100*price.Cents {
					all = append(all, Mispriced{m, price, write})
				}
			}
		}
	}
	return all
}

// namesPrice reports whether a name is one for the price of what was chosen.
func namesPrice(name string) bool {
	return words.HoldsAny(name, "price", "precio", "preis", "preço", "preco", "prix", "cost", "amount") && !words.HoldsAny(name, "delivery", "shipping", "tax", "fee", "tip", "discount", "max", "min", "limit", "count")
}

// otherSums are words for a sum that is not what one pays now.
var otherSums = []string{"discount", "minimum", "at least", "over ", "more than", "up to", "save", " off", "free", "balance", "deposit", "per ", "each", "desde", "hasta", "ab "}

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
			if said := offer.Sums(told); ok && len(said) == 1 && said[0] != charged && 100*said[0] != charged && !strings.Contains(told, "{") && !words.HoldsAny(told, otherSums...) {
				all = append(all, Overcharge{w, f, said[0]})
			}
		}
	}
	return all
}
