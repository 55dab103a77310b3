package offer

import (
	"strings"

	"slices"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

var exampleWords = words.AnyOf("e.g", "eg", "for ex", "example", "ejemplo", "ej.", "ej:", "exemp", "z.b", "z. b", "beispiel", "ad es", "such as")

// Examples returns the answers that a text gives as an example, a number or some capitals, and
// where the first stands, in bytes: "(e.g. ABD)", "por ejemplo: 3".
func Examples(text string) (answers []string, at int) {
	if !exampleWords.In(text) {
		return nil, 0
	}
	m := example.FindStringSubmatchIndex(text)
	if m == nil {
		return nil, 0
	}
	for i := 2; i < len(m); i += 2 {
		if m[i] >= 0 {
			answers = append(answers, text[m[i]:m[i+1]])
		}
	}
	return answers, m[2]
}

var example = pattern.Lazy(`(?i:\b(?:e\.?g\.?|for example|example|such as|por ejemplo|p\.? ?ej\.?|ej|por exemplo|ex\.|par exemple|p\. ?ex\.|z\. ?b\.|zum beispiel|ad esempio))(?:,|:)?\s*["“'‘*]?(?:reply |type |send |responda |escriba )?["“'‘*]?([A-Z]{1,6}|[0-9])["”'’*]?(?:[).;!?]|,? or ["“'‘*]?([A-Z]|[0-9])\b|\s*$)`)

// Missing returns the letters of an example that are not among the letters that a text lists, when
// it is put together of those: D of "ABD" where A, B and C are listed; "" for none.
func Missing(example, text string) string {
	if len(example) < 2 || !slices.IsSorted([]byte(example)) {
		return ""
	}
	var listed []string
	for _, o := range In(text) {
		if len(o.Answer) == 1 && 'A' <= o.Answer[0] && o.Answer[0] <= 'Z' {
			listed = append(listed, o.Answer)
		}
	}
	if len(listed) == 0 {
		for _, m := range lettered.FindAllStringSubmatch(text, -1) {
			listed = append(listed, m[1])
		}
	}
	if len(listed) < 2 {
		return ""
	}
	missing, known := "", 0
	for _, letter := range example {
		if slices.Contains(listed, string(letter)) {
			known++
		} else {
			missing += string(letter)
		}
	}
	if known == 0 {
		return ""
	}
	return missing
}

// Unlisted returns the letters that a text gives as an example in brackets, "(ex. abd)", and where they
// stand, when none of them, or not all, is among the letters of its lines: "h. Halal"; "" for none.
func Unlisted(text string) (example string, at int) {
	if strings.IndexByte(text, '(') < 0 || !words.HoldsAny(text, "(e.g", "(eg", "(ex", "(ej", "(p. ej", "(por ej") {
		return "", 0
	}
	m := smallExample.FindStringSubmatchIndex(text)
	if m == nil {
		return "", 0
	}
	listed := smallLetters.FindAllStringSubmatch(text, -1)
	letters := []byte(text[m[2]:m[3]])
	if len(listed) < 3 || !slices.IsSorted(letters) || len(slices.Compact(slices.Clone(letters))) != len(letters) {
		return "", 0
	}
	for _, letter := range letters {
		if !slices.ContainsFunc(listed, func(m []string) bool { return m[1] == string(letter) }) {
			return text[m[2]:m[3]], m[2]
		}
	}
	return "", 0
}

var (
	smallExample = pattern.Lazy(`\((?i:ex(?:ample)?|e\.?g|ej|p\. ?ej|por ejemplo)[.:,]{0,2} ?["“']?([a-z]{2,6})["”']?\)`)
	smallLetters = pattern.Lazy(`(?m)^[ \t*]*([a-z])[.)] ?\pL`)
)

// lettered is a line of a list with a letter and no sign after it: B Ham.
var lettered = pattern.Lazy(`(?m)^[ \t*]*([A-Z]) +\pL`)
