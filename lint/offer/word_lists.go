package offer

import (
	"slices"
	"strings"

	"studiolint/lint/words"
)

// WordLists returns the words of each list from which a text lets one choose, however they are written: "bread, cake
// or rolls?", "Yes / No / Maybe", "- Bread\n- Cake"; and those that it tells to say one by one. A text may list what is
// no answer at all: whoever asks for them knows some that are.
func WordLists(text string) (all [][]string) {
	if strings.ContainsAny(text, ",/|") {
		for at := 0; at < len(text); {
			end := len(text)
			if i := strings.IndexAny(text[at:], ".?!\n"); i >= 0 {
				end = at + i
			}
			sentence := text[at:end]
			if list := listIn(sentence); len(list) > 2 && (strings.HasPrefix(text[end:], "?") || isBracketed(sentence) || asksToChoose(sentence)) {
				all = append(all, list)
			}
			at = end + 1
		}
	}
	if list := bullets(text); len(list) > 2 {
		all = append(all, list)
	}
	if list := toldOneByOne(text); len(list) > 2 {
		all = append(all, list)
	}
	return all
}

// isBracketed reports whether a part of a text stands in brackets: (Yes/No/Maybe)
func isBracketed(part string) bool {
	part = strings.TrimSpace(part)
	return strings.HasPrefix(part, "(") && strings.HasSuffix(part, ")") || strings.HasPrefix(part, "[") && strings.HasSuffix(part, "]")
}

// asksToChoose reports whether a sentence has a verb that asks for an answer.
func asksToChoose(sentence string) bool {
	for i := 0; i < len(sentence); i++ {
		if (i == 0 || strings.IndexByte(space+",;:(*", sentence[i-1]) >= 0) && verb(sentence[i:]) > 0 {
			return true
		}
	}
	return words.HoldsAny(sentence, "tell me", "tell us", "dime", "díga", "dica", "sag ", "nenne", "dites")
}

// listIn returns the items of the list in a sentence, "" for one that is no word: the first one is what ends its part
// of the sentence, and may be no item. What comes after the last one, of "bread or cake, Ann?", is none.
func listIn(sentence string) []string {
	i := strings.IndexAny(sentence, ",/|")
	if i < 0 {
		return nil
	}
	mark := sentence[i : i+1]
	list, chosen := []string{lastOf(sentence[:i])}, mark != ","
	for rest, more := sentence[i+1:], true; more; {
		var part string
		part, rest, more = strings.Cut(rest, mark)
		part = strings.TrimLeft(part, space)
		last := false
		if n := joint(part); n > 0 {
			last = !slices.Contains(ands, part[:n])
			part = part[n:]
		}
		for _, or := range ors {
			before, after, ok := strings.Cut(part, or)
			if _, second := wordIn(purposes, after); !ok || second {
				continue
			}
			list, part, last = append(list, item(before)), after, true
			break
		}
		part, _, _ = strings.Cut(part, ")")
		list = append(list, item(part))
		if last {
			return list
		}
	}
	if !chosen {
		return nil
	}
	return list
}

var ands = []string{"and", "und", "et", "y", "e"}

var ors = []string{" or ", " oder ", " ou ", " o ", " u "}

// lastOf returns the word that ends a part of a sentence.
func lastOf(part string) string {
	fields := strings.Fields(part)
	if len(fields) == 0 {
		return ""
	}
	return item(fields[len(fields)-1])
}

// item returns one or two words as they are said, in small letters, without an article and what they are for; "" for
// more or what is not said as it is written.
func item(part string) string {
	fields := strings.Fields(strings.ToLower(part))
	for i, field := range fields {
		if _, purpose := wordIn(purposes, field); purpose || field == "=" || field == "-" || field == "–" {
			fields = fields[:i]
			break
		}
	}
	for len(fields) > 1 && slices.Contains(articles, fields[0]) {
		fields = fields[1:]
	}
	if len(fields) == 0 || len(fields) > 2 {
		return ""
	}
	for i, field := range fields {
		bare := strings.Trim(field, "\"'“”‘’„«»*_:()[].")
		if bare == "" || letters(bare) != len(bare) || slices.Contains(vague, bare) || slices.Contains(others, bare) || verb(bare+" ") > 0 {
			return ""
		}
		fields[i] = bare
	}
	return strings.Join(fields, " ")
}

var (
	articles = []string{"a", "an", "the", "our", "el", "la", "los", "las", "un", "una", "der", "die", "das", "ein", "eine", "le", "les", "une", "o", "um", "uma", "il", "lo", "gli", "i"}

	// others stand at the end of a list for whatever else there is.
	others = []string{
		"else", "other", "others", "otherwise", "any", "all", "none", "neither", "both", "either", "more", "so", "not", "sure", "now", "wait", "thanks", "please", "et", "etc",
		"otro", "otra", "otros", "otras", "nada", "ninguno", "ninguna", "ambos", "más", "outro", "outra", "outros", "nenhum", "mais", "autre", "autres", "aucun", "plus", "anderes",
		"andere", "sonstiges", "beides", "keine", "keins", "mehr", "altro", "altri", "nessuno",
	}
)

// bullets returns the lines of a text that begin with a bullet and have one or two words.
func bullets(text string) (list []string) {
	if strings.IndexByte(text, '\n') < 0 {
		return nil
	}
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		label := strings.TrimLeftFunc(line, func(r rune) bool { return isBullet(r) && r != '"' })
		if len(label) == len(line) {
			continue
		}
		list = append(list, item(label))
	}
	return list
}

// toldOneByOne returns the words that stand right after a verb each: "for bread, say bread; for cake, say cake".
func toldOneByOne(text string) (list []string) {
	for i := 0; i < len(text); i++ {
		if i > 0 && strings.IndexByte(space+",;:.(", text[i-1]) < 0 {
			continue
		}
		n := verb(text[i:])
		if n == 0 {
			continue
		}
		part := text[i+n:]
		if end := strings.IndexAny(part, ",.;:!?\n)"); end >= 0 {
			part = part[:end]
		}
		for _, or := range ors {
			part, _, _ = strings.Cut(part, or)
		}
		if word := item(part); !slices.Contains(list, word) {
			list = append(list, word)
		}
		i += n - 1
	}
	return list
}

// WithoutArticle is the name of a thing without the article before it.
func WithoutArticle(thing string) string {
	if n, is := wordIn(articles, thing); is && n < len(thing) && thing[n] == ' ' {
		return strings.TrimLeft(thing[n:], " ")
	}
	return thing
}
