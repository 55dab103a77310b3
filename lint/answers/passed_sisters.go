package answers

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// oddSisters returns, of the answers that a flow hands on or keeps, those which differ from what two sisters or more
// have under their name, all of which have the answer to one question that was asked before the odd one, too: the name is
// for that. It was most likely left in a copy.
func oddSisters(f *flow.Flow, names *naming, every []Passing) (all []Mispassing) {
	const fewest, most, compared = 2, 24, 200
	if len(every) > compared || len(every) <= fewest {
		return nil
	}
	for i := range every {
		p := &every[i]
		usual, count := usualSister(f, p, every)
		if usual == nil || count < fewest || count > most {
			continue
		}
		if names == nil {
			names = newNaming(f)
		}
		if names.isLeft(p.Key, p.Question, usual.Question) {
			all = append(all, Mispassing{Passing: *p, Meant: usual.Question, Other: *usual, Sisters: count})
		}
	}
	return all
}

// usualSister returns the answer that all sisters of an odd one have, and how many they are; nil where they do not
// agree, or it is not asked for before the odd one.
func usualSister(f *flow.Flow, odd *Passing, every []Passing) (usual *Passing, count int) {
	for i := range every {
		p := &every[i]
		switch {
		case p.Key != odd.Key || p == odd:
			continue
		case p.Ref.Widget == odd.Ref.Widget || p.Question == odd.Question,
			usual != nil && (p.Ref.Widget == usual.Ref.Widget || p.Ref.Reference.String() != usual.Ref.Reference.String()):
			return nil, 0 // one step that gives a name twice is no two sisters
		}
		usual = p
		count++
	}
	if usual == nil || f.Only(usual.Question.Name) != usual.Question ||
		f.ReachedWithout(odd.Ref.Widget, usual.Question) {
		return nil, 0
	}
	return usual, count
}

// isLeft reports whether a name is for another question than the one whose answer it has, as the names of both tell, or
// what they ask.
func (n *naming) isLeft(key string, own, usual *flow.Widget) bool {
	in := telling(key)
	if len(in) == 0 || asksFor(own, in) || n.fits(in, own) > 0 {
		return false
	}
	if n.fits(in, usual) > 0 || asksFor(usual, in) {
		return true
	}
	named, ok := offer.DataKind(strings.Join(in, " "))
	asked, told := offer.DataKind(effects.Prompt(own).Text())
	meant, _ := offer.DataKind(effects.Prompt(usual).Text())
	return ok && told && named == meant && named != asked
}

// asksFor reports whether a question has one of some words in its text.
func asksFor(question *flow.Widget, some []string) bool {
	asked := words.In(effects.Prompt(question).Text())
	return slices.ContainsFunc(some, func(word string) bool { return slices.Contains(asked, word) })
}
