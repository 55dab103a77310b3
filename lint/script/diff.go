package script

import (
	"maps"
	"slices"
	"strings"

	"studiolint/lint/words"
)

// diff compares two texts by words; nil when they have nothing in common.
func diff(want, got string) []words.Piece {
	list := words.Compare(want, got)
	if !slices.ContainsFunc(list, func(p words.Piece) bool { return p.Old && p.New }) {
		return nil
	}
	return list
}

// nearest returns the one of some texts that has the most words of a text, the last of
// equal ones.
func nearest(want string, texts []string) string {
	wanted := strings.Fields(want)
	best, most := texts[len(texts)-1], -1
	for _, text := range slices.Backward(texts) {
		n := 0
		for _, word := range wanted {
			if strings.Contains(text, word) {
				n++
			}
		}
		if n > most {
			best, most = text, n
		}
	}
	return best
}

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
