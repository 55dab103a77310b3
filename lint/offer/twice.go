package offer

import (
	"slices"
	"strings"
	"unicode"

	"studiolint/lint/words"
)

// A Twice is an answer that a text offers for one thing and then for another.
type Twice struct {
	Answer        string
	First, Second string // what it is offered for
}

// OfferedTwice returns the answer that a text offers twice, each time for something else: "press 1 for sales, 2 for
// support, 1 for billing"; nil for none. A text that offers several so has two lists, in two languages or to be heard again.
func OfferedTwice(text string) *Twice { return offered.Of(text).twice }

// OfferedInstead returns the key that a text offers twice for different things, as where a key of the other one is meant
// ("reply 2 for SMS and 2 for email"), also where it offers no other; "" for none, or several.
func OfferedInstead(text string) string { return offered.Of(text).instead }

// instead picks it from all that were found twice.
func (f *finder) instead() string {
	if len(f.double) != 1 {
		return ""
	}
	first, second := f.double[0][0], f.double[0][1]
	one, other := first.Purpose(), second.Purpose()
	if !first.IsKey() || !isKeyOfOne(first.Answer) || !differ(one, other) ||
		second.Repeats() || remindsOf.In(second.Before) {
		return ""
	}
	return first.Answer
}

// doubled picks it from all that were found twice.
func (f *finder) doubled() *Twice {
	if len(f.double) != 1 || strings.Contains(f.text, "{%") {
		return nil
	}
	first, second := f.double[0][0], f.double[0][1]
	if f.answers() < 2 || !isKeyOfOne(first.Answer) || !first.toldLike(second) {
		return nil
	}
	one := strings.TrimFunc(first.Purpose(), isNoWord)
	other := strings.TrimFunc(second.Purpose(), isNoWord)
	if !differ(one, other) || OffersRest(one) || OffersRest(other) ||
		remindsOf.In(second.Before) && !second.Repeats() {
		return nil
	}
	return &Twice{first.Answer, one, other}
}

// answers counts the different answers that were found.
func (f *finder) answers() int { return len(f.found) - len(f.double) }

// isKeyOfOne reports whether an answer is for one thing alone: 0, * and # are for whatever else there is, and some words
// are good at any time.
func isKeyOfOne(answer string) bool {
	return !strings.Contains("0*#", answer) && !slices.Contains(anytime, strings.ToLower(answer))
}

// toldLike reports whether two offers are told in one language, as a list does. Who belongs to several kinds ("if you
// are a nurse, if you are a doctor") may well be meant by one key.
func (o Offer) toldLike(later Offer) bool {
	if o.Listed || later.Listed {
		return o.Listed && later.Listed
	}
	one, other := purposeWord(o.Purpose()), purposeWord(later.Purpose())
	if one == "" && other == "" {
		return strings.Trim(o.After+later.After, space+",.") == ""
	}
	english := slices.Contains(forEnglish, one) && slices.Contains(forEnglish, other)
	return english || one == other && one != "if"
}

var forEnglish = []string{"for", "to"}

// purposeWord returns the word with which a purpose begins: for, to; "" for none.
func purposeWord(purpose string) string {
	rest := strings.TrimLeftFunc(purpose, isNoWord)
	if n, joins := wordIn(joints, rest); joins {
		rest = strings.TrimLeft(rest[n:], space)
	}
	n, is := wordIn(purposes, rest)
	if !is {
		return ""
	}
	return strings.ToLower(rest[:n])
}

func isNoWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '{' && r != '}'
}

// remindsOf are words of texts that come back to what was offered before.
var remindsOf = words.AnyOf("again", "remember", "once more", "must", "need to", "have to", "recuerd", "de nuevo", "lembre", "rappel", "nochmal", "ricord")

// OfferTheSame reports whether two offers, of two texts, are for one thing, as the words of their purposes tell.
func OfferTheSame(o, other Offer) bool {
	one, two := strings.TrimFunc(o.Purpose(), isNoWord), strings.TrimFunc(other.Purpose(), isNoWord)
	return len(tellingWords(one)) > 0 && len(tellingWords(two)) > 0 && !differ(one, two)
}

// differ reports whether two purposes are different things: neither has all words of the other, nor, where they begin
// otherwise, one of them ("for new orders", "to place an order").
func differ(one, other string) bool {
	a, b := tellingWords(one), tellingWords(other)
	both := 0
	for _, word := range a {
		if slices.ContainsFunc(b, func(of string) bool { return of == word || words.ArePlural(of, word) }) {
			both++
		}
	}
	return both < min(len(a), len(b)) && (both == 0 || purposeWord(one) == purposeWord(other))
}

// tellingWords are the words of a purpose that tell it from another one.
func tellingWords(purpose string) []string {
	return slices.DeleteFunc(words.In(purpose), func(word string) bool {
		return slices.ContainsFunc([][]string{purposes, articles, joints, vagueWords}, func(list []string) bool {
			return slices.Contains(list, word)
		})
	})
}

var vagueWords = []string{
	"speak", "talk", "reach", "with", "our", "your", "my", "team", "department", "desk", "please", "about", "us", "hablar", "con", "departamento", "nuestro", "equipo", "parler", "avec",
	"sprechen", "mit", "falar", "com", "parlare",
}
