package offer

import (
	"slices"
	"strings"
	"unicode"

	"studiolint/lint/literal"
)

// keysLast finds the keys of a terse menu in which each stands after what it is for: "Cake, 1. Invoice, 2. Hours, 3."; "Ventas:
// tecla 1." It reports whether the text is one. A numbered list is none: something stands after its last number.
func (f *finder) keysLast() bool {
	if !strings.Contains(f.text, "1.") && !strings.Contains(f.text, "1;") {
		return false
	}
	all := f.endingKeys()
	fewest := 3
	if len(f.found) > 0 && !f.isFound(all) {
		fewest = 2 // another answer says that it is a menu
	}
	if len(all) < fewest || f.text[all[0].start] != '1' || !f.endsList(all) {
		return false
	}
	for _, key := range all {
		if !f.isFound([]found{key}) {
			f.add(key.verb, key.start, key.end)
		}
	}
	return true
}

// isFound reports whether the first of some answers is known already.
func (f *finder) isFound(all []found) bool {
	return len(all) > 0 && slices.ContainsFunc(f.found, func(o found) bool { return o.start == all[0].start })
}

// endingKeys are the keys that each end a part of the text which begins with a label, from key 1 on, in their order.
func (f *finder) endingKeys() (all []found) {
	from := 0
	for i := 0; i < len(f.text); i++ {
		if strings.IndexByte(literal.Keys, f.text[i]) < 0 {
			continue
		}
		first := len(all) == 0
		label, whole := f.labelOf(from, i, first)
		switch {
		case first && (!whole || f.text[i] != '1'): // of a number, or of what is told before
		case !whole, label < 0, !first && !follows(f.text[all[len(all)-1].start], f.text[i]):
			return all
		default:
			all = append(all, found{verb: label, start: i, end: i + 1})
		}
		from = i + 1
	}
	return all
}

// labelOf returns where the label ends before a key, -1 where there is none, and whether the key stands for itself and
// ends its part. Only the label of the first key may come after another sentence.
func (f *finder) labelOf(from, at int, first bool) (end int, whole bool) {
	const longest, ends = 60, ".;!?\n" // bytes of a label
	if at == 0 || strings.IndexByte(space, f.text[at-1]) < 0 {
		return -1, false
	}
	rest := f.text[at+1:]
	if rest != "" && (strings.IndexByte(ends, rest[0]) < 0 || len(rest) > 1 && strings.IndexByte(space, rest[1]) < 0) {
		return -1, false
	}
	part := strings.TrimLeft(f.text[from:at], ends+" \t")
	if i := strings.LastIndexAny(part, ends); i >= 0 {
		if !first {
			return -1, true
		}
		part = part[i+1:]
	}
	label := labelBefore(part)
	if len(part) > longest || !strings.ContainsFunc(label, unicode.IsLetter) {
		return -1, true
	}
	return at - len(part) + len(label), true
}

// labelBefore is what a key is for: the text before it without what the key is called and the sign between.
func labelBefore(part string) string {
	label := strings.TrimRight(part, space)
	for range 3 {
		word, at := lastWord(label)
		_, is := wordIn(fillers, word)
		if !is && !slices.Contains(nouns, word) {
			break
		}
		label = strings.TrimRight(label[:at], space)
	}
	return strings.TrimRight(label, space+",:–—-")
}

// follows reports whether a key may come after another one in a menu: a greater one, or what comes last.
func follows(last, key byte) bool { return last < key && isDigit(last) || !isDigit(key) || key == '0' }

// endsList reports whether nothing that the last of some keys could be for stands after it: only another sentence, where
// that goes on ("Or stay on the line"), or the keys are parted from what they are for by more than a comma.
func (f *finder) endsList(all []found) bool {
	rest := strings.TrimLeft(f.text[all[len(all)-1].end:], ".;!?"+space)
	if rest == "" || joint(strings.ToLower(rest)) > 0 {
		return true
	}
	if _, purpose := wordIn(purposes, rest); purpose {
		return true
	}
	return !slices.ContainsFunc(all, func(key found) bool {
		between := strings.TrimSpace(f.text[key.verb:key.start])
		return between == "" || between == ","
	})
}
