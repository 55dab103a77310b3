package config

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"studiolint/lint/source"
	"studiolint/lint/yaml"
)

// AddIgnore returns the text of a configuration with an entry more under "ignore":
// what a rule finds in a file, whose path counts from the configuration's folder, and,
// unless it is "", in a widget. Everything else stays as it is. The error says why it is
// to be written by hand.
func AddIgnore(data []byte, rule, file, widget, reason string) ([]byte, error) {
	byHand := errors.New("the configuration cannot be read: mend it first")
	root, wrong := yaml.Parse(data)
	if wrong != nil || root.Kind != yaml.Mapping && root.Kind != yaml.Null {
		return nil, byHand
	}
	entry := []string{"rule: " + rule, "files: [" + quoted(literal(file)) + "]"}
	if widget != "" {
		entry = append(entry, "widgets: ["+quoted(widget)+"]")
	}
	entry = append(entry, "reason: "+quoted(reason))
	end := "\n"
	if bytes.Contains(data, []byte("\r\n")) {
		end = "\r\n"
	}
	at, text := ignoreAt(data, root, entry, end)
	changed := append(append(append([]byte{}, data[:at]...), text...), data[at:]...)
	if _, wrong := yaml.Parse(changed); wrong != nil {
		return nil, byHand
	}
	return changed, nil
}

// ignoreAt returns where an entry goes, and how it is written there.
func ignoreAt(data []byte, root yaml.Node, entry []string, end string) (at int, text string) {
	block := func(indent string) string {
		return indent + "- " + strings.Join(entry, end+indent+"  ") + end
	}
	for i, key := range root.Keys {
		if key.Text != "ignore" {
			continue
		}
		list := root.Values[i]
		switch {
		case list.Kind == yaml.List && data[list.Span.Start] == '[':
			text = "{" + strings.Join(entry, ", ") + "}"
			if len(list.Values) > 0 {
				text += ", "
			}
			return list.Span.Start + 1, text
		case list.Kind == yaml.List && len(list.Values) > 0:
			dash := bytes.LastIndexByte(data[:list.Values[0].Span.Start], '-')
			line := bytes.LastIndexByte(data[:dash], '\n') + 1
			return line, block(string(data[line:dash]))
		case list.Kind == yaml.Null:
			line := bytes.IndexByte(data[key.Span.End:], '\n')
			if line < 0 {
				return len(data), end + block("  ")
			}
			return key.Span.End + line + 1, block("  ")
		}
	}
	lead := ""
	if len(data) > 0 && data[len(data)-1] != '\n' {
		lead = end
	}
	return len(data), lead + "ignore:" + end + block("  ")
}

// literal is the pattern that a path matches and no other.
func literal(path string) string {
	var b strings.Builder
	for _, r := range path {
		if strings.ContainsRune(`*?[{`, r) {
			b.WriteString("[" + string(r) + "]") // a backslash would be a slash
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// quoted writes a text as YAML takes it, whatever is in it: as JSON does.
func quoted(s string) string {
	f, _, text, ok := source.Parse("", []byte(`""`)).Root().SetText(s).Resolve()
	if f == nil || !ok {
		return fmt.Sprintf("%q", s)
	}
	return text
}
