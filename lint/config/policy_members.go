package config

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"sync"

	"studiolint/lint/finding"
	"studiolint/lint/form"
	"studiolint/lint/pattern"
	"studiolint/lint/yaml"
)

func policyMembers(p *Policy) []member {
	p.Severity = finding.Warning
	return []member{
		form.Field("id", "The name of the rule, in lower case with hyphens: consent-before-recording.",
			policyID(), &p.ID).Needed("give the house rule a name, such as consent-before-recording"),
		form.Field("severity", "How much its findings matter: off, note, warning (the default) or error.",
			severity(), &p.Severity),
		form.Field("message", "What its findings tell people to do.",
			plainText(), &p.Message),
		form.Field("reason", "Why the house rule exists, for \"studiolint explain\" and reports.",
			plainText(), &p.Reason),
		form.Field("match", "The widgets it is about. Of several, each counts.",
			some(selector()), &p.Match).Needed(`say which widgets it is about; {type: "*"} for all`),
		form.Field("on", "The events by which these widgets are left, for after, between and next. Left out: any.",
			some(plainText()), &p.On),
		form.Field("require", "What is asked of each of these widgets: all that stands here.",
			form.Object(requirementMembers), &p.Require),
		form.Field("forbid", "There may be no such widget.",
			onlyTrue(), &p.Forbid),
	}
}

func requirementMembers(q *Requirement) []member {
	return []member{
		form.Field("before", "Every path from the trigger to the widget passes one of these.",
			some(selector()), &q.Before),
		form.Field("after", "Every path from the widget to an end of the flow passes one of these.",
			some(selector()), &q.After),
		form.Field("between", "Every path from the widget to one of \"to\" passes one of \"passes\".",
			pointer(form.Object(betweenMembers)), &q.Between),
		form.Field("next", "The transitions of the widget lead to one of these.",
			some(selector()), &q.Next),
		form.Field("name", "What a part of the widget's name matches: a regular expression, as Java reads it.",
			expression(), &q.Name),
		form.Field("property", "What a part of a property matches, by the property's name: regular expressions, as Java reads them. A property that is missing does not match.",
			properties(), &q.Property),
		form.Field("attributes", "Members that a property which is JSON text has, such as the attributes of Send to Flex: customer_id, customers.external_id.",
			some(plainText()), &q.Attributes),
	}
}

func betweenMembers(b *Between) []member {
	return []member{
		form.Field("to", "Where the paths lead.",
			some(selector()), &b.To).Needed("say where the paths lead"),
		form.Field("passes", "What every one of them passes.",
			some(selector()), &b.Passes).Needed("say what the paths pass"),
	}
}

func selectorMembers(s *Selector) []member {
	return []member{
		form.Field("type", "Types of widgets, in which * stands for any text.",
			some(plainText()), &s.Types),
		form.Field("name", "Names of widgets, in which * stands for any text.",
			some(plainText()), &s.Names),
		form.Field("property", "What a part of a property matches, by the property's name: regular expressions, as Java reads them. A property that is missing does not match.",
			properties(), &s.Property),
	}
}

// selector is one that the catalogue can fulfil.
func selector() kind[Selector] {
	entry := form.Object(selectorMembers)
	return kind[Selector]{
		Schema: entry.Schema,
		Read: func(r *reader, n yaml.Node) Selector {
			s := entry.Read(r, n)
			r.checkSelector(&s, n)
			return s
		},
	}
}

// policy is a house rule that can hold.
func policy() kind[*Policy] {
	entry := form.Object(policyMembers)
	return kind[*Policy]{
		Schema: entry.Schema,
		Read: func(r *reader, n yaml.Node) *Policy {
			p := entry.Read(r, n)
			r.checkPolicy(&p, n)
			return &p
		},
	}
}

// kebab is the form of a rule's ID.
const kebab = `^[a-z][a-z0-9]*(-[a-z0-9]+)*$`

var kebabExpression = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(kebab) })

func policyID() kind[string] {
	return text(form.Schema{"pattern": kebab}, func(s string) (string, error) {
		if !kebabExpression().MatchString(s) {
			return "", fmt.Errorf("%q is no name for a rule: write lower case with hyphens, such as consent-before-recording", s)
		}
		return s, nil
	})
}

func severity() kind[finding.Severity] {
	return kind[finding.Severity]{
		Schema: func(*reader) form.Schema { return form.Schema{"enum": severityNames} },
		Read: func(r *reader, n yaml.Node) finding.Severity {
			s, err := finding.ParseSeverity(n.Text)
			if err != nil || n.Kind > yaml.Text {
				r.Errorf(n.Span, "a severity is expected here: write off, note, warning or error")
			}
			return s
		},
	}
}

// onlyTrue is a switch that is left out to be off.
func onlyTrue() kind[bool] {
	return kind[bool]{
		Schema: func(*reader) form.Schema { return form.Schema{"const": true} },
		Read: func(r *reader, n yaml.Node) bool {
			if n.Kind != yaml.Bool || n.Text != "true" {
				r.Errorf(n.Span, "write true here, or leave the key out")
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
		Schema: func(r *reader) form.Schema {
			return form.Schema{"type": "object", "minProperties": 1, "additionalProperties": value.Schema(r)}
		},
		Read: func(r *reader, n yaml.Node) []PropertyPattern {
			var list []PropertyPattern
			first := r.Keys(n)
			for i, key := range n.Keys {
				if first[key.Text] != i {
					continue
				}
				if e := value.Read(r, n.Values[i]); e != nil {
					list = append(list, PropertyPattern{key.Text, e})
				}
			}
			if len(n.Keys) == 0 && (n.Kind == yaml.Mapping || n.Kind == yaml.Null) {
				r.Errorf(n.Span, "this names no property: list what is meant, or leave the key out")
			}
			return list
		},
	}
}

// pointer is a value that may be left out.
func pointer[T any](k kind[T]) kind[*T] {
	return kind[*T]{
		Schema: k.Schema,
		Read: func(r *reader, n yaml.Node) *T {
			v := k.Read(r, n)
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
