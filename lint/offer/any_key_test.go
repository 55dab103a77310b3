package offer

import "testing"

func TestKeyOrHold(t *testing.T) {
	for text, want := range map[string][2]string{
		"Please press any key to speak to a [coordinator]. To return to Henry, please hold momentarily.":       {"speak to a [coordinator]", "return to Henry"},
		"Press 1 to leave a message or stay on the line to speak with an agent.":                               {"leave a message", "speak with an agent"},
		"To leave a message, press any key, or hold to wait for an agent.":                                     {"leave a message", "wait for an agent"},
		"Presione cualquier tecla para dejar un mensaje, o permanezca en línea para hablar con un agente.":     {"dejar un mensaje", "hablar con un agente"},
		"Drücken Sie eine beliebige Taste, um eine Nachricht zu hinterlassen. Um zu warten, bleiben Sie dran.": {"eine Nachricht zu hinterlassen", "zu warten"},
		"Appuyez sur une touche pour laisser un message ou patientez pour parler à un conseiller.":             {"laisser un message", "parler à un conseiller"},
		"Press any key to speak to somebody.":                                                                  {},
		"Please hold.":                                                                                         {},
	} {
		if key, hold := KeyOrHold(text); key != want[0] || hold != want[1] {
			t.Errorf("%s: %q and %q, want %q", text, key, hold, want)
		}
	}
}
