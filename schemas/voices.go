package schemas

import (
	"slices"
	"strings"
)

// A voiceList is what is known of the languages of voices.
type voiceList struct {
	services   Table[string]   // by what a voice's name begins with: what comes after it
	names      Table[[]string] // the languages of a voice by its name
	standard   []string        // those of names that have no neural and no generative kind
	basic      []string        // voices without a service, which know no tags
	languages  Table[string]   // other codes of a language
	sources    []string
	confidence Confidence
}

// Language returns the language of a code such as en-GB: en. Codes of the same language
// have the same one; of no code it is "".
func Language(code string) string {
	language, _, _ := strings.Cut(strings.TrimSpace(code), "-")
	language = strings.ToLower(language)
	if other := voiceTable.languages.Get(language); other != "" {
		return other
	}
	return language
}

// IsLanguage reports whether a text is of the form that codes of languages have (RFC 5646), or one of
// the words for any language.
func IsLanguage(text string) bool {
	if text == "multi" || text == "auto" || text == "default" {
		return true
	}
	i := 0
	for part := range strings.SplitSeq(text, "-") {
		if len(part) < 1 || len(part) > 8 || i == 0 && len(part) != 2 && len(part) != 3 {
			return false
		}
		for _, c := range []byte(part) {
			if letter := c|0x20 >= 'a' && c|0x20 <= 'z'; !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
		i++
	}
	return true
}

// LanguagesOf returns the languages of a voice such as Polly.Camila-Neural or
// Google.en-GB-Wavenet-F; none when it is not known.
func LanguagesOf(voice string) []string {
	for service, by := range voiceTable.services.All() {
		name, ok := strings.CutPrefix(voice, service)
		if !ok {
			continue
		}
		if by == "locale" {
			if parts := strings.Split(name, "-"); len(parts) >= 3 && slices.Contains([]int{2, 3}, len(parts[0])) {
				return []string{Language(parts[0])}
			}
			return nil
		}
		name, _, _ = strings.Cut(name, "-")
		return voiceTable.names.Get(name)
	}
	return nil
}

// VoiceParts returns the service of a voice by its name, as Polly., its name, and its kind, as Neural, which is "" for the
// standard one; ok is false for any other voice.
func VoiceParts(voice string) (service, name, kind string, ok bool) {
	for service, by := range voiceTable.services.All() {
		if rest, found := strings.CutPrefix(voice, service); found && by == "name" {
			name, kind, _ = strings.Cut(rest, "-")
			return service, name, kind, name != ""
		}
	}
	return "", "", "", false
}

// VoiceNames returns the names of the voices that services have by name.
func VoiceNames() []string {
	names := make([]string, 0, len(voiceTable.names))
	for name := range voiceTable.names.All() {
		names = append(names, name)
	}
	return names
}

// LanguagesByName returns the languages of a voice by its name alone, without the service.
func LanguagesByName(name string) []string { return voiceTable.names.Get(name) }

// IsStandardVoice reports whether a voice by its name has the standard kind alone.
func IsStandardVoice(name string) bool { return slices.Contains(voiceTable.standard, name) }

// IsBasicVoice reports whether a voice is one of those that know no tags.
func IsBasicVoice(voice string) bool { return slices.Contains(voiceTable.basic, voice) }

// WithService returns the name of a voice as Twilio wants it, where only the service before it is missing: Polly.Joanna
// for Joanna, Google.en-US-Wavenet-C for en-US-Wavenet-C; "" for any other.
func WithService(voice string) string {
	if voice == "" || strings.Contains(voice, ".") {
		return ""
	}
	for service, by := range voiceTable.services.All() {
		name := voice
		if by == "name" {
			name = strings.ToUpper(voice[:1]) + voice[1:]
		} else if strings.Count(voice, "-") < 3 { // en-US-Wavenet-C
			continue
		}
		if len(LanguagesOf(service+name)) > 0 {
			return service + name
		}
	}
	return ""
}
