package jsontext

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/pattern"
	"studiolint/lint/placeholder"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// Meant reports whether a template should become JSON: its property says so, or it
// begins as an object or a list.
func Meant(t *flow.Template) bool { return Declared(t) || looksLikeJSON(t.Text) }

// Declared reports whether the property of a template, or the type beside it, says that it is JSON.
func Declared(t *flow.Template) bool {
	f := t.Facts
	return f != nil && (f.Format == schemas.FormatJSON || Sent(t.Widget, f) || f.Format == schemas.FormatPairs && IsItem(t.Node))
}

// Sent reports whether another property says that a text goes out as JSON.
func Sent(w *flow.Widget, f *schemas.Property) bool {
	return f.JSONBy != "" && IsType(w.Property(f.JSONBy).Text()) && isSet(w, f.SentWith)
}

// IsItem reports whether a node is the value of an item that says by its type that Studio reads it as JSON.
func IsItem(n source.Node) bool {
	return n.Key() == "value" && n.Parent().Get("type").Text() == "json_object"
}

// isSet reports whether each property that is named has one of the values listed.
func isSet(w *flow.Widget, properties schemas.Table[[]string]) bool {
	for name, values := range properties.All() {
		if !slices.Contains(values, w.Property(name).Text()) {
			return false
		}
	}
	return true
}

// IsType reports whether a media type is that of JSON.
func IsType(media string) bool {
	media, _, _ = strings.Cut(media, ";")
	media = strings.ToLower(strings.TrimSpace(media))
	return media == "application/json" || media == "text/json" || strings.HasSuffix(media, "+json")
}

// looksLikeJSON reports whether a text begins as an object or an array does.
func looksLikeJSON(text string) bool {
	if text != "" && text[0] > ' ' && text[0] != '{' && text[0] != '[' {
		return false // as most
	}
	if text != "" && text[0] <= ' ' {
		text = strings.TrimLeft(text, " \t\r\n")
	}
	for strings.HasPrefix(text, "{%") {
		end := strings.Index(text, "%}")
		if end < 0 {
			return false
		}
		text = strings.TrimLeft(text[end+2:], " \t\r\n")
	}
	return text != "" && (text[0] == '{' && !strings.HasPrefix(text, "{{") || text[0] == '[')
}

// FilledInStrings reports whether a text of JSON has expressions that a deployment fills in,
// ${…} or <%= … %>, and all of them within its strings: what they become then breaks nothing.
func FilledInStrings(text string) bool {
	found, outside := filled(text)
	return found && !outside
}

// FilledOutside reports whether a text of JSON has such an expression outside its strings: what it becomes is not known.
func FilledOutside(text string) bool {
	_, outside := filled(text)
	return outside
}

// filled reports whether a text has expressions that a deployment fills in within its strings, and outside them.
func filled(text string) (found, outside bool) {
	inString := false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && inString:
			i++
		case c == '"':
			inString = !inString
		case c == '%' && strings.HasPrefix(text[i:], "%{"):
			return found, true
		case c == '$' || c == '<' || c == '%':
			marked := placeholder.Marked(text[i:])
			if marked == "" && strings.HasPrefix(text[i:], "${") || marked != "" && !inString {
				return found, true
			}
			if marked != "" {
				found = true
				i += len(marked) - 1
			}
		}
	}
	return found, false
}

// LeftOver reports whether the body of a request is JSON, while its type is that of a form, which its
// parameters make: it was forgotten when they were written.
func LeftOver(w *flow.Widget, body source.Node) bool {
	q := w.Facts.Request
	if q == nil || q.MediaType == "" || w.Property(q.Fields).Len() == 0 || !looksLikeJSON(body.Text()) {
		return false
	}
	media := w.Property(q.MediaType).Text()
	return !liquid.HasMarkup(media) && strings.Contains(strings.ToLower(media), "x-www-form-urlencoded")
}

// IsForm reports whether a text, without its Liquid, is none but one as a form is sent: at least one name with
// a value.
func IsForm(text string) bool { return form.MatchString(text) }

var form = pattern.Lazy(`^\s*[A-Za-z_][\w.\[\]-]*=[^&{]*(?:&[A-Za-z_][\w.\[\]-]*=[^&]*)*\s*$`)
