package offer

import (
	"slices"
	"strings"

	"studiolint/lint/words"
)

// DateSample returns a date as a text writes out that it is to be, MM/DD/YYYY, and the words that say so; none where it
// says several, or leaves it open.
func DateSample(text string) (sample, said string) {
	if !words.HoldsAny(text, "mm") {
		return "", ""
	}
	all := writtenDate.FindAllString(text, -1)
	if len(all) == 0 || slices.ContainsFunc(all[1:], func(other string) bool { return !strings.EqualFold(other, all[0]) }) ||
		leavesOpen(text, afterForm(text, all[0])) {
		return "", ""
	}
	return sampleOfDate(all[0]), all[0]
}

// sampleOfDate returns a date in the form that some words write out; "" where they are not understood.
func sampleOfDate(said string) string {
	written := strings.ToUpper(said)
	if strings.Contains(written, "AA") {
		written = strings.ReplaceAll(written, "JJ", "DD") // jour
	}
	if sample := datePieces.Replace(written); strings.Trim(sample, "0123456789./- :") == "" {
		return sample
	}
	return ""
}
