package rules

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/input"
)

// generateFlow writes a clean flow of about size bytes, pretty or minified: an SMS
// conversation in rounds of question, split, counter, look-up and answer.
func generateFlow(size int, pretty bool) []byte {
	type object = map[string]any
	next := func(event, to string) object { return object{"event": event, "next": to} }
	end := func(event string) object { return object{"event": event} }
	state := func(name, typ string, properties object, transitions ...object) object {
		properties["offset"] = object{"x": 120, "y": -340}
		return object{"name": name, "type": typ, "transitions": transitions, "properties": properties}
	}
	message := func(body string) object {
		return object{"from": "{{flow.channel.address}}", "to": "{{contact.channel.address}}", "body": body}
	}
	states := []object{state("Trigger", "trigger", object{}, next("incomingMessage", "ask_0"), end("incomingCall"),
		end("incomingConversationMessage"), end("incomingRequest"), end("incomingParent"))}
	perRound := 1703 // bytes
	if pretty {
		perRound = 2990
	}
	rounds := max(size/perRound, 1)
	for i := range rounds {
		n := func(name string) string { return fmt.Sprintf("%s_%d", name, i) }
		ask := message(fmt.Sprintf("Question %d: is your order number %d still right? Answer YES or NO.", i, i*37))
		delete(ask, "to")
		ask["timeout"] = "3600"
		input := fmt.Sprintf("{{widgets.%s.inbound.Body}}", n("ask"))
		condition := object{"friendly_name": "If value matches_any_of yes, y", "arguments": []string{input}, "type": "matches_any_of", "value": "yes,y"}
		last := fmt.Sprintf("ask_%d", i+1)
		if i+1 == rounds {
			last = n("thanks")
		}
		states = append(states,
			state(n("ask"), "send-and-wait-for-reply", ask, next("incomingMessage", n("check")), next("timeout", n("thanks")), next("deliveryFailure", n("thanks"))),
			state(n("check"), "split-based-on", object{"input": input}, next("noMatch", n("remember")),
				object{"event": "match", "next": n("look_up"), "conditions": []object{condition}}),
			state(n("remember"), "set-variables", object{"variables": []object{{"key": n("refused"), "value": "{{widgets." + n("ask") + ".inbound.Body | downcase}}"}}}, next("next", n("look_up"))),
			state(n("look_up"), "make-http-request", object{"method": "POST", "url": "https://api.example.com/orders", "content_type": "application/x-www-form-urlencoded;charset=utf-8",
				"parameters": []object{{"key": "refused", "value": "{{flow.variables." + n("refused") + "}}"}}}, next("success", n("thanks")), next("failed", n("thanks"))),
			state(n("thanks"), "send-message", message("Thank you. We have noted: {{widgets."+n("look_up")+".parsed.text | default: 'nothing'}}"), next("sent", last), next("failed", last)),
		)
		if last == n("thanks") {
			t := states[len(states)-1]["transitions"].([]object)
			delete(t[0], "next")
			delete(t[1], "next")
		}
	}
	flow := object{"description": "Generated", "states": states, "initial_state": "Trigger", "flags": object{"allow_concurrent_calls": true}}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if pretty {
		e.SetIndent("", "  ")
	}
	if err := e.Encode(flow); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func lintClean(t testing.TB, candidates ...input.Candidate) *lint.Result {
	t.Helper()
	r := lint.Run(candidates, lint.Options{Rules: All()})
	for _, p := range r.Problems {
		t.Fatal(p)
	}
	return r
}

// The generated flows must be clean, or the benchmarks would time the printing of
// findings.
func TestGeneratedFlowIsClean(t *testing.T) {
	for _, d := range lintClean(t, input.FromBytes("flow.json", generateFlow(20<<10, true))).Diagnostics {
		if d.Severity >= finding.Warning {
			t.Errorf("%s:%d: %s [%s]", d.File, d.Range.Start.Line, d.Message, d.Rule.ID)
		}
	}
}

func BenchmarkLint(b *testing.B) {
	for _, bb := range []struct {
		name   string
		size   int
		pretty bool
	}{
		{"20KB", 20 << 10, true}, {"1MB-pretty", 1000 << 10, true}, {"1MB-minified", 1000 << 10, false},
	} {
		b.Run(bb.name, func(b *testing.B) {
			data := generateFlow(bb.size, bb.pretty)
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				lintClean(b, input.FromBytes("flow.json", data))
			}
		})
	}
	b.Run("1000x15KB", func(b *testing.B) {
		data := generateFlow(15<<10, true)
		var candidates []input.Candidate
		for i := range 1000 {
			candidates = append(candidates, input.FromBytes(fmt.Sprintf("flow_%d.json", i), data))
		}
		b.SetBytes(int64(len(data) * len(candidates)))
		for b.Loop() {
			lintClean(b, candidates...)
		}
	})
}

// BenchmarkRules times each rule alone on a flow of 1 MB.
func BenchmarkRules(b *testing.B) {
	candidate := input.FromBytes("flow.json", generateFlow(1000<<10, true))
	for _, r := range All() {
		b.Run(r.ID, func(b *testing.B) {
			for b.Loop() {
				lint.Run([]input.Candidate{candidate}, lint.Options{Rules: All(), Only: []string{r.ID}})
			}
		})
	}
}
