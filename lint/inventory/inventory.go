// Package inventory tells what flows depend on outside themselves, and moves them from
// one account to another.
package inventory

import (
	"cmp"
	"slices"

	"studiolint/lint/finding"
	"studiolint/lint/project"
	"studiolint/lint/source"
)

// A Kind is a sort of thing that flows depend on, as the JSON form writes it.
type Kind string

// The kinds of things.
const (
	SID      Kind = "sid"
	Phone    Kind = "phone"   // a number in the form of E.164
	Address  Kind = "address" // another address of a person or a device: SIP, client, a short code
	URL      Kind = "url"
	Host     Kind = "host"
	Function Kind = "function" // what runs a Twilio Function: its URL, or the SIDs of it and its service
	Subflow  Kind = "subflow"
	Content  Kind = "content"  // a content template
	Variable Kind = "variable" // what an execution is started with
)

// How says in which way a flow names a thing.
type How string

// The ways to name a thing.
const (
	Literal  How = "literal"
	Constant How = "constant" // Liquid prints a text that the flow itself sets
	Liquid   How = "liquid"   // what it is only an execution knows
)

// An Item is one thing that flows depend on.
type Item struct {
	Kind    Kind
	SIDKind string // the letters of its SID, "" when it has none
	Value   string // the value, or the template that prints it
	How     How
	Places  []Place
}

// A Place is where a flow names a thing.
type Place struct {
	Widget string // its name, or where it stands; "" for none
	Member string // a path from the widget, such as properties.parameters[host].value
	File   string
	Range  source.Range
}

// Of returns what some documents depend on, in the order of kinds and values. No value
// holds a text that a sensitive finding points at.
func Of(documents []*project.Document, found []*finding.Diagnostic) []*Item {
	c := collector{items: map[key]*Item{}, secrets: finding.SecretsOf(found)}
	for _, d := range documents {
		c.document(d)
	}
	var list []*Item
	for _, item := range c.items {
		list = append(list, item)
	}
	slices.SortFunc(list, func(a, b *Item) int {
		return cmp.Or(groupOf(a)-groupOf(b), cmp.Compare(a.SIDKind, b.SIDKind), cmp.Compare(b.Kind, a.Kind),
			cmp.Compare(a.Value, b.Value), cmp.Compare(b.How, a.How))
	})
	return list
}
