package answers

import (
	"slices"
	"strings"
	"unicode/utf8"

	"studiolint/lint/effects"
	"studiolint/lint/pattern"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// Refused tells of a menu that is a question for yes or no, takes a yes and asks again after
// a no: which no it is that fits no branch, or which single key it takes where there is
// no other way out; both "" when it is no such menu.
func (m *Menu) Refused() (no, only string) {
	if !m.Again() {
		return "", ""
	}
	text := effects.Prompt(m.Question).Text()
	if strings.Count(text, "?") != 1 {
		return "", ""
	}
	if m.Question.Facts.KeyEntry != nil && !m.Spoken {
		return "", m.onlyKey(text)
	}
	for i := range words.Decisions {
		d := &words.Decisions[i]
		if !slices.ContainsFunc(d.Yes, m.Takes) && !m.Takes(d.Y) || slices.ContainsFunc(d.Nos(), m.Takes) ||
			slices.ContainsFunc(m.Offers, func(o Offer) bool { return !d.Agrees(strings.ToLower(o.Answer)) }) {
			continue
		}
		if m.takesOnly(d.Agrees) || m.Fixed && len(m.Offers) == 0 && yesOrNo.MatchString(text) {
			return d.No[0], ""
		}
	}
	return "", ""
}

// Insists returns the word for no that a question for consent by message has no branch for, when anything but a yes
// brings the same text again at once: "to go on, reply YES"; "" when it is no such question. Words that Twilio answers
// itself (STOP) may stand beside the yes.
func (m *Menu) Insists() string {
	if m.Question.Needs() != schemas.NeedsMessage || m.Otherwise == nil || m.Leads(m.Otherwise) != m.Question ||
		len(m.Branches) != 1 || !m.Fixed {
		return ""
	}
	for i := range words.Decisions {
		d := &words.Decisions[i]
		offered := false
		if !m.takesOnly(d.Agrees) || slices.ContainsFunc(d.Nos(), m.Takes) ||
			slices.ContainsFunc(m.Offers, func(o Offer) bool {
				agrees := d.Agrees(strings.ToLower(o.Answer))
				offered = offered || agrees && o.By == m.Question
				return !agrees && !schemas.IsForTwilio(o.Answer)
			}) {
			continue
		}
		if offered {
			return d.No[0]
		}
	}
	return ""
}

// takesOnly reports whether all branches take words of one kind, as far as is known.
func (m *Menu) takesOnly(kind func(word string) bool) bool {
	return !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
		texts, ok := b.Comparison.Texts()
		if !ok {
			texts = []string{b.Comparison.Value()}
		}
		return slices.ContainsFunc(texts, func(text string) bool { return !kind(strings.Trim(text, ".!")) })
	})
}

// onlyKey returns the single key that a question for yes or no takes, when silence asks
// again, too; "" when there is another way on.
func (m *Menu) onlyKey(text string) string {
	silence := m.Question.OnKind(schemas.KindTimeout)
	if len(m.Branches) != 1 || !m.Back(silence) || !yesOrNo.MatchString(text) {
		return ""
	}
	key := m.Branches[0].Comparison.Value()
	if len(key) != 1 || m.Branches[0].Comparison.Operator() != split.EqualTo ||
		slices.ContainsFunc(m.Offers, func(o Offer) bool { return m.Branches[0].Comparison.Holds(strings.ToLower(o.Answer)) != split.Yes }) {
		return ""
	}
	for _, o := range m.Offers {
		if o.Repeats() {
			return ""
		}
	}
	return key
}

// yesOrNo is how a question begins that is answered by yes or no.
var yesOrNo = pattern.Lazy(`(?i)(?:^|[.!,:\n]\s*)(?:do|does|did|would|will|are|is|was|were|can|could|may|shall|should|have|has|want)\s+(?:you|we|i|it|this|that|there|your|the|someone|somebody)\b`)

// YesOrNo reports whether a text asks one thing, which is answered by yes or no.
func YesOrNo(text string) bool { return strings.Count(text, "?") == 1 && yesOrNo.MatchString(text) }

// accents are words that people write with an accent and without, by language.
var accents = [][2]string{{"si", "sí"}, {"nao", "não"}}

// OneSpelling returns a word that a menu for words takes and the same one without its accent, or
// with it where it is a yes or a no, which it does not take; both "" when there is none. What stands
// in other lists of the flow tells of its language, where the prompt does not.
func (m *Menu) OneSpelling(listed map[string]bool) (takes, not string) {
	if m.Question.Facts.KeyEntry != nil && !m.Spoken {
		return "", ""
	}
	for _, pair := range accents {
		for i, word := range pair {
			if other := pair[1-i]; m.names(word) && !m.Takes(other) &&
				(listed[word] && listed[other] || iberian.MatchString(effects.Prompt(m.Question).Text())) {
				return word, other
			}
		}
	}
	if m.Spoken || effects.Prompt(m.Question).Text() == "" {
		return "", "" // a button sends what is written on it
	}
	for _, b := range m.Branches {
		texts, _ := b.Comparison.Texts()
		for _, text := range texts {
			if bare := words.Unaccented(text); b.Literal && bare != text && isPlain(bare) && !m.Takes(bare) {
				return text, bare
			}
		}
	}
	return m.unmarked(listed)
}

