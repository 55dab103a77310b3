package inventory

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkPromote promotes a flow of a megabyte.
func BenchmarkPromote(b *testing.B) {
	dev, prod := environmentsOf(b, someEnvironments)
	var states []string
	for i := range 2000 {
		states = append(states, fmt.Sprintf(`{"name": "say_%d", "type": "send-message", "transitions": [{"event": "sent", "next": "say_%d"}, {"event": "failed"}], "properties": {"body": "Hello {{widgets.say_%d.outbound.Body}}, see https://hooks-1111-dev.twil.io/a for %s", "from": "+15005550006", "to": "{{contact.channel.address}}", "workflow": "WW00000000000000000000000000000001"}}`, i, i+1, i, strings.Repeat("more ", 40)))
	}
	text := []byte(`{"states": [{"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingMessage", "next": "say_0"}], "properties": {}},` + "\n" + strings.Join(states, ",\n") + `], "initial_state": "Trigger"}`)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if p := promoted("flow.json", text, dev, prod); p.Moved != 6000 || len(p.Unmapped) > 0 {
			b.Fatal(p.Moved, p.Unmapped)
		}
	}
}
