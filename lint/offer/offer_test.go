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
		"Please reply YES or NO":                                                 "YES NO",
		"Reply \"MORE\" to send more!":                                           "MORE",
		"Reply “A” or “B”":                                                       "A B",
		"Reply Y/N, or text STOP to end.":                                        "Y N STOP",
		"Which?\n1. Rye\n2. Wheat":                                               "1 2",
		"Antworten Sie JA oder NEIN.":                                            "JA NEIN",
		"Drücken Sie die 1 für Brot, 2 für Kuchen":                               "1 2",
		"Presione 1 para pan o marque 2 para pasteles":                           "1 2",
		"Pour le pain, tapez 1. Pour un gâteau, appuyez sur le 2":                "1 2",
		"Aby potwierdzić wizytę, naciśnij 1. Aby odwołać, wciśnij 2":             "1 2",
		"Press 10 for the tenth floor":                                           "",
		"To take the bread press1, to leave it press2.":                          "1 2",
		"Dial911 or press10":                                                     "",
		"Dial 1-800-555-0100":                                                    "",
		"Please enter your 5-digit zip code":                                     "",
		"Press number sign to hear this again.":                                  "#",
		"Oprima la tecla gato para repetir":                                      "#",
		"Pulse signo de número para repetir":                                     "#",
		"Aperte jogo da velha para repetir":                                      "#",
		"Drücken Sie Doppelkreuz, um zu wiederholen":                             "#",
		"Appuyez sur carré pour réécouter":                                       "#",
		"Diga gato o perro.":                                                     "",
		"Press the number of your choice":                                        "",
		"Enter the number of your order, then press #":                           "#",
		"Reply {{flow.data.word}}":                                               "",
		"Press 1.5 times":                                                        "",
		"Press 1":                                                                "1",
		"Elige:\n*1.* Ventas\n*2.* Soporte\n3️⃣ Hablar":                          "1 2 3",
		"Pick a size: A) small B) medium C) large":                               "A B C",
		"1 = yes, 2 = no":                                                        "1 2",
		"Was it 1: early? The 3: late":                                           "",
		"Do you want updates? (Yes/No)":                                          "Yes No",
		"¿Desea continuar, sí o no?":                                             "sí no",
		"We ask yes or no questions only":                                        "",
		"Para ventas, marque uno. Para soporte, marque dos.":                     "1 2",
		"Für Brot wählen Sie bitte die Eins, für Kuchen die Zwei.":               "1 2",
		"For bread press 1, for cake 2, and for rolls 3.":                        "1 2 3",
		"For bread, press 1. For a table for 2, press 3.":                        "1 3",
		"Press one of the keys. Select one: bread.":                              "",
		"Press one for bread or two for cake.":                                   "1 2",
		"Reply C to confirm or R to reschedule.":                                 "C R",
		"How many? Reply with ONLY the number.":                                  "",
		"Reply ONLY with YES or NO.":                                             "YES NO",
		"Reply with just 1 or 2":                                                 "1 2",
		"Type A or B.":                                                           "A B",
		"Type \"order\" to check, \"return\" to send back, or \"agent\" to chat": "order return agent",
		"Your order:\n1. Rye\n2. Wheat\nReply YES to confirm":                    "YES",
		"Balance:\n1. Rye\n2. Wheat\nText STOP to end":                           "1 2 STOP",
		"I say A friend. Text me":                                                "",
		"Reply YES to hear from ACME for offers":                                 "YES",
		"Responda *SIM* ou *não*, ou *3* para voltar":                            "SIM não 3",
		"Press * to hear it again, # to end":                                     "* #",
		"Press 1️⃣ now":                                                          "1",
		"Press the pound key to go back, or press the star key.":                 "# *",
		"Press the pound of bread":                                               "",
		"Drücken Sie die Rautetaste für Brot":                                    "#",
		"*1* - Bread\n*2* - Cake\n*** - Back":                                    "1 2 *",
		"*1 -* Bread\n*2*: Cake\n0. None\n# - Back":                              "1 2 0 #",
		"Send any message to start again, or *3* to talk to us.":                 "3",
		"Please use one of these keywords: bread, cake or \"roll\".":             "",
		"Please use one of these keywords: bread, cake, or \"roll\".":            "bread cake roll",
		"Use una de las palabras clave: español, ubicación, objeto.":             "español ubicación objeto",
		"Do you have a pet?\n1- Yes\n2- No":                                      "1 2",
		"Call 1-800 or 2-900.":                                                   "",
		"These are the words of the season: bread, cake, rolls.":                 "",
		"*1* — Bread\n*2* — Cake":                                                "1 2",
		"1. Bread\n* with seeds\n2. Cake":                                        "1 2",
		"1 loaf of bread":                                                        "",
		"1 for sales. 2 for service, 3 for billing.":                             "1 2 3",
		"Choose one of these: 1 for sales, 2 if you need help":                   "1 2",
		"Option 1, sales. Option 2, service.":                                    "1 2",
		"Drücken Sie die Taste 1 für Brot, die Taste 2 für Kuchen":               "1 2",
		"Drücke 1 für Brot, 2 für Kuchen":                                        "1 2",
		"Digiti 1 per il pane, prema due per i dolci":                            "1 2",
		"Press #1 for bread, #2 for cake":                                        "1 2",
		"Hit 1 - bread, 2 - cake":                                                "1 2",
		"1️⃣Bread 2️⃣Cake":                                                       "1 2",
		"*1* Bread\n*2* Cake":                                                    "1 2",
		"👉 1. Bread\n👉 2. Cake":                                                  "1 2",
		"1.- Pan\n2.- Pastel":                                                    "1 2",
		"1-Bread, 2-Cake":                                                        "1 2",
		"a) bread\nb) cake":                                                      "a b",
		"A - bread, B - cake":                                                    "A B",
		"Escribe el número:\n1 Pan\n2 Pastel\n3 Otro":                            "1 2 3",
		"Antworten Sie mit 1 (Brot), 2 (Kuchen) oder 3 (Rest)":                   "1 2 3",
		"Bread (1), cake (2) or rolls (3)?":                                      "1 2 3",
		"Do you want a 1-bedroom or a 2-bedroom flat?":                           "",
		"We are open from 1 to 2, and from 2 to 5.":                              "",
		"A table at 1 for 2 people":                                              "",
		"Your order:\n1 loaf\n2 cakes\n3 rolls\nIs that right?":                  "",
		"A score of 1 out of 2 (due to rain), 2 of 3":                            "",
		"Rate us from bad (1) to good (5).":                                      "",
		"We send 3 letters. Enter the 4 digits.":                                 "",
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
			if o.Answer == "" || !strings.Contains(text, o.Answer) && !o.IsKey() || !strings.Contains(text, o.Before) || !strings.Contains(text, o.After) {
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

func TestSaid(t *testing.T) {
	for text, want := range map[string]string{
		"":                                          "",
		"You can say bread, rye loaf, or cake.":     "bread rye loaf cake",
		"Please say yes or no.":                     "yes no",
		"Say yes to be connected.":                  "yes",
		"Say \"agent\" at any time.":                "agent",
		"Please say your name.":                     "",
		"Say bread or press 1.":                     "",
		"Say bread or cake, or press 1.":            "bread cake",
		"Say bread or your number.":                 "",
		"Say cake or one.":                          "",
		"You can say things like rye or new bread.": "rye new bread",
		"Say, for example, bread or cake.":          "",
		"Say for example bread or cake.":            "bread cake",
		"Diga pan o pastel.":                        "pan pastel",
		"Say bread or cake for orders, or nothing.": "bread cake",
	} {
		var got []string
		for _, o := range Said(text) {
			got = append(got, o.Answer)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestRange(t *testing.T) {
	for text, want := range map[string]int{
		"On a scale of 1 to 5, how was it?": 5,
		"Choose a number from 0 to 3.":      4,
		"Del 1 al 4, ¿qué tal?":             4,
		"Between 1 and 5 days":              0,
		"From 1 to 10":                      0,
		"From 1 to 2.5":                     0,
		"From 3 to 2":                       0,
		"Press 1.":                          0,
	} {
		if got := Range(text); len(got) != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestPurpose(t *testing.T) {
	for text, want := range map[string]string{
		"For bread press 1, for cake press 2.":     "For bread|, for cake",
		"Press 1 for bread, 2 for cake.":           "for bread,|for cake",
		"Press 1 for bread. Press 2 for cake.":     "for bread|for cake",
		"Menu\n1. Rye\n2) Wheat":                   "Rye|Wheat",
		"A) small B) large":                        "small|large",
		"Reply YES to confirm or NO to cancel":     "to confirm or|to cancel",
		"Welcome. Press 1":                         "",
		"1️⃣ Rye bread\n*2.* Wheat":                "Rye bread|Wheat",
		"To hear this again, press 9. Goodbye":     "To hear this again,",
		"To book, press 1, or to cancel, press 2.": "To book,|, or to cancel,",
		"Reply with a number:\n1 - Rye\n2 - Wheat": "Rye|Wheat",
		"Which one?\n1 = Rye ($4)\n2 = Wheat ($5)": "Rye ($4)|Wheat ($5)",
		"Reply 1 = rye, 2 = wheat":                 "rye,|wheat",
		"Rye (1), wheat (2)":                       "Rye|wheat",
		"Rye, 1. Wheat, 2. Oats, 3.":               "Rye|Wheat|Oats",
		"Brot: Taste 1. Torte: Taste 2.":           "",
		"Pane, tasto 1. Torta, tasto 2. Orari, 5.": "Pane|Torta|Orari",
		"Hi. 1. Rye, 2. Wheat, 3. Oats":            "Rye,|Wheat,|Oats",
		"Rye, 1. Wheat, 2. To hear it, press 9.":   "Rye|Wheat|To hear it,",
		"Voor brood kiest u 1, voor taart 2.":      "Voor brood|, voor taart",
	} {
		var got []string
		for _, o := range In(text) {
			got = append(got, strings.TrimSpace(o.Purpose()))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestPromises(t *testing.T) {
	for text, want := range map[string]string{
		"That is not a valid choice. Please try again.":                     "try again",
		"Sorry, invalid choice, try again!":                                 "try again",
		"Lo siento. Inténtelo de nuevo.":                                    "Inténtelo de nuevo",
		"Das habe ich nicht verstanden, bitte versuchen Sie es noch einmal": "versuchen Sie es noch einmal",
		"We are closed. Please try again later.":                            "",
		"To try again, press 1.":                                            "",
		"Too often wrong. Please try again. Goodbye.":                       "",
		"Please hang up and try again.":                                     "",
		"Please hold while I connect your call.":                            "while I connect your call",
		"You are now being transferred to our bakers.":                      "You are now being transferred",
		"Let me connect you with a baker.":                                  "Let me connect you",
		"We will connect you to the bakery.":                                "We will connect you",
		"Un momento, le comunico con un panadero.":                          "le comunico",
		"Einen Moment, ich verbinde Sie.":                                   "ich verbinde Sie",
		"We could not connect you.":                                         "",
		"Sorry, connecting you failed.":                                     "",
		"Press 1 and we will connect you.":                                  "",
		"Let me transfer you back to the main menu.":                        "",
		"Shall we be connecting you?":                                       "",
		"Please leave your name and number after the beep.":                 "leave your name and number after the beep",
		"After the tone, please record your order.":                         "After the tone, please record",
		"Deje su mensaje después del tono.":                                 "Deje su mensaje después del tono",
		"Bitte hinterlassen Sie nach dem Ton Ihren Namen.":                  "hinterlassen Sie nach dem Ton",
		"Press 2 to leave a message after the beep.":                        "",
		"Did you leave a message after the beep?":                           "",
		"We will call you back within the hour.":                            "will call you back",
		"Our bakers will return your call.":                                 "will return your call",
		"Le llamaremos mañana.":                                             "Le llamaremos",
		"Nous vous rappellerons demain.":                                    "Nous vous rappellerons",
		"Press 1 and we will call you back.":                                "",
		"We will not call you back.":                                        "",
		"We bake. What can we do for you?":                                  "",
	} {
		got := ""
		for p := range promises {
			if said, ok := Promises(text, p); ok {
				got = said
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestRestarts(t *testing.T) {
	for text, want := range map[string]bool{
		"Press 9 to hear this again.":                 true,
		"To enter it again, press 9.":                 true,
		"Press 9 to repeat these options.":            true,
		"Oprima 9 para escuchar el menú de nuevo.":    true,
		"Oprima 9 para volver a ingresar el número.":  true,
		"Press 9 to hear what we have against fraud.": false,
		"Press 9 for bread.":                          false,
		"Press 9 to hear our hours.":                  false,
	} {
		all := In(text)
		if len(all) != 1 || all[0].Restarts() != want {
			t.Errorf("%q: %v, want %v", text, all, want)
		}
	}
}

func TestNamesFinish(t *testing.T) {
	for text, want := range map[string]bool{
		"Enter your number and press the pound key.": true,
		"Marque su clave y luego estrella.":          true,
		"Nadie puede contestar ahora.":               false,
		"Wait until we start.":                       false,
		"Your code, then *.":                         true,
	} {
		if got := NamesFinish(text); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}

func TestGoodbye(t *testing.T) {
	for text, want := range map[string]string{
		"We heard nothing. Goodbye.":       "Goodbye",
		"Gracias, ¡adiós!":                 "adiós",
		"Before you say goodbye, press 1.": "",
		"Thank you.":                       "",
		"Apotheke am Markt, guten Tag.":    "",
		"Noch einen schönen Tag!":          "Noch einen schönen Tag",
	} {
		if said, _ := Goodbye(text); said != want {
			t.Errorf("%q: %q, want %q", text, said, want)
		}
	}
}
