package words

import "slices"

// NamesLink reports whether a name of a value is one for an address of the web.
func NamesLink(name string) bool {
	in := In(name)
	return len(in) > 0 && slices.Contains([]string{"url", "link", "uri", "href", "enlace", "lien"}, in[len(in)-1])
}

// NamesPhone reports whether a name of a value ends with a word for a telephone: collectorPhone.
func NamesPhone(name string) bool {
	in := In(name)
	return len(in) > 0 && personal[in[len(in)-1]] == PersonalPhone
}

// NamesSomebody reports whether a name of a value ends with a word for whoever somebody is, be it by a number or by an ID.
func NamesSomebody(name string) bool {
	in := In(name)
	return len(in) > 0 && slices.Contains(sameThings[0], in[len(in)-1])
}
