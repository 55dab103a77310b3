package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// said returns what a call of the program says on standard error, and its status.
func said(t testing.TB, args ...string) (status int, text string) {
	t.Helper()
	var out, err bytes.Buffer
	c := command{stdin: strings.NewReader("{}"), stdout: &out, stderr: &err}
	status = c.main(args)
	return status, err.String()
}

// obeyed returns what a terminal or the runner of a CI server would obey in a text.
func obeyed(text string) string {
	for line := range strings.SplitSeq(text, "\n") {
		if !utf8.ValidString(line) {
			return fmt.Sprintf("bytes that are no text in %q", line)
		}
		for _, r := range line {
			if r != '\t' && !unicode.IsPrint(r) && r != '\ufe0e' && r != '\ufe0f' {
				return fmt.Sprintf("%q in %q", r, line)
			}
		}
		if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") || strings.Contains(line, "##vso[") {
			return fmt.Sprintf("a command in %q", line)
		}
	}
	return ""
}

// What strangers may choose: names of files, arguments, flags, rules and keys.
func TestStandardErrorIsObeyedByNobody(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, evil := range []string{
		"a\n::error::forged", "::error::forged", "\r::error::forged", "##[error]forged", "a ##vso[task.complete]", "\x1b[31mred", "\u202egnp.exe",
		"\xff\xfe", "a\u2028b", "\u200b::warning::x", "\t::debug::x",
	} {
		for _, args := range [][]string{
			{evil}, {"lint", evil}, {"lint", "--" + evil}, {"lint", "-" + evil}, {"lint", "--format", evil}, {"lint", "--format", "json=" + evil + "/x", "-"},
			{"lint", "--only", evil}, {"lint", "--severity", evil}, {"lint", "--config", evil}, {"lint", "--baseline", evil}, {"lint", "--jobs", evil},
			{"lint", "--settings-from", evil}, {"lint", "--stdin-filename", evil, "-"}, {"lint", "--fail-on", evil}, {"lint", "--color", evil},
			{"explain", evil}, {"baseline", "-o", evil + "/x", "-"}, {"help", evil}, {"version", evil}, {"completion", evil}, {"__complete", evil},
		} {
			status, text := said(t, args...)
			if why := obeyed(text); why != "" {
				t.Errorf("%q: %s", args, why)
			}
			if strings.Contains(text, "\n::") || status == exitFailed && text == "" {
				t.Errorf("%q: status %d, %q", args, status, text)
			}
		}
		for _, text := range []string{"%s: 1\n", "rules: {%s: off}\n", "overrides:\n  - %s\n", "ignore: [{rule: %s}]\n"} {
			if err := writeFile("evil.yaml", fmt.Appendf(nil, strings.Replace(text, "%s", "%q", 1), evil)); err != nil {
				t.Fatal(err)
			}
			if _, text := said(t, "lint", "--config", "evil.yaml", "-"); text == "" || obeyed(text) != "" {
				t.Errorf("%q: %s", text, obeyed(text))
			}
		}
	}
}

// Text that nobody would obey stays as it is, and lines stay lines.
func FuzzStandardError(f *testing.F) {
	for _, seed := range []string{"", "plain\ttext\n\n", " ::error::x\n", "a\r\n::set-output name=a::b", "##[group]\n##vso[x]y", "\x1b]0;t\x07", "\u202e\xff", ":\n:::", "# ## [x]"} {
		f.Add(seed, uint8(3))
	}
	f.Fuzz(func(t *testing.T, text string, cut uint8) {
		var out bytes.Buffer
		m := &messages{w: &out}
		at := min(int(cut), len(text))
		for _, part := range []string{text[:at], text[at:]} {
			if n, err := m.Write([]byte(part)); n != len(part) || err != nil {
				t.Fatal(n, err)
			}
		}
		if why := obeyed(out.String()); why != "" && !strings.Contains(why, "##") { // two calls may share a ##
			t.Error(why)
		}
		if strings.Count(out.String(), "\n") != strings.Count(text, "\n") {
			t.Errorf("%q became %q", text, out.String())
		}
		var whole bytes.Buffer
		(&messages{w: &whole}).Write([]byte(text))
		if why := obeyed(whole.String()); why != "" {
			t.Error(why)
		}
		if obeyed(text) == "" && !strings.Contains(text, "#") && !strings.HasPrefix(strings.TrimSpace(text), ":") && !strings.Contains(text, ":\n") {
			if got := whole.String(); got != text && !changesOnly(text) {
				t.Errorf("%q became %q", text, got)
			}
		}
	})
}

// changesOnly reports whether a text holds characters that have no shape, or a colon at
// the beginning of a line.
func changesOnly(text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(strings.TrimLeft(line, " \t"), ":") {
			return true
		}
	}
	return strings.ContainsFunc(text, func(r rune) bool {
		return unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) || r == 0x2800
	})
}
