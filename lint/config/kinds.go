package config

import (
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
	"time"

	"studiolint/lint/finding"
	"studiolint/lint/form"
	"studiolint/lint/glob"
	"studiolint/lint/words"
	"studiolint/lint/yaml"
)

// text returns the kind of a text that parse accepts; shape is its part of the
// JSON Schema besides the type.
func text[T any](shape form.Schema, parse func(string) (T, error)) kind[T] {
	return kind[T]{
		Schema: func(*reader) form.Schema {
			s := form.Schema{"type": "string", "minLength": 1}
			for k, v := range shape {
				s[k] = v
			}
			return s
		},
		Read: func(r *reader, n yaml.Node) T {
			var none T
			switch {
			case n.Kind == yaml.Null || n.Kind == yaml.Text && strings.TrimSpace(n.Text) == "":
				r.Errorf(n.Span, "a text is expected here, and there is none")
			case n.Kind == yaml.Bool || n.Kind == yaml.Number:
				r.Errorf(n.Span, "a text is expected here, not %s: put it in quotes", n.Kind)
			case n.Kind != yaml.Text:
				r.Errorf(n.Span, "a text is expected here, not %s", n.Kind)
			default:
				v, err := parse(n.Text)
				if err == nil {
					return v
				}
				r.Errorf(n.Span, "%v", err)
			}
			return none
		},
	}
}

func plainText() kind[string] {
	return text(nil, func(s string) (string, error) { return s, nil })
}

// percent is a whole number from 0 to 100.
func percent() kind[int] {
	return kind[int]{
		Schema: func(*reader) form.Schema { return form.Schema{"type": "integer", "minimum": 0, "maximum": 100} },
		Read: func(r *reader, n yaml.Node) int {
			value, err := strconv.Atoi(n.Text)
			if n.Kind != yaml.Number || err != nil || value < 0 || value > 100 {
				r.Errorf(n.Span, "a whole number from 0 to 100 is expected here")
				return 0
			}
			return value
		},
	}
}

func fileGlob() kind[glob.Pattern] { return text(form.Schema{"maxLength": glob.MaxLen}, glob.Parse) }

// date is a calendar day. It stays text: days compare as text does, and have no
// time zone.
func date() kind[string] {
	return text(form.Schema{"format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}, func(s string) (string, error) {
		if _, err := time.Parse(time.DateOnly, s); err != nil {
			return "", fmt.Errorf("%q is no date: write year-month-day, such as 2030-12-31", s)
		}
		return s, nil
	})
}

// searched is a regular expression in Go's syntax, which takes linear time.
func searched() kind[*regexp.Regexp] {
	return text(form.Schema{"format": "regex"}, func(s string) (*regexp.Regexp, error) {
		r, err := regexp.Compile(s)
		var wrong *syntax.Error
		switch {
		case errors.As(err, &wrong):
			return nil, fmt.Errorf("this is no regular expression (RE2 syntax): %s at %q", wrong.Code, wrong.Expr)
		case err != nil:
			return nil, fmt.Errorf("this is no regular expression (RE2 syntax): %w", err)
		case r.MatchString(""):
			return nil, errors.New("this regular expression matches an empty text, and so every text: say what a placeholder looks like")
		}
		return r, nil
	})
}

// sid is the SID of a kind of resource.
func sid(prefix string) kind[string] {
	return text(form.Schema{"pattern": words.SIDPattern(prefix)}, func(s string) (string, error) {
		if !words.IsSIDOf(s, prefix) {
			return "", fmt.Errorf("%q is no SID of this kind: it is %s and 32 hexadecimal digits", s, prefix)
		}
		return s, nil
	})
}

// flowName is a flow's SID or a path.
func flowName() kind[string] {
	return text(nil, func(s string) (string, error) {
		if words.IsSID(s) && !words.IsSIDOf(s, "FW") {
			return "", fmt.Errorf("%q is no flow: a flow's SID is FW and 32 hexadecimal digits", s)
		}
		return s, nil
	})
}

