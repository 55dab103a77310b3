package form

import (
	"bytes"
	"encoding/json"
)

// A Schema is a JSON Schema (draft-07), or a part of one.
type Schema map[string]any

// ObjectSchema is the schema of a mapping with these members.
func ObjectSchema[R Reading](r R, members []Member[R]) Schema {
	properties := Schema{}
	var required []string
	for _, m := range members {
		properties[m.Name] = m.Schema(r).Described(m.Doc)
		if m.Required != "" {
			required = append(required, m.Name)
		}
	}
	s := Schema{"type": "object", "additionalProperties": false, "properties": properties}
	if required != nil {
		s["required"] = required
	} else {
		s["type"] = []string{"object", "null"}
	}
	return s
}

// Described returns a schema with a description.
func (s Schema) Described(doc string) Schema {
	if s["$ref"] != nil {
		return Schema{"allOf": []Schema{s}, "description": doc} // draft-07 reads nothing beside $ref
	}
	d := Schema{"description": doc}
	for key, v := range s {
		d[key] = v
	}
	return d
}

// Print returns the schema as text, the same each time, byte for byte.
func (s Schema) Print() []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(s); err != nil {
		panic(err) // a schema holds nothing but texts, lists and mappings
	}
	return b.Bytes()
}
