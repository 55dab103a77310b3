package schemas

import "testing"

// A flow of twelve widget types must not wait for the catalogue: less than a
// millisecond for all of them together.
func BenchmarkLookup(b *testing.B) {
	types := []string{"trigger", "split-based-on", "send-message", "make-http-request", "say-play", "run-function",
		"set-variables", "send-to-flex", "send-and-wait-for-reply", "gather-input-on-call", "run-subflow", "record-voicemail"}
	for b.Loop() {
		open("state.json").document()
		for _, typ := range types {
			open("widgets/" + typ + ".json").widget(typ)
		}
	}
}
