package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

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
	return schema{"type": []string{"object", "null"}, "additionalProperties": false, "properties": properties}
}

func TestSchema(t *testing.T) {
	text := Schema(someRules)
	if string(text) != string(Schema(someRules)) {
		t.Error("the schema is not the same twice")
	}
	var s struct {
		Schema      string `json:"$schema"`
		Properties  map[string]any
		Definitions struct {
			Rules struct {
				Properties map[string]struct {
					Title, Description string
					Enum               []string
				}
			}
		}
	}
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	if s.Schema != "http://json-schema.org/draft-07/schema#" || len(s.Properties) != len(rootMembers(new(Config))) {
		t.Errorf("%s with %d keys", s.Schema, len(s.Properties))
	}
	for _, r := range someRules {
		p := s.Definitions.Rules.Properties[r.ID]
		if p.Title != r.Title || !strings.HasPrefix(p.Description, r.Doc) || len(p.Enum) != 4 {
			t.Errorf("%s: %+v", r.ID, p)
		}
	}
	if d := s.Definitions.Rules.Properties["schema"].Description; d != "About shapes.\n\nWithout configuration: error (note for <b>)." {
		t.Errorf("%q", d)
	}
}
