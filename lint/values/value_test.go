package values

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/project"
)

// inside calls a function with a definition as a rule sees it.
func inside(t testing.TB, definition []byte, look func(d *project.Document)) {
	t.Helper()
	rule := &lint.Rule{
		Rule:  finding.Rule{ID: "probe", Title: "A probe", Group: finding.Text, Severity: finding.Error},
		Check: func(p *lint.Pass) { look(p.Document) },
	}
	r := lint.Run([]input.Candidate{input.FromBytes("flow.json", definition)}, lint.Options{Rules: []*lint.Rule{rule}})
	for _, problem := range r.Problems {
		t.Error(problem)
	}
}

// A flow in short, one widget a line:
//
//	NAME TYPE event>NEXT ... ; what it holds
//
// What it holds is the items of Set Variables as KEY=VALUE, the branches of a split as
// PATH operator VALUE > NEXT, and else a text. A call or a message begins at the first.
func written(short string) []byte {
	var states []map[string]any
	for line := range strings.Lines(strings.TrimSpace(short)) {
		head, holds, _ := strings.Cut(strings.TrimSpace(line), ";")
		words := strings.Fields(head)
		w := map[string]any{"name": words[0], "type": words[1]}
		transitions := []map[string]any{}
		for _, t := range words[2:] {
			event, next, ok := strings.Cut(t, ">")
			made := map[string]any{"next": next}
			if event != "" {
				made["event"] = event
			}
			if !ok {
				delete(made, "next")
			}
			transitions = append(transitions, made)
		}
		properties := map[string]any{}
		switch words[1] {
		case "set-variables":
			var items []map[string]any
			for item := range strings.SplitSeq(holds, ",") {
				key, value, _ := strings.Cut(strings.TrimSpace(item), "=")
				items = append(items, map[string]any{"key": key, "value": value})
			}
			properties["variables"] = items
		case "split-based-on":
			for branch := range strings.SplitSeq(holds, ",") {
				condition, next, _ := strings.Cut(branch, ">")
				parts := strings.Fields(condition)
				subject := "{{" + parts[0] + "}}"
				properties["input"] = subject
				transitions = append(transitions, map[string]any{"event": "match", "next": strings.TrimSpace(next), "conditions": []map[string]any{
					{"friendly_name": "c", "type": parts[1], "arguments": []string{subject}, "value": strings.Join(parts[2:], " ")}}})
			}
		case "trigger":
		default:
			properties["body"] = strings.TrimSpace(holds)
		}
		w["properties"], w["transitions"] = properties, transitions
		states = append(states, w)
	}
	b, err := json.Marshal(map[string]any{"description": "d", "states": states, "initial_state": states[0]["name"], "flags": map[string]any{"allow_concurrent_calls": true}})
	if err != nil {
		panic(err)
	}
	return b
}

// words writes a value as the tests expect it.
func (v Value) words() string {
	if !v.Known {
		return "anything"
	}
	var list []string
	if v.Unset {
		list = append(list, "unset")
	}
	if v.Cleared {
		list = append(list, "cleared")
	}
	if v.Raw {
		list = append(list, "text")
	} else if v.Text {
		list = append(list, "checked")
	}
	for _, c := range v.Constants {
		list = append(list, fmt.Sprintf("%q", c))
	}
	return strings.Join(list, " ")
}

