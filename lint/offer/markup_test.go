package offer

import "testing"

func TestBrokenMarkup(t *testing.T) {
	for text, want := range map[string]string{
		"We are open.": "",
		"1 < 2":        "",
		`Your code is <say-as interpret-as="digits">{{flow.variables.code}}</say-as>. R&D <break time="1s"/> next.`: "",
		`<speak>Bread <emphasis>and</emphasis> rolls</speak>`:                                                       "",
		`Your code is <say-as interpret-as="digits"{{flow.variables.code}}</say-as>.`:                               `<say-as interpret-as="digits"{{flow.variables.code}}</say-as>.`,
		`Bread <break time="1s"> and rolls`:                                                                         `<break time="1s"> and rolls`,
		"Bread <prosody rate=\"slow\">and\nrolls":                                                                   `<prosody rate="slow">and`,
		`Bread</emphasis> and <break/> rolls`:                                                                       `</emphasis> and <break/> rolls`,
		`Bread <break time=1s/> and rolls`:                                                                          `<break time=1s/> and rolls`,
		`{% if flow.data.a %}<prosody>{% endif %}Bread`:                                                             "",
	} {
		start, end := BrokenMarkup(text)
		if got := text[start:end]; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func FuzzBrokenMarkup(f *testing.F) {
	f.Add(`a <say-as interpret-as="digits"{{x}}</say-as>`)
	f.Add("<break <speak> </p>&amp;\n{{")
	f.Fuzz(func(t *testing.T, text string) {
		start, end := BrokenMarkup(text)
		if start < 0 || start > end || end > len(text) {
			t.Errorf("%q: %d to %d", text, start, end)
		}
	})
}
