package words

import (
	"slices"
	"strings"
	"testing"
)

func TestMisspelt(t *testing.T) {
	for text, want := range map[string]string{
		"You will recieve a call from us, thank you.":      "recieve receive",
		"Please tell us your adress and the time for it.":  "adress address",
		"PLEASE PRESS ANY DEGIT TO GO ON WITH THE CALL":    "DEGIT digit",
		"Avaliable for you, please call us on the phone.":  "Avaliable available",
		"The custoemr and the nubmer are not on the list.": "custoemr customer nubmer number",
		"ERROR! Try Agin!":                                         "Agin again",
		"Do you fallow any of the fallowing deit?":                 "fallowing following deit diet",
		"Press 0 for a customer presentative.":                     "presentative representative",
		"Please write to us at adress.com and wait for it.":        "",
		"The desk of Mr Agin is to the left, thank you.":           "",
		"Guten Tag, wich ist das für ein Wort, und für Sie?":       "",
		"Please ask for Mr Teh at the desk, thank you.":            "",
		"Thank you for your call to the Nsight team and more.":     "",
		"You will receive a call from us, thank you.":              "",
		"Please tell our organisers and the fixers of the site.":   "",
		"We have your <nubmer> and {{nubmer}} for you on the list": "",
		"": "",
	} {
		var got []string
		for _, m := range Misspelt(text).List {
			got = append(got, text[m.Start:m.End]+" "+m.Meant)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("Misspelt(%q) = %q", text, got)
		}
	}
}

// A text is in English also where half of its words are not known here, and another one is not.
func TestMisspeltSeemsEnglish(t *testing.T) {
	for text, want := range map[string]bool{
		"I'm sorry, you answar was empty": true,
		"ERROR! Try Agin!":                true,
		"El cliente tiene un problema":    false,
		"Bitte sagen Sie uns, wich ist":   false,
	} {
		if got := Misspelt(text); got.English != want && len(got.List) > 0 {
			t.Errorf("Misspelt(%q).English = %v", text, got.English)
		}
	}
}

// The words of English are in their order, and none stands twice, so that they are found.
func TestEnglishIsInOrder(t *testing.T) {
	common, rare := english()
	words := 0
	for _, table := range [...]*spellings{common, rare} {
		for n := range table {
			for letter, line := range table[n] {
				list := strings.Fields(line)
				words += len(list)
				if !slices.IsSorted(list) {
					t.Errorf("the words of %d letters that begin with %c are not in their order", n, 'a'+letter)
				}
				for _, word := range list {
					if len(word) != n || word[0] != 'a'+byte(letter) {
						t.Errorf("%q stands among words of %d letters that begin with %c", word, n, 'a'+letter)
					}
					if !table.has([]byte(word)) || table == rare && common.has([]byte(word)) {
						t.Errorf("%q is not found, or stands in both parts", word)
					}
				}
			}
		}
	}
	_, list, _ := strings.Cut(englishText, "\n\n")
	if all := len(strings.Fields(list)); words != all {
		t.Errorf("%d words of %d are in the tables", words, all)
	}
}

// So are those of other languages.
func TestRomanceIsInOrder(t *testing.T) {
	for code, spelt := range romance() {
		words := 0
		for _, table := range [...]*spellings{spelt.common, spelt.rare} {
			for n := range table {
				for _, line := range table[n] {
					for word := range strings.FieldsSeq(line) {
						words++
						if len(word) != n || !table.has([]byte(word)) || table == spelt.rare && spelt.common.has([]byte(word)) {
							t.Errorf("%s: %q is not found, or stands in both parts", code, word)
						}
					}
				}
			}
		}
		if words < 1000 {
			t.Errorf("%s has %d words", code, words)
		}
	}
}

func TestIsSlipOf(t *testing.T) {
	for _, test := range []struct {
		written, word string
		oneLanguage   bool
		want          bool
	}{
		{"Innovtions", "Innovations", true, true},
		{"innovatoins", "Innovations", true, false}, // its end is another
		{"innvoations", "Innovations", true, true},
		{"profesional", "professional", true, true},
		{"profesional", "professional", false, false},
		{"poderemos", "podemos", true, false},
		{"wünschen", "wünschten", true, false},
		{"Innovations", "Innovations", true, false},
		{"short", "shrt", true, false},
	} {
		if got := IsSlipOf(test.written, test.word, test.oneLanguage); got != test.want {
			t.Errorf("IsSlipOf(%q, %q, %v) = %v", test.written, test.word, test.oneLanguage, got)
		}
	}
}

func TestMisspeltIn(t *testing.T) {
	for _, test := range [...][3]string{
		{"Ops! CNPJ não econtrado, digite novamente.", "pt", "encontrado"},
		{"Te redigiremos a un asesor.", "es", "redirigiremos"},
		{"Felíz día, {{felíz}} y felíz@example.com", "es", "feliz"},
		{"Ops! CNPJ não econtrado.", "it", ""},
		{"Para informacion de su direccion", "es", ""},
		{"Te redigiremos", "en", ""},
		{"Su confrmación y la ATENCIÓN de Confrmas, y su confirmacion", "es", "confirmación"},
		{"Votre réservaton est notee, l'opértaeur arrive", "fr", "réservation opérateur"},
		{"O agendamneto; a sua factura", "pt", "agendamento"},
	} {
		var got []string
		for _, m := range MisspeltIn(test[0], test[1]) {
			got = append(got, m.Meant)
		}
		if strings.Join(got, " ") != test[2] {
			t.Errorf("MisspeltIn(%q, %q) = %q", test[0], test[1], got)
		}
	}
	for tongue, list := range otherMisspellings {
		for word := range list {
			if len(word) <= shortestOther || strings.ToLower(word) != word {
				t.Errorf("%s: %q is not found", tongue, word)
			}
		}
	}
}
