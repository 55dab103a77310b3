package config

import (
	"bytes"
	"encoding/json"
	"fmt"

	"studiolint/lint/finding"
)

// Schema returns the JSON Schema (draft-07) of a configuration for these
// rules: what editors check and complete it by. It is the same for the same
// rules, byte for byte.
func Schema(rules []*finding.Rule) []byte {
	s := objectSchema(rules, rootMembers(new(Config)))
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["title"] = "studiolint"
	s["description"] = "Configuration of studiolint, " + Name + ". It holds for the folder it stands in and those below that have none of their own."
	s["type"] = []string{"object", "null"}
	s["definitions"] = schema{"rules": rulesSchema(rules)}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(s); err != nil {
		panic(err) // the schema holds nothing but texts, lists and mappings
	}
	return b.Bytes()
}

var severityNames = []string{finding.Off.String(), finding.Note.String(), finding.Warning.String(), finding.Error.String()}

func rulesSchema(rules []*finding.Rule) schema {
	properties := schema{}
	for _, r := range rules {
		usual := r.Severity.String()
		if r.Varies != "" {
			usual += " (" + r.Varies + ")"
		}
		properties[r.ID] = schema{
			"title":       r.Title,
			"description": fmt.Sprintf("%s\n\nWithout configuration: %s.", r.Doc, usual),
			"enum":        severityNames,
		}
	}
	house := schema{"enum": severityNames, "description": "A house rule, if there is one of this ID under \"policies\" or in what is extended."}
	return schema{"type": []string{"object", "null"}, "additionalProperties": false, "properties": properties, "patternProperties": schema{kebab: house}}
}

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
