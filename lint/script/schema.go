package script

import (
	"bytes"
	"encoding/json"
)

// Schema returns the JSON Schema (draft-07) of a test file: what editors check and
// complete it by. It is the same each time, byte for byte.
func Schema() []byte {
	s := objectSchema(suiteMembers(new(Suite)))
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["title"] = "studiolint test"
	s["description"] = "Scripted conversations with a Twilio Studio flow, for \"studiolint test\"."
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(s); err != nil {
		panic(err) // the schema holds nothing but texts, lists and mappings
	}
	return b.Bytes()
}

// objectSchema is the schema of a mapping with these members.
func objectSchema(members []member) schema {
	properties := schema{}
	var required []string
	for _, m := range members {
		properties[m.name] = described(m.schema(), m.doc)
		if m.required != "" {
			required = append(required, m.name)
		}
	}
	s := schema{"type": "object", "additionalProperties": false, "properties": properties}
	if required != nil {
		s["required"] = required
	}
	return s
}

// described returns a schema with a description.
func described(of schema, doc string) schema {
	s := schema{"description": doc}
	for key, v := range of {
		s[key] = v
	}
	return s
}
