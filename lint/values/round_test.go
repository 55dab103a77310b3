package values

import (
	"slices"
	"strings"
	"testing"

	"studiolint/lint/flow"
	"studiolint/lint/project"
)

// What going round the loop of "round" does to what that reads.
func TestRound(t *testing.T) {
	for _, c := range []struct{ name, flow, want string }{
		{"left alone", `
			T trigger incomingCall>a
			a set-variables next>round; x=1
			round send-message sent>round failed; {{flow.variables.x}} {{trigger.call.From}} {{contact.channel.address}}`, "stays stays stays"},
		{"set", `
			T trigger incomingCall>a
			a set-variables next>round; x={{flow.variables.x | plus: 1}}
			round send-message sent>a failed; {{flow.variables.x}} {{flow.variables.y}} {{flow.variables[flow.variables.k]}}`, "sets stays sets stays"},
		{"of another widget that sets it, too", `
			T trigger incomingCall>a
			a set-variables next>b; x=1
			b set-variables next>round; x=2
			round send-message sent>b failed; {{flow.variables.x}} {{widgets.a.x}} {{widgets.b.x}}`, "sets stays sets"},
		{"stored and answered", `
			T trigger incomingMessage>ask
			ask send-and-wait-for-reply incomingMessage>get timeout>get deliveryFailure; What?
			get make-http-request success>round failed; x
			round send-message sent>ask failed; {{widgets.ask.inbound.Body}} {{widgets.get.parsed.x}} {{widgets.ask.outbound.Sid}} {{widgets.nobody.x}}`, "answered stores stores stays"},
		{"asked before", `
			T trigger incomingMessage>ask
			ask send-and-wait-for-reply incomingMessage>round timeout deliveryFailure; What?
			round send-message sent>round failed; {{widgets.ask.inbound.Body}}`, "stays"},
		{"a key of Liquid", `
			T trigger incomingMessage>a
			a set-variables next>round; {{flow.sid}}=1
			round send-message sent>a failed; {{flow.variables.x}} {{flow.variables.x.y}}`, "sets sets"},
		{"a subflow", `
			T trigger incomingMessage>a
			a set-variables next>sub; y=1
			sub run-subflow completed>round failed; x
			round send-message sent>sub failed; {{flow.variables.x}} {{flow.variables.y}}`, "sets stays"},
	} {
		inside(t, written(c.flow), func(d *project.Document) {
			at := d.Flow.Widget("round")
			r := Held.Of(d).Round(d.Flow.LoopOf(at))
			var got []string
			for _, ref := range d.Flow.Refs() {
				if ref.Widget == at {
					got = append(got, map[Change]string{Stays: "stays", Sets: "sets", Stores: "stores", Answered: "answered"}[r.Of(ref)])
				}
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("%s: %s, not %s", c.name, s, c.want)
			}
		})
	}
}

// Where the split "which" leads as long as nobody answers.
func TestStaysUnanswered(t *testing.T) {
	for _, c := range []struct {
		name, branches string
		want           bool
	}{
		{"another answer", "noMatch>ask; widgets.ask.inbound.Body equal_to 1 > end", true},
		{"the way out is what fits nothing", "noMatch>end; widgets.ask.inbound.Body equal_to 1 > ask", false},
		{"silence leads out", "noMatch>ask; widgets.ask.inbound.Body is_blank > end", false},
		{"silence is asked for first", "noMatch>end; widgets.ask.inbound.Body is_blank > ask", true},
		{"something else may lead out", "noMatch>ask; flow.variables.x equal_to 1 > end", false},
		{"what is never set does not", "noMatch>ask; flow.variables.y equal_to 1 > end", true},
		{"nothing leads out", "noMatch>ask; flow.variables.x equal_to 1 > ask", true},
	} {
		inside(t, written(`
			T trigger incomingMessage>a
			a set-variables next>ask; x={{trigger.message.Body}}
			ask send-and-wait-for-reply incomingMessage>which timeout>which deliveryFailure; What?
			which split-based-on `+c.branches+`
			end send-message sent failed; Bye`), func(d *project.Document) {
			which := d.Flow.Widget("which")
			if got := Held.Of(d).Round(d.Flow.LoopOf(which)).StaysUnanswered(which); got != c.want {
				t.Errorf("%s: %t", c.name, got)
			}
		})
	}
}

// What nothing changes, and what a widget may set.
func TestFixed(t *testing.T) {
	inside(t, written(`
		T trigger incomingMessage>a incomingConversationMessage>a
		a set-variables next>b; x=1,{{flow.sid}}=1
		b set-variables next>end; x=1
		end send-message sent failed; {{trigger.message.Body}} {{flow.data.x}} {{contact.channel.address}} {{trigger.conversation.Body}} {{flow.variables.x}} {{flow.variables.y}} {{widgets.b.x}}`), func(d *project.Document) {
		h := Held.Of(d)
		want := []struct {
			fixed bool
			set   string
		}{{true, ""}, {true, ""}, {true, ""}, {false, ""}, {false, "a b"}, {false, "a"}, {false, "b"}}
		i := 0
		for _, r := range d.Flow.Refs() {
			if r.Widget.Name != "end" {
				continue
			}
			by := slices.DeleteFunc(slices.Clone(d.Flow.Widgets), func(w *flow.Widget) bool { return !h.MaySet(w, r) })
			var names []string
			for _, w := range by {
				names = append(names, w.Name)
			}
			if got := strings.Join(names, " "); h.IsFixed(r) != want[i].fixed || got != want[i].set {
				t.Errorf("%s: fixed %t, set by %q", r.Reference, h.IsFixed(r), got)
			}
			i++
		}
		if i != len(want) {
			t.Errorf("%d references", i)
		}
	})
}
