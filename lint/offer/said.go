package offer

import (
	"slices"
	"strings"

	"studiolint/lint/pattern"
)

// Said returns the words that a text invites a caller to say: "say sales or support", and
// yes and no where it asks to decide between them.
func Said(text string) []Offer {
	f := finder{text: text}
	f.pairs()
	for _, m := range say.FindAllStringSubmatchIndex(text, -1) {
		f.list(m[0], m[2], m[3])
	}
	return f.offers()
}

// say is the verb and what comes after it in the sentence.
var say = pattern.Lazy(`(?i)\b(?:say|diga|sagen sie|dites|fale)\b:?\s+(?:(?:things|something|words) (?:like|such as)|for example,?|for instance,?|por ejemplo,?|zum beispiel|par exemple,?|por exemplo,?)?\s*([^.?!;\n]+)`)

// list finds the words of a list: sales, support, or billing. What has more than two words
// is none, and one word alone only when it is in quotes or a yes or no.
func (f *finder) list(verbAt, from, to int) {
	var all []found
	for from < to {
		end := to
		for i := from; i < to; i++ {
			if f.text[i] == ',' || i > from && f.text[i-1] == ' ' && joint(f.text[i:to]) > 0 {
				end = i
				break
			}
		}
		part := strings.TrimSpace(strings.Trim(f.text[from:end], ", "))
		start := from + strings.Index(f.text[from:end], part)
		word, last := sayable(part)
		if word != "" {
			at := start + strings.Index(part, word)
			all = append(all, found{verb: verbAt, start: at, end: at + len(word)})
		} else if part != "" {
			break
		}
		if last {
			break
		}
		from = end + max(1, joint(f.text[end:to]))
	}
	if len(all) == 1 {
		if o := all[0]; !slices.Contains(plainAnswers[:], strings.ToLower(f.text[o.start:o.end])) && quoted(f.text[o.start:]) == 0 {
			return
		}
	}
	for _, o := range all {
		f.add(o.verb, o.start, o.end)
	}
}

// sayable returns the word or two of a part of a list, without what they are for, and
// whether that ends the list; "" for what is not to be said as it is written.
func sayable(part string) (word string, last bool) {
	if n := quoted(part); n > 0 {
		return part[:n], false
	}
	fields := strings.Fields(part)
	for i, field := range fields {
		if _, purpose := wordIn(purposes, field); purpose {
			fields, last = fields[:i], true
			break
		}
	}
	if len(fields) == 0 || len(fields) > 2 {
		return "", last
	}
	word = part[strings.Index(part, fields[0]) : strings.Index(part, fields[len(fields)-1])+len(fields[len(fields)-1])]
	for _, field := range fields {
		bare := strings.ToLower(strings.Trim(field, `"'“”‘’*:`))
		if _, n := number(bare); bare == "" || strings.ContainsAny(bare, "0123456789{}") || verb(bare) > 0 ||
			n == len(bare) || slices.Contains(vague, bare) {
			return "", last
		}
	}
	return word, last
}

// vague are words of what is said by its meaning: your name, what you want.
var vague = []string{
	"your", "the", "a", "an", "what", "which", "where", "who", "why", "in", "at", "if", "when", "how", "it", "me", "us", "that", "this", "something",
	"anything", "please", "whether", "name", "of", "my", "su", "tu", "el", "la", "los", "las", "un", "una", "lo", "que", "ihren", "ihre", "ihr", "den",
	"die", "das", "votre", "vos", "le", "les", "sua", "seu", "o", "a",
}
