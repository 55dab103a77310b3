package about

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"studiolint/schemas"
)

// A schema is a JSON Schema, or a part of one.
type schema map[string]any

// FlowSchema returns the JSON Schema (draft-07) of a flow definition: what editors check
// and complete one by. What is wrong by it is wrong for Twilio; of an open list the known
// values are examples. It is the same each time, byte for byte.
//
// A type that is misspelt is one mistake, since what a type asks for stands under if and
// then; a choice of whole states would name the first of them.
func FlowSchema() []byte {
	flow := schemas.Flow()
	s := of(flow.Schema, described{property: flow.Property})
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["title"] = flow.Title
	s["description"] = flow.Description
	members := s["properties"].(schema)
	delete(members, "$schema") // editors take it for their own
	members["states"].(schema)["items"] = schema{"$ref": "#/definitions/state"}
	s["definitions"] = schema{"state": stateSchema()}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(s); err != nil {
		panic(err) // it holds nothing but texts, numbers, lists and mappings
	}
	return b.Bytes()
}

// stateSchema is what every state is, and what each type asks for.
func stateSchema() schema {
	state := schemas.State()
	s := of(state.Schema, described{property: state.Property})
	types := schemas.Types()
	var titles []string
	var conditions []schema
	for _, typ := range types {
		w := schemas.Lookup(typ)
		titles = append(titles, strings.TrimSpace(w.Title+": "+w.Description))
		conditions = append(conditions, schema{
			"if":   schema{"required": []string{"type"}, "properties": schema{"type": schema{"const": typ}}},
			"then": widgetSchema(w),
		})
	}
	members := s["properties"].(schema)
	members["type"] = schema{"type": "string", "enum": types, "enumDescriptions": titles, "description": "What the widget does"}
	s["allOf"] = conditions
	return s
}

// widgetSchema is what a type asks for beside what every state is.
func widgetSchema(w *schemas.Widget) schema {
	members := schema{}
	if p := w.Schema.At("properties"); p != nil {
		members["properties"] = of(p, described{property: w.Property})
	}
	if t := transitionsSchema(w); t != nil {
		members["transitions"] = t
	}
	s := schema{"properties": members}
	if len(w.Schema.Required) > 0 {
		s["required"] = w.Schema.Required
	}
	return s
}

// transitionsSchema names the events of a type, and the operators of its conditions.
func transitionsSchema(w *schemas.Widget) schema {
	if len(w.Events) == 0 {
		return nil
	}
	var names, meanings []string
	for _, e := range w.Events {
		names = append(names, e.Name)
		meanings = append(meanings, e.Meaning)
	}
	event := schema{"enum": names, "enumDescriptions": meanings}
	if w.OpenEvents {
		event = schema{"anyOf": []schema{event, {"type": "string"}}}
	}
	members := schema{"event": event}
	if len(w.Operators) > 0 {
		members["conditions"] = schema{"items": schema{"properties": conditionMembers(w)}}
	}
	return schema{"items": schema{"properties": members}}
}

func conditionMembers(w *schemas.Widget) schema {
	members := schema{}
	for _, p := range w.Conditions {
		members[p.Name] = schema{"description": p.Meaning}
	}
	var names, meanings []string
	for _, o := range w.Operators {
		names = append(names, o.Name)
		meanings = append(meanings, o.Meaning)
	}
	operator := schema{"enum": names, "enumDescriptions": meanings}
	if known, ok := members["type"].(schema); ok {
		maps.Copy(operator, known)
	}
	members["type"] = operator
	return members
}

// described finds what there is to say of the members of an object, whose names may begin
// with those of what holds it.
type described struct {
	property func(name string) *schemas.Property
	prefix   string
}

// of writes a table of the catalogue as a JSON Schema.
func of(s *schemas.Schema, d described) schema {
	out := schema{}
	if names := s.Types.Names(); len(names) == 1 {
		out["type"] = names[0]
	} else if len(names) > 1 {
		out["type"] = names
	}
	if len(s.Required) > 0 {
		out["required"] = s.Required
	}
	if s.HasConst {
		out["const"] = s.Const
	}
	if s.Enum != nil {
		out["enum"] = s.Enum
	}
	for keyword, value := range map[string]int{"minLength": s.MinLength, "minItems": s.MinItems, "maxItems": s.MaxItems} {
		if value > 0 {
			out[keyword] = value
		}
	}
	if s.Items != nil {
		out["items"] = of(s.Items, d)
	}
	members := schema{}
	for name, m := range s.Properties.All() {
		full := d.prefix + name
		member := of(m, described{d.property, full + "."})
		if p := d.property(full); p != nil {
			describe(member, s, p)
		}
		members[name] = member
	}
	if len(members) > 0 {
		out["properties"] = members
	}
	if len(s.OneOfRequired) > 0 {
		var choices []schema
		for _, names := range s.OneOfRequired {
			choices = append(choices, schema{"required": names})
		}
		out["oneOf"] = choices
	}
	return out
}

// describe adds what the catalogue says of a member.
func describe(member schema, object *schemas.Schema, p *schemas.Property) {
	lines := []string{p.Meaning}
	if facts := Property(object, *p); !strings.Contains(p.Name, ".") {
		lines = append(lines, strings.Join(facts, "; "))
	}
	if p.Note != "" {
		lines = append(lines, "Note: "+p.Note)
	}
	member["description"] = strings.TrimSpace(strings.Join(lines, "\n\n"))
	if len(p.Values) > 0 && member["enum"] == nil {
		member["examples"] = slices.Clone(p.Values)
	}
}
