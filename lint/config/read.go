package config

import (
	"studiolint/lint/finding"
	"studiolint/lint/form"
	"studiolint/schemas"
)

// A reader walks a configuration and collects every mistake in it.
type reader struct {
	form.Reader
	rules   []*finding.Rule
	house   []string // the IDs of the configuration's own rules
	anyRule bool     // it may have others, too: what it extends is not known

	catalogue schemas.Catalogue // with the widget types that the configuration names
}

// From the members the configuration is read, its JSON Schema made and its commented
// example written, so that the three cannot differ.
type (
	member      = form.Member[*reader]
	kind[T any] = form.Kind[*reader, T]
)

// ruleIDs returns the IDs of the rules in the order of the catalogue.
func ruleIDs(rules []*finding.Rule) []string {
	ids := make([]string, len(rules))
	for i, r := range rules {
		ids[i] = r.ID
	}
	return ids
}
