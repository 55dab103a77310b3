package offer

import (
	"slices"
	"strings"
	"unicode"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// elsewhere takes out the keys that are for another call: of one that is still to be made ("call us at 555-0100 and
// press 1"), and of another phone ("from your room, dial 7 for the bar"). What goes on in the sentence with no verb of
// its own belongs to them ("and 8 for the pool").
func (f *finder) elsewhere() {
	if len(f.found) == 0 || !elsewhereWords.In(f.text) {
		return
	}
	slices.SortStableFunc(f.found, func(a, b found) int { return a.start - b.start })
	end := 0
	var gone []string
	f.found = slices.DeleteFunc(f.found, func(o found) bool {
		at := o.verb + strings.IndexFunc(f.text[o.verb:o.end], isWordRune)
		if at < o.verb || verb(f.text[at:]) == 0 {
			return o.start < end
		}
		from, to := f.sentence(o.start)
		before := f.text[min(from, at):at]
		called := calledFirst(before)
		away := called || dials(f.text[at:]) && otherPhone.MatchString(f.text[from:to]) && !asCondition.In(before)
		if end = 0; away {
			end = to
		}
		if called {
			gone = append(gone, f.text[o.start:o.end])
		}
		return away
	})
	f.found = slices.DeleteFunc(f.found, func(o found) bool { return slices.Contains(gone, f.text[o.start:o.end]) }) // once more
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// sentence returns where the sentence around a place begins and ends. A full stop without a blank after it is one of
// a number or an address. What is further away than a sentence is long does not count: each key of a text may be asked about.
func (f *finder) sentence(at int) (from, to int) {
	const longest = 1000 // bytes before the place, and after it
	ends := func(i int) bool {
		return strings.IndexByte("!?;\n", f.text[i]) >= 0 ||
			f.text[i] == '.' && (i+1 == len(f.text) || strings.IndexByte(space, f.text[i+1]) >= 0)
	}
	for from = at; from > max(0, at-longest) && !ends(from-1); {
		from--
	}
	for to = at; to < min(len(f.text), at+longest) && !ends(to); {
		to++
	}
	return from, to
}

// calledFirst reports whether what stands in a sentence before the verb for a key has one make a call.
func calledFirst(before string) bool {
	before = strings.TrimRight(words.Ending(before), space)
	last := before[strings.LastIndexAny(before, space+",")+1:]
	if slices.Contains(alternatives, strings.ToLower(last)) {
		return false
	}
	return callsNumber.MatchString(before) ||
		slices.Contains(sequels, strings.ToLower(last)) && callsUs.MatchString(before)
}

// dials reports whether a text begins with a verb for the keys of a number that is called.
func dials(text string) bool {
	return slices.ContainsFunc(dialing, func(verb string) bool {
		return len(text) >= len(verb) && strings.EqualFold(text[:len(verb)], verb) && !startsWithWord(text[len(verb):])
	})
}

var (
	dialing      = []string{"dial", "marque", "marca", "disque", "composez", "digiti", "digitare", "toets", "wählen sie", "wähle", "marcar", "discar"}
	alternatives = []string{"or", "oder", "ou", "o", "u", "of"}
	sequels      = []string{"and", "then", "und", "dann", "et", "puis", "y", "luego", "e", "poi", "depois", "en", "dan"}

	elsewhereWords = words.AnyOf("call", "ring", "phone", "rufe", "ruf ", "appel", "llam", "menos", "ligu", "chiam", "bel ", "room", "inside", "telefon", "zimmer", "chambre",
		"habitaci", "quarto", "camera")
	asCondition = words.AnyOf("if ", "wenn ", "falls ", "si ", "se ", "als ")

	callsNumber = pattern.Lazy(`(?i)` + callBids + `\b[^.!?;\n]{0,60}?(?:[0-9][0-9 ().-]{5,}[0-9]|\{\{[^{}]*\}\})[^!?;\n]{0,40}$`)
	callsUs     = pattern.Lazy(`(?i)` + callBids + ` (?:sie |di )?(?:us|me|him|her|them|back|this|that|uns|mich|nous|al|ao?|noi|ons)\b[^!?;\n]{0,60}$|\b(?:ll[áa]m[ea]nos|ligue-nos|chiam(?:aci|ateci))\b[^!?;\n]{0,60}$`)

	otherPhone = pattern.Lazy(`(?i)\b(?:from (?:inside|within|(?:any|every|all|your|the|a|an) (?:\pL+[ -]){0,2}(?:tele)?phones?\b|(?:your|the|any) (?:hotel |guest )?room\b)|(?:room|house|in-room|classroom|office|wall) (?:tele)?phones?\b|haustelefon|zimmertelefon` +
		`|vom (?:zimmer|haus)|aus (?:ihrem|dem) zimmer|depuis (?:votre|la|le|un) (?:chambre|téléphone|poste)|desde (?:su|la|el|un) (?:habitaci[óo]n|tel[ée]fono)|d[oe] (?:seu )?quarto|dal(?:la)? (?:sua )?camera)`)
)

// callBids are how a sentence, or a part of one, has somebody make a call.
const callBids = `(?:^|[,:(]|\b(?:please|just|simply|or|and|bitte|oder|ou|o|por favor)\b)\s*(?:call|ring|phone|rufen?|appel(?:ez|le)|llam[ea]|ligue|liga|chiam[aio]|chiamate|bel)`
