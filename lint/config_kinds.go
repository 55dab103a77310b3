package lint

import (
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"
	"time"

	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// text returns the kind of a text that parse accepts; form is its part of the
// JSON Schema besides the type.
func text[T any](form schema, parse func(string) (T, error)) kind[T] {
	return kind[T]{
		schema: func([]*Rule) schema {
			s := schema{"type": "string", "minLength": 1}
			for k, v := range form {
				s[k] = v
			}
			return s
		},
		read: func(r *configReader, n yamlNode) T {
			var none T
			switch {
			case n.kind == yamlNull || n.kind == yamlText && strings.TrimSpace(n.text) == "":
				r.errorf(n.span, "a text is expected here, and there is none")
			case n.kind == yamlBool || n.kind == yamlNumber:
				r.errorf(n.span, "a text is expected here, not %s: put it in quotes", n.kind)
			case n.kind != yamlText:
				r.errorf(n.span, "a text is expected here, not %s", n.kind)
			default:
				v, err := parse(n.text)
				if err == nil {
					return v
				}
				r.errorf(n.span, "%v", err)
			}
			return none
		},
	}
}

func plainText() kind[string] {
	return text(nil, func(s string) (string, error) { return s, nil })
}

func glob() kind[string] { return text(schema{"maxLength": maxGlob}, parseGlob) }

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

// pattern is a regular expression in Go's syntax, which takes linear time.
func pattern() kind[*regexp.Regexp] {
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
		schema: func(rules []*Rule) schema { return schema{"enum": ruleIDs(rules)} },
		read: func(r *configReader, n yamlNode) string {
			id := plain.read(r, n)
			if id != "" {
				r.checkRule(id, n)
			}
			return id
		},
	}
}

func (r *configReader) checkRule(id string, at yamlNode) bool {
	for _, rule := range r.rules {
		if rule.ID == id {
			return true
		}
	}
	hint := didYouMean(id, ruleIDs(r.rules))
	if hint == "" {
		hint = `; "studiolint rules" lists them`
	}
	r.errorf(at.span, "there is no rule %q%s", id, hint)
	return false
}

// severities is a mapping from rules to severities.
func severities() kind[map[string]finding.Severity] {
	return kind[map[string]finding.Severity]{
		schema: func([]*Rule) schema { return schema{"$ref": "#/definitions/rules"} },
		read: func(r *configReader, n yamlNode) map[string]finding.Severity {
			set := map[string]finding.Severity{}
			first := r.keys(n)
			for i, key := range n.keys {
				if first[key.text] != i || !r.checkRule(key.text, key) {
					continue
				}
				v := n.values[i]
				s, err := finding.ParseSeverity(v.text)
				switch {
				case v.kind > yamlText:
					r.errorf(v.span, "a severity is expected here, not %s: write off, note, warning or error", v.kind)
				case v.kind == yamlNull:
					r.errorf(v.span, "%q has no severity: write off, note, warning or error", key.text)
				case err != nil:
					r.errorf(v.span, "%v", err)
				default:
					set[key.text] = s
				}
			}
			return set
		},
	}
}

// mapping is a mapping from texts of one kind to values of another.
func mapping(key, value kind[string]) kind[map[string]string] {
	return kind[map[string]string]{
		schema: func(rules []*Rule) schema {
			return schema{"type": []string{"object", "null"}, "propertyNames": key.schema(rules), "additionalProperties": value.schema(rules)}
		},
		read: func(r *configReader, n yamlNode) map[string]string {
			m := map[string]string{}
			first := r.keys(n)
			for i, k := range n.keys {
				if first[k.text] == i {
					k.kind = yamlText // 1234: is a key, whatever YAML takes it for
					name, v := key.read(r, k), value.read(r, n.values[i])
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
		schema: func(rules []*Rule) schema {
			return schema{"type": []string{"array", "null"}, "items": k.schema(rules)}
		},
		read: func(r *configReader, n yamlNode) []T {
			var values []T
			switch n.kind {
			case yamlNull:
			case yamlList:
				for _, v := range n.values {
					values = append(values, k.read(r, v))
				}
			default:
				r.errorf(n.span, "a list is expected here, not %s", n.kind)
			}
			return values
		},
	}
}

// some is one value, or a list of at least one.
func some[T any](k kind[T]) kind[[]T] {
	several := list(k)
	return kind[[]T]{
		schema: func(rules []*Rule) schema {
			one := k.schema(rules)
			return schema{"anyOf": []schema{one, {"type": "array", "minItems": 1, "items": one}}}
		},
		read: func(r *configReader, n yamlNode) []T {
			switch {
			case n.kind == yamlNull, n.kind == yamlList && len(n.values) == 0:
				r.errorf(n.span, "this names nothing: list what is meant, or leave the key out")
				return nil
			case n.kind == yamlList:
				return several.read(r, n)
			}
			return []T{k.read(r, n)}
		},
	}
}

// object is a mapping with known members.
func object[T any](members func(*T) []member) kind[T] {
	return kind[T]{
		schema: func(rules []*Rule) schema { return objectSchema(rules, members(new(T))) },
		read: func(r *configReader, n yamlNode) T {
			var v T
			if n.kind == yamlNull {
				n.kind = yamlMapping // what it needs is missing all the same
			}
			r.object(n, members(&v))
			return v
		},
	}
}
