package words

import (
	"strings"
	"testing"
)

func TestParts(t *testing.T) {
	for text, want := range map[string][2]int{
		"plain": {0, 0}, "It’s plain": {1, 1}, "It’s a café ☕": {0, 0}, strings.Repeat("x", 200) + "’": {3, 2}, strings.Repeat("x", 317) + "’": {5, 3},
		strings.Repeat("x", 69) + "’": {1, 1}, strings.Repeat("x", 70) + "’": {2, 1}, strings.Repeat("é", 300): {0, 0},
	} {
		if now, plain := Parts(text); now != want[0] || plain != want[1] {
			t.Errorf("%q: %d, %d", text, now, plain)
		}
	}
}
