package offer

import "studiolint/lint/words"

// NamesKeys reports whether a text speaks of keys, or of pressing them, be it any: "press any key to
// go on".
func NamesKeys(text string) bool {
	return words.HoldsAny(text, "press", "key", "dial", "tecla", "presion", "oprim", "marque", "pulse", "aperte",
		"digite", "taste", "touche", "appuy", "tasto", "prem")
}
