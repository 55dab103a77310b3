package offer

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// BrokenMarkup returns where the marks of a text for a voice (SSML) are broken, in bytes, up to
// the end of the line: a tag that does not end, is closed without being open or never closed.
// It is 0, 0 when they are sound, or there are none. Liquid is taken for a plain word.
func BrokenMarkup(text string) (start, end int) {
	if strings.IndexByte(text, '<') < 0 ||
		!words.HoldsAny(text, "<say-as", "<break", "<emphasis", "<prosody", "<phoneme", "<speak", "<sub ", "<lang ", "<amazon:") ||
		strings.Contains(text, "{%") {
		return 0, 0
	}
	plain := printed.ReplaceAllStringFunc(text, func(liquid string) string { return strings.Repeat("x", len(liquid)) })
	const before, after = "<speak>", "</speak>"
	d := xml.NewDecoder(strings.NewReader(before + strings.ReplaceAll(plain, "&", "x") + after))
	for {
		start := int(d.InputOffset()) - len(before)
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return 0, 0
		}
		if err != nil {
			start = min(max(0, start), len(text)-1)
			if open := strings.LastIndexByte(text[:start+1], '<'); open >= 0 {
				start = open
			}
			end := len(text)
			if i := strings.IndexByte(text[start:], '\n'); i > 0 {
				end = start + i
			}
			return start, end
		}
	}
}

// StrangeTag returns where a text for a voice has a tag that no voice knows, in bytes: one of TwiML (<Pause/>), of a web page
// (<br>), one in capitals (<Break/>), or a pause without a unit (<break time="2"/>); 0, 0 where none is.
func StrangeTag(text string) (start, end int) {
	if strings.IndexByte(text, '<') < 0 {
		return 0, 0
	}
	m := strangeTag.FindStringIndex(text)
	if m == nil {
		return 0, 0
	}
	return m[0], m[1]
}

// strangeTag leaves alone what looks like a tag and stands for a word to be filled in, <name>: it knows the tags by name.
var strangeTag = pattern.Lazy(`(?i)</?(?:pause|play|gather|dial|hangup|redirect|reject|enqueue|say)(?:\s[^<>]*)?/?>` +
	`|</?(?:b|i|u|em|strong)>|</?(?:br|ul|ol|li|div|span|h[1-6]|html|font|img)(?:\s[^<>]*)?/?>|<a\s+href[^<>]*>` +
	`|</?(?:SayAs|say_as|sayas)(?:\s[^<>]*)?/?>|</?(?-i:Break|Prosody|Emphasis|Phoneme|BREAK|PROSODY|EMPHASIS|PHONEME)(?:\s[^<>]*)?/?>` +
	`|<break\s+time\s*=\s*["'][0-9.]+["']\s*/?>|<break\s+[0-9.]+m?s?\s*/?>`)

// ForeignTag returns where a text has a tag of one service alone, which Twilio does not hand on: <amazon:effect>; 0, 0
// where none is.
func ForeignTag(text string) (start, end int) { return first(foreignTag, text) }

var foreignTag = pattern.Lazy(`</?amazon:[a-z-]+(?:\s[^<>]*)?/?>|<(?:par|seq)>`)

// VoiceTag returns where a text has its first tag for a voice; 0, 0 where none is.
func VoiceTag(text string) (start, end int) { return first(voiceTag, text) }

var voiceTag = pattern.Lazy(`<(?:break|prosody|emphasis|say-as|phoneme|sub|lang)(?:\s[^<>]*)?/?>|<speak>`)

// StressTag returns where a text has a tag that puts stress on words; 0, 0 where none is.
func StressTag(text string) (start, end int) { return first(stressTag, text) }

var stressTag = pattern.Lazy(`<emphasis(?:\s[^<>]*)?>`)

// first returns where the first match stands.
func first(e *pattern.Expression, text string) (start, end int) {
	m := e.FindStringIndex(text)
	if m == nil {
		return 0, 0
	}
	return m[0], m[1]
}

// printed is a value that Liquid prints.
var printed = pattern.Lazy(`\{\{[^{}]*\}\}`)

// WebLetter returns where a letter stands in a text as HTML writes it, but not in quotes; 0, 0 where none does.
func WebLetter(text string) (start, end int) {
	if _, after, ok := strings.Cut(text, "&"); !ok || strings.IndexByte(after, ';') < 0 {
		return 0, 0
	}
	m := webLetter.FindStringSubmatchIndex(text)
	if m == nil {
		return 0, 0
	}
	return m[2], m[3]
}

var webLetter = pattern.Lazy("(?i)(?:^|[^`'\"“*])(&(?:#[0-9]{2,5}|#x[0-9a-f]{2,4}|amp|quot|apos|lt|gt|nbsp|[aeiou](?:acute|grave|circ|uml)|ntilde|ccedil);)")
