package rules

import (
	"fmt"
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

func (c schemaCheck) oneOf(s subject, v schemas.Violation, at source.Node) {
	path := c.Pass.Document.PropertyPath(at)
	if len(v.Present) == 0 {
		place, meant, instead := s.Place(), "", source.Node{}
		hint := "add one of them"
		for _, name := range v.Expected {
			if p := s.PropertyAt(at, name); p != nil && p.Empty != "" {
				hint += "; " + words.Quote(name) + `: "" ` + p.Empty
			}
		}
		for _, name := range v.Expected {
			if w, what := s.Instead(at, name, s.SchemaAt(v.Path)); w.Exists() {
				place, hint, meant, instead = w.KeyPlace(), what, name, w
				break
			}
		}
		if w := s.Widget; w != nil && at == w.Properties {
			if n := effects.SpokenVoice(w); n.Exists() {
				place, hint = n.KeyPlace(), "the text stands in "+words.Quote(n.Key())+": move it"
			}
		}
		d := c.Reportf(place, "%s has none of %s, and Twilio requires exactly one; %s", s.Name(), words.List(v.Expected), hint).
			Says(path, "should be valid to one and only one schema, but 0 are valid")
		s.offerMember(d, at, instead, meant)
		return
	}
	var second source.Node
	for _, member := range at.Members() {
		if slices.Contains(v.Present, member.Key()) {
			second = member
		}
	}
	c.Reportf(second.KeyPlace(), "%s has %s, and Twilio requires exactly one of them; remove the others", s.Name(), words.List(v.Present)).
		Says(path, fmt.Sprintf("should be valid to one and only one schema, but %d are valid", len(v.Present)))
}
