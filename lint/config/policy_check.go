package config

import (
	"fmt"
	"slices"
	"strings"

	"studiolint/lint/form"
	"studiolint/lint/glob"
	"studiolint/lint/words"
	"studiolint/lint/yaml"
	"studiolint/schemas"
)

// typesOf returns what the catalogue knows of the types that selectors select. It is
// complete when each of them is known by its properties and events, or selected with
// others: then what none of them has is a mistake.
func (r *reader) typesOf(selectors ...Selector) (list []*schemas.Widget, complete bool) {
	complete = true
	seen := map[string]bool{}
	add := func(w *schemas.Widget, typ string, named bool) {
		if named && (w.OpenProperties || w.OpenEvents || !w.Known()) {
			complete = false
		}
		if !seen[typ] {
			seen[typ] = true
			list = append(list, w)
		}
	}
	for _, s := range selectors {
		if types, fixed := s.FixedTypes(); fixed {
			for _, typ := range types {
				add(r.catalogue.Widget(typ), typ, true)
			}
			continue
		}
		for _, typ := range r.catalogue.Types() {
			if s.SelectsType(typ) {
				add(r.catalogue.Widget(typ), typ, false)
			}
		}
	}
	return list, complete
}

// checkSelector reports what no widget can be: a type that there is not, a property that
// no type has.
func (r *reader) checkSelector(s *Selector, n yaml.Node) {
	if n.Kind != yaml.Mapping {
		return // reported
	}
	if len(n.Keys) == 0 {
		r.Errorf(n.Span, `this selects nothing: write type, name or property; {type: "*"} for every widget`)
		return
	}
	for _, at := range each(valueOf(n, "type")) {
		if r.isNoType(at) {
			r.Errorf(at.Span, "there is no widget type %q%s", at.Text, hint(at.Text, r.catalogue.Types(), `; list one that is newer than this program under "widget-types"`))
			return
		}
	}
	r.checkProperties(valueOf(n, "property"), *s)
}

// checkProperties reports the keys that are no property of any type that is selected.
func (r *reader) checkProperties(n yaml.Node, selectors ...Selector) {
	types, complete := r.typesOf(selectors...)
	if !complete || len(types) == 0 {
		return
	}
	var known []string
	for _, w := range types {
		for i := range w.Properties {
			known = append(known, w.Properties[i].Name)
		}
	}
	for _, key := range n.Keys {
		if !slices.Contains(known, key.Text) {
			r.Errorf(key.Span, "%s property %q%s", nameTypes(types), key.Text, hint(key.Text, known, ""))
		}
	}
}

// nameTypes says that one type, or none of several, has something.
func nameTypes(types []*schemas.Widget) string {
	if len(types) == 1 {
		return types[0].Type + " has no"
	}
	return "no widget type that is meant has the"
}

func hint(word string, known []string, otherwise string) string {
	if near := words.DidYouMean(word, known); near != "" {
		return near
	}
	return otherwise
}

// checkPolicy reports what is wrong with a house rule as a whole.
func (r *reader) checkPolicy(p *Policy, n yaml.Node) {
	if n.Kind != yaml.Mapping {
		return // reported
	}
	if r.wrongTypes(n) {
		return // its events and properties are not to be judged
	}
	require, on := valueOf(n, "require"), valueOf(n, "on")
	q := &p.Require
	switch {
	case len(require.Keys) == 0 && !p.Forbid:
		r.Errorf(n.Span, `this house rule asks for nothing: write "require" with before, after, between, next, name, property or attributes, or "forbid: true"`)
	case len(require.Keys) > 0 && p.Forbid:
		r.Errorf(valueOf(n, "forbid").Span, "a widget that is forbidden needs to be nothing else: leave \"forbid\" or \"require\" out")
	case len(p.On) > 0 && q.After == nil && q.Between == nil && q.Next == nil:
		r.Errorf(on.Span, "\"on\" says by which events a widget is left, and that matters for after, between and next alone: leave it out")
	}
	r.checkProperties(valueOf(require, "property"), p.Match...)
	r.checkEvents(on, p.Match)
	if len(q.Attributes) == 0 {
		return
	}
	types, complete := r.typesOf(p.Match...)
	if complete && !slices.ContainsFunc(types, hasJSON) {
		r.Errorf(valueOf(require, "attributes").Span, "%s property that is JSON text: attributes are those of Send to Flex, for example", nameTypes(types))
	}
}

// wrongTypes reports whether a type that a policy matches does not exist.
func (r *reader) wrongTypes(policy yaml.Node) bool {
	return slices.ContainsFunc(each(valueOf(policy, "match")), func(s yaml.Node) bool {
		return slices.ContainsFunc(each(valueOf(s, "type")), r.isNoType)
	})
}

// isNoType reports whether a text stands for no type that there is.
func (r *reader) isNoType(at yaml.Node) bool {
	return at.Kind == yaml.Text && !slices.ContainsFunc(r.catalogue.Types(), func(t string) bool { return glob.MatchName(at.Text, t) })
}

// hasJSON reports whether a type has a property that is JSON text.
func hasJSON(w *schemas.Widget) bool {
	return slices.ContainsFunc(w.Properties, func(p schemas.Property) bool { return p.Format == schemas.FormatJSON })
}

// checkEvents reports events that no type which is selected raises.
func (r *reader) checkEvents(n yaml.Node, selectors []Selector) {
	types, complete := r.typesOf(selectors...)
	if !complete || len(types) == 0 {
		return
	}
	var known []string
	for _, w := range types {
		for _, e := range w.Events {
			known = append(known, e.Name)
		}
	}
	for _, at := range each(n) {
		if at.Kind != yaml.Text || slices.Contains(known, at.Text) {
			continue
		}
		otherwise := ""
		if len(types) == 1 {
			otherwise = fmt.Sprintf("; it has %s", strings.Join(known, ", "))
		}
		r.Errorf(at.Span, "%s event %q%s", nameTypes(types), at.Text, hint(at.Text, known, otherwise))
	}
}

// policies are house rules, each with an ID of its own.
func policies() kind[[]*Policy] {
	all := form.List(policy())
	return kind[[]*Policy]{
		Schema: all.Schema,
		Read: func(r *reader, n yaml.Node) []*Policy {
			list := all.Read(r, n)
			lines := map[string]int{}
			for i, p := range list {
				id := valueOf(n.Values[i], "id")
				if p.ID == "" {
					continue
				}
				line, twice := lines[p.ID]
				switch {
				case twice:
					r.Errorf(id.Span, "a house rule has the ID %q already, on line %d: give this one another", p.ID, line)
				case slices.Contains(ruleIDs(r.rules), p.ID):
					r.Errorf(id.Span, "%q is a rule of studiolint's own: give the house rule another ID, such as %q", p.ID, "our-"+p.ID)
				default:
					lines[p.ID] = r.Line(id.Span)
				}
			}
			return list
		},
	}
}
