package offer

import "testing"

func TestOptsOut(t *testing.T) {
	for purpose, want := range map[string]bool{
		"to skip this question": false, "to end the survey": false, "to cancel the booking": false, "when you are finished": false, "para cancelar su cita": false,
		"to stop": true, "to cancel": true, "to opt out": true, "to stop receiving texts": true, "at any time to leave": true, "para darse de baja": true, "to end": true,
	} {
		if got := OptsOut(purpose); got != want {
			t.Errorf("OptsOut(%q) = %t", purpose, got)
		}
	}
}
