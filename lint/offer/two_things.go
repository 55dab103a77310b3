package offer

import (
	"slices"
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Asked is something of their own that people are asked for.
type Asked struct {
	Words string // that name it: "order number"
	kind  int
}

// Named reports whether a field is named after that thing and nothing else.
func (t Asked) Named(field string) bool {
	kind, ok := DataKind(strings.Join(words.In(field), " "))
	return ok && kind == t.kind
}

// TwoThings returns what a text asks people for at once, when that is two things or more, of which each has an answer of
// its own: "What is your name? And your order number?". There are none where the text says how to write both
// into one answer, or lets people choose.
func TwoThings(text string) (all []Asked) {
	if !words.HoldsAny(text, "your", " the ") || inOneAnswer.MatchString(text) {
		return nil
	}
	for _, m := range asksForThing.FindAllStringIndex(text, -1) {
		all = append(all, thingsIn(text[m[1]:])...)
	}
	if len(all) == 1 {
		if m := asksForConcern.FindStringIndex(text); m != nil {
			return append(all, Asked{strings.Trim(text[m[0]:m[1]], " .,?!"), -1})
		}
	}
	if len(all) < 2 || !slices.ContainsFunc(all, func(t Asked) bool { return t.kind != all[0].kind }) {
		return nil
	}
	return all
}

// thingsIn returns the things that a text names from its beginning, joined by "and".
func thingsIn(text string) (all []Asked) {
	const most = 4 // things, and words of one
	text = text[:strings.IndexAny(text+".", ".?!:;\n({")]
	for range most {
		end := thingEnds.FindStringIndex(text)
		if end == nil {
			end = []int{len(text), len(text)}
		}
		thing := strings.Trim(text[:end[0]], " ")
		kind, ok := DataKind(thing)
		if !ok || strings.Count(thing, " ") >= most {
			return all
		}
		all = append(all, Asked{thing, sameKind(kind)})
		joint := strings.Trim(strings.ToLower(text[end[0]:end[1]]), " ")
		if joint == "or" {
			return nil
		}
		if !strings.HasPrefix(joint, "and") && !strings.HasPrefix(joint, "&") {
			return all
		}
		text = text[end[1]:]
	}
	return all
}

// sameKind makes one of the kinds of data that people write in one go: a street and the code of the town.
func sameKind(kind int) int {
	if kind == kindCode {
		return kindStreet
	}
	return kind
}

var (
	asksForThing = pattern.Lazy(`(?i)\b(?:what(?:['’]s| is| are| was)|(?:enter|provide|share|type|say|(?:tell|give|send|text) (?:us|me)|(?:reply|respond|answer) with|(?:may|can|could) (?:i|we) (?:have|get))(?: both)?) (?:your|the) `)

	// thingEnds is what comes after the name of a thing.
	thingEnds = pattern.Lazy(`(?i),? (?:(?:and|&)(?: (?:also|then))?(?: (?:your|the))?|or|so|to|for|on|with|in|if|when|is|are|as|that|we|you|then|please|below|again|now|here|from|at|by|followed) |,`)

	// asksForConcern asks besides what it is about.
	asksForConcern = pattern.Lazy(`(?i)(?:\band |[?.!] +(?:and )?)how (?:can|may) (?:we|i) (?:help|assist)(?: you)?(?: today)?`)

	inOneAnswer = pattern.Lazy(`(?i)\b(?:separated?|comma|spaces?|format|example|e\.g|such as|like (?:this|so)|together|one (?:message|text|line|go|answer)|single (?:message|text|line)|each|line by line|followed by|in (?:that|this) order)\b`)
)
