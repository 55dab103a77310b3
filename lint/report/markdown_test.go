package report

import (
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"studiolint/lint/finding"
)

func TestMarkdownText(t *testing.T) {
	for _, in := range []string{
		nasty, "a | b", "`code`", "*b* _i_ ~s~", "<b>&amp;</b>", "[x](https://evil.example)", "![x](y)", `\|`, "@user", "a@b.example",
		"http://x", "www.x", "WWW.x", "#12", "$x$ $(id)", "||", `\`, "a\\\\|b",
	} {
		text := Visible(in)
		got := MarkdownText(text)
		// The only characters with a meaning left are those of references.
		bare := regexp.MustCompile(`&#\d+;`).ReplaceAllString(got, "")
		if strings.ContainsAny(bare, "\\`*_[]<>&|~$@#\n\r") || strings.Contains(bare, "://") || regexp.MustCompile(`(?i)www\.`).MatchString(bare) {
			t.Errorf("%q leaves markup: %q", in, got)
		}
		shown := html.UnescapeString(got)
		if back := strings.ReplaceAll(shown, "\u200b", ""); back != text {
			t.Errorf("%q is shown as %q", text, back)
		}
		for _, link := range []string{`@\w`, `://`, `(?i)www\.\w`, `#\d`} {
			if regexp.MustCompile(link).MatchString(shown) {
				t.Errorf("%q is shown as %q, which GitHub would link", in, shown)
			}
		}
	}
}

// Code is shown as it is: what stands between the fences, without the blank at both ends and with its bars.
func TestMarkdownCode(t *testing.T) {
	for text, want := range map[string]string{
		"":                      "",
		"https://example.com/a": "`https://example.com/a`",
		"a|b":                   "`a\\|b`",
		`a\|b`:                  "a&#92;&#124;b",
		`a\b|\`:                 "`a\\b\\|\\`",
		"a`b":                   "``a`b``",
		"`a``b":                 "``` `a``b ```",
		" a":                    "` a`",
		" a ":                   "`  a  `",
		"  ":                    "`  `",
		"<b>@all #1 &amp;":      "`<b>@all #1 &amp;`",
	} {
		if got := MarkdownCode(text); got != want {
			t.Errorf("%q is written %q, not %q", text, got, want)
		}
	}
}

func TestMarkdownRows(t *testing.T) {
	for _, r := range []*finding.Result{sample(t), hostile(t)} {
		rows := 0
		for _, line := range lines(render(t, "markdown", r, Options{RuleURL: func(id string) string { return "https://studiolint.example/" + id }})) {
			if !strings.HasPrefix(line, "| error") && !strings.HasPrefix(line, "| warning") && !strings.HasPrefix(line, "| note") {
				continue
			}
			rows++
			if n := strings.Count(line, "|"); n != 5 {
				t.Errorf("%d bars, want 5: %q", n, line)
			}
		}
		if want := len(active(r.Diagnostics)); rows != want {
			t.Errorf("%d rows, want %d", rows, want)
		}
	}
}

func TestMarkdownSize(t *testing.T) {
	r := many(25_000)
	got := render(t, "markdown", r, Options{})
	if len(got) >= 1<<20 {
		t.Errorf("%d bytes; GitHub takes less than 1 MiB", len(got))
	}
	rows := strings.Count(got, "\n| error |") + strings.Count(got, "\n| warning |") + strings.Count(got, "\n| note |")
	last := lines(got)[len(lines(got))-1]
	m := regexp.MustCompile(`^Not shown, for want of room: (\d+) more findings\.$`).FindStringSubmatch(last)
	if m == nil {
		t.Fatalf("the last line is %q", last)
	}
	if left, _ := strconv.Atoi(m[1]); rows+left != 25_000 || rows < 1000 {
		t.Errorf("%d rows and %d left", rows, left)
	}
	if strings.Contains(got, "| note |") {
		t.Error("a note is shown though errors are not all there")
	}
}

func TestMarkdownProblems(t *testing.T) {
	r := &finding.Result{}
	for i := range 50 {
		r.Problems = append(r.Problems, fmt.Errorf("cannot read `%d`", i))
	}
	got := render(t, "markdown", r, Options{})
	if n := strings.Count(got, "- cannot read &#96;"); n != maxProblems {
		t.Errorf("%d problems, want %d", n, maxProblems)
	}
	if !strings.Contains(got, "not complete: 50 problems") || !strings.HasSuffix(got, "- … and 30 more\n") {
		t.Errorf("the rest is not counted:\n%s", got)
	}
}
