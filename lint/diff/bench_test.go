package diff

import (
	"encoding/json"
	"fmt"
	"testing"

	"studiolint/lint/flow"
	"studiolint/schemas"

	"studiolint/lint/source"
)

// large returns a flow of so many widgets; other gives every seventh another text, and
// every fiftieth another name.
func large(widgets int, other bool) []byte {
	name := func(i int) string {
		if other && i%50 == 3 {
			return fmt.Sprintf("another_%d", i)
		}
		return fmt.Sprintf("ask_%d", i)
	}
	var states []any
	states = append(states, object{"name": "Trigger", "type": "trigger", "properties": object{}, "transitions": []any{object{"event": "incomingMessage", "next": name(0)}}})
	for i := range widgets {
		body := fmt.Sprintf("Question %d: what do you think of {{widgets.%s.inbound.Body}}, and why is that so?", i, name(max(0, i-1)))
		if other && i%7 == 0 {
			body = fmt.Sprintf("Another question, %d, of {{widgets.%s.inbound.Body}}", i, name(max(0, i-1)))
		}
		states = append(states, object{
			"name": name(i), "type": "send-and-wait-for-reply", "properties": object{"body": body, "timeout": "3600", "from": "{{flow.channel.address}}"},
			"transitions": []any{object{"event": "incomingMessage", "next": name((i + 1) % widgets)}, object{"event": "timeout"}, object{"event": "deliveryFailure"}},
		})
	}
	data, err := json.Marshal(object{"states": states, "initial_state": "Trigger"})
	if err != nil {
		panic(err)
	}
	return data
}

func BenchmarkCompare(b *testing.B) {
	parse := func(data []byte) *flow.Flow { return flow.New(source.Parse("f", data).Root(), schemas.Catalogue{}) }
	old, new := large(1000, false), large(1000, true)
	for b.Loop() {
		if r := Compare(parse(old), parse(new)); r.Count(Renamed) != 20 || r.Count(Changed) < 100 || r.Count(Rewired) > 0 {
			b.Fatal(summary(r))
		}
	}
}
