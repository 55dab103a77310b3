package loops

import (
	"fmt"
	"strings"
	"testing"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/input"
)

// inside calls a function with the pass of a rule over a flow. It is made from lines of
// the form "name type event>next event>next", with what stands after a | as the
// properties; "-" as next ends the execution. A match asks whether the input is 3.
func inside(t *testing.T, lines string, f func(p *lint.Pass)) {
	t.Helper()
	var states []string
	for line := range strings.SplitSeq(strings.TrimSpace(lines), "\n") {
		line, properties, _ := strings.Cut(line, "|")
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		_, tested, _ := strings.Cut(properties, `"input": `)
		var transitions []string
		for _, w := range words[2:] {
			event, next, _ := strings.Cut(w, ">")
			condition := ""
			if event == "match" {
				condition = `, "conditions": [{"type": "equal_to", "friendly_name": "", "value": "3", "arguments": [` + tested + `]}]`
			}
			if next == "-" {
				next = ""
			}
			transitions = append(transitions, fmt.Sprintf(`{"event": %q, "next": %q%s}`, event, next, condition))
		}
		states = append(states, fmt.Sprintf(`{"name": %q, "type": %q, "transitions": [%s], "properties": {%s}}`,
			words[0], words[1], strings.Join(transitions, ", "), properties))
	}
	text := `{"states": [` + strings.Join(states, ", ") + `], "initial_state": "Trigger", "flags": {}}`
	called := false
	rule := &lint.Rule{
		Rule:  finding.Rule{ID: "probe", Title: "A probe", Group: finding.Paths, Severity: finding.Error},
		Check: func(p *lint.Pass) { called = true; f(p) },
	}
	for _, problem := range lint.Run([]input.Candidate{input.FromBytes("flow.json", []byte(text))}, lint.Options{Rules: []*lint.Rule{rule}}).Problems {
		t.Error(problem)
	}
	if !called {
		t.Errorf("no flow: %s", text)
	}
}

const (
	trigger = "Trigger trigger incomingMessage>a incomingCall>a\n"
	tries   = `|"variables": [{"key": "tries", "value": "{{flow.variables.tries | plus: 1}}"}]`
	test    = `|"input": "{{flow.variables.tries}}"`
)

// Who ends a loop: nobody, what does not change, silence, an answer that changes.
func TestFound(t *testing.T) {
	for name, test := range map[string]struct{ flow, want string }{
		"nobody ends it": {trigger + `
			a send-message sent>b failed>b
			b send-message sent>a failed>-`, "a b: unattended"},
		"a person ends it": {trigger + `
			a send-and-wait-for-reply incomingMessage>b timeout>- deliveryFailure>-
			b send-message sent>a failed>-`, ""},
		"a counter ends it": {trigger + `
			a set-variables next>b` + tries + `
			b split-based-on noMatch>a match>-` + test, ""},
		"the exit tests what the loop does not write": {trigger + `
			a send-message sent>b failed>b
			b split-based-on noMatch>a match>-` + test, "a b: exit never opens at b"},
		"silence keeps it up": {trigger + `
			a gather-input-on-call keypress>- speech>- timeout>b
			b say-play audioComplete>a`, "a b: silent"},
		"a service is asked again": {trigger + `
			a make-http-request success>b failed>-
			b split-based-on noMatch>a match>-|"input": "{{widgets.a.parsed.done}}"`, "a b: polling at b"},
		"nothing leads to it": {"Trigger trigger incomingCall>-\n" + `
			a send-message sent>b failed>b
			b send-message sent>a failed>-`, ""},
		"one widget is no matter of these": {trigger + `
			a send-message sent>a failed>-`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			inside(t, test.flow, func(p *lint.Pass) {
				var got []string
				for _, l := range Found.Of(p) {
					var names []string
					for _, w := range l.Widgets {
						names = append(names, w.Name)
					}
					kind := map[Kind]string{Unattended: "unattended", ExitNeverOpens: "exit never opens", Silent: "silent", Polling: "polling"}[l.Kind]
					if l.Split != nil {
						kind += " at " + l.Split.Name
					}
					got = append(got, strings.Join(names, " ")+": "+kind)
				}
				if s := strings.Join(got, "; "); s != test.want {
					t.Errorf("got %q, want %q", s, test.want)
				}
			})
		})
	}
}

// A counter is dead when the loop tests another variable, or computes it from one that
// it does not write; what is read for that is known.
func TestDeadCounters(t *testing.T) {
	for name, test := range map[string]struct{ variables, want string }{
		"it counts and tests one variable": {`{"key": "tries", "value": "{{flow.variables.tries | plus: 1}}"}`, ""},
		"it tests another":                 {`{"key": "count", "value": "{{flow.variables.count | plus: 1}}"}`, "count: b reads tries"},
		"it is computed from another":      {`{"key": "tries", "value": "{{flow.variables.old | plus: 1}}"}`, "tries: a reads old"},
		"it does not count":                {`{"key": "count", "value": "1"}`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			inside(t, trigger+`
				a set-variables next>b|"variables": [`+test.variables+`]
				b split-based-on noMatch>a match>-|"input": "{{flow.variables.tries}}"`, func(p *lint.Pass) {
				got := ""
				for _, c := range DeadCounters.Of(p) {
					got += c.Write.Key.Text() + ":"
					for read := range StuckReads.Of(p) {
						got += " " + read.Widget.Name + " reads " + read.Key
					}
				}
				if got != test.want {
					t.Errorf("got %q, want %q", got, test.want)
				}
			})
		})
	}
}

// A witness leads into the loop and once around it, by way of a transition if that is
// asked for.
func TestWitness(t *testing.T) {
	inside(t, "Trigger trigger incomingMessage>x\n"+`
		x send-message sent>b failed>-
		a send-message sent>b failed>c
		b send-message sent>a failed>-
		c send-message sent>b failed>-`, func(p *lint.Pass) {
		loop := p.Flow.LoopOf(p.Flow.Widget("a"))
		for via, want := range map[string]string{"": `"b" → "a" → "b"`, "c": `"b" → "a" → "c" → "b"`} {
			through := Through(loop, p.Flow.Widget(via))
			path, around := Witness(p.Flow, loop, through)
			if got := Circle(around); got != want || len(path) != 2+len(around) {
				t.Errorf("by way of %q it is %s after %d transitions, want %s", via, got, len(path)-len(around), want)
			}
		}
	})
}
