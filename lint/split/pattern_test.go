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
		{`\b(?:need\s+)?(help|agent)s?\b`, "whole text", `.*\b(?:need\s+)?(help|agent)s?\b.*`},
		{`\b[a-z0-9.]+@[a-z0-9.-]+\.[a-z]{2,}\b`, "", ""}, // what an answer is to look like
		{`\b\d{5}\b`, "", ""},
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
		{`[0-10]`, "single characters", `([0-9]|10)`},
		{`^\s*[1-12]\s*$`, "single characters", `^\s*([1-9]|1[0-2])\s*$`},
		{`[1-31]`, "single characters", `([1-9]|[1-2][0-9]|3[0-1])`},
		{`[0-25]`, "", ""}, // 0 to 2, and 5
		{`[1-30]`, "", ""}, // 1 to 3, and 0
		{`[1-100]`, "single characters", `\d{1,3}`},
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

// Some comparisons hold for nothing that is entered with a few keys.
func TestMaySpell(t *testing.T) {
	for _, c := range []struct {
		operator, value string
		want            bool
	}{
		{"equal_to", "12", true}, {"equal_to", "123", false}, {"equal_to", "1a", false}, {"matches_any_of", "yes,1", true}, {"matches_any_of", "yes,no", false},
		{"contains", "yes", false}, {"starts_with", "1", true}, {"regex", "[0-9]{2}", true}, {"regex", "[0-9]-[0-9]", false}, {"regex", "(", true},
		{"is_not_blank", "", true}, {"less_than", "5", true}, {"does_not_contain", "a", true},
	} {
		if got := Compare(c.operator, c.value).MaySpell("0123456789", 2); got != c.want {
			t.Errorf("%s %s: %t", c.operator, c.value, got)
		}
	}
}
