package split

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Example returns a text for which each of some comparisons certainly holds and each
// of some others certainly does not: what a caller says to be led by one branch and by
// none before it. The text is as Holds takes it. It is false when no such text was
// found, which does not mean that there is none.
func Example(hold, fail []Comparison) (text string, ok bool) {
	if len(hold)+len(fail) > Max {
		return "", false
	}
	for _, text := range candidates(append(slices.Clone(hold), fail...)) {
		misses := func(c Comparison) bool { return c.Holds(text) != Yes }
		takes := func(c Comparison) bool { return c.Holds(text) != No }
		if !slices.ContainsFunc(hold, misses) && !slices.ContainsFunc(fail, takes) {
			return text, true
		}
	}
	return "", false
}

// maxCandidates is how many texts are tried.
const maxCandidates = 500

// candidates returns texts around what some comparisons name, the plainest first.
func candidates(all []Comparison) []string {
	var texts, starts, parts []string
	var numbers []float64
	for _, c := range all {
		listed, _ := c.Texts()
		texts = append(texts, listed...)
		switch {
		case c.operator == StartsWith:
			starts = append(starts, c.value)
		case c.operator == Contains:
			parts = append(parts, c.value)
		case c.isNumber:
			numbers = append(numbers, c.number)
		case c.regex != nil:
			if sample, ok := c.regex.Sample(); ok {
				texts = append(texts, normal(sample))
			}
		}
		texts = append(texts, aroundTime(c)...)
	}
	// One text can begin like one comparison and hold what others ask for.
	rest := strings.Join(parts, " ")
	for _, start := range append(starts, "") {
		texts = append(texts, start, normal(start+rest), normal(start+" "+rest))
	}
	texts = append(texts, parts...)
	texts = append(texts, aroundNumbers(numbers)...)
	texts = append(texts, "something else", "a", "0", "yes", "no", "0.5", "2020-02-02", "12:34")
	for _, c := range all {
		texts = append(texts, c.value, c.value+"x", "x"+c.value)
	}
	seen := map[string]bool{"": true} // it is the last: nobody answers so, and what holds for it is often not known
	texts = slices.DeleteFunc(texts, func(text string) bool {
		again := seen[text] || text != normal(text)
		seen[text] = true
		return again
	})
	return append(texts[:min(len(texts), maxCandidates)], "")
}

// aroundNumbers returns the numbers, those between them and one on each side.
func aroundNumbers(numbers []float64) []string {
	if len(numbers) == 0 {
		return nil
	}
	slices.Sort(numbers)
	near := []float64{numbers[0] - 1, numbers[len(numbers)-1] + 1}
	for i, n := range numbers {
		near = append(near, n)
		if i > 0 {
			near = append(near, (numbers[i-1]+n)/2)
		}
	}
	var texts []string
	for _, n := range near {
		texts = append(texts, strconv.FormatFloat(n, 'f', -1, 64))
	}
	return texts
}

// aroundTime returns the time or date of a comparison, that before it and that after.
func aroundTime(c Comparison) []string {
	layout, step := Layout(c.operator), 24*time.Hour
	if strings.HasSuffix(c.operator, "_time") {
		step = time.Minute
	}
	at, err := time.Parse(layout, c.value)
	if err != nil || !strings.HasPrefix(c.operator, "is_before") && !strings.HasPrefix(c.operator, "is_after") {
		return nil
	}
	return []string{c.value, at.Add(-step).Format(layout), at.Add(step).Format(layout)}
}
