package words

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// tongueMarks are what names of widgets, variables and branches call a language.
var tongueMarks = map[string][]string{
	"en": {"en", "eng", "english", "ingles", "inglés", "inglês", "anglais"},
	"es": {"es", "esp", "spanish", "espanol", "español", "castellano"},
	"pt": {"pt", "ptbr", "portuguese", "portugues", "português", "portugués"},
	"fr": {"fr", "french", "francais", "français", "frances", "francés"},
	"de": {"german", "deutsch", "aleman", "alemán"},
	"it": {"italian", "italiano"},
	"nl": {"dutch", "nederlands"},
}

// marksOfTongue are the same marks with their language.
var marksOfTongue = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for code, marks := range tongueMarks {
		for _, mark := range marks {
			all[mark] = code
		}
	}
	return all
})

// TongueMarks returns what names call the language that a word is the name of, in full and in
// small letters; nil for any other word.
func TongueMarks(word string) []string {
	const short = 4
	if len(word) < short || len(word) > longestMark {
		return nil
	}
	return tongueMarks[marksOfTongue()[word]]
}

// longestMark is how many bytes the longest mark has, and more.
const longestMark = 16

// TongueMarked returns the language that a name ends or begins with, or names in full:
// menu_es, es_menu, spanish_menu; "" for none or more than one. Short marks within a name may
// be words of its own (voz_en_espera), and so may "no english" and the like.
func TongueMarked(name string) string { return marked.Of(name) }

var marked = NewMemory(tongueMarked)

// tongueMarked is TongueMarked, worked out.
func tongueMarked(name string) string {
	const short = 4
	found, parts := "", 0
	for start := 0; start < len(name); parts++ {
		end := start + endOfPart(name[start:])
		part := name[start:end]
		next := end + len(name[end:]) - len(strings.TrimLeft(name[end:], "_- ."))
		code := markOf(part)
		switch {
		case code == "no":
			return ""
		case code == "" || len(part) < short && start > 0 && next < len(name) || start == 0 && next == len(name) && len(part) < short:
		case found != "" && found != code:
			return ""
		default:
			found = code
		}
		start = max(next, start+1)
	}
	return found
}

// WithoutTongue returns a name in small letters without its words for a language, and without what stands between its
// words: "menu" for menu_es, esMenu and menu.
func WithoutTongue(name string) string {
	var rest strings.Builder
	for start := 0; start < len(name); {
		end := start + endOfPart(name[start:])
		if code := markOf(name[start:end]); code == "" || code == "no" {
			rest.WriteString(strings.ToLower(strings.Trim(name[start:end], "_- .")))
		}
		start = max(end+len(name[end:])-len(strings.TrimLeft(name[end:], "_- .")), start+1)
	}
	return rest.String()
}

// endOfPart returns where the first word of a name ends: before a mark between words, or
// before a capital after a small letter.
func endOfPart(name string) int {
	lower := false
	for i, r := range name {
		if r == '_' || r == '-' || r == ' ' || r == '.' || lower && unicode.IsUpper(r) {
			return i
		}
		lower = unicode.IsLower(r)
	}
	return len(name)
}

// markOf returns the language of a mark, and "no" for a word that says no.
func markOf(part string) string {
	if len(part) > longestMark || !mayBeMark(part) {
		return ""
	}
	var buffer [4 * longestMark]byte
	word := buffer[:0]
	for _, r := range part {
		word = utf8.AppendRune(word, unicode.ToLower(r))
	}
	if slices.Contains(refused, string(word)) {
		return "no"
	}
	return marksOfTongue()[string(word)]
}

// refused are the words that say no.
var refused = []string{"no", "not", "non"}

// mayBeMark looks at the first two letters of a word: most begin otherwise.
func mayBeMark(part string) bool {
	return len(part) < 2 || part[0] >= utf8.RuneSelf || part[1] >= utf8.RuneSelf || markBegins()[part[0]&31]>>(part[1]&31)&1 != 0
}

// markBegins are the first two letters of marks and of words that say no, five bits of each.
var markBegins = sync.OnceValue(func() *[32]uint32 {
	var begins [32]uint32
	for _, words := range append(slices.Collect(maps.Values(tongueMarks)), refused) {
		for _, word := range words {
			begins[word[0]&31] |= 1 << (word[1] & 31)
		}
	}
	return &begins
})

// IsTongue reports whether a text is nothing but what a language is called: es, es-MX, Spanish.
func IsTongue(text, code string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	language, _, _ := strings.Cut(text, "-")
	return code != "" && (language == code || slices.Contains(tongueMarks[code], text))
}

// IsAnyTongue reports whether a text is nothing but what some language is called.
func IsAnyTongue(text string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	language, _, _ := strings.Cut(text, "-")
	return tongueMarks[language] != nil || marksOfTongue()[text] != ""
}

// NamesLanguage reports whether something is named after the language that it holds.
func NamesLanguage(name string) bool {
	return HoldsAny(name, "lang", "idioma", "lingua", "locale", "sprache", "taal")
}

// Unwritten are the words by which people mark what is still to be written, as an expression has them.
const Unwritten = todo + "|" + fixMe + "|" + toBeDone

const todo, fixMe, toBeDone = "TODO", "FIXME", "TBD"

var unwritten = []string{todo, fixMe, toBeDone}

// MarksUnwritten reports whether a word marks what is still to be written.
func MarksUnwritten(word string) bool { return slices.Contains(unwritten, word) }

// HoldsUnwritten reports whether such a word stands somewhere in a text, perhaps as a part of another one.
func HoldsUnwritten(text string) bool {
	return slices.ContainsFunc(unwritten, func(word string) bool { return strings.Contains(text, word) })
}
