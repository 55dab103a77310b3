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
	was  string // what stood there, as it is read
	text string
}

// instead returns the edit that makes another value of a node.
func instead(n yaml.Node, text string) *edit { return &edit{n.Span, n.Text, text} }

// maxPasses is how often a file is run to rewrite it: each pass rewrites one expectation of
// each test.
const maxPasses = 500

// Update rewrites what the tests of a file expect to what happens: texts, requests,
// attributes, variables, events and how an execution ends. It returns the text of the file afterwards, and how many
// expectations are other ones. What cannot be rewritten is left as it is, and fails.
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
			if v := b.run(t).verdict; v != nil && v.edit != nil && v.edit.fits(text) {
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

// fits reports whether an edit is of a whole value on one line, and finds its end.
func (e *edit) fits(text []byte) bool {
	if e.at.End <= e.at.Start || e.at.End > len(text) {
		return false
	}
	raw := text[e.at.Start:e.at.End]
	switch raw[0] {
	case '"', '\'':
		return len(raw) > 1 && raw[len(raw)-1] == raw[0]
	case '[', '{':
		e.at.End = e.at.Start + bracketed(text[e.at.Start:])
		return e.at.End > e.at.Start
	}
	return string(raw) == e.was // not the first line of several
}

// bracketed returns how long a list or mapping in brackets is that a text begins with, 0
// when it does not end on the line.
func bracketed(text []byte) int {
	depth, quote := 0, byte(0)
	for i, c := range text {
		switch {
		case c == '\n':
			return 0
		case quote != 0:
			if c == quote && text[i-1] != '\\' {
				quote = 0
			}
		case (c == '"' || c == '\'') && strings.IndexByte("[{,: ", text[i-1]) >= 0:
			quote = c
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
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
