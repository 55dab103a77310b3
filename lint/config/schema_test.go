package config

import (
	"encoding/json"
	"strings"
	"testing"
)

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
