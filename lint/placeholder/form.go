package placeholder

import (
	"strings"

	"studiolint/lint/pattern"
)

// IsField reports whether what stands at a place of a message is a field of a form that whoever
// reads it copies and fills in, "Location: [enter the street]", and nothing for the author: a
// label is before it, and the message asks for a form, or is a question and tells what to enter, or
// a word to write before it.
func IsField(s string, span [2]int, asks bool) bool {
	word := s[span[0]:span[1]]
	if len(word) == len(s) || word[0] != '[' && word[0] != '<' {
		return false
	}
	before := strings.TrimRight(s[:span[0]], " \t*_")
	if asks && afterWord.MatchString(before) {
		return true
	}
	line := before[strings.LastIndexByte(before, '\n')+1:]
	if !strings.HasSuffix(line, ":") && line != "" {
		return false
	}
	return asks && enters.MatchString(word) || form.MatchString(s[:span[0]]+s[span[1]:])
}

// afterWord is how a text ends that tells people to write a word, and something after it.
var afterWord = pattern.Lazy(`(?i:reply|respond|text|send|type|write|responda|env[ií][ae]|escrib[ae])(?: with)? ["“'*]{0,2}[A-ZÀ-Ý]{3,20}["”'*]{0,2}:?$`)

// enters is how a field tells whoever writes what to put there.
var enters = pattern.Lazy(`(?i)^.(?:enter|type|write|describe|give|tell|state|list)\b`)

// form is how a text asks for a form to be copied and filled in.
var form = pattern.Lazy(`(?i)\b(?:fill(?:ing)?[ -](?:it |this |them )?(?:in|out)|copy|complete (?:the|this|and)|(?:reply|respond|answer|replying|send)\b[^.!?\n]{0,40}\b(?:with|using|in|like) (?:the|this|these) (?:following|form(?:at)?|template|details|information|lines?|fields)` +
	`|(?:the|this) (?:form|template)|format|copi[ea]|rellen[ae]|complet[ae]|formato|formul[aá]ri?o|preench[ae]|remplissez|copiez|ausfüllen|kopier)`)
