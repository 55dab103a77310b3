// Package schemas is the catalogue of what is known about Studio: one JSON file
// per widget type, and files for the flow definition, what every state shares,
// Liquid, the resources around a flow, the names people invent,
// some hosts, Twilio's own APIs, and the words of a message that it acts on itself,
// and the languages of voices.
//
// Each widget, flow, state and resource file is a JSON Schema (draft-07) with one
// member more, "x-studio", that holds the facts a JSON Schema cannot say: what a
// property means, its range, what an event means and who causes it, what a
// widget stores, what it needs, where each fact comes from. Facts about a widget
// stand here and nowhere else.
//
// When Twilio adds a widget, one file is added to widgets, and a widget of the type to a
// sample flow; nothing else changes. Its "$schema", catalogue.schema.json, lets an editor
// say what each fact means, and the tests of this package tell by file and line what is
// wrong or missing.
//
// The program has the files as tables that the compiler lays out, tables.go, so that
// nothing is read when it runs; everything returned is shared and must not be changed.
// What reads the files stands beside the tests.
package schemas

//go:generate go test -run ^TestTablesAreFresh$ . -update
