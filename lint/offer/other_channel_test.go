package offer

import "testing"

func TestOtherChannel(t *testing.T) {
	for text, want := range map[string][2]string{
		"Click here to see our menu.":                               {"Click here", ""},
		"Visit https://www.harbour.test/menu?x=1 for more.":         {"https://www.harbour.test", ""},
		"We have texted you a link. Tap the link to go on.":         {"", ""},
		"Visit harbour dot com.":                                    {"", ""},
		"Thank you for calling Harbour.":                            {"", "Thank you for calling"},
		"Please stay on the line.":                                  {"", "stay on the line"},
		"Leave your message after the tone.":                        {"", "after the tone"},
		"Sorry we missed your call! Thank you for calling.":         {"", ""},
		"Thanks for calling earlier. How can we help you by text?":  {"", ""},
		"Our voicemail is open. After the tone, tell us your name.": {"", ""},
		"Thank you for calling on us today!":                        {"", ""},
		"Hello, how can we help?":                                   {"", ""},
	} {
		start, end := NeedsScreen(text)
		if got := text[start:end]; got != want[0] {
			t.Errorf("%q: screen %q", text, got)
		}
		start, end = NeedsCall(text)
		if got := text[start:end]; got != want[1] {
			t.Errorf("%q: call %q", text, got)
		}
	}
}
