package offer

import "slices"

// LoneDigits returns the one digit that stands alone in each of some texts, in their order; nil where one of them has
// none, or several, or a digit stands in two.
func LoneDigits(texts []string) (all []string) {
	for _, text := range texts {
		found := ""
		for i := range len(text) {
			alone := isDigitAt(text, i) && !isDigitAt(text, i-1) && !isDigitAt(text, i+1)
			switch {
			case !isDigitAt(text, i):
			case !alone || found != "":
				return nil
			default:
				found = text[i : i+1]
			}
		}
		if found == "" || slices.Contains(all, found) {
			return nil
		}
		all = append(all, found)
	}
	return all
}

func isDigitAt(text string, i int) bool {
	return i >= 0 && i < len(text) && '0' <= text[i] && text[i] <= '9'
}
