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
	"studiolint/lint/glob"
	"studiolint/lint/words"
	"studiolint/lint/yaml"
)

// text returns the kind of a text that parse accepts; form is its part of the
// JSON Schema besides the type.
func text[T any](form schema, parse func(string) (T, error)) kind[T] {
	return kind[T]{
		schema: func([]*finding.Rule) schema {
			s := schema{"type": "string", "minLength": 1}
			for k, v := range form {
				s[k] = v
			}
			return s
		},
		read: func(r *reader, n yaml.Node) T {
			var none T
			switch {
			case n.Kind == yaml.Null || n.Kind == yaml.Text && strings.TrimSpace(n.Text) == "":
				r.errorf(n.Span, "a text is expected here, and there is none")
			case n.Kind == yaml.Bool || n.Kind == yaml.Number:
				r.errorf(n.Span, "a text is expected here, not %s: put it in quotes", n.Kind)
			case n.Kind != yaml.Text:
				r.errorf(n.Span, "a text is expected here, not %s", n.Kind)
			default:
				v, err := parse(n.Text)
				if err == nil {
					return v
				}
				r.errorf(n.Span, "%v", err)
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
		schema: func([]*finding.Rule) schema { return schema{"type": "integer", "minimum": 0, "maximum": 100} },
		read: func(r *reader, n yaml.Node) int {
			value, err := strconv.Atoi(n.Text)
			if n.Kind != yaml.Number || err != nil || value < 0 || value > 100 {
				r.errorf(n.Span, "a whole number from 0 to 100 is expected here")
				return 0
			}
			return value
		},
	}
}

func fileGlob() kind[glob.Pattern] { return text(schema{"maxLength": glob.MaxLen}, glob.Parse) }

// date is a calendar day. It stays text: days compare as text does, and have no
// time zone.
func date() kind[string] {
	return text(schema{"format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}, func(s string) (string, error) {
		if _, err := time.Parse(time.DateOnly, s); err != nil {
			return "", fmt.Errorf("%q is no date: write year-month-day, such as 2030-12-31", s)
		}
		return s, nil
	})
}

// searched is a regular expression in Go's syntax, which takes linear time.
func searched() kind[*regexp.Regexp] {
	return text(schema{"format": "regex"}, func(s string) (*regexp.Regexp, error) {
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
	return text(schema{"pattern": words.SIDPattern(prefix)}, func(s string) (string, error) {
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
		schema: func(rules []*finding.Rule) schema {
			return schema{"anyOf": []schema{{"enum": ruleIDs(rules)}, {"type": "string", "pattern": kebab}}}
		},
		read: func(r *reader, n yaml.Node) string {
			id := plain.read(r, n)
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
	r.errorf(at.Span, "there is no rule %q%s", id, hint)
	return false
}

// severities is a mapping from rules to severities.
func severities() kind[map[string]finding.Severity] {
	return kind[map[string]finding.Severity]{
		schema: func([]*finding.Rule) schema { return schema{"$ref": "#/definitions/rules"} },
		read: func(r *reader, n yaml.Node) map[string]finding.Severity {
			set := map[string]finding.Severity{}
			first := r.keys(n)
			for i, key := range n.Keys {
				if first[key.Text] != i || !r.checkRule(key.Text, key) {
					continue
				}
				v := n.Values[i]
				s, err := finding.ParseSeverity(v.Text)
				switch {
				case v.Kind > yaml.Text:
					r.errorf(v.Span, "a severity is expected here, not %s: write off, note, warning or error", v.Kind)
				case v.Kind == yaml.Null:
					r.errorf(v.Span, "%q has no severity: write off, note, warning or error", key.Text)
				case err != nil:
					r.errorf(v.Span, "%v", err)
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
		schema: func(rules []*finding.Rule) schema {
			return schema{"type": []string{"object", "null"}, "propertyNames": key.schema(rules), "additionalProperties": value.schema(rules)}
		},
		read: func(r *reader, n yaml.Node) map[string]string {
			m := map[string]string{}
			first := r.keys(n)
			for i, k := range n.Keys {
				if first[k.Text] == i {
					k.Kind = yaml.Text // 1234: is a key, whatever YAML takes it for
					name, v := key.read(r, k), value.read(r, n.Values[i])
					if name != "" {
						m[name] = v
					}
				}
			}
			return m
		},
	}
}

// list is a list, which may be empty.
func list[T any](k kind[T]) kind[[]T] {
	return kind[[]T]{
		schema: func(rules []*finding.Rule) schema {
			return schema{"type": []string{"array", "null"}, "items": k.schema(rules)}
		},
		read: func(r *reader, n yaml.Node) []T {
			var values []T
			switch n.Kind {
			case yaml.Null:
			case yaml.List:
				for _, v := range n.Values {
					values = append(values, k.read(r, v))
				}
			default:
				r.errorf(n.Span, "a list is expected here, not %s", n.Kind)
			}
			return values
		},
	}
}

// some is one value, or a list of at least one.
func some[T any](k kind[T]) kind[[]T] {
	several := list(k)
	return kind[[]T]{
		schema: func(rules []*finding.Rule) schema {
			one := k.schema(rules)
			return schema{"anyOf": []schema{one, {"type": "array", "minItems": 1, "items": one}}}
		},
		read: func(r *reader, n yaml.Node) []T {
			switch {
			case n.Kind == yaml.Null, n.Kind == yaml.List && len(n.Values) == 0:
				r.errorf(n.Span, "this names nothing: list what is meant, or leave the key out")
				return nil
			case n.Kind == yaml.List:
				return several.read(r, n)
			}
			return []T{k.read(r, n)}
		},
	}
}

// someOrNone is one value, or a list, which may be empty.
func someOrNone[T any](k kind[T]) kind[[]T] {
	several := list(k)
	return kind[[]T]{
		schema: func(rules []*finding.Rule) schema {
			return schema{"anyOf": []schema{k.schema(rules), several.schema(rules)}}
		},
		read: func(r *reader, n yaml.Node) []T {
			if n.Kind == yaml.List || n.Kind == yaml.Null {
				return several.read(r, n)
			}
			return []T{k.read(r, n)}
		},
	}
}

// object is a mapping with known members.
func object[T any](members func(*T) []member) kind[T] {
	return kind[T]{
		schema: func(rules []*finding.Rule) schema { return objectSchema(rules, members(new(T))) },
		read: func(r *reader, n yaml.Node) T {
			var v T
			if n.Kind == yaml.Null {
				n.Kind = yaml.Mapping // what it needs is missing all the same
			}
			r.object(n, members(&v))
			return v
		},
	}
}
