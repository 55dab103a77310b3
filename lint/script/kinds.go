package script

import (
	"encoding/json"
	"strings"
	"time"

	"studiolint/lint/form"
	"studiolint/lint/liquid/eval"
	"studiolint/lint/yaml"
)

// text is a text; a number or a truth value is taken as it is written.
func text() kind[string] {
	return kind[string]{
		Schema: func(*reader) form.Schema { return form.Schema{"type": []string{"string", "number", "boolean"}} },
		Read: func(r *reader, n yaml.Node) string {
			switch n.Kind {
			case yaml.Text, yaml.Number, yaml.Bool:
				return n.Text
			}
			r.Errorf(n.Span, "a text is expected here, not %s", n.Kind)
			return ""
		},
	}
}

// filled is a text that is not empty.
func filled() kind[string] {
	k := text()
	return kind[string]{
		Schema: func(*reader) form.Schema {
			return form.Schema{"type": []string{"string", "number", "boolean"}, "minLength": 1}
		},
		Read: func(r *reader, n yaml.Node) string {
			if n.Kind == yaml.Text && strings.TrimSpace(n.Text) == "" {
				r.Errorf(n.Span, "a text is expected here, and there is none")
				return ""
			}
			return k.Read(r, n)
		},
	}
}

// optional is a text that may be empty, and of which is known whether it is there.
func optional() kind[*string] {
	k := text()
	return kind[*string]{Schema: k.Schema, Read: func(r *reader, n yaml.Node) *string {
		s := k.Read(r, n)
		return &s
	}}
}

// oneOf is one of some words.
func oneOf(words ...string) kind[string] {
	return kind[string]{
		Schema: func(*reader) form.Schema { return form.Schema{"enum": words} },
		Read: func(r *reader, n yaml.Node) string {
			for _, w := range words {
				if n.Text == w && n.Kind <= yaml.Text {
					return w
				}
			}
			if n.Kind > yaml.Text {
				r.Errorf(n.Span, "a text is expected here, not %s", n.Kind)
			} else {
				r.Errorf(n.Span, "%q is not known here%s", n.Text, form.Meant(n.Text, words))
			}
			return ""
		},
	}
}

func truth() kind[bool] {
	return kind[bool]{
		Schema: func(*reader) form.Schema { return form.Schema{"type": "boolean"} },
		Read: func(r *reader, n yaml.Node) bool {
			if n.Kind != yaml.Bool {
				r.Errorf(n.Span, "true or false is expected here, not %s", n.Kind)
			}
			return n.Kind == yaml.Bool && n.Text == "true"
		},
	}
}

// whole is a whole number.
func whole(least, most int) kind[int] {
	return kind[int]{
		Schema: func(*reader) form.Schema { return form.Schema{"type": "integer", "minimum": least, "maximum": most} },
		Read: func(r *reader, n yaml.Node) int {
			var i int
			if n.Kind != yaml.Number || json.Unmarshal([]byte(n.Text), &i) != nil || i < least || i > most {
				r.Errorf(n.Span, "a whole number from %d to %d is expected here", least, most)
				return least
			}
			return i
		},
	}
}

// clock is a point of time.
func clock() kind[string] {
	return kind[string]{
		Schema: func(*reader) form.Schema { return form.Schema{"type": "string", "format": "date-time"} },
		Read: func(r *reader, n yaml.Node) string {
			_, err := time.Parse(time.RFC3339, n.Text)
			if err != nil || n.Kind > yaml.Text {
				r.Errorf(n.Span, "this is no time: write it as 2026-03-02T09:00:00Z")
				return ""
			}
			return n.Text
		},
	}
}

// list is a list of values of a kind, or one of them.
func list[T any](k kind[T]) kind[[]T] {
	return kind[[]T]{
		Schema: func(r *reader) form.Schema {
			return form.Schema{"anyOf": []form.Schema{k.Schema(r), {"type": "array", "items": k.Schema(r)}}}
		},
		Read: func(r *reader, n yaml.Node) []T {
			if n.Kind != yaml.List {
				return []T{k.Read(r, n)}
			}
			values := make([]T, 0, len(n.Values))
			for _, v := range n.Values {
				values = append(values, k.Read(r, v))
			}
			return values
		},
	}
}

// mapping is a mapping from texts to values of a kind.
func mapping[T any](k kind[T]) kind[map[string]T] {
	return kind[map[string]T]{
		Schema: func(r *reader) form.Schema { return form.Schema{"type": "object", "additionalProperties": k.Schema(r)} },
		Read: func(r *reader, n yaml.Node) map[string]T {
			m := map[string]T{}
			first := r.Keys(n)
			for i, key := range n.Keys {
				if first[key.Text] == i {
					m[key.Text] = k.Read(r, n.Values[i])
				}
			}
			return m
		},
	}
}

// anything is any value, as JSON has them.
func anything() kind[eval.Value] {
	return kind[eval.Value]{Schema: func(*reader) form.Schema { return form.Schema{} }, Read: func(r *reader, n yaml.Node) eval.Value { return valueOf(n) }}
}

// members is an object of any values.
func members() kind[eval.Value] {
	return kind[eval.Value]{
		Schema: func(*reader) form.Schema { return form.Schema{"type": "object"} },
		Read: func(r *reader, n yaml.Node) eval.Value {
			if n.Kind != yaml.Mapping {
				r.Errorf(n.Span, "a mapping is expected here, not %s", n.Kind)
				return eval.Value{}
			}
			r.Keys(n)
			return valueOf(n)
		},
	}
}

// valueOf returns a node as a value of a flow.
func valueOf(n yaml.Node) eval.Value {
	value, err := eval.JSON([]byte(jsonOf(n)))
	if err != nil {
		return eval.Value{}
	}
	return value
}

// jsonOf writes a node as JSON. A number that JSON does not know is a text.
func jsonOf(n yaml.Node) string {
	var b strings.Builder
	writeJSON(&b, n)
	return b.String()
}

func writeJSON(b *strings.Builder, n yaml.Node) {
	switch n.Kind {
	case yaml.Null:
		b.WriteString("null")
	case yaml.Mapping:
		b.WriteByte('{')
		for i, key := range n.Keys {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(quoted(key.Text))
			b.WriteByte(':')
			writeJSON(b, n.Values[i])
		}
		b.WriteByte('}')
	case yaml.List:
		b.WriteByte('[')
		for i, v := range n.Values {
			if i > 0 {
				b.WriteByte(',')
			}
			writeJSON(b, v)
		}
		b.WriteByte(']')
	case yaml.Bool:
		b.WriteString(n.Text)
	case yaml.Number:
		if json.Valid([]byte(n.Text)) {
			b.WriteString(n.Text)
			return
		}
		b.WriteString(quoted(n.Text))
	default:
		b.WriteString(quoted(n.Text))
	}
}

// quoted writes a text as JSON does, which YAML reads too.
func quoted(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(s) != nil {
		return `""`
	}
	return strings.TrimSuffix(b.String(), "\n")
}
