package offer

import (
	"strings"
	"testing"
)

func TestIn(t *testing.T) {
	for text, want := range map[string]string{
		"":                                     "",
		"Welcome to the bakery.":               "",
		"Press 1 for bread or 2 for cake.":     "1 2",
		"Press 1, 2, or 3.":                    "1 2 3",
		"Cash: press 1. Card: press the 2 key": "1 2",
		"For bread, press 1. For cake, press 2. To hear this again, press *.": "1 2 *",
		"Please reply YES or NO":                                  "YES NO",
		"Reply \"MORE\" to send more!":                            "MORE",
		"Reply “A” or “B”":                                        "A B",
		"Reply Y/N, or text STOP to end.":                         "STOP",
		"Which?\n1. Rye\n2. Wheat":                                "1 2",
		"Antworten Sie JA oder NEIN.":                             "JA NEIN",
		"Drücken Sie die 1 für Brot, 2 für Kuchen":                "1 2",
		"Presione 1 para pan o marque 2 para pasteles":            "1 2",
		"Pour le pain, tapez 1. Pour un gâteau, appuyez sur le 2": "1 2",
		"Press 10 for the tenth floor":                            "",
		"Dial 1-800-555-0100":                                     "",
		"Please enter your 5-digit zip code":                      "",
		"Enter the number of your order, then press #":            "#",
		"Reply {{flow.data.word}}":                                "",
		"Press 1.5 times":                                         "",
		"Press 1":                                                 "1",
		"1 loaf of bread":                                         "",
		"We send 3 letters. Enter the 4 digits.":                  "",
	} {
		var got []string
		for _, o := range In(text) {
			got = append(got, o.Answer)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSpeech(t *testing.T) {
	for text, want := range map[string]bool{
		"Press 1 or say bread.":           true,
		"Please say your name.":           true,
		"Presione 1 o diga pan":           true,
		"Press 1 for what they say of us": false,
		"Press 1.":                        false,
	} {
		if Speech(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

func TestRepeats(t *testing.T) {
	for text, want := range map[string]bool{
		"Press 9 to hear this again":           true,
		"Press 9 for bread. To repeat press 8": false,
		"Presione 9 para repetir":              true,
		"To hear this again, press 9. Goodbye": true,
		"To hear this again press 9":           true,
		"Press 1 for bread":                    false,
	} {
		if got := In(text)[0].Repeats(); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if !In("Press 9 to go back.")[0].Back() || In("Press 9 to hear this again.")[0].Back() {
		t.Error("who goes back does not want to hear the same again")
	}
	if !In("Press 1")[0].IsKey() || In("Reply YES")[0].IsKey() {
		t.Error("keys and words are told apart by their form")
	}
}

func FuzzIn(f *testing.F) {
	f.Add("Press 1, 2 or “Yes” for bread")
	f.Fuzz(func(t *testing.T, text string) {
		for _, o := range In(text) {
			if o.Answer == "" || !strings.Contains(text, o.Answer) || !strings.Contains(text, o.Before) || !strings.Contains(text, o.After) {
				t.Errorf("%q: %+v", text, o)
			}
		}
	})
}

// Every verb is known, however it is written.
func TestVerbs(t *testing.T) {
	for verb := range strings.SplitSeq(verbs, "|") {
		for _, text := range []string{verb + " 1", strings.ToUpper(verb) + " 1", strings.ToUpper(verb[:1]) + verb[1:] + ": 1"} {
			if got := In(text); len(got) == 0 || got[len(got)-1].Answer != "1" {
				t.Errorf("%q offers %v", text, got)
			}
		}
	}
	for _, text := range []string{"", "p", "pressing 1", "responsibilities", "1", "{press"} {
		if n := verb(text); n > 0 {
			t.Errorf("%q begins with a verb of %d bytes", text, n)
		}
	}
}
