package words

import (
	"slices"
	"strings"
)

// itself is how the names begin by which who speaks a language calls it.
var itself = map[string][]string{
	"en": {"english"}, "es": {"español", "espanol", "castellano"}, "pt": {"portuguê", "portugues"}, "fr": {"français", "francais"},
	"de": {"deutsch"}, "it": {"italiano"}, "nl": {"nederlands"},
}

// CallsItself reports whether a text names a language as who speaks it does: español.
func CallsItself(text, code string) bool {
	return slices.ContainsFunc(In(text), func(word string) bool {
		return slices.ContainsFunc(itself[code], func(name string) bool { return strings.HasPrefix(word, name) })
	})
}

// TongueOffered returns the language that a text in another one speaks of as that calls it, and
// not as who speaks it does: es for "for Spanish"; "" for none.
func TongueOffered(text, in string) string {
	for _, t := range tongues {
		if t.code != in && !t.rival && NamesTongue(text, t.code) && !CallsItself(text, t.code) {
			return t.code
		}
	}
	return ""
}

// MayNameTongue reports whether a text may name a language, as a quick look tells.
func MayNameTongue(text string) bool { return tongueBegins.In(text) }

var tongueBegins = AnyOf("engl", "ingl", "angl", "span", "espa", "spag", "spaa", "castel", "portug", "french", "fran",
	"german", "deutsch", "alem", "allem", "tedesc", "duits", "ital", "dutch", "nederl", "niederl", "holand")
