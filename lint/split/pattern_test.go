package split

import (
	"strings"
	"testing"
)

func TestCheckPattern(t *testing.T) {
	for _, c := range []struct{ pattern, wrong, instead string }{
		{`[0-9]{4}`, "", ""},
		{`^[0-9]{4}$`, "", ""},
		{`(?i)yes|no`, "", ""},
		{`(?=.*[a-z])(?!.*x).{3,}`, "", ""},
		{`(?<year>[0-9]{4})-\k<year>`, "", ""},
		{`[a-z0-9-_\.\%\-]+`, "", ""},
		{`.*\bhelp\b.*`, "", ""},
		{`a++b*+`, "", ""},           // possessive: Java's alone
		{`\p{Alpha}+\h`, "", ""},     // Java's classes
		{`\Q[literal\E`, "", ""},     // Java's quoting
		{`[a-z&&[^aeiou]]+`, "", ""}, // Java's intersections
		{`(?u)straße`, "", ""},       // Java's flag
		{``, "", ""},
		{`/yes/`, "slashes", "yes"},
		{`/yes|no/i`, "slashes", "(?i)yes|no"},
		{` \bhelp\b `, "whole text", `.*\bhelp\b.*`},
		{`(?i)\b(help|agent)\b`, "whole text", `(?i).*\b(help|agent)\b.*`},
		{`\\d{4}`, "two backslashes", `\d{4}`},
		{`C:\\dir`, "", ""},
		{`help`, "equal_to", ".*help.*"},
		{`Straße 5`, "equal_to", ".*Straße 5.*"},
		{`^\s*[12](\D|$)`, "nothing may come after", `^\s*[12](\D|$).*`},
		{`(?i)yes\b`, "nothing may come after", `(?i)yes\b.*`},
		{`1(?!\d)`, "nothing may come after", `1(?!\d).*`},
		{`1(?:$|[^0-9])`, "nothing may come after", `1(?:$|[^0-9]).*`},
		{`1(\D.*|$)`, "", ""},
		{`1\b.*`, "", ""},
		{`1\\b`, "", ""},
		{`\b`, "", ""},
		{`(yes`, "", ""}, // is refused
		{`/(yes/`, "slashes", "(yes"},
	} {
		wrong, instead, _ := CheckPattern(c.pattern)
		if (wrong == "") != (c.wrong == "") || !strings.Contains(wrong, c.wrong) || instead != c.instead {
			t.Errorf("%q: %q, write %q; want %q, %q", c.pattern, wrong, instead, c.wrong, c.instead)
		}
	}
}

func FuzzCheckPattern(f *testing.F) {
	for _, s := range []string{`[0-9]{4}`, `(?i)yes|no`, `/yes/`, `\b(a|b)\b`, `((((`, `[[[`, `a{1,1000}{1,1000}`, `(?<a>(?<b>`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if wrong, instead, doubt := CheckPattern(s); wrong == "" && (instead != "" || doubt != Perhaps) {
			t.Errorf("%q: nothing is wrong, and yet %q", s, instead)
		}
	})
}
