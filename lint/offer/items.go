package offer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"studiolint/lint/literal"
	"studiolint/lint/pattern"
)

// again finds the later items of a list whose verb stood at its beginning, from a place on:
// 2 for a cake, or R to reschedule; for support 2.
func (f *finder) again(from int) {
	end := from
	for i := from; i < len(f.text); i++ {
		if i > from && (i-1 < end || !utf8.RuneStart(f.text[i]) || strings.IndexByte(space+",.;:(#", f.text[i-1]) < 0) {
			continue
		}
		n := answer(f.text[i:], true)
		if n == 0 || i == from && strings.IndexByte(literal.Keys, f.text[i]) < 0 {
			continue
		}
		if f.purposeAfter(i, n) || f.purposeBefore(from, i, n) {
			f.add(max(i-1, from), i, i+n)
			end = i + n
		}
	}
}

// purposeAfter reports whether an answer at a place is followed by what it is for. A word
// must begin its part of the sentence.
func (f *finder) purposeAfter(at, length int) bool {
	rest := f.text[at+length:]
	blanks := skip(rest, space)
	n, is := wordIn(purposes, rest[blanks:])
	if strings.HasPrefix(rest[blanks:], "= ") {
		n, is = 1, true
	}
	what := strings.TrimLeft(rest[blanks+n:], space)
	if blanks == 0 || !is || len(what) == len(rest[blanks+n:]) || what != "" && isDigit(what[0]) {
		return false // from 1 to 5
	}
	return strings.IndexByte(literal.Keys, f.text[at]) >= 0 || f.begins(at)
}

// begins reports whether a place comes right after a comma, a full stop or a joint.
func (f *finder) begins(at int) bool {
	before := strings.TrimRight(f.text[:at], space)
	if before == "" || strings.IndexByte(",.;:!?\n", before[len(before)-1]) >= 0 || strings.HasSuffix(f.text[:at], "\n") {
		return true
	}
	start := strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) }) + 1
	return joint(before[start:]) == len(before)-start
}

// purposeBefore reports whether a key ends a part of a sentence that begins with what it is
// for, and the next part has no verb of its own.
func (f *finder) purposeBefore(from, at, length int) bool {
	if _, n := number(f.text[at:]); n == 0 && strings.IndexByte(literal.Keys, f.text[at]) < 0 {
		return false
	}
	rest := strings.TrimLeft(f.text[at+length:], space)
	if rest != "" && strings.IndexByte(",.;!?", rest[0]) < 0 && joint(rest) == 0 {
		return false
	}
	next := strings.TrimLeft(strings.TrimLeft(rest, ",.;!?"), space)
	if verb(next) > 0 || f.keyComes(at+length) {
		return false
	}
	part, ok := f.lastPart(from, at)
	if !ok {
		return false
	}
	part = strings.TrimLeft(part, space)
	if n := joint(part); n > 0 {
		part = strings.TrimLeft(part[n:], space)
	}
	n, is := wordIn(purposes, part)
	return is && strings.TrimSpace(part[n:]) != ""
}

// lastPart returns the part of a sentence that ends at a place, after another one, with the part before it where an
// article is all of it: "if you have a card, the two".
func (f *finder) lastPart(from, at int) (part string, ok bool) {
	i := strings.LastIndexAny(f.text[from:at], ",.;!?\n")
	if i < 0 {
		return "", false
	}
	part = f.text[from+i+1 : at]
	word := strings.ToLower(strings.TrimSpace(part))
	if f.text[from+i] != ',' || !slices.Contains(keyArticles, word) {
		return part, true
	}
	return f.text[from+strings.LastIndexAny(f.text[from:from+i], ",.;!?\n")+1 : from+i], true
}

// keyArticles may stand before the name of a key.
var keyArticles = []string{"the", "die", "la", "le", "el", "il", "a", "o", "de"}

