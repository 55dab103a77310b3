package report

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestVisible(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"plain # text", "plain # text"},
		{"Grüße 日本語 👋 ☎️", "Grüße 日本語 👋 ☎️"},
		{"a\nb\r\tc", `a\nb\r\tc`},
		{"\x1b[31mred\x1b]0;title\x07", `\x1b[31mred\x1b]0;title\x07`},
		{"\x00\x7f", `\x00\x7f`},
		{"\u0085\u009b", `\u0085\u009b`},
		{"\u202etxt\u2066", `\u202etxt\u2066`},
		{"\u200b\u200d\ufeff\u00ad\u2060", `\u200b\u200d\ufeff\u00ad\u2060`},
		{"\u2028\u2029\u00a0\u3000", `\u2028\u2029\u00a0\u3000`},
		{"\u3164\u115f\u2800\u034f", `\u3164\u115f\u2800\u034f`},
		{"\U000e0041\U000e0100", `\U000e0041\U000e0100`},
		{"\ue000", `\ue000`},
		{"\xff\xc3", `\xff\xc3`},
		{"�", "�"},
		{"##[error]", `#\x23[error]`},
		{"##vso[task.setvariable]", `#\x23vso[task.setvariable]`},
		{"##teamcity[x", `#\x23teamcity[x`},
		{"## [x] ###", "## [x] ###"},
	} {
		if got := Visible(tt.in); got != tt.want {
			t.Errorf("Visible(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestClean(t *testing.T) {
	name := strings.Repeat("n", 10_000)
	for _, tt := range []struct {
		name, in   string
		begin, end string
		most       int
	}{
		{"short", `"a" goes to "b"`, `"a" goes to "b"`, `"a" goes to "b"`, 15},
		{"a long name", `"` + name + `" goes nowhere`, `"nnnn`, `nnn" goes nowhere`, maxWord + 20},
		{"many words", strings.Repeat("word ", 10_000) + "end", "word word", "word end", maxMessage},
		{"long names of wide letters", strings.Repeat("日", 10_000), "日日", "日日", maxWord},
		{"hidden letters", strings.Repeat("\u202e", 10_000), `\u202e`, `\u202e`, maxWord * 6},
		{"bytes that are not UTF-8", strings.Repeat("\xff", 10_000), `\xff`, `\xff`, maxWord * 4},
	} {
		got := clean(tt.in)
		if !strings.HasPrefix(got, tt.begin) || !strings.HasSuffix(got, tt.end) {
			t.Errorf("%s: %q", tt.name, got)
		}
		if n := utf8.RuneCountInString(got); n > tt.most {
			t.Errorf("%s: %d characters are left, want at most %d", tt.name, n, tt.most)
		}
	}
}
