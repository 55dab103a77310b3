package script

import "studiolint/lint/form"

// Schema returns the JSON Schema (draft-07) of a test file: what editors check and
// complete it by. It is the same each time, byte for byte.
func Schema() []byte {
	s := form.ObjectSchema(new(reader), suiteMembers(new(Suite)))
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["title"] = "studiolint test"
	s["description"] = "Scripted conversations with a Twilio Studio flow, for \"studiolint test\"."
	return s.Print()
}