// keyComes reports whether the sentence goes on, after what may be a key, to a verb with the key that is meant: the 3
// of "for platforms 3 and 4, press 2" is none.
func (f *finder) keyComes(from int) bool {
	_, end := f.sentence(from)
	last := "" // word
	for i := from; i < end; {
		n := letters(f.text[i:end])
		if n == 0 {
			if strings.IndexByte(space, f.text[i]) < 0 {
				last = ""
			}
			i++
			continue
		}
		if word := f.text[i : i+n]; i > 0 && !endsWithWord(f.text[:i]) {
			if v := verb(f.text[i:]); v > 0 {
				_, length := told(f.text[i+v:], presses(f.text[i:]))
				return length > 0 && !slices.Contains(alternatives, last)
			}
			if _, purpose := wordIn(purposes, word); purpose {
				return false
			}
			last = strings.ToLower(word)
		}
		i += n
	}
	return false
}

// isWord reports whether what was found is a word that decides, rather than a key or one
// that is good at any time: then a list tells what is decided on, and offers nothing.
func (f *finder) isWord(o found) bool {
	answer := plain(f.text[o.start:o.end])
	return !Offer{Answer: answer}.IsKey() && !slices.Contains(anytime, strings.ToLower(answer))
}

var anytime = []string{
	"stop", "help", "menu", "back", "exit", "quit", "cancel", "info", "agent", "start", "unsubscribe", "salir", "ayuda", "atrás", "cancelar", "menú",
	"sair", "voltar",
}

// items finds the items of a list: lines with numbers, and numbers or letters that follow
// one another in the text, from the first on.
func (f *finder) items() {
	if numberedLines(f.text) > 1 {
		if lines := line.FindAllStringSubmatchIndex(f.text, -1); len(lines) > 1 {
			for _, m := range lines {
				f.addItem(m[0], max(m[2], m[4]), max(m[3], m[5]))
			}
			f.signs()
		} else if SpeaksOfNumber(f.text) && len(f.found) <= 1 {
			f.bareLines()
		}
	}
	if strings.ContainsAny(f.text, ").:=-\u20e3") {
		all := itemsIn(f.text)
		for _, first := range "1Aa" {
			f.series(all, byte(first))
		}
		if len(f.found) == 0 {
			f.bracketed()
		}
	}
	if len(f.found) == 0 {
		f.led()
	}
}

// numberedLines counts the lines that begin with a digit, after what may stand before it:
// no more of them are items.
func numberedLines(text string) (n int) {
	if strings.IndexByte(text, '\n') < 0 {
		return 0
	}
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimLeftFunc(line, isBullet); line != "" && '1' <= line[0] && line[0] <= '9' {
			n++
		}
	}
	return n
}

// isBullet reports whether a sign may stand before the number of an item: 👉 1. Cake. What counts money or
// is a part of a number may not.
func isBullet(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.Is(unicode.Sc, r) && !strings.ContainsRune("\n#%+.,'\"{}/", r)
}

// line is an item of a list of lines: 2. Cake; *2* - Cake; 2.- Cake; *2* Cake
var line = pattern.Lazy(`(?m)^[^\pL\pN\p{Sc}\n#%+.,'"{}/]{0,8}(?:([1-9]\x{fe0f}?\x{20e3})[ \t.):=*_–—-]*|([1-9])(?:\*[ \t]+|\*?[ \t]*[.):=\]–—-]{1,2}[ \t*_]*))[^\s\d.,:/-]`)

// signs finds the items beside numbered lines that have 0, * or # for a number.
func (f *finder) signs() {
	if !strings.ContainsAny(f.text, "0*#") {
		return
	}
	for _, m := range sign.FindAllStringSubmatchIndex(f.text, -1) {
		f.addItem(m[0], max(m[2], m[4]), max(m[3], m[5]))
	}
}

// sign is such an item: # - Back; in bold *** - Back
var sign = pattern.Lazy(`(?m)^[ \t_>•(\[]*(?:\*([0*#])\*|([0*#]))[ \t]*[.):=–—-][ \t*_]+\pL`)

