package words

import "slices"

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
