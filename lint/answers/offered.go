package answers

import (
	"slices"
	"sync"

	"studiolint/lint"
	"studiolint/lint/offer"
	"studiolint/lint/project"
)

// Offered are the answers that the texts of a flow offer: several rules ask for those of one
// prompt, and copies of it have the same.
var Offered = lint.NewFact(func(*project.Document) *Offers { return &Offers{known: map[string][]offer.Offer{}} })

// Offers are what texts offer, each text read once.
type Offers struct {
	mu    sync.Mutex
	known map[string][]offer.Offer
}

// In returns the answers that a text offers: see offer.In. They are shared: nobody may
// change them.
func (o *Offers) In(text string) []offer.Offer {
	o.mu.Lock()
	defer o.mu.Unlock()
	all, known := o.known[text]
	if !known {
		all = slices.Clip(offer.In(text))
		o.known[text] = all
	}
	return all
}
