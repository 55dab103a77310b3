package answers

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/project"
	"studiolint/lint/words"
)

// A LackingOffer is a key that a menu in one language offers, and the same menu in another language does not.
type LackingOffer struct {
	Menu, Twin *Menu // the one that lacks it, and the other
	Offer      Offer
}

// LackingOffers returns those of a flow: of menus whose questions have one name but for what it calls a language, which
// have all other keys in common, one at the most.
func LackingOffers(d *project.Document) (all []LackingOffer) {
	names := NamedTongues.Of(d)
	first := map[string]*Menu{}
	for _, m := range Menus.Of(d) {
		if names[m.Question.Index] == "" {
			continue
		}
		base := words.WithoutTongue(m.Question.Name)
		twin := first[base]
		if twin == nil {
			first[base] = m
			continue
		}
		if names[twin.Question.Index] == names[m.Question.Index] {
			continue
		}
		own, others := m.beyond(twin), twin.beyond(m)
		switch {
		case len(own) == 1 && len(others) == 0:
			all = append(all, LackingOffer{twin, m, own[0]})
		case len(own) == 0 && len(others) == 1:
			all = append(all, LackingOffer{m, twin, others[0]})
		}
	}
	return all
}

// beyond returns the keys that a menu offers and takes, and another menu neither; nothing where they have too few in
// common, or where one lists what is not known.
func (m *Menu) beyond(other *Menu) (all []Offer) {
	const least = 2
	both := 0
	for _, o := range m.Offers {
		offered := slices.ContainsFunc(other.Offers, func(same Offer) bool { return same.Answer == o.Answer })
		switch {
		case !o.IsKey() || !m.Takes(o.Answer) || words.NamesAnyTongue(o.Purpose()):
		case offered:
			both++
		case !other.Takes(o.Answer):
			all = append(all, o)
		}
	}
	if both < least || strings.Contains(effects.Prompt(other.Question).Text(), "{%") {
		return make([]Offer, len(m.Offers)+least)
	}
	return all
}
