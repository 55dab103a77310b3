package answers

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/words"
)

// A StrayKey is an answer that one of two menus takes to where it takes another one, too, while the other menu, the same
// in other words or in another language, has a place of its own for it; all else they take to the same places.
type StrayKey struct {
	Answer        string
	Menu, Twin    *Menu
	Way, TwinsWay *flow.Transition
	Others        int // answers that the two take to the same places
}

// StrayKeys returns those of a flow, one for two menus.
func StrayKeys(d *project.Document) (all []StrayKey) {
	const most, fewest = 40, 3 // menus that are compared, answers
	menus := Menus.Of(d)
	menus = menus[:min(len(menus), most)]
	for i := range menus {
		for j := range i {
			a, b := menus[j], menus[i]
			if a.Split == b.Split || len(a.Offers) < fewest || len(a.Offers) != len(b.Offers) ||
				askedInstead(a) == b.Question || askedInstead(b) == a.Question {
				continue // Elsewheres, of the second attempt
			}
			if s, ok := strayKey(a, b); ok {
				all = append(all, s)
			}
		}
	}
	return all
}

// strayKey looks for the one answer for which two menus differ.
func strayKey(a, b *Menu) (s StrayKey, ok bool) {
	var differs *Offer
	same := 0
	for i := range a.Offers {
		o := &a.Offers[i]
		mine, its := a.takenBy(o.Answer), b.takenBy(o.Answer)
		if mine == nil || its == nil || a.Leads(mine.Transition) == nil || b.Leads(its.Transition) == nil {
			return s, false
		}
		switch {
		case a.Leads(mine.Transition) == b.Leads(its.Transition):
			same++
		case differs != nil:
			return s, false
		default:
			differs = o
		}
	}
	if differs == nil || same < 2 || !likeOffers(a, b, differs) {
		return s, false
	}
	s = StrayKey{differs.Answer, b, a, b.takenBy(differs.Answer).Transition, a.takenBy(differs.Answer).Transition, same}
	mine, its := a.Leads(s.TwinsWay), b.Leads(s.Way)
	switch {
	case a.leadsTo(its) && !b.leadsTo(mine):
		return s, true
	case b.leadsTo(mine) && !a.leadsTo(its):
		return StrayKey{s.Answer, a, b, s.TwinsWay, s.Way, same}, true
	}
	return s, false
}

// likeOffers reports whether two menus offer an answer for the same, as far as the words tell: in one language they are
// the same, in two those that are known do not contradict each other.
func likeOffers(a, b *Menu, o *Offer) bool {
	i := slices.IndexFunc(b.Offers, func(other Offer) bool { return other.Answer == o.Answer })
	if i < 0 {
		return false
	}
	mine, its := strings.TrimSpace(o.Purpose()), strings.TrimSpace(b.Offers[i].Purpose())
	about, other := words.Topics(mine), words.Topics(its)
	switch {
	case mine == "" || its == "":
		return false
	case len(about) > 0 && len(other) > 0:
		return slices.Equal(about, other)
	case strings.EqualFold(mine, its):
		return true
	}
	tongue, others := tongueOf(o.By), tongueOf(b.Offers[i].By)
	return tongue != "" && others != "" && tongue != others
}

// tongueOf returns the language in which a widget speaks, as it is set, or as its name or its text tells; "" where
// nothing does.
func tongueOf(w *flow.Widget) string {
	if w.Facts.Speech != nil {
		code, _, _ := strings.Cut(strings.ToLower(w.Property(w.Facts.Speech.Language).Text()), "-")
		if code != "" && !strings.Contains(code, "{") {
			return code
		}
	}
	for _, word := range words.In(w.Name) {
		if words.IsTongueMark(word) {
			return word
		}
	}
	return words.Tongue(effects.Prompt(w).Text())
}
