package offer

import "testing"

func TestSpeaksOfRecording(t *testing.T) {
	for text, want := range map[string]bool{
		"This call is recorded.": true, "Calls may be monitored for training purposes.": true, "We record your calls.": true,
		"Esta llamada será grabada.": true, "Dieses Gespräch wird aufgezeichnet.": true,
		"Record your message after the tone. Your call is recorded.":    true,
		"Please record a short message, and press # to stop recording.": false, "Grabe su mensaje después del tono.": false,
		"Enregistrez votre message après le bip.": false, "We find no record of you in our records.": false, "Hello": false,
	} {
		if got := SpeaksOfRecording(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
