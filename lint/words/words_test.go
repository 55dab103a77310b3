package words

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestGrouped(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", -1000: "-1,000", -100: "-100", 1048576: "1,048,576"} {
		if got := Grouped(n); got != want {
			t.Errorf("Grouped(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestList(t *testing.T) {
	for want, names := range map[string][]string{
		``:                                     {},
		`"a"`:                                  {"a"},
		`"a" and "b"`:                          {"a", "b"},
		`"a", "b" and "c"`:                     {"a", "b", "c"},
		`"1", "2", "3", "4", "5", "6" and "7"`: {"1", "2", "3", "4", "5", "6", "7"},
		`"1", "2", "3", "4", "5", "6" and 2 more`: {"1", "2", "3", "4", "5", "6", "7", "8"},
	} {
		if got := List(names); got != want {
			t.Errorf("List(%q) = %s, want %s", names, got, want)
		}
	}
}

func TestCutsBetweenLetters(t *testing.T) {
	long := strings.Repeat("ä", 1000)
	if got, want := Quote(long), `"`+strings.Repeat("ä", 24)+"…"+strings.Repeat("ä", 15)+`"`; got != want {
		t.Errorf("Quote = %s", got)
	}
	for most := range 10 {
		got := Clip(long, most)
		if !utf8.ValidString(got) || len(got) > most+len("…") {
			t.Errorf("Clip(%d) = %q", most, got)
		}
	}
	if got := Clip("abc", 3); got != "abc" {
		t.Errorf("Clip = %q", got)
	}
}

// Two long names in one message never look the same.
func TestLongNamesDiffer(t *testing.T) {
	letters := []rune(strings.Repeat("näme", 20))
	for i := range letters {
		other := slices.Clone(letters)
		other[i] = 'x'
		a, b := Quote(string(letters)), QuoteBeside(string(other), string(letters))
		if a == b || utf8.RuneCountInString(b) > longestQuote+2 || utf8.RuneCountInString(a) > longestQuote+2 {
			t.Errorf("%d: %s and %s", i, a, b)
		}
	}
	for _, s := range []string{"short", string(letters)} {
		if got := QuoteBeside(s, s); got != Quote(s) {
			t.Errorf("beside itself it is %s", got)
		}
		if got := QuoteBeside(s, "other"); got != Quote(s) {
			t.Errorf("beside another it is %s", got)
		}
	}
	longer := string(letters) + "x" // differs at its end alone
	if got := QuoteBeside(string(letters), longer); got == Quote(longer) {
		t.Errorf("the shorter one is %s", got)
	}
}

func TestLowerFirst(t *testing.T) {
	for s, want := range map[string]string{"": "", "Whom to call": "whom to call", "LatestPublished or a number": "LatestPublished or a number", "Über": "Über"} {
		if got := LowerFirst(s); got != want {
			t.Errorf("LowerFirst(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestSIDs(t *testing.T) {
	const digits = "0123456789abcdefABCDEF0123456789"
	pattern := regexp.MustCompile(SIDPattern("FW"))
	for s, want := range map[string]bool{
		"FW" + digits:            true,
		"FW" + digits + "0":      false,
		"FW" + digits[1:]:        false,
		"fw" + digits:            false,
		"FW" + digits[1:] + "x":  false,
		"FW" + digits + "\n":     false,
		" FW" + digits:           false,
		"":                       false,
		"FW" + digits[:30] + "ä": false,
	} {
		if IsSID(s) != want || IsSIDOf(s, "FW") != want || pattern.MatchString(s) != want || IsSIDOf(s, "MG") {
			t.Errorf("%q: IsSID %v, IsSIDOf %v, pattern %v; want %v", s, IsSID(s), IsSIDOf(s, "FW"), pattern.MatchString(s), want)
		}
	}
}
