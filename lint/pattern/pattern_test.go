package pattern

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

// What is wrong is said in words, at its place.
func TestCheck(t *testing.T) {
	for _, c := range []struct{ pattern, at, says string }{
		{`(yes`, `(`, `the ( is not closed; write ) at the end of the group, or \( for a parenthesis`},
		{`yes)`, `)`, `the ) closes nothing; write \) for a parenthesis`},
		{`a[b-`, `[`, `the [ is not closed; write ] at the end of the class, or \[ for a bracket`},
		{`[z-a]`, `z-a`, `the range goes backwards; write a-z, or \- for a dash`},
		{`[\d-a-\w]`, `\w`, `a range cannot end with a class`},
		{`*yes`, `*`, `nothing stands before the * that could be repeated; write \* for the character itself, or .* for any text`},
		{`a**`, `*`, `nothing stands before the * that could be repeated`},
		{`(?i)+`, `+`, `nothing stands before the + that could be repeated`},
		{`a{,3}`, `{`, `the { begins a count, and no number follows; write 0 before the comma`},
		{`x{`, `{`, `the { begins a count, and no number follows; write one such as {2} or {2,3}, or \{ for a brace`},
		{`\d{3`, `{3`, `the count has no } after its number`},
		{`\d{3,`, `{3,`, `the count has no } after its number`},
		{`\d{5,3}`, `{5,3}`, `the count {5,3} goes from more to less; write {3,5}`},
		{`a{9999999999}`, `{9999999999`, `the count is too large`},
		{`a\`, `\`, `the backslash at the end has nothing to escape; write \\ for a backslash`},
		{`\y`, `\y`, `\y means nothing in Java; write y for the character, or \\ for a backslash`},
		{`[\b]`, `\b`, `\b means nothing in Java inside brackets`},
		{`\x4`, `\x4`, `two hexadecimal digits`},
		{`\u12`, `\u12`, `four hexadecimal digits`},
		{`\x{110000}`, `\x{110000`, `no character with so high a number`},
		{`\0`, `\0`, `an octal number`},
		{`\c`, `\c`, `wants a letter`},
		{`\p{Foo}`, `\p{Foo}`, `Java knows no class of characters "Foo"`},
		{`\p{Latin}`, `\p{Latin}`, `write \p{IsLatin}`},
		{`\p{alpha}`, `\p{alpha}`, `write \p{Alpha}`},
		{`\p{L`, `\p{L`, `the braces after \p are not closed`},
		{`(?P<a>b)`, `(?P`, `without the P; write (?<name>…)`},
		{`(?'a'b)`, `(?'`, `write (?<name>…)`},
		{`(?#c)`, `(?#`, `leave the comment out`},
		{`(?<a_b>c)`, `_`, `letters from A to Z and digits only`},
		{`(?<1>c)`, `1`, `begins with a letter`},
		{`(?<a>b)(?<a>c)`, `(?<a>`, `a second group has the name a`},
		{`\k<b>`, `\k<b>`, `no group before this place has the name b; name it with (?<b>…)`},
		{`\kb`, `\k`, `write \k<name>`},
		{`(?n)`, `n`, `n is none of Java's flags`},
		{`(?`, `(?`, `does not end`},
		{`(?<=(?:ab)*)c`, `(?<=(?:ab)*)`, `a look-behind needs a greatest length`},
		{`(?<=(a)\1)c`, `(?<=(a)\1)`, `a look-behind needs a greatest length`},
		{`[&&]`, `&&`, `nothing stands on either side of &&`},
		{`é(a`, `(`, `the ( is not closed`},
	} {
		var e *Error
		if !errors.As(Check(c.pattern), &e) {
			t.Errorf("%s: nothing is wrong", c.pattern)
			continue
		}
		if at := c.pattern[e.Start:e.End]; !strings.Contains(e.Error(), c.says) || at != c.at || strings.Index(c.pattern, at) > e.Start {
			t.Errorf("%s: %s at %q, want %s at %q", c.pattern, e, at, c.says, c.at)
		}
	}
}

func TestTaken(t *testing.T) {
	for _, pattern := range []string{
		``, `[0-9]{4}`, `^[0-9]{4}$`, `(?i)yes|no`, `(?=.*[a-z])(?!.*x).{3,}`, `(?<year>[0-9]{4})-\k<year>`, `[a-z0-9-_\.\%\-]+`, `\_`, `\é`, `(a)\2`, `\1`, `\8`, `{2}`, `a{1}{2}`,
		`}`, `[]a]`, `[a-z-[aeiou]]`, `\07`, `[[:alpha:]]`, `a++b*+`, `\p{Alpha}+\h`, `\Q[literal\E`, `[a-z&&[^aeiou]]+`, `(?u)straße`, `(?<=a*)b`, `a||b`, `()`, `(?)`, `\N{EURO SIGN}`, `(?x)a # (`,
	} {
		if err := Check(pattern); err != nil {
			t.Errorf("%s: %v", pattern, err)
		}
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		pattern, text string
		want          bool
	}{
		{`[0-9]{4}`, "1234", true},
		{`[0-9]{4}`, "12345", false},
		{`\d+`, "٣", false}, // digits of ASCII alone
		{`(?U)\d+`, "٣", true},
		{`(?i)É`, "é", false},
		{`(?iu)É`, "é", true},
		{`(?i)k`, "\u212a", false},
		{`.`, "\r", false},
		{`a$`, "a\r\n", false}, // the $ holds, and \r\n is left
		{`(?m)^$`, "", false},
		{`^$`, "", true},
		{`[a&&[b]]`, "a", false},
		{`[a[b]]`, "b", true},
		{`[[:alpha:]]`, "p", true},
		{`[[:alpha:]]`, "z", false},
		{`a++a`, "aa", false},
		{`(a|ab)(c|bcd)(d*)`, "abcd", true},
		{`(?x)a # c`, "a", true},
		{`\Qa.\E`, "ab", false},
		{`\Qa.`, "a.", true},
		{`a{1}{2}`, "a", true},
		{`a{1}{2}`, "aa", false},
		{`(?<!a)b|ab`, "ab", true},
		{`(a)\2`, "aa", false},
		{`\R`, "\r\n", true},
		{`\h\v`, "\u00a0\u2028", true},
	} {
		p, err := Parse(c.pattern, false)
		if err != nil {
			t.Errorf("%s: %v", c.pattern, err)
			continue
		}
		if got, err := p.Match(c.text); err != nil || got != c.want {
			t.Errorf("%s and %q: %v, %v", c.pattern, c.text, got, err)
		}
	}
	p, err := Parse(`yes|no`, true)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := p.Match("YES"); !got || err != nil {
		t.Errorf("YES is not matched in any case: %v, %v", got, err)
	}
}

// What is not known is said to be so, and never taken for no match.
func TestUndetermined(t *testing.T) {
	long := strings.Repeat("a", 60)
	for _, c := range []struct{ pattern, text string }{
		{`(a|a)*b`, long},
		{`(?:a*)*b`, long},
		{`(x+x+)+y`, strings.Repeat("x", 60)},
		{`\N{EURO SIGN}`, "€"},
		{`(?c)a`, "a"},
		{`\bé`, "é"},
		{`\X`, "e\u0301"},
		{`\p{IsEmoji}`, "1"},
		{strings.Repeat("(", 5000), ""},
		{strings.Repeat("[", 5000), ""},
	} {
		p, err := Parse(c.pattern, false)
		if err == nil {
			_, err = p.Match(c.text)
		}
		if !errors.Is(err, errUndetermined) {
			t.Errorf("%.40s and %q: %v", c.pattern, c.text, err)
		}
		var e *Error
		if errors.As(Check(c.pattern), &e) {
			t.Errorf("%.40s: %v", c.pattern, e)
		}
	}
}

// However long the expression, reading it takes a time that grows with its length.
func TestHostile(t *testing.T) {
	const n = maxLength - 10
	start := time.Now()
	for _, part := range []string{"(a", "[a", "(?:a)*", "a|", "[a&&", "(?<=", "\\Q", "a{2}", "\\p{L}", "[a-z\\p{L}]", "(?x)#", "(?i)é", "(a)\\1", "\\", "^*", "&&", "(?<a>)", "((a?)*)*", "(?U)\\w", "(?U)\\b", "\\p{IsWord}", "(?iu)[a-ü]", "\\p{InGreek}", "\\p{IsGrek}"} {
		text := strings.Repeat(part, n/len(part))
		if p, err := Parse(text, true); err == nil {
			p.Match(strings.Repeat("a", 1000))
		}
	}
	var wide strings.Builder
	for c := rune(0x4e00); c < 0x4e00+2*3000; c += 2 {
		wide.WriteRune(c)
	}
	for _, text := range []string{"[" + wide.String() + "]", "(?<=" + strings.Repeat("(?:a)", n/5) + ")", "(?<=" + strings.Repeat("(?:a|b)", n/7) + ")", strings.Repeat("(", 400) + "a" + strings.Repeat(")*", 400), "(?<=" + strings.Repeat("(?:", 400) + "a" + strings.Repeat("){1,2}", 400) + ")"} {
		if p, err := Parse(text, true); err == nil {
			p.Match(strings.Repeat("a", 1000))
			p.Sample()
		}
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("it takes %v", took)
	}
}

func TestSample(t *testing.T) {
	for pattern, want := range map[string]string{
		`[0-9]{4}`: "1111", `^[0-9]{4}$`: "1111", `yes|no`: "no", `(?i)help|agent`: "help", `\d{3}-\d{4}`: "111-1111", `.*`: "", `.+`: "a",
		`[a-f0-9]{32}`: strings.Repeat("a", 32), `(\w)\1`: "aa", `\+1\d{10}`: "+11111111111", `[^a]`: "1", `\Qa.b\E`: "a.b", `tdc[0-9]{5}`: "tdc11111", `a{3,}`: "aaa",
	} {
		p, err := Parse(pattern, false)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := p.Sample(); !ok || got != want {
			t.Errorf("%s: %q, %v; want %q", pattern, got, ok, want)
		}
	}
	for _, pattern := range []string{`(?=.*[a-z])(?=.*\d).{8,}`, `(?!a).`, `\bhelp\b`, `(?<=a)?b`, `(a|b)\1`, `[\x{1F600}-\x{1F64F}]`} {
		p, err := Parse(pattern, true)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := p.Sample(); !ok {
			t.Errorf("%s: none, %q", pattern, got)
		}
	}
	for _, pattern := range []string{`a&&b`, `[a&&b]`, `a\bb`, `(?!a)a`, `$a`} {
		p, err := Parse(pattern, true)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := p.Sample(); ok {
			if matches, err := p.Match(got); !matches || err != nil {
				t.Errorf("%s does not match %q: %v", pattern, got, err)
			}
		}
	}
}

// Whatever the text, reading it ends, and what is said of it is in order.
func FuzzPattern(f *testing.F) {
	m := newMaker(3)
	for range 200 {
		f.Add(m.expression(), m.text(), true)
	}
	f.Fuzz(func(t *testing.T, text, subject string, anyCase bool) {
		p, err := Parse(text, anyCase)
		var e *Error
		switch {
		case errors.As(err, &e):
			if e.Start < 0 || e.Start > e.End || e.End > len(text) || e.Wrong == "" || e.Cure == "" || strings.Contains(e.Error(), "%!") {
				t.Errorf("%q: %d to %d: %s", text, e.Start, e.End, e)
			}
		case err == nil:
			p.Match(subject)
			if sample, ok := p.Sample(); ok {
				if matches, err := p.Match(sample); !matches || err != nil {
					t.Errorf("%q does not match its sample %q: %v", text, sample, err)
				}
			}
		case !errors.Is(err, errUndetermined):
			t.Error(err)
		}
	})
}

func TestSamples(t *testing.T) {
	for expression, least := range map[string]int{`\d+`: 12, `\d{8}`: 8, "yes|no": 2, "a": 1, "[^\\s\\S]": 0} {
		p, err := Parse(expression, true)
		if err != nil {
			t.Fatal(err)
		}
		got := slices.Collect(p.Samples(12))
		if len(got) < least || len(got) > 12 {
			t.Errorf("%s: %q", expression, got)
		}
		for _, text := range got {
			if ok, err := p.Match(text); !ok || err != nil {
				t.Errorf("%s does not match %q", expression, text)
			}
		}
	}
}
