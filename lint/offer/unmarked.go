package offer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"studiolint/lint/pattern"
)

// Unmarked returns the choices of a list that has no sign of being one: numbers or letters from the first on, each before
// what it is for and with no mark between ("1 Water 2 Roads 3 Parks"), or each at the end of its line, after dots or an
// arrow ("Water . . . . 1"). A text may name such numbers for anything: whoever asks knows which of them are answers.
func Unmarked(text string) []Offer {
	if all := trailing(text); len(all) > 1 {
		return all
	}
	for _, first := range "1A" {
		if all := counted(text, byte(first)); len(all) > 1 {
			return all
		}
	}
	return nil
}

// counted finds the items that count up from a first one.
func counted(text string, first byte) (all []Offer) {
	const most = 9
	from := 0 // where what the item before is for begins
	for i := 0; i < len(text) && len(all) < most; i++ {
		begins := i == 0 || strings.IndexByte(space+",;.:|-", text[i-1]) >= 0
		if text[i] != first+byte(len(all)) || !begins {
			continue
		}
		rest := text[i+1:]
		label := strings.TrimLeft(rest, space+"/")
		if r, _ := utf8.DecodeRuneInString(label); len(label) == len(rest) || !unicode.IsLetter(r) {
			continue
		}
		if len(all) > 0 {
			all[len(all)-1].After = text[from:i]
		}
		all = append(all, Offer{Answer: text[i : i+1], Listed: true})
		from = i + 1
	}
	for i := range all {
		o := &all[i]
		if i == len(all)-1 {
			o.After = text[from:]
		}
		if end := strings.IndexAny(o.After, ".;!?\n"); end >= 0 {
			o.After = o.After[:end]
		}
		o.After = strings.Trim(o.After, space+",|-/")
	}
	return all
}

// trailing finds the keys at the end of lines, or of parts of them.
func trailing(text string) (all []Offer) {
	if !hasLeader(text) {
		return nil
	}
	for _, m := range leader.FindAllStringSubmatch(text, -1) {
		all = append(all, Offer{Answer: m[2], After: strings.TrimSpace(m[1]), Listed: true})
	}
	return all
}

// led finds the keys of a text that stand so, from the first on.
func (f *finder) led() {
	if !hasLeader(f.text) {
		return
	}
	for _, m := range leader.FindAllStringSubmatchIndex(f.text, -1) {
		f.add(m[3], m[4], m[5])
	}
	if !f.follow() {
		f.found = nil
	}
}

func hasLeader(text string) bool {
	return strings.ContainsAny(text, "…→>=·") || strings.Contains(text, "..") ||
		strings.Contains(text, ". .")
}

// endsWithLeader reports whether a text ends with more dots than any sentence.
func endsWithLeader(text string) bool {
	text = strings.TrimRight(text, space)
	return strings.HasSuffix(text, ". . .") || strings.HasSuffix(text, "....") ||
		strings.HasSuffix(text, "……")
}

// leader is what parts such a key from what it is for.
var leader = pattern.Lazy(`(?m)(\pL[^\n.…·→>=,;]*?)[ \t]*(?:(?:\.[ \t]*){2,}|(?:[…·][ \t]*)+|→[ \t]*|[-=]{0,2}>[ \t]*|=[ \t]*)([0-9A-H])[ \t]*(?:[,;.)]|$)`)
