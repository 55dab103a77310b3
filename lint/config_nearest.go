package lint

import "strings"

// longestWord is how many letters are compared; the cost grows with the square.
const longestWord = 64

// didYouMean suggests the word that was most likely meant, as the end of a
// message: `; did you mean "rules"?`. It is "" when none is near.
func didYouMean(word string, known []string) string {
	best, least := "", len(word)/3+1
	for _, k := range known {
		if d := editDistance(strings.ToLower(word), strings.ToLower(k), least); d < least {
			best, least = k, d
		}
	}
	if best == "" && len(word) >= 4 { // a part of the word, when it is the part of one only
		for _, k := range known {
			if strings.Contains(k, strings.ToLower(word)) {
				if best != "" {
					return ""
				}
				best = k
			}
		}
	}
	if best == "" {
		return ""
	}
	return `; did you mean "` + best + `"?`
}

// editDistance counts the bytes that must be added, removed, changed or swapped
// with their neighbour to make a into b. It gives up with limit when there are as
// many as that or more.
func editDistance(a, b string, limit int) int {
	if len(a) > longestWord || len(b) > longestWord || len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	var rows [3][longestWord + 1]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			change := last[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, change)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit)
}