// What the last widget of each flow, "end", reads.
func TestAt(t *testing.T) {
	for _, c := range []struct{ name, flow, want string }{
		{"a constant", `
			T trigger incomingCall>a
			a set-variables next>end; x=One
			end send-message sent failed; {{flow.variables.x}}`, `"One"`},
		{"set on one of two ways", `
			T trigger incomingMessage>ask
			ask send-and-wait-for-reply incomingMessage>a timeout>end deliveryFailure
			a set-variables next>end; x={{widgets.ask.inbound.Body}}
			end send-message sent failed; {{flow.variables.x}}`, `unset text`},
		{"the last one wins", `
			T trigger incomingCall>a
			a set-variables next>b; x=1
			b set-variables next>end; x=2
			end send-message sent failed; {{flow.variables.x}}`, `"2"`},
		{"two values", `
			T trigger incomingMessage>ask
			ask send-and-wait-for-reply incomingMessage>a timeout>b deliveryFailure
			a set-variables next>end; x=1
			b set-variables next>end; x=
			end send-message sent failed; {{flow.variables.x}}`, `cleared "1"`},
		{"a branch takes a value away", `
			T trigger incomingMessage>ask
			ask send-and-wait-for-reply incomingMessage>a timeout>b deliveryFailure>which
			a set-variables next>which; x=1
			b set-variables next>which; x=2
			which split-based-on noMatch>other; flow.variables.x equal_to 1 > end
			other send-message sent failed; Other
			end send-message sent failed; {{flow.variables.x}}`, `"1"`},
		{"noMatch takes away what the branches take", `
			T trigger incomingMessage>ask
			ask send-and-wait-for-reply incomingMessage>a timeout>b deliveryFailure>which
			a set-variables next>which; x=1
			b set-variables next>which; x=2
			which split-based-on noMatch>end; flow.variables.x equal_to 1 > other
			other send-message sent failed; Other
			end send-message sent failed; {{flow.variables.x}}`, `unset "2"`},
		{"a branch that no value takes", `
			T trigger incomingCall>a
			a set-variables next>which; x=1
			which split-based-on noMatch>b; flow.variables.x equal_to 2 > end
			b set-variables next>end; x=3
			end send-message sent failed; {{flow.variables.x}}`, `"3"`},
		{"an earlier branch takes a value away", `
			T trigger incomingMessage>ask
			ask send-and-wait-for-reply incomingMessage>a timeout>b deliveryFailure>which
			a set-variables next>which; x=1
			b set-variables next>which; x=2
			which split-based-on noMatch>other; flow.variables.x equal_to 1 > other, flow.variables.x is_not_blank > end
			other send-message sent failed; Other
			end send-message sent failed; {{flow.variables.x}}`, `"2"`},
		{"a request's parameters, of another start", `
			T trigger incomingMessage>end incomingRequest
			end send-message sent failed; {{flow.data.x}}`, `unset`},
		{"not blank", `
			T trigger incomingMessage>ask
			ask send-and-wait-for-reply incomingMessage>a timeout>which deliveryFailure
			a set-variables next>which; x={{widgets.ask.inbound.Body}}
			which split-based-on noMatch>other; flow.variables.x is_not_blank > end
			other send-message sent failed; Other
			end send-message sent failed; {{flow.variables.x}}`, `text`},
		{"an answer after a timeout", `
			T trigger incomingMessage>ask
			ask send-and-wait-for-reply incomingMessage>end timeout>end deliveryFailure
			end send-message sent failed; {{widgets.ask.inbound.Body}}`, `unset text`},
		{"only after a timeout", `
			T trigger incomingMessage>ask
			ask send-and-wait-for-reply incomingMessage timeout>end deliveryFailure
			end send-message sent failed; {{widgets.ask.inbound.Body}}`, `unset`},
		{"another round may leave the answer of the one before", `
			T trigger incomingMessage>ask
			ask send-and-wait-for-reply incomingMessage>other timeout>end deliveryFailure
			other send-message sent>ask failed; Again
			end send-message sent failed; {{widgets.ask.inbound.Body}}`, `unset text`},
		{"the output of Set Variables", `
			T trigger incomingCall>a
			a set-variables next>b; x=1
			b set-variables next>end; x=2
			end send-message sent failed; {{widgets.a.x}}`, `"1"`},
		{"of another start", `
			T trigger incomingCall>end incomingMessage
			end send-message sent failed; {{trigger.message.Body}}`, `unset`},
		{"of each start", `
			T trigger incomingCall>end incomingMessage>end
			end send-message sent failed; {{trigger.message.Body}}`, `unset text`},
		{"checked", `
			T trigger incomingMessage>which
			which split-based-on noMatch>other; trigger.message.Body regex [1-5] > end
			other send-message sent failed; Other
			end send-message sent failed; {{trigger.message.Body}}`, `checked`},
		{"not checked", `
			T trigger incomingMessage>which
			which split-based-on noMatch>end; trigger.message.Body contains pizza > end
			end send-message sent failed; {{trigger.message.Body}}`, `text`},
		{"a split parts the starts", `
			T trigger incomingCall>which incomingMessage>which
			which split-based-on noMatch>b; trigger.message.Body is_blank > a
			a set-variables next>end; x=call
			b set-variables next>other; x=message
			other send-message sent failed; Other
			end send-message sent failed; {{flow.variables.x}}`, `"call"`},
		{"after a subflow", `
			T trigger incomingCall>a
			a run-subflow completed>end failed; x
			end send-message sent failed; {{flow.variables.x}}`, `anything`},
		{"set before a subflow", `
			T trigger incomingCall>b
			b set-variables next>a; x=1
			a run-subflow completed>end failed; x
			end send-message sent failed; {{flow.variables.x}}`, `"1"`},
		{"set again after a subflow", `
			T trigger incomingCall>a
			a run-subflow completed>b failed; x
			b set-variables next>end; x=1
			end send-message sent failed; {{flow.variables.x}}`, `"1"`},
		{"as a subflow", `
			T trigger incomingParent>end
			end send-message sent failed; {{flow.variables.x}}`, `anything`},
		{"a key of Liquid", `
			T trigger incomingCall>a
			a set-variables next>end; {{flow.variables.k}}=1
			end send-message sent failed; {{flow.variables.x}}`, `anything`},
		{"an unknown widget", `
			T trigger incomingCall>a
			a shiny-new-widget next>end; x
			end send-message sent failed; {{flow.variables.x}} {{widgets.a.y}}`, `anything`},
		{"a filled-in value", `
			T trigger incomingCall>a
			a set-variables next>end; x=${HOST}
			end send-message sent failed; {{flow.variables.x}}`, `text`},
		{"a widget that may lead anywhere", `
			T trigger incomingCall>a
			a set-variables next>b; x=1
			b say-play audioComplete>missing
			c set-variables next>end; x=2
			d say-play audioComplete
			end send-message sent failed; {{flow.variables.x}}`, `"1" "2"`},
		{"a widget that sets what it reads", `
			T trigger incomingCall>end
			end set-variables next; x={{flow.variables.x | plus: 1}}`, `anything`},
		{"nothing leads there", `
			T trigger incomingCall>a
			a set-variables next; x=1
			end send-message sent failed; {{flow.variables.x}}`, `anything`},
		{"below a variable", `
			T trigger incomingCall>a
			a set-variables next>end; x=1
			end send-message sent failed; {{flow.variables.x.y}}`, `anything`},
		{"a name of the template's own", `
			T trigger incomingCall>end
			end send-message sent failed; {% assign x = 1 %}{{x}}`, `no reference`},
	} {
		inside(t, written(c.flow), func(d *project.Document) {
			got := "no reference"
			for _, r := range d.Flow.Refs() {
				if r.Widget.Name == "end" && !(got != "no reference") {
					got = Held.Of(d).At(r).words()
				}
			}
			if got != c.want {
				t.Errorf("%s: holds %s, not %s", c.name, got, c.want)
			}
		})
	}
}

