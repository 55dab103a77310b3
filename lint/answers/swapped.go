package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// A Swap is two menus that offer the same two things, in one language or in two, and lead to
// the same two places, but crosswise.
type Swap struct {
	First, Second *Menu
	For           string       // what is offered, as the second menu writes it
	In, Instead   reads.Branch // where each of the two leads for it
	Other         reads.Branch // of the second menu, where the other thing leads
}

// Swaps are those of a flow, one for two menus.
var Swaps = lint.NewFact(func(d *project.Document) []Swap {
	const most = 40 // menus that are compared
	menus := Menus.Of(d)
	if len(menus) < 2 {
		return nil
	}
	menus = menus[:min(len(menus), most)]
	offered := make([][]topic, len(menus))
	var all []Swap
	for i := range menus {
		offered[i] = menus[i].topics()
		for j := range i {
			if menus[i].Split == menus[j].Split {
				continue
			}
			if s, ok := swapped(offered[j], offered[i]); ok {
				s.First, s.Second = menus[j], menus[i]
				all = append(all, s)
			}
		}
	}
	return all
})

// A topic is what an answer of a menu is offered for.
type topic struct {
	about   string // in words that are the same in each language that is known
	purpose string
	branch  reads.Branch
	to      *flow.Widget // where the branch leads
}

// topics returns what a menu offers, as far as branches that lead somewhere take it.
func (m *Menu) topics() []topic {
	var all []topic
	for _, o := range m.Offers {
		purpose := strings.TrimSpace(o.Purpose())
		b := m.takenBy(o.Answer)
		if purpose == "" || b == nil {
			continue
		}
		to := m.Leads(b.Transition)
		if to == nil || to == m.Question {
			continue
		}
		about := strings.Join(words.Topics(purpose), " ")
		if about == "" {
			about = strings.ToLower(purpose)
		}
		all = append(all, topic{about, purpose, *b, to})
	}
	return all
}

// swapped looks for two things that two menus take to each other's place.
func swapped(first, second []topic) (s Swap, ok bool) {

	like := func(of topic) (topic, bool) {
		i := slices.IndexFunc(second, func(t topic) bool { return t.about == of.about })
		if i < 0 {
			return topic{}, false
		}
		return second[i], true
	}
	for i, a := range first {
		there, found := like(a)
		if !found || there.to == a.to {
			continue
		}
		for _, b := range first[i+1:] {
			other, found := like(b)
			if found && b.about != a.about && other.to == a.to && there.to == b.to {
				return Swap{For: there.purpose, In: a.branch, Instead: there.branch, Other: other.branch}, true
			}
		}
	}
	return s, false
}