// ruleID is the ID of a rule of the run.
func ruleID() kind[string] {
	plain := plainText()
	return kind[string]{
		Schema: func(r *reader) form.Schema {
			return form.Schema{"anyOf": []form.Schema{{"enum": ruleIDs(r.rules)}, {"type": "string", "pattern": kebab}}}
		},
		Read: func(r *reader, n yaml.Node) string {
			id := plain.Read(r, n)
			if id != "" {
				r.checkRule(id, n)
			}
			return id
		},
	}
}

func (r *reader) checkRule(id string, at yaml.Node) bool {
	known := append(ruleIDs(r.rules), r.house...)
	if r.anyRule && kebabExpression().MatchString(id) || slices.Contains(known, id) {
		return true
	}
	hint := words.DidYouMean(id, known)
	if hint == "" {
		hint = `; "studiolint rules" lists them`
	}
	r.Errorf(at.Span, "there is no rule %q%s", id, hint)
	return false
}

// severities is a mapping from rules to severities.
func severities() kind[map[string]finding.Severity] {
	return kind[map[string]finding.Severity]{
		Schema: func(*reader) form.Schema { return form.Schema{"$ref": "#/definitions/rules"} },
		Read: func(r *reader, n yaml.Node) map[string]finding.Severity {
			set := map[string]finding.Severity{}
			first := r.Keys(n)
			for i, key := range n.Keys {
				if first[key.Text] != i || !r.checkRule(key.Text, key) {
					continue
				}
				v := n.Values[i]
				s, err := finding.ParseSeverity(v.Text)
				switch {
				case v.Kind > yaml.Text:
					r.Errorf(v.Span, "a severity is expected here, not %s: write off, note, warning or error", v.Kind)
				case v.Kind == yaml.Null:
					r.Errorf(v.Span, "%q has no severity: write off, note, warning or error", key.Text)
				case err != nil:
					r.Errorf(v.Span, "%v", err)
				default:
					set[key.Text] = s
				}
			}
			return set
		},
	}
}

// mapping is a mapping from texts of one kind to values of another.
func mapping(key, value kind[string]) kind[map[string]string] {
	return kind[map[string]string]{
		Schema: func(r *reader) form.Schema {
			return form.Schema{"type": []string{"object", "null"}, "propertyNames": key.Schema(r), "additionalProperties": value.Schema(r)}
		},
		Read: func(r *reader, n yaml.Node) map[string]string {
			m := map[string]string{}
			first := r.Keys(n)
			for i, k := range n.Keys {
				if first[k.Text] == i {
					k.Kind = yaml.Text // 1234: is a key, whatever YAML takes it for
					name, v := key.Read(r, k), value.Read(r, n.Values[i])
					if name != "" {
						m[name] = v
					}
				}
			}
			return m
		},
	}
}

// some is one value, or a list of at least one.
func some[T any](k kind[T]) kind[[]T] {
	several := form.List(k)
	return kind[[]T]{
		Schema: func(r *reader) form.Schema {
			one := k.Schema(r)
			return form.Schema{"anyOf": []form.Schema{one, {"type": "array", "minItems": 1, "items": one}}}
		},
		Read: func(r *reader, n yaml.Node) []T {
			switch {
			case n.Kind == yaml.Null, n.Kind == yaml.List && len(n.Values) == 0:
				r.Errorf(n.Span, "this names nothing: list what is meant, or leave the key out")
				return nil
			case n.Kind == yaml.List:
				return several.Read(r, n)
			}
			return []T{k.Read(r, n)}
		},
	}
}

// someOrNone is one value, or a list, which may be empty.
func someOrNone[T any](k kind[T]) kind[[]T] {
	several := form.List(k)
	return kind[[]T]{
		Schema: func(r *reader) form.Schema {
			return form.Schema{"anyOf": []form.Schema{k.Schema(r), several.Schema(r)}}
		},
		Read: func(r *reader, n yaml.Node) []T {
			if n.Kind == yaml.List || n.Kind == yaml.Null {
				return several.Read(r, n)
			}
			return []T{k.Read(r, n)}
		},
	}
}
