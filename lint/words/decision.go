package words

import (
	"iter"
	"slices"
	"strings"
)

// A Decision is how people of a language answer what asks for a yes or a no, in small letters.
type Decision struct {
	Tongue  string
	Yes, No []string // the word, in each way of writing it
	Y, N    string   // its letter
	Agreed  []string // other words for a yes
	Denied  []string // and for a no

	behind  []string // what people write behind a yes, to be polite
	written []string // what people write for a yes beside the word
	spoken  []string // what people say for it
}

// Decisions are those of the languages that are known. A word that two share counts for the first of them.
var Decisions = [...]Decision{
	{Tongue: "en", Yes: []string{"yes"}, No: []string{"no"}, Y: "y", N: "n",
		Agreed: []string{"yeah", "yep", "yup", "ok", "okay", "sure", "correct"}, Denied: []string{"nope", "nah", "no thanks"},
		behind: []string{" please"}, written: []string{"ok", "sure", "yeah"}, spoken: []string{"yeah", "yep", "correct", "sure", "right"}},
	{Tongue: "pt", Yes: []string{"sim"}, No: []string{"não", "nao"}, Y: "s", N: "n", Agreed: []string{"claro"},
		behind: []string{", por favor"}, written: []string{"claro", "ok"}, spoken: []string{"claro", "isso", "correto"}},
	{Tongue: "es", Yes: []string{"sí", "si"}, No: []string{"no"}, Y: "s", N: "n", Agreed: []string{"claro"},
		behind: []string{", gracias"}, written: []string{"claro", "ok"}, spoken: []string{"claro", "correcto", "así es"}},
	{Tongue: "it", Yes: []string{"sì", "si"}, No: []string{"no"}, Y: "s", N: "n", Agreed: []string{"certo"},
		behind: []string{", grazie"}, written: []string{"certo", "ok"}, spoken: []string{"certo", "esatto", "corretto"}},
	{Tongue: "de", Yes: []string{"ja"}, No: []string{"nein"}, Y: "j", N: "n",
		behind: []string{" gerne", " bitte"}, written: []string{"ok"}, spoken: []string{"genau", "richtig", "jawohl"}},
	{Tongue: "nl", Yes: []string{"ja"}, No: []string{"nee"}, Y: "j", N: "n",
		behind: []string{" graag"}, written: []string{"ok"}, spoken: []string{"klopt", "jawel"}},
	{Tongue: "fr", Yes: []string{"oui"}, No: []string{"non"}, Y: "o", N: "n",
		behind: []string{" merci"}, written: []string{"d'accord", "ok"}, spoken: []string{"ouais", "bien sûr", "exact"}},
}

// DecisionIn returns how people of a language answer such a question, nil for one that is not known.
func DecisionIn(tongue string) *Decision {
	for i := range Decisions {
		if Decisions[i].Tongue == tongue {
			return &Decisions[i]
		}
	}
	return nil
}

// Yeses goes over the words for a yes, each in all ways of writing it.
func Yeses() iter.Seq2[string, *Decision] {
	return func(yield func(string, *Decision) bool) {
		for i := range Decisions {
			for _, yes := range Decisions[i].Yes {
				if !yield(yes, &Decisions[i]) {
					return
				}
			}
		}
	}
}

// Agrees reports whether a word is a yes in the language.
func (d *Decision) Agrees(word string) bool {
	return word == d.Y || slices.Contains(d.Yes, word) || slices.Contains(d.Agreed, word)
}

// Nos are the words for a no in all languages that have a word for a yes in common with this one: who takes that
// word for a yes may speak any of them.
func (d *Decision) Nos() (all []string) {
	for i := range Decisions {
		other := &Decisions[i]
		if Overlap(other.Yes, d.Yes) {
			all = append(all, other.No...)
		}
	}
	return all
}

// WrittenFor returns what people write for a word for a yes beside it.
func (d *Decision) WrittenFor(yes string) (all []string) {
	for _, behind := range d.behind {
		all = append(all, yes+behind)
	}
	return append(all, d.written...)
}

// SpokenFor returns what people say for a word for a yes beside it, and how else that is written.
func (d *Decision) SpokenFor(yes string) []string {
	all := slices.Clone(d.spoken)
	for _, other := range d.Yes {
		if other != yes {
			all = append(all, other)
		}
	}
	return all
}

// IsPlainYes reports whether a word in small letters is the one for a yes in some language, or the letter for it.
func IsPlainYes(word string) bool {
	return inDecisions(func(d *Decision) bool { return word == d.Y || slices.Contains(d.Yes, word) })
}

// IsPlainNo is the same for a no.
func IsPlainNo(word string) bool {
	return inDecisions(func(d *Decision) bool { return word == d.N || slices.Contains(d.No, word) })
}

// IsYes reports whether a text in small letters is one of the words for a yes, of people and of programs.
func IsYes(text string) bool {
	return text == "confirm" || text == "true" ||
		inDecisions(func(d *Decision) bool {
			return d.Agrees(text) ||
				slices.Contains(d.Yes, withoutEnd(text, d.behind))
		})
}

// IsNo is the same for a no.
func IsNo(text string) bool {
	return text == "false" || IsPlainNo(text) ||
		inDecisions(func(d *Decision) bool { return slices.Contains(d.Denied, text) })
}

// IsYesOrNo reports whether a word, whatever the case of its letters, is a yes or a no.
func IsYesOrNo(word string) bool {
	word = strings.ToLower(word)
	return IsYes(word) || IsNo(word)
}

func inDecisions(is func(*Decision) bool) bool {
	for i := range Decisions {
		if is(&Decisions[i]) {
			return true
		}
	}
	return false
}

// withoutEnd returns a text without the one of some ends that it has.
func withoutEnd(text string, ends []string) string {
	for _, end := range ends {
		if rest, ok := strings.CutSuffix(text, end); ok {
			return rest
		}
	}
	return text
}
