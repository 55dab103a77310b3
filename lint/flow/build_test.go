package flow

import (
	"encoding/json"
	"strings"
	"testing"

	"studiolint/lint/source"
	"studiolint/schemas"
)

// build makes a flow from lines of the form
//
//	NAME TYPE EVENT>NEXT EVENT> …
//
// A transition without NEXT ends the execution. A line "initial NAME" names the
// first widget; without it that is Trigger.
func build(t testing.TB, text string) *Flow {
	t.Helper()
	type transition struct {
		Event string `json:"event"`
		Next  string `json:"next,omitempty"`
	}
	type state struct {
		Name        string         `json:"name"`
		Type        string         `json:"type"`
		Transitions []transition   `json:"transitions"`
		Properties  map[string]any `json:"properties"`
	}
	definition := struct {
		States  []state `json:"states"`
		Initial string  `json:"initial_state"`
	}{Initial: "Trigger"}
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		switch {
		case len(words) == 0:
			continue
		case words[0] == "initial":
			definition.Initial = strings.Join(words[1:], " ")
			continue
		}
		s := state{Name: words[0], Type: words[1], Properties: map[string]any{}}
		for _, w := range words[2:] {
			event, next, ok := strings.Cut(w, ">")
			if !ok {
				t.Fatalf("%q is no transition", w)
			}
			s.Transitions = append(s.Transitions, transition{event, next})
		}
		definition.States = append(definition.States, s)
	}
	data, err := json.Marshal(definition)
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, string(data))
}

// parse reads a definition written as JSON.
func parse(t testing.TB, text string) *Flow {
	t.Helper()
	file := source.Parse("flow.json", []byte(text))
	if file.Syntax != nil {
		t.Fatalf("not valid JSON: %v", file.Syntax)
	}
	return New(file.Root(), schemas.Catalogue{})
}

// names joins the names of widgets.
func names(widgets []*Widget) string {
	var list []string
	for _, w := range widgets {
		list = append(list, w.Name)
	}
	return strings.Join(list, " ")
}

// way writes a path as "Trigger -incomingCall> a -next> b"; "-" when there is none.
func way(path []*Transition, ok bool) string {
	switch {
	case !ok:
		return "none"
	case len(path) == 0:
		return "here"
	}
	var b strings.Builder
	for _, t := range path {
		b.WriteString(t.From.Name + " -" + t.Event + "> ")
	}
	return b.String() + path[len(path)-1].Meant.Name
}

// edges writes transitions as "a>b".
func edges(list []*Transition) string {
	var all []string
	for _, t := range list {
		to := ""
		if t.Meant != nil {
			to = t.Meant.Name
		}
		all = append(all, t.From.Name+">"+to)
	}
	return strings.Join(all, " ")
}
