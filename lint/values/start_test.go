package values

import (
	"strings"
	"testing"

	"studiolint/lint/project"
)

// Where the split "how" leads in executions that begin with a call and with a message.
func TestTakes(t *testing.T) {
	for _, c := range []struct{ name, flow, call, message string }{
		{"what the trigger brings", `
			T trigger incomingCall>how incomingMessage>how
			how split-based-on noMatch>a; trigger.call.From is_blank > b
			a set-variables next; x=1
			b set-variables next; x=2`, "a", "b"},
		{"a request's parameters", `
			T trigger incomingCall>how incomingMessage>how incomingRequest>how
			how split-based-on noMatch>a; flow.data.kind equal_to b > b
			a set-variables next; x=1
			b set-variables next; x=2`, "a", "a"},
		{"an earlier branch is certain", `
			T trigger incomingCall>how incomingMessage>how
			how split-based-on noMatch>a; trigger.call.From is_blank > b, trigger.call.From not_equal_to 1 > c
			a set-variables next; x=1
			b set-variables next; x=2
			c set-variables next; x=3`, "a c", "b"},
		{"a variable that each way sets", `
			T trigger incomingCall>call incomingMessage>message
			call set-variables next>how; by=call
			message set-variables next>how; by=message
			how split-based-on noMatch>a; flow.variables.by equal_to call > b
			a set-variables next; x=1
			b set-variables next; x=2`, "b", "a"},
		{"a variable that one way sets", `
			T trigger incomingCall>call incomingMessage>how
			call set-variables next>how; by=call
			how split-based-on noMatch>a; flow.variables.by equal_to call > b
			a set-variables next; x=1
			b set-variables next; x=2`, "b", "a"},
		{"a widget that has not run", `
			T trigger incomingCall>ask incomingMessage>how
			ask gather-input-on-call keypress>how speech timeout; What?
			how split-based-on noMatch>a; widgets.ask.Digits equal_to 1 > b
			a set-variables next; x=1
			b set-variables next; x=2`, "a b", "a"},
		{"an answer", `
			T trigger incomingCall>ask incomingMessage>ask
			ask send-and-wait-for-reply incomingMessage>how timeout deliveryFailure; What?
			how split-based-on noMatch>a; widgets.ask.inbound.Body equal_to 1 > b
			a set-variables next; x=1
			b set-variables next; x=2`, "a b", "a b"},
		{"an address may tell which it is", `
			T trigger incomingCall>how incomingMessage>how
			how split-based-on noMatch>a; contact.channel.address equal_to 1 > b
			a set-variables next; x=1
			b set-variables next; x=2`, "", ""},
		{"so may a text that one way sets", `
			T trigger incomingCall>call incomingMessage>how
			call set-variables next>how; by={{widgets.call.x}}
			how split-based-on noMatch>a; flow.variables.by equal_to call > b
			a set-variables next; x=1
			b set-variables next; x=2`, "", "a"},
		{"and what a subflow sets", `
			T trigger incomingCall>sub incomingMessage>sub
			sub run-subflow completed>how failed; x
			how split-based-on noMatch>a; flow.variables.by equal_to call > b
			a set-variables next; x=1
			b set-variables next; x=2`, "", ""},
	} {
		inside(t, written(c.flow), func(d *project.Document) {
			for event, want := range map[string]string{"incomingCall": c.call, "incomingMessage": c.message} {
				start := Held.Of(d).From(d.Flow.Entry(event))
				var got []string
				for _, to := range d.Flow.Widget("how").Transitions {
					if start.Takes(to) {
						got = append(got, to.Next)
					}
				}
				if s := strings.Join(got, " "); s != want {
					t.Errorf("%s: on %s it leads to %q, not %q", c.name, event, s, want)
				}
			}
		})
	}
}

// What a flow larger than is looked at through and through still begins with.
func TestTakesUnknown(t *testing.T) {
	inside(t, written(`
		T trigger incomingCall>how incomingMessage>how
		how split-based-on noMatch>next; trigger.call.From is_blank > a
		next split-based-on noMatch>b; flow.variables.x equal_to 1 > a
		a set-variables next; x=1
		b set-variables next; x=2`), func(d *project.Document) {
		h := Held.Of(d)
		for _, reach := range h.get() {
			reach.known = false
		}
		got := ""
		for _, name := range []string{"how", "next"} {
			for _, to := range d.Flow.Widget(name).Transitions {
				if h.From(d.Flow.Entry("incomingMessage")).Takes(to) {
					got += to.Next + " "
				}
			}
		}
		if got != "a b a " {
			t.Errorf("it takes %q", got)
		}
	})
}

// With which events an execution comes to "end", and which of them lack what it reads.
func TestBegins(t *testing.T) {
	for _, c := range []struct{ name, flow, begins, lacking string }{
		{"both", `
			T trigger incomingCall>end incomingMessage>end
			end send-message sent failed; {{trigger.call.From}}`, "incomingCall incomingMessage", "incomingMessage"},
		{"a split parts them", `
			T trigger incomingCall>how incomingMessage>how
			how split-based-on noMatch>other; trigger.message.Body is_blank > end
			other send-message sent failed; Hello
			end send-message sent failed; {{trigger.call.From}}`, "incomingCall incomingMessage", ""},
		{"a split that certainly does", `
			T trigger incomingCall>how incomingMessage>how
			how split-based-on noMatch>end; trigger.call.From is_blank > other
			other send-message sent failed; Hello
			end send-message sent failed; {{trigger.call.From}}`, "incomingCall", ""},
		{"its widget knows of both", `
			T trigger incomingCall>end incomingMessage>end
			end send-message sent failed; {{trigger.call.From}} {{trigger.message.From}}`, "incomingCall incomingMessage", ""},
		{"a default", `
			T trigger incomingCall>end incomingMessage>end
			end send-message sent failed; {{trigger.call.From | default: 1}}`, "incomingCall incomingMessage", ""},
	} {
		inside(t, written(c.flow), func(d *project.Document) {
			h, end := Held.Of(d), d.Flow.Widget("end")
			if got := strings.Join(h.Begins(end), " "); got != c.begins {
				t.Errorf("%s: %q comes there, not %q", c.name, got, c.begins)
			}
			for _, r := range d.Flow.Refs() {
				if r.Widget != end || r.Name(1) != "call" {
					continue
				}
				got := ""
				e, paths := h.Lacking(r, []string{"incomingMessage"})
				if e != nil {
					got = e.Event
				}
				if got != c.lacking || (e != nil) != (paths != nil) {
					t.Errorf("%s: %q lacks it, not %q", c.name, got, c.lacking)
				}
				if key := h.Key(end, "CallSid"); key != "trigger.call.CallSid" {
					t.Errorf("%s: CallSid is %q", c.name, key)
				}
			}
		})
	}
}