// series finds items that follow one another: A) small B) large.
func (f *finder) series(items []found, first byte) {
	var all []found
	for _, item := range items {
		before := strings.TrimRight(f.text[:item.start], " ")
		switch at := f.text[item.start]; {
		case before != "" && isDigit(before[len(before)-1]): // of 9 1 1
		case at == first+byte(len(all)), len(all) > 1 && first <= at && f.goOn(all, item):
			all = append(all, item)
		}
	}
	if len(all) > 1 {
		for _, o := range all {
			f.addItem(o.verb, o.start, o.end)
		}
	}
}

// goOn reports whether an item has the number of one before it, and comes after the last one in the
// same form, with no sentence that ends between.
func (f *finder) goOn(all []found, item found) bool {
	last := all[len(all)-1]
	return f.text[item.start] <= f.text[last.start] && f.text[last.end] == f.text[item.end] &&
		!strings.ContainsAny(f.text[last.end+1:item.start], ".!?;")
}

// addItem notes an answer that comes before what it is for.
func (f *finder) addItem(verb, start, end int) {
	if f.add(verb, start, end) {
		f.found[len(f.found)-1].item = true
	}
}

// itemsIn finds what may be an item of such a series: a number or a letter, a mark after it,
// and what it is for.
func itemsIn(text string) (all []found) {
	for i := 0; i < len(text); {
		start := i
		if i > 0 || strings.IndexByte(space+"(,;", text[0]) >= 0 {
			n := strings.IndexAny(text[i:], space+"(,;")
			if n < 0 {
				break
			}
			i += n
			start = i + 1
		}
		o := found{verb: i, start: start}
		if o.end, i = itemAt(text, start); i > 0 {
			all = append(all, o)
		} else if i = start; i == 0 {
			i = 1
		}
	}
	return all
}

// itemAt returns where a number or letter ends that stands at a place, and where the first
// letter ends of what it is for; 0 when there is no item.
func itemAt(text string, at int) (end, next int) {
	if at >= len(text) || !isItem(text, at) {
		return 0, 0
	}
	end = at + 1 + keycap(text[at+1:])
	rest := text[end:]
	blanks := skip(rest, " \t")
	switch mark := strings.TrimLeft(rest, " \t"); {
	case mark == "":
		return 0, 0
	case mark[0] == '-' && blanks == 0 && isDigit(text[at]) && isLabel(mark[1:]):
		rest = mark[1:]
	case mark[0] == '=', mark[0] == ')' && blanks == 0:
		rest = strings.TrimLeft(mark[1:], " \t")
	case (mark[0] == '.' || mark[0] == ':') && blanks == 0, mark[0] == '-' && blanks > 0:
		if rest = strings.TrimLeft(mark[1:], " \t"); len(rest) == len(mark)-1 {
			return 0, 0
		}
	case end > at+1 && isDigit(text[at]):
		rest = mark // an emoji of a key needs no mark
	default:
		return 0, 0
	}
	if r, n := utf8.DecodeRuneInString(rest); unicode.IsLetter(r) {
		return end, len(text) - len(rest) + n
	}
	return 0, 0
}

// isItem reports whether a digit or a letter that items have stands at a place; a small letter only where a line or a word
// begins, and before a parenthesis: a) small.
func isItem(text string, at int) bool {
	return '1' <= text[at] && text[at] <= '9' || 'A' <= text[at] && text[at] <= 'H' ||
		'a' <= text[at] && text[at] <= 'h' && (at == 0 || text[at-1] == '\n' || text[at-1] == ' ') &&
			strings.HasPrefix(text[at+1:], ")")
}

// isLabel reports whether a text begins with a capital and a small letter, as what a number stands for does where it
// is written onto it: 1-Sales.
func isLabel(text string) bool {
	return len(text) > 1 && 'A' <= text[0] && text[0] <= 'Z' && 'a' <= text[1] && text[1] <= 'z'
}

