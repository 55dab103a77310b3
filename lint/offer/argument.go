package offer

import (
	"strings"

	"studiolint/lint/pattern"
)

// Arguments returns the words, in small letters, after which a text tells people to write
// something of their own in the same message: "reply MOVE followed by your new address",
// "SIZE: [your size]", "text FIND <town>".
func Arguments(text string) []string {
	if !strings.ContainsAny(text, "[<(:") && !strings.Contains(text, "follow") &&
		!strings.Contains(text, "plus ") && !strings.Contains(text, "your ") && !strings.Contains(text, "seguid") {
		return nil
	}
	all := quotedArguments(text)
	if !holdsKeyword(text) {
		return all
	}
	for _, m := range withArgument.FindAllStringSubmatch(text, -1) {
		for _, key := range m[1:] {
			if key != "" && (!strings.ContainsAny(m[0], "[<") || oneself.MatchString(m[0])) {
				all = append(all, strings.ToLower(key))
			}
		}
	}
	return all
}

// quotedArguments returns the words before a part in brackets, where both stand in quotes, as an
// example of what to write: "Location: [the place]".
func quotedArguments(text string) []string {
	if !strings.ContainsAny(text, "[<") || !strings.ContainsAny(text, "\"“«'‘") {
		return nil
	}
	var all []string
	for _, m := range quotedArgument.FindAllStringSubmatch(text, -1) {
		all = append(all, strings.ToLower(strings.TrimSpace(m[1])))
	}
	return all
}

var quotedArgument = pattern.Lazy(`["“«'‘](\pL[\pL ]{1,24}):? ?[\[<]\pL[^\[\]<>{}"\n]{1,60}[\]>]\.?["”»'’]`)

// holdsKeyword reports whether a text holds three capitals in a row, as each word does that
// withArgument finds.
func holdsKeyword(text string) bool {
	run := 0
	for _, r := range text {
		if 'A' <= r && r <= 'Z' || 'À' <= r && r <= 'Ý' {
			if run++; run == 3 {
				return true
			}
			continue
		}
		run = 0
	}
	return false
}

var withArgument = pattern.Lazy(`(?:^|[\s"“'*:(])([A-ZÀ-Ý]{3,20})["”'*]{0,2}(?::? ?[\[<](?:[a-zà-ý]|[A-Z][a-z])[^\[\]<>{}\n]{1,40}[\]>]|: ?\((?i:your|the|enter|su|tu)\b| ?\((?i:your|enter)\b)` +
	`|(?:^|[\s"“'*:(])([A-ZÀ-Ý]{3,20})["”'*]{0,2},? (?:followed by|plus|and then|seguid[oa] (?:de|del|por)|gefolgt von|suivi (?:de|du)) (?:a space and )?(?:your|the|a|an|su|tu|la|el|Ihrer?|votre|seu|sua)\b` +
	`|(?i:\b(?:reply|text|send|respond|type)(?: with)? ["“'*]{0,2})([A-ZÀ-Ý]{3,20})["”'*]{0,2}:? your \pL`)

// oneself are words in brackets for something of one's own, and not for what a word is for.
var oneself = pattern.Lazy(`[\[<](?i:(?:[\pL-]+ ){0,3}(?:your|names?|numbers?|addresse?s?|dates?|times?|codes?|city|town|zip(?: ?code)?|location|place|street|amount|quantity|description|message|text|question|items?|e-?mail|size|details|id|su|tu|nombre|n[úu]mero|direcci[óo]n|fecha|c[óo]digo|ciudad|lugar|nome|endereço|data|cidade|nom|adresse|ville|datum|nummer|ort)(?: [\pL-]+){0,4})[\]>]`)
