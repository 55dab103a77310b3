package answers

import (
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
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
