package schemas

import (
	"slices"
	"testing"
)

func TestVoices(t *testing.T) {
	checkSources(t, "voices", voiceTable.sources)
	for name, languages := range voiceTable.names.All() {
		for _, l := range languages {
			if l != Language(l) || name == "" {
				t.Errorf("%s: %s", name, l)
			}
		}
	}
	for voice, want := range map[string][]string{
		"Polly.Camila": {"pt"}, "Polly.Camila-Neural": {"pt"}, "Polly.Kajal-Neural": {"en", "hi"}, "Google.en-GB-Wavenet-F": {"en"},
		"Google.cmn-CN-Standard-A": {"zh"}, "Google.nb-NO-Wavenet-A": {"nb"}, "Polly.Nobody": nil, "Google.x": nil, "alice": nil, "": nil,
	} {
		if got := LanguagesOf(voice); !slices.Equal(got, want) {
			t.Errorf("LanguagesOf(%q) = %v, want %v", voice, got, want)
		}
	}
	for code, want := range map[string]string{"en-GB": "en", "EN": "en", "cmn-CN": "zh", "zh-HK": "zh", "": ""} {
		if got := Language(code); got != want {
			t.Errorf("Language(%q) = %q, want %q", code, got, want)
		}
	}
}

func TestVoiceParts(t *testing.T) {
	t.Parallel()
	for voice, want := range map[string][3]string{
		"Polly.Joanna-Neural": {"Polly.", "Joanna", "Neural"}, "Polly.Joanna": {"Polly.", "Joanna", ""}, "Google.en-US-Standard-C": {}, "woman": {}, "Polly.": {"Polly.", "", ""},
	} {
		service, name, kind, ok := VoiceParts(voice)
		if got := [3]string{service, name, kind}; got != want || ok != (name != "") {
			t.Errorf("VoiceParts(%q) = %v, %v", voice, got, ok)
		}
	}
	for _, name := range voiceTable.standard {
		if !slices.Contains(VoiceNames(), name) || !IsStandardVoice(name) || IsBasicVoice(name) {
			t.Errorf("%s is none of the voices", name)
		}
	}
}

func TestIsLanguage(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"en": true, "en-US": true, "es-419": true, "cmn-Hans-CN": true, "multi": true, "fil-PH": true,
		"": false, "en_US": false, "English": false, "English (United States)": false, "e-US": false, "en-": false, "1n": false,
	} {
		if got := IsLanguage(text); got != want {
			t.Errorf("IsLanguage(%q) = %v", text, got)
		}
	}
}