// A way on which nothing sets what "end" reads.
func TestWayUnset(t *testing.T) {
	for _, c := range []struct{ name, flow, want string }{
		{"past the widget that sets it", `
			T trigger incomingMessage>ask
			ask send-and-wait-for-reply incomingMessage>a timeout>end deliveryFailure
			a set-variables next>end; x=1
			end send-message sent failed; {{flow.variables.x}}`, `T incomingMessage ask timeout`},
		{"a later split asks what an earlier one has", `
			T trigger incomingMessage>which
			which split-based-on noMatch>b; trigger.message.Body equal_to yes > a
			a set-variables next>again; x=1
			b send-message sent>again failed; No
			again split-based-on noMatch>other; trigger.message.Body equal_to yes > end
			other send-message sent failed; Other
			end send-message sent failed; {{flow.variables.x}}`, ``},
		{"the other way about", `
			T trigger incomingMessage>which
			which split-based-on noMatch>a; trigger.message.Body equal_to yes > b
			a set-variables next>again; x=1
			b send-message sent>again failed; No
			again split-based-on noMatch>end; trigger.message.Body equal_to yes > other
			other send-message sent failed; Other
			end send-message sent failed; {{flow.variables.x}}`, ``},
		{"another variable says that it was set", `
			T trigger incomingMessage>ask
			ask send-and-wait-for-reply incomingMessage>a timeout>b deliveryFailure
			a set-variables next>which; x=1,has=yes
			b set-variables next>which; has=no
			which split-based-on noMatch>other; flow.variables.has equal_to yes > end
			other send-message sent failed; Other
			end send-message sent failed; {{flow.variables.x}}`, ``},
		{"another variable says nothing of it", `
			T trigger incomingMessage>ask
			ask send-and-wait-for-reply incomingMessage>a timeout>b deliveryFailure
			a set-variables next>which; x=1,has=yes
			b set-variables next>which; has=yes
			which split-based-on noMatch>other; flow.variables.has equal_to yes > end
			other send-message sent failed; Other
			end send-message sent failed; {{flow.variables.x}}`, `T incomingMessage ask timeout b next which match`},
		{"it is asked itself", `
			T trigger incomingMessage>ask
			ask send-and-wait-for-reply incomingMessage>a timeout>which deliveryFailure
			a set-variables next>which; x=1
			which split-based-on noMatch>end; flow.variables.x is_blank > other
			other send-message sent failed; Other
			end send-message sent failed; {{flow.variables.x}}`, ``},
	} {
		inside(t, written(c.flow), func(d *project.Document) {
			for _, r := range d.Flow.Refs() {
				if r.Widget.Name != "end" {
					continue
				}
				var got []string
				path, _ := Held.Of(d).WayUnset(r)
				for _, t := range path {
					got = append(got, t.From.Name, t.Event)
				}
				if s := strings.Join(got, " "); s != c.want {
					t.Errorf("%s: %q, not %q", c.name, s, c.want)
				}
			}
		})
	}
}

// A chain of splits on many things is followed to its end.
func TestWayThroughManySplits(t *testing.T) {
	const splits = 1500
	var b strings.Builder
	b.WriteString("T trigger incomingMessage>first\nfirst split-based-on noMatch>s0; trigger.message.Body equal_to yes > set\nset set-variables next>s0; x=1\n")
	for i := range splits {
		fmt.Fprintf(&b, "s%d split-based-on noMatch>s%d; flow.data.k%d equal_to yes > other\n", i, i+1, i)
	}
	fmt.Fprintf(&b, "s%d send-message sent failed; {{flow.variables.x}}\nother send-message sent failed; Other\n", splits)
	inside(t, written(b.String()), func(d *project.Document) {
		for _, r := range d.Flow.Refs() {
			if r.Widget.Name == fmt.Sprint("s", splits) {
				if path, ok := Held.Of(d).WayUnset(r); !ok || len(path) != splits+2 {
					t.Errorf("the way has %d transitions, %v", len(path), ok)
				}
			}
		}
	})
}
