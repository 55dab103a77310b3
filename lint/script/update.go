package script

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"studiolint/lint/yaml"
)

// An edit rewrites an expectation.
type edit struct {
	at   yaml.Span
	text string
}

// maxPasses is how often a file is run to rewrite it: each pass rewrites one expectation of
// each test.
const maxPasses = 500

// Update rewrites what the tests of a file expect to what happens: texts, variables and how
// an execution ends. It returns the text of the file afterwards, and how many expectations
// are other ones. What cannot be rewritten is left as it is, and fails.
func Update(l *Loader, file string) (text []byte, changed int, err error) {
	text, err = l.Root.ReadFile(file, MaxSize)
	if err != nil {
		return nil, 0, err
	}
	for range maxPasses {
		s, err := parse(file, text)
		if err != nil {
			return nil, 0, err
		}
		b, err := bind(s, l)
		if err != nil {
			return nil, 0, err
		}
		var edits []edit
		for _, t := range b.Tests {
			if v := b.run(t).verdict; v != nil && v.edit != nil && rewritable(text, v.edit.at) {
				edits = append(edits, *v.edit)
			}
		}
		if len(edits) == 0 {
			break
		}
		text = apply(text, edits)
		changed += len(edits)
	}
	return text, changed, nil
}

// rewritable reports whether a span is a scalar or a mapping on one line, as a whole.
func rewritable(text []byte, at yaml.Span) bool {
	if at.End <= at.Start || at.End > len(text) {
		return false
	}
	raw := text[at.Start:at.End]
	switch raw[0] {
	case '"', '\'':
		return len(raw) > 1 && raw[len(raw)-1] == raw[0]
	case '|', '>':
		return false
	}
	return true
}

func apply(text []byte, edits []edit) []byte {
	slices.SortFunc(edits, func(a, b edit) int { return cmp.Compare(a.at.Start, b.at.Start) })
	var b bytes.Buffer
	at := 0
	for _, e := range edits {
		b.Write(text[at:e.at.Start])
		b.WriteString(e.text)
		at = e.at.End
	}
	b.Write(text[at:])
	return b.Bytes()
}

// plainOrQuoted writes a text as short as YAML reads it as that text, within brackets too.
func plainOrQuoted(s string) string {
	if s == "" || s != strings.TrimSpace(s) || strings.ContainsAny(s, "\"'\\,[]{}:#&*!|>%@`\n\t?-") || strings.HasPrefix(s, "/") {
		return quoted(s)
	}
	for _, c := range s {
		if c > 0x7e || c < 0x20 {
			return quoted(s)
		}
	}
	switch strings.ToLower(s) {
	case "true", "false", "null", "yes", "no", "on", "off", "y", "n", "~":
		return quoted(s)
	}
	if s[0] >= '0' && s[0] <= '9' || s[0] == '.' || s[0] == '+' || s[0] == '=' {
		return quoted(s)
	}
	return s
}
