package config

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"sync"

	"studiolint/lint/finding"
	"studiolint/lint/pattern"
	"studiolint/lint/yaml"
)

func policyMembers(p *Policy) []member {
	p.Severity = finding.Warning
	return []member{
		field("id", "The name of the rule, in lower case with hyphens: consent-before-recording.",
			policyID(), &p.ID).needed("give the house rule a name, such as consent-before-recording"),
		field("severity", "How much its findings matter: off, note, warning (the default) or error.",
			severity(), &p.Severity),
		field("message", "What its findings tell people to do.",
			plainText(), &p.Message),
		field("reason", "Why the house rule exists, for \"studiolint explain\" and reports.",
			plainText(), &p.Reason),
		field("match", "The widgets it is about. Of several, each counts.",
			some(selector()), &p.Match).needed(`say which widgets it is about; {type: "*"} for all`),
		field("on", "The events by which these widgets are left, for after, between and next. Left out: any.",
			some(plainText()), &p.On),
		field("require", "What is asked of each of these widgets: all that stands here.",
			object(requirementMembers), &p.Require),
		field("forbid", "There may be no such widget.",
			onlyTrue(), &p.Forbid),
	}
}

func requirementMembers(q *Requirement) []member {
	return []member{
		field("before", "Every path from the trigger to the widget passes one of these.",
			some(selector()), &q.Before),
		field("after", "Every path from the widget to an end of the flow passes one of these.",
			some(selector()), &q.After),
		field("between", "Every path from the widget to one of \"to\" passes one of \"passes\".",
			pointer(object(betweenMembers)), &q.Between),
		field("next", "The transitions of the widget lead to one of these.",
			some(selector()), &q.Next),
		field("name", "What a part of the widget's name matches: a regular expression, as Java reads it.",
			expression(), &q.Name),
		field("property", "What a part of a property matches, by the property's name: regular expressions, as Java reads them. A property that is missing does not match.",
			properties(), &q.Property),
		field("attributes", "Members that a property which is JSON text has, such as the attributes of Send to Flex: customer_id, customers.external_id.",
			some(plainText()), &q.Attributes),
	}
}

func betweenMembers(b *Between) []member {
	return []member{
		field("to", "Where the paths lead.",
			some(selector()), &b.To).needed("say where the paths lead"),
		field("passes", "What every one of them passes.",
			some(selector()), &b.Passes).needed("say what the paths pass"),
	}
}

func selectorMembers(s *Selector) []member {
	return []member{
		field("type", "Types of widgets, in which * stands for any text.",
			some(plainText()), &s.Types),
		field("name", "Names of widgets, in which * stands for any text.",
			some(plainText()), &s.Names),
		field("property", "What a part of a property matches, by the property's name: regular expressions, as Java reads them. A property that is missing does not match.",
			properties(), &s.Property),
	}
}

// selector is one that the catalogue can fulfil.
func selector() kind[Selector] {
	entry := object(selectorMembers)
	return kind[Selector]{
		schema: entry.schema,
		read: func(r *reader, n yaml.Node) Selector {
			s := entry.read(r, n)
			r.checkSelector(&s, n)
			return s
		},
	}
}

// policy is a house rule that can hold.
func policy() kind[*Policy] {
	entry := object(policyMembers)
	return kind[*Policy]{
		schema: entry.schema,
		read: func(r *reader, n yaml.Node) *Policy {
			p := entry.read(r, n)
			r.checkPolicy(&p, n)
			return &p
		},
	}
}

// kebab is the form of a rule's ID.
const kebab = `^[a-z][a-z0-9]*(-[a-z0-9]+)*$`

var kebabExpression = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(kebab) })

func policyID() kind[string] {
	return text(schema{"pattern": kebab}, func(s string) (string, error) {
		if !kebabExpression().MatchString(s) {
			return "", fmt.Errorf("%q is no name for a rule: write lower case with hyphens, such as consent-before-recording", s)
		}
		return s, nil
	})
}

func severity() kind[finding.Severity] {
	return kind[finding.Severity]{
		schema: func([]*finding.Rule) schema { return schema{"enum": severityNames} },
		read: func(r *reader, n yaml.Node) finding.Severity {
			s, err := finding.ParseSeverity(n.Text)
			if err != nil || n.Kind > yaml.Text {
				r.errorf(n.Span, "a severity is expected here: write off, note, warning or error")
			}
			return s
		},
	}
}

// onlyTrue is a switch that is left out to be off.
func onlyTrue() kind[bool] {
	return kind[bool]{
		schema: func([]*finding.Rule) schema { return schema{"const": true} },
		read: func(r *reader, n yaml.Node) bool {
			if n.Kind != yaml.Bool || n.Text != "true" {
				r.errorf(n.Span, "write true here, or leave the key out")
			}
			return true
		},
	}
}

// expression is a regular expression as Java reads it, the dialect of Studio.
func expression() kind[*Expression] {
	return text(nil, func(s string) (*Expression, error) {
		p, err := pattern.Parse(s, false)
		var wrong *pattern.Error
		switch {
		case errors.As(err, &wrong):
			return nil, fmt.Errorf("this is no regular expression (as Java reads them): %w", wrong)
		case err != nil:
			return nil, errors.New("this regular expression is too long or nested too deep: make it simpler")
		}
		return &Expression{s, p}, nil
	})
}

// properties is a mapping from names of properties to expressions.
func properties() kind[[]PropertyPattern] {
	value := expression()
	return kind[[]PropertyPattern]{
		schema: func(rules []*finding.Rule) schema {
			return schema{"type": "object", "minProperties": 1, "additionalProperties": value.schema(rules)}
		},
		read: func(r *reader, n yaml.Node) []PropertyPattern {
			var list []PropertyPattern
			first := r.keys(n)
			for i, key := range n.Keys {
				if first[key.Text] != i {
					continue
				}
				if e := value.read(r, n.Values[i]); e != nil {
					list = append(list, PropertyPattern{key.Text, e})
				}
			}
			if len(n.Keys) == 0 && (n.Kind == yaml.Mapping || n.Kind == yaml.Null) {
				r.errorf(n.Span, "this names no property: list what is meant, or leave the key out")
			}
			return list
		},
	}
}

// pointer is a value that may be left out.
func pointer[T any](k kind[T]) kind[*T] {
	return kind[*T]{
		schema: k.schema,
		read: func(r *reader, n yaml.Node) *T {
			v := k.read(r, n)
			return &v
		},
	}
}

// policyIDs returns the IDs of the house rules that a configuration declares, as they
// are written.
func policyIDs(root yaml.Node) []string {
	var ids []string
	for _, p := range valueOf(root, "policies").Values {
		if id := valueOf(p, "id"); id.Kind == yaml.Text && !slices.Contains(ids, id.Text) {
			ids = append(ids, id.Text)
		}
	}
	return ids
}

// valueOf returns what stands under a key of a mapping, the zero Node for nothing.
func valueOf(n yaml.Node, key string) yaml.Node {
	if i := slices.IndexFunc(n.Keys, func(k yaml.Node) bool { return k.Text == key }); i >= 0 {
		return n.Values[i]
	}
	return yaml.Node{}
}

// texts returns the texts of a list.
func texts(list yaml.Node) []string {
	var all []string
	for _, v := range list.Values {
		if v.Kind == yaml.Text {
			all = append(all, v.Text)
		}
	}
	return all
}

// each returns the values of a list, or one that stands for itself.
func each(n yaml.Node) []yaml.Node {
	if n.Kind == yaml.List {
		return n.Values
	}
	return []yaml.Node{n}
}
