package words

import (
	"slices"
	"strings"
)

// tongueMarks are what names of widgets, variables and branches call a language.
var tongueMarks = map[string][]string{
	"en": {"en", "eng", "english", "ingles", "inglés", "inglês", "anglais"},
	"es": {"es", "esp", "sp", "spa", "span", "spanish", "espanol", "español", "castellano"},
	"pt": {"pt", "por", "ptbr", "portuguese", "portugues", "português", "portugués"},
	"fr": {"fr", "fra", "french", "francais", "français", "frances", "francés"},
	"de": {"german", "deutsch", "aleman", "alemán"},
	"it": {"italian", "italiano"},
	"nl": {"dutch", "nederlands"},
}

// TongueMarked returns the language that a name ends or begins with, or names in full:
// menu_es, es_menu, spanish_menu; "" for none or more than one. Short marks within a name may
// be words of its own (voz_en_espera), and so may "no english" and the like.
func TongueMarked(name string) string {
	const short = 4
	parts, found := In(name), ""
	for i, part := range parts {
		for code, marks := range tongueMarks {
			if !slices.Contains(marks, part) || len(part) < short && (len(parts) < 2 || i > 0 && i < len(parts)-1) {
				continue
			}
			if found != "" && found != code {
				return ""
			}
			found = code
		}
	}
	if slices.Contains(parts, "no") || slices.Contains(parts, "not") || slices.Contains(parts, "non") {
		return ""
	}
	return found
}

// IsTongue reports whether a text is nothing but what a language is called: es, es-MX, Spanish.
func IsTongue(text, code string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	language, _, _ := strings.Cut(text, "-")
	return code != "" && (language == code || slices.Contains(tongueMarks[code], text))
}

// IsAnyTongue reports whether a text is nothing but what some language is called.
func IsAnyTongue(text string) bool {
	for code := range tongueMarks {
		if IsTongue(text, code) {
			return true
		}
	}
	return false
}
