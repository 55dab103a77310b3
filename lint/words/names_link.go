package words

import "slices"

// NamesLink reports whether a name of a value is one for an address of the web.
func NamesLink(name string) bool {
	in := In(name)
	return len(in) > 0 && slices.Contains([]string{"url", "link", "uri", "href", "enlace", "lien"}, in[len(in)-1])
}

// NamesMedia reports whether a name of a value is one for a recording or a picture, or for where one is found.
func NamesMedia(name string) bool {
	in := In(name)
	return len(in) == 1 && slices.Contains([]string{
		"recording", "voicemail", "voicenote", "audio", "picture", "photo", "image", "media",
		"foto", "imagen", "imagem", "grabacion", "gravacao", "aufnahme",
		"enregistrement", "registrazione",
	}, in[0])
}

// NamesSID reports whether a name of a value is one for a SID: CallSid, flow_sid.
func NamesSID(name string) bool {
	in := In(name)
	return len(in) > 1 && in[len(in)-1] == "sid"
}

// NamesPhone reports whether a name of a value is one for a telephone's number: collectorPhone, phoneNo, customer_number; or
// says which side of a message it is.
func NamesPhone(name string) bool {
	in := In(name)
	if len(in) == 0 {
		return false
	}
	last, before := in[len(in)-1], in[:len(in)-1]
	return personal[last] == PersonalPhone || len(before) == 0 && (last == "to" || last == "from") ||
		slices.Contains(numberWords, last) && slices.ContainsFunc(before, func(word string) bool {
			return personal[word] == PersonalPhone || slices.Contains(personWords, word)
		})
}

// NamesNumber reports whether a text speaks of a telephone or a number.
func NamesNumber(text string) bool {
	return slices.ContainsFunc(In(text), func(word string) bool {
		return personal[word] == PersonalPhone || slices.Contains(numberWords, word)
	})
}

var (
	numberWords = []string{"number", "no", "nr", "num", "nummer", "numero", "número"}
	personWords = []string{"customer", "caller", "client", "contact", "patient", "guest", "user"}
)

// NamesSomebody reports whether a name of a value ends with a word for whoever somebody is, be it by a number or by an ID.
func NamesSomebody(name string) bool {
	in := In(name)
	return len(in) > 0 && slices.Contains(sameThings[0], in[len(in)-1])
}