// unmarked returns a word of a branch that lacks its accent, and the word as it is, which the menu does not
// take, though another of the flow does; both "" when there is none.
func (m *Menu) unmarked(listed map[string]bool) (takes, not string) {
	for _, b := range m.Branches {
		texts, _ := b.Comparison.Texts()
		for _, text := range texts {
			for _, with := range marked[text] {
				if b.Literal && listed[with] && !m.Takes(with) {
					return text, with
				}
			}
		}
	}
	return "", ""
}

// marked are words without their accents, with those that they are.
var marked = map[string][]string{
	"tres": {"três"}, "nao": {"não"}, "si": {"sí", "sì"}, "opcao": {"opção"}, "opcion": {"opción"}, "informacao": {"informação"}, "informacion": {"información"}, "mas": {"más"},
	"ate": {"até"}, "ubicacion": {"ubicación"}, "atencion": {"atención"}, "reclamacao": {"reclamação"}, "orcamento": {"orçamento"}, "preco": {"preço"}, "servico": {"serviço"},
	"credito": {"crédito"}, "telefono": {"teléfono"}, "numero": {"número"}, "dia": {"día"}, "manana": {"mañana"}, "espanol": {"español"}, "ingles": {"inglés", "inglês"},
}

// isPlain reports whether a text has no letters but those of English.
func isPlain(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf })
}

// Accented returns a word of the prompt of a menu that is a word of a branch but for its accents,
// and fits no branch, and the word of that branch, which the prompt does not have; both "" when
// there is none.
func (m *Menu) Accented() (written, takes string) {
	if m.Question.Facts.KeyEntry != nil || m.Spoken {
		return "", ""
	}
	const accent = "\xc3" // all letters with one begin so
	var told []string
	marked := strings.Contains(effects.Prompt(m.Question).Text(), accent)
	for _, b := range m.Branches {
		texts, _ := b.Comparison.Texts()
		for _, text := range texts {
			if !marked && !strings.Contains(text, accent) || !b.Literal || strings.Contains(text, " ") ||
				utf8.RuneCountInString(text) < 2 || isPlain(text) && len(text) < 4 {
				continue
			}
			if told == nil {
				told = words.In(effects.Prompt(m.Question).Text())
			}
			if slices.Contains(told, text) {
				continue
			}
			i := slices.IndexFunc(told, func(word string) bool {
				return word != text &&
					words.Unaccented(word) == words.Unaccented(text)
			})
			if i >= 0 && !m.Takes(told[i]) {
				return told[i], text
			}
		}
	}
	return "", ""
}

// Foreign tells of a question that is asked in another language than English, and whose menu
// takes yes, though the prompt does not offer that, and not the word for it in that language:
// that word, and the language; both "" when it is none.
func (m *Menu) Foreign(d *project.Document) (word, tongue string) {
	tongue = Tongues.Of(d)[m.Question.Index]
	own := words.DecisionIn(tongue)
	if own == nil || tongue == "en" || m.Question.Facts.KeyEntry != nil && !m.Spoken || !m.names("yes") ||
		slices.ContainsFunc(own.Yes, m.Takes) ||
		words.HoldsAny(effects.Prompt(m.Question).Text(), "yes") ||
		slices.ContainsFunc(m.Offers, func(o Offer) bool { return strings.EqualFold(o.Answer, "yes") }) {
		return "", ""
	}
	return own.Yes[0], tongue
}

// Abridged returns the letter that a question by message takes for yes, or for no, and the word
// that it stands for, when that fits no branch and is taken for the other answer; both ""
// when there is none.
func (m *Menu) Abridged() (letter, word string) {
	if m.Question.Facts.KeyEntry != nil || m.Otherwise == nil || m.Leads(m.Otherwise) == nil || m.Again() || !m.Fixed {
		return "", ""
	}
	english := words.DecisionIn("en")
	for _, pair := range [][2]string{{english.Y, english.Yes[0]}, {english.N, english.No[0]}} {
		if m.names(pair[0]) && !m.Takes(pair[1]) &&
			slices.ContainsFunc(m.Offers, func(o Offer) bool { return strings.EqualFold(o.Answer, pair[0]) }) {
			return pair[0], pair[1]
		}
	}
	return "", ""
}

// names reports whether some branch is taken for a word, and not only for what holds it.
func (m *Menu) names(word string) bool {
	return slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
		switch b.Comparison.Operator() {
		case split.EqualTo:
			return b.Literal && b.Comparison.Value() == word
		case split.MatchesAnyOf:
			return b.Literal && slices.Contains(b.Comparison.Entries(), word)
		}
		return false
	})
}

// iberian are words of Spanish and Portuguese in a question.
var iberian = pattern.Lazy(`(?i)[¿¡ñã]|\b(?:(?:responda|responde|escriba|escribe|conteste|contesta|quiere|quieres|desea|deseas|digite|digita|usted|voce|quer|deseja|envíe|envía)\b|você\B)`)
