package script

import (
	"maps"
	"slices"
	"strings"
)

// A Word is a stretch of two texts that are compared by words.
type Word struct {
	Text string
	Sign byte // ' ' in both, '-' only in what was expected, '+' only in what came
}

// maxWords is how many words of a text are compared: the work grows with their square.
const maxWords = 400

// diff compares two texts by words; nil when they have nothing in common, or are too long.
func diff(want, got string) []Word {
	a, b := strings.Fields(want), strings.Fields(got)
	if len(a) == 0 || len(b) == 0 || len(a) > maxWords || len(b) > maxWords {
		return nil
	}
	common := table(a, b)
	if common[0][0] == 0 {
		return nil
	}
	var out []Word
	add := func(sign byte, word string) {
		if n := len(out); n > 0 && out[n-1].Sign == sign {
			out[n-1].Text += " " + word
			return
		}
		out = append(out, Word{word, sign})
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			add(' ', a[i])
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && common[i+1][j] >= common[i][j+1]:
			add('-', a[i])
			i++
		default:
			add('+', b[j])
			j++
		}
	}
	return out
}

// table holds how many words two texts have in common from each place on.
func table(a, b []string) [][]int {
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	return common
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
