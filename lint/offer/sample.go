package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

var sampleWords = words.AnyOf("e.g", "eg", "for ex", "example", "ejemplo", "ej.", "ej:", "exemp", "ex:", "ex.", "z.b", "z. b", "beispiel", "ad es", "such as", "for instance", "par ex")

// Sample returns the answer that a text gives as an example, as it is to be written, and where it
// stands, in bytes: in quotes, or of digits and signs, also after a few capitals ("e.g. 10/25/2024", "such as
// KO-123456"); "" for none.
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

var sample = pattern.Lazy(`(?i)\b(?:e\.?g\b\.?|for (?:example|instance)|such as|example|por ejemplo|p\.? ?ej\b\.?|ej\b\.?|por exemplo|ex[.:]|par exemple|p\. ?ex\.|z\. ?b\.|zum beispiel|ad esempio)[,:]?\s*` +
	`(?:"([^"\n{}\[\]<>]{2,40})"|“([^”\n{}\[\]<>]{2,40})”|((?:[A-Z]{1,5}[-/]?)?\d[\d/.:-]{0,20}\d)(?:[).;!?](?:\D|$)|\s*$|\s*\n))`)

var formWords = words.AnyOf("like", "form", " as ", "follows", "así", "como ", "wie ", "so aus", "comme ", "come ", "così")

// SampleOfForm returns the answer that a text gives to show the form of it, "it looks like 123-456", and where it
// stands, in bytes; "" for none. It has signs, or letters and digits.
func SampleOfForm(text string) (answer string, at int) {
	if !formWords.In(text) {
		return "", 0
	}
	m := sampleOfForm.FindStringSubmatchIndex(text)
	if m == nil || m[3]-m[2] < shortestForm {
		return "", 0
	}
	return text[m[2]:m[3]], m[2]
}

// shortestForm is how long such an answer is at least: 24/7 is none.
const shortestForm = 5

var sampleOfForm = pattern.Lazy(`(?i)\b(?:looks? like(?: this)?|like(?: this)?|in the form(?:at)?(?: of)?|as(?: follows)?|como(?: est[ea])?|(?:el |no |nel )?formato(?: de)?|im format|wie|so aus|au format|sous la forme(?: de)?|comme(?: ceci)?|come|in het formaat|as[ií]\B?|cos[iì]\B?)[:\s]\s*` +
	`["“'«]?((?:[A-Z]{1,5}[-/]?\d[\d/.:-]{0,20}\d)|\d+[/.:-][\d/.:-]{0,20}\d)["”'»]?(?:[).;,!?](?:\D|$)|\s*$|\s*\n)`)
