package glob

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/bmatcuk/doublestar/v4"
)

func TestCovers(t *testing.T) {
	for _, test := range []struct {
		pattern, path string
		want          bool
	}{
		{"ivr.json", "ivr.json", true},
		{"ivr.json", "a/b/ivr.json", true},
		{"ivr.json", "a/ivr.json.bak", false},
		{"/ivr.json", "ivr.json", true},
		{"/ivr.json", "a/ivr.json", false},
		{"./ivr.json", "a/ivr.json", false},
		{"*.json", "a/b.json", true},
		{"flows/*.json", "flows/a.json", true},
		{"flows/*.json", "flows/b/a.json", false},
		{"flows/**/*.json", "flows/a.json", true},
		{"flows/**/*.json", "flows/b/c/a.json", true},
		{`flows\*.json`, "flows/a.json", true},
		{"flows", "flows/b/c/a.json", true},
		{"flows/", "x/flows/a.json", true},
		{"flows/", "flowsheet/a.json", false},
		{"a/flows", "x/a/flows/b.json", false},
		{"{a,b}/*.json", "b/x.json", true},
		{"[ab].json", "b.json", true},
		{"flows/**", "flows/a/.hidden/b.json", true},
		{"**", "a/b", true},
		{"Flows/*", "flows/a.json", false},
		{"a?c.json", "aéc.json", true},
	} {
		g, err := Parse(test.pattern)
		if err != nil {
			t.Errorf("%s: %v", test.pattern, err)
			continue
		}
		if got := g.Match(test.path); got != test.want {
			t.Errorf("%s names %s: %v", test.pattern, test.path, got)
		}
	}
}

func TestMatchName(t *testing.T) {
	for _, test := range []struct {
		pattern, name string
		want          bool
	}{
		{"menu", "menu", true}, {"menu", "Menu", false}, {"menu", "menu2", false}, {"", "", true},
		{"*", "", true}, {"*", "anything at all", true}, {"menu*", "menu", true}, {"menu*", "amenu", false},
		{"*_menu", "a_menu", true}, {"a*b*c", "a-b-c", true}, {"a*b*c", "ac", false}, {"a*a", "a", false},
		{"**x", "x", true}, {"[m]enu?", "menu1", false}, {"*ab*ab", "abab", true}, {"*ab*ab", "xab", false},
	} {
		if got := MatchName(test.pattern, test.name); got != test.want {
			t.Errorf("%q is %q: %v", test.name, test.pattern, got)
		}
	}
}

// Braces count by what they multiply to, before anything is written out.
func TestBraces(t *testing.T) {
	for _, test := range []struct {
		pattern string
		want    []string
	}{
		{"a", []string{"a"}}, {"a,b", []string{"a,b"}}, {"{a,b}", []string{"a", "b"}}, {"x{}y", []string{"xy"}}, {"{a,}", []string{"a", ""}},
		{"{a,b}/{c,d}e", []string{"a/ce", "a/de", "b/ce", "b/de"}}, {"{a,{b,c}d}e", []string{"ae", "bde", "cde"}},
		{`\{a,b\}`, []string{`\{a,b\}`}}, {"[{,}]{a,[}]}", []string{"[{,}]a", "[{,}][}]"}}, {`{a\,b,c}`, []string{`a\,b`, "c"}},
	} {
		if got, err := choices(test.pattern); err != nil || !slices.Equal(got, test.want) || count(test.pattern) != len(test.want) {
			t.Errorf("%s stands for %q, %v", test.pattern, got, err)
		}
	}
	for _, pattern := range []string{
		strings.Repeat("{a,b}", 7), strings.Repeat("{*,**}", 33), strings.Repeat("{a,*}", 39) + "b", "{" + strings.Repeat("a,", maxChoices) + "}",
		strings.Repeat("{a,", 50) + "b" + strings.Repeat("}{c,d}", 50),
	} {
		_, err := Compile(pattern)
		if err == nil || !strings.Contains(err.Error(), fmt.Sprintf("at most %d are taken", maxChoices)) {
			t.Errorf("%.40s: %v", pattern, err)
		}
		if _, err := Parse(pattern); err == nil {
			t.Errorf("%.40s is taken in a configuration", pattern)
		}
	}
}

// What stands in braces matches as if it stood alone; doublestar's own braces differ here.
func TestBracesAlone(t *testing.T) {
	for _, pattern := range []string{"a/**", "a/{**,b}", "a/{b,**}", "a{,/**}"} {
		p, err := Compile(pattern)
		for _, path := range []string{"a", "a/b", "a/c/d"} {
			if err != nil || !p.Match(path) {
				t.Errorf("%s does not stand for %s, %v", pattern, path, err)
			}
		}
	}
}

// What a pattern can cost is bounded: it is no longer than MaxLen, and what it stands for
// has no braces, of which alone the time of a match is not linear in path and pattern.
func FuzzPattern(f *testing.F) {
	for _, seed := range []string{"**/*.{json,tpl}", "{a,b}/**", "a/**/b*c?[a-z]", "{**,a}/x", "{a/,b}**/c", "x{,/**}", `\{a`, "[^]]{", "{{a,b},{c,[,}]}}", strings.Repeat("{*,a}", 30)} {
		f.Add(seed, "a/b/c.json")
		f.Add(seed, "a")
		f.Add(seed, strings.Repeat("a/", 2000))
	}
	f.Fuzz(func(t *testing.T, pattern, name string) {
		p, err := Compile(pattern)
		if err != nil {
			if p.Match(name) {
				t.Fatal("a pattern that is none stands for something")
			}
			return
		}
		size := 0
		for _, c := range p.choices {
			if size += len(c); count(c) != 1 || !Valid(c) {
				t.Fatalf("%q stands for %q", pattern, c)
			}
		}
		if len(p.choices) > maxChoices || size > maxChoices*MaxLen {
			t.Fatalf("%q stands for %d patterns of %d bytes", pattern, len(p.choices), size)
		}
		most := time.Second/2 + time.Duration((size+1)*(len(name)+1))*100*time.Nanosecond
		if took := fastest(3, most, func() { p.Match(name) }); took > most {
			t.Errorf("%d bytes of patterns and a name of %d take %v", size, len(name), took)
		}
		if strings.Count(pattern, "{") > 2 || len(name) > 40 { // doublestar takes time that grows with a power of it
			return
		}
		if !utf8.ValidString(pattern) || !utf8.ValidString(name) { // doublestar takes one broken letter for another
			return
		}
		// doublestar knows of some braces only that they may be empty: "*{a,}" is "" too.
		if want := doublestar.MatchUnvalidated(pattern, name); p.Match(name) != want && (want || !strings.Contains(pattern, "{")) {
			t.Errorf("%q stands for %q: %v, not %v", pattern, name, !want, want)
		}
		if q, err := Parse(pattern); err == nil {
			if want := doublestar.MatchUnvalidated(q.String()+"/**", name); q.Match(name) != want && (want || !strings.Contains(pattern, "{")) {
				t.Errorf("%q covers %q: %v, not %v", q, name, !want, want)
			}
		}
	})
}

// fastest does something until it takes no longer than it may, so many times at most: other
// programs may hold it up.
func fastest(attempts int, most time.Duration, do func()) time.Duration {
	best := time.Duration(math.MaxInt64)
	for ; attempts > 0 && best > most; attempts-- {
		start := time.Now()
		do()
		best = min(best, time.Since(start))
	}
	return best
}
