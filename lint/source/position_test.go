package source

import (
	"strings"
	"testing"
)

// A range is where its two ends are, however that is worked out.
func TestRange(t *testing.T) {
	long := strings.Repeat("lang é👋 ", block/4)
	for _, text := range []string{
		"", "a", "\n", "\r", "\r\n", "\ufeff", "\ufeff\r\nä\n", "ab\rcd\r\ne\n\n👋f\r", "a\xffb\xf0\n\xe2\x80c",
		"\ufeff" + long + "\n" + long + "\r" + long, strings.Repeat("x", 2*block) + "\n" + strings.Repeat("y\r\n", block),
	} {
		f := &File{Bytes: []byte(text)}
		step := 1 + len(text)/200
		for start := -1; start <= len(text)+1; start += step {
			for end := -1; end <= len(text)+1; end += step {
				s := Span{start, end}
				if got, want := f.Range(s), (Range{f.Position(start), f.Position(end)}); got != want {
					t.Fatalf("%.40q: %v is %v, want %v", text, s, got, want)
				}
			}
		}
	}
}
