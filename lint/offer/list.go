package offer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"studiolint/lint/pattern"
)

// again finds the later items of a list whose verb stood at its beginning, from a place on:
// 2 for a cake, or R to reschedule; for support 2.
func (f *finder) again(from int) {
	end := from
	for i := from; i < len(f.text); i++ {
		if i > from && (i-1 < end || !utf8.RuneStart(f.text[i]) || strings.IndexByte(space+",.;:(", f.text[i-1]) < 0) {
			continue
		}
		n := answer(f.text[i:], true)
		if n == 0 || i == from && strings.IndexByte(keys, f.text[i]) < 0 {
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
	if blanks == 0 || !is || skip(rest[blanks+n:], space) == 0 {
		return false
	}
	return strings.IndexByte(keys, f.text[at]) >= 0 || f.begins(at)
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
	if _, n := number(f.text[at:]); n == 0 && strings.IndexByte(keys, f.text[at]) < 0 {
		return false
	}
	rest := strings.TrimLeft(f.text[at+length:], space)
	if rest != "" && strings.IndexByte(",.;!?", rest[0]) < 0 && joint(rest) == 0 {
		return false
	}
	next := strings.TrimLeft(strings.TrimLeft(rest, ",.;!?"), space)
	if verb(next) > 0 {
		return false
	}
	part := f.text[from:at]
	if i := strings.LastIndexAny(part, ",.;!?\n"); i >= 0 {
		part = part[i+1:]
	} else {
		return false
	}
	part = strings.TrimLeft(part, space)
	if n := joint(part); n > 0 {
		part = strings.TrimLeft(part[n:], space)
	}
	n, is := wordIn(purposes, part)
	return is && strings.TrimSpace(part[n:]) != ""
}

// isWord reports whether what was found is a word that decides, rather than a key or one
// that is good at any time: then a list tells what is decided on, and offers nothing.
func (f *finder) isWord(o found) bool {
	answer := plain(f.text[o.start:o.end])
	return !Offer{Answer: answer}.IsKey() && !slices.Contains(anytime, strings.ToLower(answer))
}

var anytime = strings.Fields("stop help menu back exit quit cancel info agent start unsubscribe salir ayuda atrás cancelar menú sair voltar")

// items finds the items of a list: lines with numbers, and numbers or letters that follow
// one another in the text, from the first on.
func (f *finder) items() {
	if strings.Contains(f.text, "\n") {
		if lines := line().FindAllStringSubmatchIndex(f.text, -1); len(lines) > 1 {
			for _, m := range lines {
				f.addItem(m[0], max(m[2], m[4]), max(m[3], m[5]))
			}
		}
	}
	if strings.ContainsAny(f.text, ").:=\u20e3") {
		for _, first := range "1A" {
			f.series(byte(first))
		}
	}
}

// line is an item of a list of lines: 2. Cake
var line = pattern.Lazy(`(?m)^[ \t*_>•(\[-]*(?:([1-9]\x{fe0f}?\x{20e3})[ \t.):=*_–-]*|([1-9])[ \t]*[.):=\]–-][ \t*_]*)[^\s\d.,:/-]`)

// series finds items that follow one another: A) small B) large.
func (f *finder) series(first byte) {
	var all []found
	for _, m := range item().FindAllStringSubmatchIndex(f.text, -1) {
		if f.text[m[2]] == first+byte(len(all)) {
			all = append(all, found{verb: m[0], start: m[2], end: m[3]})
		}
	}
	if len(all) > 1 {
		for _, o := range all {
			f.addItem(o.verb, o.start, o.end)
		}
	}
}

// addItem notes an answer that comes before what it is for.
func (f *finder) addItem(verb, start, end int) {
	if f.add(verb, start, end) {
		f.found[len(f.found)-1].item = true
	}
}

// item is an item of such a series.
var item = pattern.Lazy(`(?:^|[\s(,;])([1-9A-H](?:\x{fe0f}?\x{20e3})?)(?:\)[ \t]*|[.:][ \t]+|[ \t]*=[ \t]*|[ \t]+-[ \t]+)\p{L}`)

// pairs finds a yes and a no between which the text asks to decide: (yes/no), ¿sí o no?
func (f *finder) pairs() {
	for _, m := range pair().FindAllStringSubmatchIndex(f.text, -1) {
		f.add(m[0], m[2], m[3])
		f.add(m[3], m[4], m[5])
	}
}

var pair = pattern.Lazy(`(?i)(?:^|[\s(\["'“*])((?:yes|sí|si|sim|oui|ja)|y)["'”*]?\s*(?:/|,?\s(?:or|o|ou|oder)\s)\s*["'“*]?(no|não|nao|non|nein|n)(?:["'”*]?\s*(?:[).\]?!:]|$))`)

// Range returns the keys of a range that a text asks for: a number from 1 to 5.
func Range(text string) []Offer {
	m := digits().FindStringSubmatchIndex(text)
	if m == nil || isUnit(text[m[5]+skip(text[m[5]:], space):]) {
		return nil
	}
	var all []Offer
	for key := text[m[2]]; key <= text[m[4]]; key++ {
		all = append(all, Offer{Answer: string(key)})
	}
	return all
}

var digits = pattern.Lazy(`(?i)\b(?:from|between|scale of|of|number|rate|score|del?|entre|zwischen|von|nota|note|número|escala)\b[^.?!\n]{0,30}\b([0-3])\s*(?:to|-|–|and|through|al?|à|bis|até|y|e|et|und)\s*([2-9])(?:[^0-9.:]|[.]\D|[.]?$)`)
