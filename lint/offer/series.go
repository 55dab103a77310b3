package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// unasked finds keys that follow one another from 1 on and that no verb asks for: "1 for sales, 2 for service",
// "Option 1, sales. Option 2, service."
func (f *finder) unasked() {
	if strings.IndexByte(f.text, '1') < 0 || strings.IndexByte(f.text, '2') < 0 {
		return
	}
	f.again(0)
	if len(f.found) == 0 && words.HoldsAny(f.text, "option ", "opci", "opç", "opcao", "opzione ") {
		for _, m := range option.FindAllStringSubmatchIndex(f.text, -1) {
			f.addItem(m[0], m[2], m[3])
		}
	}
	if !f.follow() {
		f.found = nil
	}
}

var option = pattern.Lazy(`(?i)\b(?:option|opci[óo]n|op[çc][ãa]o|opzione) (?:number |n[úu]mero )?([1-9])\b`)

// bracketed finds keys that stand in parentheses after what they are for: "Sales (1), service (2)?"
func (f *finder) bracketed() {
	for at := 0; ; {
		i := strings.IndexByte(f.text[at:], '(')
		if i < 0 || at+i+2 >= len(f.text) {
			break
		}
		i += at
		at = i + 1
		if before := strings.TrimRight(f.text[:i], space); !isDigit(f.text[at]) || f.text[at+1] != ')' || len(before) == i || before == "" {
			continue
		}
		if rest := f.text[at+2:]; rest == "" || strings.IndexByte(",.;:!?\n", rest[0]) >= 0 || joint(strings.TrimLeft(rest, space)) > 0 {
			f.add(i, at, at+1)
		}
	}
	if !f.follow() {
		f.found = nil
	}
}

// follow reports whether what was found are two keys and more that follow one another from the first on.
func (f *finder) follow() bool {
	const fewest = 2
	for i, o := range f.found {
		if f.text[o.start] != byte('1'+i) && i < fewest {
			return false
		}
	}
	return len(f.found) >= fewest
}

// bareLines finds the items of lines that begin with 1, 2, 3 and so on and have no mark after the number.
func (f *finder) bareLines() {
	if BareList(f.text) == nil {
		return
	}
	at := 0
	f.found = nil // the first of them is all that a verb before the list asks for
	for line := range strings.SplitSeq(f.text, "\n") {
		if start := skip(line, space); start < len(line) && isDigit(line[start]) {
			f.addItem(at+start, at+start, at+start+1)
		}
		at += len(line) + 1
	}
}
