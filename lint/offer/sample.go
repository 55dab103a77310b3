package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

var sampleWords = words.AnyOf("e.g", "eg", "for ex", "example", "ejemplo", "ej.", "ej:", "exemp", "ex:", "ex.", "z.b", "z. b", "beispiel", "ad es")

// Sample returns the answer that a text gives as an example, as it is to be written, and where it
// stands, in bytes: in quotes, or of digits and signs ("e.g. 10/25/2024"); "" for none.
func Sample(text string) (answer string, at int) {
	if !sampleWords.In(text) {
		return "", 0
	}
	m := sample.FindStringSubmatchIndex(text)
	if m == nil {
		return "", 0
	}
	for i := 2; i < len(m); i += 2 {
		if m[i] >= 0 {
			return text[m[i]:m[i+1]], m[i]
		}
	}
	return "", 0
}

var sample = pattern.Lazy(`(?i)\b(?:e\.?g\b\.?|for example|example|por ejemplo|p\.? ?ej\b\.?|ej\b\.?|por exemplo|ex[.:]|par exemple|p\. ?ex\.|z\. ?b\.|zum beispiel|ad esempio)[,:]?\s*` +
	`(?:"([^"\n{}\[\]<>]{2,40})"|“([^”\n{}\[\]<>]{2,40})”|(\d[\d/.:-]{1,20}\d)(?:[).;!?]|\s*$|\s*\n))`)
