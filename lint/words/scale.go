package words

import (
	"slices"
	"strings"
)

// The sides of a scale of numbers, as steps are named after them: those of its small numbers, and those of its large ones.
var (
	lowSides  = []string{"low", "lower", "lowest", "small", "detractor", "detractors", "below", "under", "less", "bajo", "baja", "baixo", "baixa", "bas", "basse", "faible", "niedrig", "basso", "bassa", "laag"}
	highSides = []string{"high", "higher", "highest", "large", "promoter", "promoters", "above", "over", "more", "alto", "alta", "haut", "haute", "élevé", "eleve", "hoch", "hoog"}
	lowMoods  = []string{"bad", "unhappy", "negative", "unsatisfied", "dissatisfied", "poor", "sad", "malo", "mala", "negativo", "negativa", "insatisfecho", "ruim", "insatisfeito", "mauvais", "mécontent"}
	highMoods = []string{"good", "happy", "positive", "satisfied", "great", "excellent", "bueno", "buena", "positivo", "positiva", "satisfecho", "bom", "boa", "satisfeito", "bon", "content"}

	// turned are words of scales whose small numbers are the large things: priority 1 comes before 5.
	turned = []string{"priority", "prio", "urgency", "urgent", "severity", "sev", "risk", "importance", "level", "tier", "rank", "grade", "effort", "prioridad", "prioridade", "priorité", "urgencia", "urgência"}
)

var scaleWords = AnyOf("low", "small", "detr", "below", "under", "less", "baj", "baix", "bas", "faibl", "niedr", "laag", "bad", "happy", "negat", "satisf", "poor", "sad", "mal", "ruim", "mauv", "contente")

// MayNameLowSide is a cheap question: whether a name may hold a word for the small numbers of a scale.
func MayNameLowSide(name string) bool { return scaleWords.In(name) }

// ScaleSide tells after which side of a scale of numbers something is named: -1 for the small ones, 1 for the large ones, 0
// where that is not certain. Moods are words for bad and good, which go with a scale only where its small numbers are bad.
func ScaleSide(name string, moods bool) int {
	in := In(name)
	low, high := Overlap(in, lowSides), Overlap(in, highSides)
	if moods {
		low, high = low || Overlap(in, lowMoods), high || Overlap(in, highMoods)
	}
	switch {
	case low == high || Overlap(in, turned) ||
		slices.Contains(in, "not") || slices.Contains(in, "no") || slices.Contains(in, "too"):
		return 0
	case low:
		return -1
	}
	return 1
}

// The beginnings of words for what people think of something, and the words that turn them round.
var (
	moodsBad = []string{
		"dissatisf", "unsatisf", "unhappy", "worst", "terribl", "awful", "horribl", "disappoint", "unlikely", "poor", "insatisf", "descontent", "mécontent", "mecontent", "pésim", "pesim", "péssim", "pessim",
		"mauvais", "unzufrieden", "schlecht", "mangelhaft", "insoddisf", "insufficien", "ontevreden", "slecht", "peor", "pior", "ruim",
	}
	moodsGood = []string{
		"satisf", "happy", "excellen", "excelen", "great", "best", "pleased", "delight", "perfect", "perfekt", "outstanding", "amazing", "likely", "contento", "contenta", "mejor", "feliz", "ótim", "otim", "melhor", "meilleur",
		"zufrieden", "ausgezeichnet", "hervorragend", "soddisf", "ottim", "eccellent", "tevreden", "uitstekend",
	}
	shortBad  = []string{"bad", "malo", "mala", "mal", "mau", "má"}
	shortGood = []string{"good", "gut", "goed", "bon", "bonne", "bom", "boa", "bueno", "buena", "buono", "content", "top"}
	turning   = []string{"not", "least", "less", "nada", "no", "poco", "pouco", "não", "nao", "menos", "nicht", "gar", "wenig", "pas", "peu", "non", "niente", "niet", "never"}
	parting   = []string{"and", "or", "to", "y", "o", "e", "a", "und", "oder", "bis", "et", "ou", "à", "en", "of"}
)

// Mood returns what the first words of a text say of something: 1 for good, -1 for bad, 0 where they say nothing, or
// where that is not certain.
func Mood(text string) int {
	const most = 5 // words
	turned := false
	for i, word := range In(text) {
		begins := func(stem string) bool { return strings.HasPrefix(word, stem) }
		switch {
		case i == most || slices.Contains(parting, word):
			return 0
		case slices.Contains(turning, word):
			turned = true
		case slices.ContainsFunc(moodsBad, begins) || slices.Contains(shortBad, word):
			if turned {
				return 0
			}
			return -1
		case slices.ContainsFunc(moodsGood, begins) || slices.Contains(shortGood, word):
			if turned {
				return -1
			}
			return 1
		}
	}
	return 0
}