// pairs finds a yes and a no between which the text asks to decide: (yes/no), ¿sí o no?
func (f *finder) pairs() {
	if !mayHoldPair(f.text) {
		return
	}
	for _, m := range pair.FindAllStringSubmatchIndex(f.text, -1) {
		f.add(m[0], m[2], m[3])
		f.add(m[3], m[4], m[5])
	}
}

// mayHoldPair reports whether there is a joint before what begins as a no: every pair has one.
func mayHoldPair(text string) bool {
	for i := 0; i < len(text); i++ {
		after := i + 1
		switch c := text[i]; {
		case c == '/':
		case c|0x20 == 'o' && i > 0 && strings.IndexByte(space, text[i-1]) >= 0:
			for after < len(text) && isASCIILetter(rune(text[after])) {
				after++
			}
		default:
			continue
		}
		rest := strings.TrimLeft(text[after:], space+`"'“*`)
		if rest != "" && rest[0]|0x20 == 'n' {
			return true
		}
	}
	return false
}

var pair = pattern.Lazy(`(?i)(?:^|[\s(\["'“*])((?:yes|sí|si|sim|oui|ja)|y)["'”*]?\s*(?:/|,?\s(?:or|o|ou|oder)\s)\s*["'“*]?(no|não|nao|non|nein|n)(?:["'”*]?\s*(?:[).\]?!:]|$)|\s[–—-]\s)`)

// Range returns the keys of a range that a text asks for: a number from 1 to 5.
func Range(text string) []Offer {
	if !mayHoldRange(text) {
		return nil
	}
	m := digits.FindStringSubmatchIndex(text)
	if m == nil {
		return nil
	}
	first, last := max(m[2], m[6], m[10]), max(m[4], m[8], m[12])
	if isUnit(text[last+1+skip(text[last+1:], space):]) {
		return nil
	}
	var all []Offer
	for key := text[first]; key <= text[last]; key++ {
		all = append(all, Offer{Answer: string(key)})
	}
	return all
}

// mayHoldRange reports whether there is a low digit, a word or mark and a higher digit: every
// range has them.
func mayHoldRange(text string) bool {
	for i := 1; i < len(text); i++ {
		if text[i] < '0' || text[i] > '3' || startsWithWord(text[i-1:]) {
			continue
		}
		at := i + 1 + skip(text[i+1:], space)
		joint := at
		for at < len(text) && (text[at] == '-' || text[at] == '.' || text[at] >= utf8.RuneSelf || isASCIILetter(rune(text[at]))) {
			at++
		}
		rest := text[at+skip(text[at:], space):]
		if at > joint && rest != "" && rest[0] >= '2' && rest[0] <= '9' {
			return true
		}
	}
	return false
}

var digits = pattern.Lazy(`(?i)\b(?:(?:choose|select|enter|pick|press|type|send|elija|elige|escoja|escoge|seleccione|ingrese|marque|pulse|oprima|presione|digite|escolha|selecione|tecle|wählen Sie|drücken Sie|scelga|scegli|prema|premi|digiti|tapez|choisissez)\b[^.?!\n\d]{0,20}\b([1])\s*(?:to|-|–|al?|à|bis|até)\s*([2-9])(?:[.,;:!?)\n]|$)|(?:from|between|scale of|of|number|rate|score|reply|respond|answer|del?|entre|zwischen|von|nota|note|número|escala|responda|responde|répondez|antworten)\b[^.?!\n]{0,30}\b([0-3])\s*(?:to|-|–|…|\.\.\.?|and|through|al?|à|bis|até|y|e|et|und)\s*([2-9])(?:[^0-9.:]|[.:]\D|[.:]?$))|\(\s*([0-3])\s*(?:-|–|to|al?|à|bis|até)\s*([2-9])\s*\)`)

// HasLines reports whether a text has that many lines of a list with letters or numbers.
func HasLines(text string, least int) bool { return len(listed.FindAllString(text, least)) >= least }

var listed = pattern.Lazy(`(?m)^[ \t*_]*(?:[A-Za-z]|[0-9]{1,2})[*_]?[.):][ \t*_]*\pL`)
