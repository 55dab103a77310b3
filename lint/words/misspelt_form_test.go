package words

import "testing"

func TestWrongForms(t *testing.T) {
	for text, want := range map[string]string{
		"Your code will be send to your phone.":                         "be sent",
		"Sorry, an error has occur.":                                    "has occurred",
		"We did not received your answer, please try again.":            "not receive",
		"Your number, follow by the pound key, please.":                 "follow" + "ed by",
		"Please hold while we connect you to a agent.":                  "an agent",
		"Please leave an message after the tone.":                       "a message",
		"Thank you, your call has be transferred to us.":                "has been",
		"Press A option or B option on the menu, please.":               "",
		"We will send you a text, and be sending a reminder.":           "",
		"Please follow us by the lake, thank you.":                      "",
		"Reply a agent if you want to talk to somebody.":                "",
		"Please be forward and tell us what you want.":                  "",
		"Call me when you have time to send it. I have a sent item.":    "",
		"You have not entered a number; you do not understand the text": "",
	} {
		got := ""
		for _, m := range Misspelt(text).List {
			got += m.Meant
		}
		if got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}
