package offer

import (
	"iter"
	"strings"
)

// Near yields what differs from an answer in one sign, as somebody slips who writes down the form of
// that answer: a digit more or less of a number in it, its letters in the other case, another sign
// between its parts, or none.
func Near(answer string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 0; i < len(answer); i++ {
			if !isDigit(answer[i]) || i > 0 && isDigit(answer[i-1]) {
				continue // only where a number begins
			}
			end := i
			for end < len(answer) && isDigit(answer[end]) {
				end++
			}
			for n := range 3 {
				if !yield(answer[:i]+"0"+answer[i:]) || !yield(answer[:end]+"123"[:n+1]+answer[end:]) ||
					end-n > i+1 && !yield(answer[:end-n-1]+answer[end:]) {
					return
				}
			}
		}
		if !yield(strings.ToUpper(answer)) || !yield(strings.ToLower(answer)) {
			return
		}
		between := strings.IndexAny(answer, "/.-: ")
		if between <= 0 {
			return
		}
		for _, other := range []string{"/", ".", "-", ":", " ", ""} {
			if !yield(strings.ReplaceAll(answer, answer[between:between+1], other)) {
				return
			}
		}
	}
}
