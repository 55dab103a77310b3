package config

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/glob"
	"studiolint/lint/source"
	"studiolint/lint/yaml"
)

// An Entry is what is to be added to the ignore entries of a configuration.
type Entry struct {
	Rule    string
	Files   []string // from the folder of the configuration, with forward slashes
	Widgets []string // none for every finding of the rule
	Reason  string
}

// Add returns the text of a configuration with one ignore entry more. Everything else stays
// as it is, comments and layout included; what is wrong with the text, or cannot be
// extended, is an error.
func Add(name string, text []byte, rules []*finding.Rule, e Entry) ([]byte, error) {
	before, err := parse(name, text, rules)
	if err != nil {
		return nil, err
	}
	root, _ := yaml.Parse(text) // it was just read
	w := entryWriter{text: text, eol: "\n", entry: e}
	if bytes.Contains(text, []byte("\r\n")) {
		w.eol = "\r\n"
	}
	at, insert := w.place(root)
	after := slices.Concat(text[:at], []byte(insert), text[at:])
	if err := added(name, before, after, rules, e); err != nil {
		return nil, fmt.Errorf("%s cannot be extended without changing more of it; add to \"ignore\" by hand: %s", name, w.flow())
	}
	return after, nil
}

// added checks that a configuration holds one entry more, and nothing else has changed.
func added(name string, before *Config, text []byte, rules []*finding.Rule, e Entry) error {
	after, err := parse(name, text, rules)
	if err != nil {
		return err
	}
	rest := *after
	rest.Ignore, rest.Baseline.At = nil, source.Place{}
	was := *before
	was.Ignore, was.Baseline.At = nil, source.Place{}
	if !reflect.DeepEqual(rest, was) || len(after.Ignore) != len(before.Ignore)+1 {
		return errors.New("something else has changed")
	}
	old := 0
	for _, i := range after.Ignore {
		if old < len(before.Ignore) && sameIgnore(i, before.Ignore[old]) {
			old++
			continue
		}
		if i.Rule != e.Rule || i.Reason != e.Reason || len(i.Files) != len(e.Files) || !slices.Equal(i.Widgets, e.Widgets) || i.Until != "" {
			return errors.New("an entry has changed")
		}
		for _, file := range e.Files {
			if !glob.Any(i.Files, file) {
				return errors.New("the entry does not hold for " + file)
			}
		}
	}
	return nil
}

func sameIgnore(a, b *Ignore) bool {
	x, y := *a, *b
	x.At, y.At = b.At, b.At
	return reflect.DeepEqual(x, y)
}

// An entryWriter writes an entry where a configuration has its others.
type entryWriter struct {
	text  []byte
	eol   string
	entry Entry
}

// place returns where the entry is put in, and its text.
func (w *entryWriter) place(root yaml.Node) (at int, insert string) {
	i := slices.IndexFunc(root.Keys, func(k yaml.Node) bool { return k.Text == "ignore" })
	if i < 0 {
		if root.Kind == yaml.Mapping && w.text[root.Span.Start] == '{' {
			comma := ""
			if len(root.Keys) > 0 {
				comma = ", "
			}
			return root.Span.Start + 1, "ignore: [" + w.flow() + "]" + comma
		}
		return len(w.text), w.lineEnd(len(w.text)) + "ignore:" + w.eol + w.block("  ")
	}
	list := root.Values[i]
	switch {
	case list.Kind != yaml.List:
		at = w.after(root.Keys[i].Span.End)
		return at, w.lineEnd(at) + w.block("  ")
	case w.text[list.Span.Start] == '[':
		comma := ""
		if len(list.Values) > 0 {
			comma = ", "
		}
		return list.Span.Start + 1, w.flow() + comma
	}
	return w.afterList(list)
}

// afterList returns the place after the last entry of a list in lines, and the new one
// as they are indented.
func (w *entryWriter) afterList(list yaml.Node) (at int, insert string) {
	last := list.Values[len(list.Values)-1]
	line := w.text[bytes.LastIndexByte(w.text[:last.Span.Start], '\n')+1:]
	indent := len(line) - len(bytes.TrimLeft(line, " "))
	at = w.after(last.Span.Start)
	for end := at; end < len(w.text); {
		line, _, _ := bytes.Cut(w.text[end:], []byte("\n"))
		own := len(line) - len(bytes.TrimLeft(line, " "))
		blank := len(bytes.TrimSpace(line)) == 0
		if !blank && own <= indent {
			break
		}
		if end = w.after(end); !blank {
			at = end
		}
	}
	return at, w.lineEnd(at) + w.block(strings.Repeat(" ", indent))
}

// after returns where the line of a place ends, with its line break.
func (w *entryWriter) after(at int) int {
	if n := bytes.IndexByte(w.text[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(w.text)
}

// lineEnd is the line break that is missing before a place.
func (w *entryWriter) lineEnd(at int) string {
	if at == 0 || w.text[at-1] == '\n' || at == len("\ufeff") && bytes.HasPrefix(w.text, []byte("\ufeff")) {
		return ""
	}
	return w.eol
}

// block writes the entry in lines.
func (w *entryWriter) block(indent string) string {
	return indent + "- " + strings.Join(w.members(), w.eol+indent+"  ") + w.eol
}

// flow writes the entry within brackets.
func (w *entryWriter) flow() string {
	return "{" + strings.Join(w.members(), ", ") + "}"
}

func (w *entryWriter) members() []string {
	list := []string{"rule: " + w.entry.Rule, "files: " + w.files()}
	if len(w.entry.Widgets) > 0 {
		names := make([]string, len(w.entry.Widgets))
		for i, name := range w.entry.Widgets {
			names[i] = quoted(name)
		}
		list = append(list, "widgets: ["+strings.Join(names, ", ")+"]")
	}
	return append(list, "reason: "+quoted(w.entry.Reason))
}

func (w *entryWriter) files() string {
	list := make([]string, len(w.entry.Files))
	for i, file := range w.entry.Files {
		list[i] = pathPattern(file)
		if !isPlain(list[i]) {
			list[i] = quoted(list[i])
		}
	}
	return "[" + strings.Join(list, ", ") + "]"
}

// isPlain reports whether YAML takes a path for itself without quotes.
func isPlain(path string) bool {
	for i := range len(path) {
		c := path[i]
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c == '/'
		if !letter && (i == 0 || (c < '0' || c > '9') && c != '_' && c != '.' && c != '-') {
			return false
		}
	}
	return strings.Contains(path, "/") // true and null are words
}

// pathPattern writes a path as a pattern that stands for it alone, but for signs that mean
// something in patterns: these stand for any sign.
func pathPattern(path string) string {
	pattern := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`*?[]{}\`, r) {
			return '?'
		}
		return r
	}, path)
	if !strings.Contains(pattern, "/") {
		pattern = "/" + pattern // else it stands for a file of that name in any folder
	}
	return pattern
}

// quoted writes a text in double quotes: those of JSON are YAML, too.
func quoted(text string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		return `""` // of a string there is no error
	}
	return strings.TrimSuffix(b.String(), "\n")
}
