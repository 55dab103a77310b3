package offer

import (
	"strings"

	"studiolint/lint/words"
)

// InOtherTongue reports whether a place in a text is in another language than the text, in a branch of its Liquid:
// {% if lang == 'es' %}Todos los agentes{% else %}All agents{% endif %}. Where the text chooses by language, a branch
// too short to tell counts as one.
func InOtherTongue(text string, start, end int, tongue string) bool {
	open := strings.LastIndex(text[:start], "%}")
	if open < 0 {
		return false
	}
	branch, _, within := strings.Cut(text[open+2:], "{%")
	if !within || len(branch) < end-open-2 {
		return false
	}
	if own := words.Tongue(branch); own != "" {
		return own != tongue
	}
	return choosesTongue(text)
}

// choosesTongue reports whether a tag of a text compares with a language: 'es', "Spanish".
func choosesTongue(text string) bool {
	for _, tag := range strings.Split(text, "{%")[1:] {
		tag, _, _ = strings.Cut(tag, "%}")
		quoted := strings.FieldsFunc(tag, func(r rune) bool { return r == '\'' || r == '"' })
		for i := 1; i < len(quoted); i += 2 {
			if words.IsAnyTongue(quoted[i]) {
				return true
			}
		}
	}
	return false
}
