package offer

import (
	"strings"
	"testing"
)

func TestArguments(t *testing.T) {
	for text, want := range map[string]string{
		"Reply MOVE followed by your new address": "move", "SIZE: [your size]": "size", "Text FIND <town>, or JOIN <name>.": "find join", "Reply NAME your name": "name",
		"PESO: [su peso]": "peso", "Reply YES or NO.": "", "Reply STOP [to stop]": "", "Welcome to ACME (your shop)": "acme", "Answer YES: your order is stored": "", "HELP (for help)": "",
		"INFO <https://a.example>": "", "Reply YES [I agree]": "", "FIND [city or zip code]": "find",
		`Text "Location: [Enter the place]" or "Object: [Enter what is there]".`: "location object", `Say "Yes [sir]" or no.`: "yes", "«Objeto: [lo que hay]»": "objeto", `We sent "Hello {{name}} [a]"`: "",
	} {
		if got := strings.Join(Arguments(text), " "); got != want {
			t.Errorf("Arguments(%q) = %q", text, got)
		}
	}
}

func TestSample(t *testing.T) {
	for text, want := range map[string]string{
		"When were you born (e.g. 10/25/1990)?":      "10/25/1990",
		`Write the size, for example "12 x 4".`:      "12 x 4",
		"Digite o CNPJ\n\nEx: 11111111111111":        "11111111111111",
		"Send the date, for example 25 October.":     "",
		"An example of our work is on the web site.": "",
	} {
		if got, at := Sample(text); got != want || got != "" && text[at:at+len(got)] != got {
			t.Errorf("Sample(%q) = %q, %d", text, got, at)
		}
	}
}
