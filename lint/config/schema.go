package config

import "studiolint/lint/finding"

// objectSchema is the schema of a mapping with these members.
func objectSchema(rules []*finding.Rule, members []member) schema {
	properties := schema{}
	var required []string
	for _, m := range members {
		p := m.schema(rules)
		if p["$ref"] != nil {
			p = schema{"allOf": []schema{p}} // draft-07 reads nothing beside $ref
		}
		p["description"] = m.doc
		properties[m.name] = p
		if m.required != "" {
			required = append(required, m.name)
		}
	}
	s := schema{"type": "object", "additionalProperties": false, "properties": properties}
	if required != nil {
		s["required"] = required
	} else {
		s["type"] = []string{"object", "null"}
	}
	return s
}
