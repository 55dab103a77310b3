package script

import (
	"bytes"
	"fmt"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/sim"
	"studiolint/schemas"
)

// A writer writes a test file.
type writer struct{ b bytes.Buffer }

func (w *writer) line(indent int, format string, args ...any) {
	w.b.WriteString(strings.Repeat(" ", indent))
	fmt.Fprintf(&w.b, format+"\n", args...)
}

// head begins a test file.
func (w *writer) head(from string, p *sim.Program) {
	w.line(0, "flow: %s", plainOrQuoted(from))
	w.line(0, "contact: %s", quoted(defaultContact))
	w.line(0, "channel: %s", quoted(defaultChannel))
	w.b.WriteString("tests:\n")
}

// test writes what happened on a way as a test that expects the same again.
func (w *writer) test(name string, of *way) {
	w.line(2, "- name: %s", plainOrQuoted(name))
	if of.settings.Now != "" {
		w.line(4, "now: %s", of.settings.Now)
	}
	if of.settings.Contact != defaultContact {
		w.line(4, "contact: %s", quoted(of.settings.Contact))
	}
	if of.settings.Channel != defaultChannel {
		w.line(4, "channel: %s", quoted(of.settings.Channel))
	}
	for _, key := range sorted(of.settings.Variables) {
		if key == sorted(of.settings.Variables)[0] {
			w.line(4, "variables:")
		}
		w.line(6, "%s: %s", plainOrQuoted(key), quoted(of.settings.Variables[key]))
	}
	w.line(4, "start: {%s}", strings.Join(startParts(of.start), ", "))
	visits := of.x.Visits()
	w.fakes(visits)
	w.steps(visits, of.x.At() == nil)
	w.end(of.x)
}

func startParts(s Start) []string {
	parts := []string{"event: " + s.Event}
	if s.Body != "" {
		parts = append(parts, "body: "+quoted(s.Body))
	}
	if len(s.Media) > 0 {
		parts = append(parts, "media: "+list1(s.Media))
	}
	if text, ok := s.Data.JSON(); ok && s.Data.Exists() {
		parts = append(parts, "data: "+text)
	}
	if text, ok := s.Parameters.JSON(); ok && s.Parameters.Exists() {
		parts = append(parts, "parameters: "+text)
	}
	return parts
}

func list1(texts []string) string {
	var parts []string
	for _, text := range texts {
		parts = append(parts, quoted(text))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// fakes writes what came back from widgets, in order. A widget that goes on by itself needs
// none as long as it does what is usual.
func (w *writer) fakes(visits []*sim.Visit) {
	answers := map[string][]string{}
	needed := map[string]bool{}
	var order []string
	for _, v := range visits {
		if v.Event == "" || !fakeable(v) {
			continue
		}
		if _, seen := answers[v.Name]; !seen {
			order = append(order, v.Name)
		}
		answer, needs := fakeOf(v)
		answers[v.Name] = append(answers[v.Name], answer)
		needed[v.Name] = needed[v.Name] || needs
	}
	first := true
	for _, name := range order {
		if !needed[name] {
			continue
		}
		if first {
			w.line(4, "fakes:")
			first = false
		}
		list := answers[name]
		for len(list) > 1 && list[len(list)-1] == list[len(list)-2] {
			list = list[:len(list)-1] // the last one stays
		}
		if len(list) == 1 {
			w.line(6, "%s: %s", plainOrQuoted(name), list[0])
			continue
		}
		w.line(6, "%s: [%s]", plainOrQuoted(name), strings.Join(list, ", "))
	}
}

// fakeable reports whether what happened at a widget may stand in a fake.
func fakeable(v *sim.Visit) bool {
	switch v.Act() {
	case effects.Begins, effects.Sets, effects.Splits:
		return false
	case effects.RunsFlow:
		return v.Reaction.Event != "" || v.Reaction.Outputs.Exists()
	}
	return true
}

// fakeOf writes an answer of a fake; needed says that nothing happens without it.
func fakeOf(v *sim.Visit) (answer string, needed bool) {
	var parts []string
	a := v.Reaction
	usual := effects.Usual(v.Widget)
	asks := usual == nil
	switch {
	case a.Response != nil:
		parts = append(parts, fmt.Sprintf("status: %d", a.Response.Status))
		if a.Response.Type == jsonType {
			parts = append(parts, "body: "+a.Response.Body)
		} else {
			parts = append(parts, "body: "+quoted(a.Response.Body), "type: "+quoted(a.Response.Type))
		}
		needed = true
	case !asks:
		parts = append(parts, "event: "+v.Event)
		needed = v.Event != usual.Name || v.Act() == effects.Requests || v.Act() == effects.RunsFlow
	}
	if text, ok := a.Outputs.JSON(); ok && a.Outputs.Exists() {
		parts = append(parts, "outputs: "+text)
		needed = true
	}
	return "{" + strings.Join(parts, ", ") + "}", needed
}

// steps writes what was said as expectations, and what somebody did.
func (w *writer) steps(visits []*sim.Visit, ended bool) {
	var steps []string
	for _, v := range visits {
		for _, t := range v.Said {
			if t.Why == "" && !blank(t.Text) {
				steps = append(steps, "expect: {equals: "+quoted(t.Text)+"}")
			}
		}
		if v.Event != "" && effects.Usual(v.Widget) == nil && v.Act() != effects.Begins && v.Act() != effects.Splits && v.Act() != effects.Sets {
			steps = append(steps, done(v))
		}
	}
	if len(steps) == 0 {
		return
	}
	w.line(4, "steps:")
	for _, s := range steps {
		w.line(6, "- %s", s)
	}
}

// done writes what somebody did at a widget as a step.
func done(v *sim.Visit) string {
	a := v.Reaction
	for _, word := range stepWords {
		if causes[word] != a.By || a.By == "" {
			continue
		}
		switch {
		case a.By == schemas.BySilence || a.By == schemas.ByHangUp:
			return word + ": true"
		case len(a.Media) > 0:
			return fmt.Sprintf("%s: {text: %s, media: %s}", word, quoted(a.Text), list1(a.Media))
		}
		return word + ": " + quoted(a.Text)
	}
	return plainOrQuoted(v.Event) + ": true"
}

// end writes how the execution ended.
func (w *writer) end(x *sim.Execution) {
	end := x.End()
	switch {
	case end == nil:
		w.line(4, "end: {waiting: %s}", plainOrQuoted(x.At().Name))
	case end.Kind == sim.Limit:
		w.line(4, "end: {limit: %s}", end.Limit)
	case end.Kind == sim.Stuck:
		w.line(4, "end: {stuck: true, widget: %s, event: %s}", plainOrQuoted(end.Widget), plainOrQuoted(end.Event))
	case end.Kind == sim.Ended:
		w.line(4, "end: {widget: %s, event: %s}", plainOrQuoted(end.Widget), plainOrQuoted(end.Event))
	}
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
