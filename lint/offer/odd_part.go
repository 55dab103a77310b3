package offer

import (
	"slices"
	"strings"

	"studiolint/lint/words"
)

// OddPart returns a sentence or a line of a text that offers an answer in another language than all the rest, and the
// two languages; "" where there is none, where a text speaks of languages, or offers the same answer in both. A text of
// more parts than a menu has is left alone: for each of them all others are looked at.
func OddPart(text string) (part, in, rest string) {
	const most = 40
	if len(In(text)) < 2 || words.NamesAnyTongue(text) {
		return "", "", ""
	}
	all := sentencesOf(text)
	if len(all) < 2 || len(all) > most {
		return "", "", ""
	}
	for i, odd := range all {
		keys := keysOf(odd)
		in = words.PartTongue(odd)
		if len(keys) == 0 || in == "" {
			continue
		}
		others := slices.Concat(all[:i], all[i+1:])
		rest = words.Tongue(strings.Join(others, "\n"))
		if rest == "" || rest == in {
			continue
		}
		if !slices.ContainsFunc(others, func(other string) bool { return words.Overlap(keysOf(other), keys) }) {
			return strings.TrimSpace(odd), in, rest
		}
	}
	return "", "", ""
}

// sentencesOf returns the sentences and lines of a text; "3. To hear this again" is one.
func sentencesOf(text string) (all []string) {
	from := 0
	end := func(i int) {
		if strings.TrimSpace(text[from:i]) != "" {
			all = append(all, text[from:i])
		}
		from = i
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n':
			end(i)
		case c == '.' && strings.Trim(text[from:i], " 0123456789\n") == "":
		case (c == '.' || c == '!' || c == '?' || c == ';') && i+1 < len(text) && text[i+1] == ' ':
			end(i + 1)
		}
	}
	end(len(text))
	return all
}

// keysOf returns the answers that a sentence offers, or the number with which a line begins.
func keysOf(sentence string) (keys []string) {
	for _, o := range In(sentence) {
		keys = append(keys, o.Answer)
	}
	sentence = strings.TrimSpace(sentence)
	number := sentence[:len(sentence)-len(strings.TrimLeft(sentence, "0123456789"))]
	if number != "" && !slices.Contains(keys, number) {
		keys = append(keys, number)
	}
	return keys
}
