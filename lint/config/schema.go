package config

import (
	"fmt"

	"studiolint/lint/finding"
	"studiolint/lint/form"
)

// Schema returns the JSON Schema (draft-07) of a configuration for these
// rules: what editors check and complete it by. It is the same for the same
// rules, byte for byte.
func Schema(rules []*finding.Rule) []byte {
	s := form.ObjectSchema(&reader{rules: rules}, rootMembers(new(Config)))
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["title"] = "studiolint"
	s["description"] = "Configuration of studiolint, " + Name + ". It holds for the folder it stands in and those below that have none of their own."
	s["type"] = []string{"object", "null"}
	s["definitions"] = form.Schema{"rules": rulesSchema(rules)}
	return s.Print()
}

var severityNames = []string{finding.Off.String(), finding.Note.String(), finding.Warning.String(), finding.Error.String()}

func rulesSchema(rules []*finding.Rule) form.Schema {
	properties := form.Schema{}
	for _, r := range rules {
		usual := r.Severity.String()
		if r.Varies != "" {
			usual += " (" + r.Varies + ")"
		}
		properties[r.ID] = form.Schema{
			"title":       r.Title,
			"description": fmt.Sprintf("%s\n\nWithout configuration: %s.", r.Doc, usual),
			"enum":        severityNames,
		}
	}
	house := form.Schema{"enum": severityNames, "description": "A house rule, if there is one of this ID under \"policies\" or in what is extended."}
	return form.Schema{"type": []string{"object", "null"}, "additionalProperties": false, "properties": properties, "patternProperties": form.Schema{kebab: house}}
}
