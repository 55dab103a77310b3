package address

import (
	"slices"

	"studiolint/lint/pattern"
)

// CutAt returns where a blank stands in an address of a text, before a path that goes on after what is filled in, or
// where the value of a parameter is to come; 0 and 0 for none.
func CutAt(text string) (start, end int) {
	at := cut.FindStringSubmatchIndex(text)
	if at == nil {
		return 0, 0
	}
	i := slices.IndexFunc(at[2:], func(offset int) bool { return offset >= 0 }) + 2 // of the blank, which one of the groups is
	return at[i], at[i+1]
}

var cut = pattern.Lazy(`https?://[^\s{}]*(?:\{\{[^{}]*\}\}[^\s{}]*)*(?:/(\s+)\{\{[^{}]*\}\}[/?&=]|[?&][\w.]+=(\s+)\{\{)`)
