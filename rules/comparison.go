package rules

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// A comparison is what a condition asks of a text: an operator and a literal
// value. Studio ignores case and outer spaces on both sides, so texts and values
// are held in lower case and trimmed.
type comparison struct {
	operator, value string

	number   float64 // of value, if isNumber
	isNumber bool
	entries  []string // of a comma list, without empty ones
	set      map[string]bool
}

func newComparison(operator, value string) comparison {
	c := comparison{operator: operator, value: normal(value)}
	c.number, c.isNumber = asNumber(c.value)
	if operator == "matches_any_of" || operator == "does_not_match_any_of" {
		c.set = map[string]bool{}
		for e := range strings.SplitSeq(value, ",") {
			if e = normal(e); e != "" && !c.set[e] {
				c.set[e] = true
				c.entries = append(c.entries, e)
			}
		}
	}
	return c
}

// normal brings a text into the form in which Studio compares it.
func normal(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// finite returns the texts for which the comparison holds, when they can be
// listed.
func (c comparison) finite() ([]string, bool) {
	switch c.operator {
	case "equal_to":
		return []string{c.value}, c.value != ""
	case "matches_any_of":
		return c.entries, len(c.entries) > 0
	case "is_blank":
		return []string{""}, true
	}
	return nil, false
}

// takesAll reports whether the comparison holds for every text.
func (c comparison) takesAll() bool {
	return c.operator == "regex" && slices.Contains([]string{".*", "^.*$", "(.*)", `[\s\s]*`}, c.value)
}

// holds tells whether the comparison holds for a text.
func (c comparison) holds(text string) answer {
	is := func(b bool) answer {
		if b {
			return yes
		}
		return no
	}
	switch {
	case c.operator == "is_blank":
		return is(text == "")
	case c.operator == "is_not_blank":
		return is(text != "")
	case c.takesAll():
		return yes
	case c.value == "":
		return unsure // what Studio makes of an empty value is not known
	}
	switch c.operator {
	case "equal_to":
		return is(text == c.value)
	case "not_equal_to":
		return is(text != c.value)
	case "matches_any_of":
		return is(c.set[text])
	case "does_not_match_any_of":
		return is(!c.set[text])
	case "contains":
		return is(strings.Contains(text, c.value))
	case "does_not_contain":
		return is(!strings.Contains(text, c.value))
	case "starts_with":
		return is(strings.HasPrefix(text, c.value))
	case "does_not_start_with":
		return is(!strings.HasPrefix(text, c.value))
	case "less_than", "greater_than":
		n, ok := asNumber(text)
		switch {
		case !c.isNumber || text == "":
			return unsure
		case !ok:
			return no
		case c.operator == "less_than":
			return is(n < c.number)
		}
		return is(n > c.number)
	case "is_before_time", "is_after_time", "is_before_date", "is_after_date":
		layout := layoutOf(c.operator)
		if !isTime(layout, text) || !isTime(layout, c.value) || text == c.value {
			return unsure
		}
		return is((text < c.value) == strings.HasPrefix(c.operator, "is_before"))
	}
	return unsure
}

// implies reports whether every text for which c holds is one for which other
// holds: then c, coming later, is never reached.
func (c comparison) implies(other comparison) bool {
	if other.takesAll() {
		return true
	}
	if c.operator == other.operator && c.value == other.value {
		return c.value != ""
	}
	if texts, ok := c.finite(); ok {
		return !slices.ContainsFunc(texts, func(text string) bool { return other.holds(text) != yes })
	}
	if c.value == "" || other.value == "" && other.operator != "is_not_blank" {
		return false
	}
	switch other.operator {
	case "is_not_blank":
		return slices.Contains([]string{"contains", "starts_with", "less_than", "greater_than"}, c.operator)
	case "contains":
		return (c.operator == "contains" || c.operator == "starts_with") && strings.Contains(c.value, other.value)
	case "starts_with":
		return c.operator == "starts_with" && strings.HasPrefix(c.value, other.value)
	case "does_not_contain":
		return c.operator == "does_not_contain" && strings.Contains(other.value, c.value)
	case "does_not_start_with":
		return c.operator == "does_not_start_with" && strings.HasPrefix(other.value, c.value) ||
			c.operator == "does_not_contain" && strings.Contains(other.value, c.value)
	case "not_equal_to":
		return c.holds(other.value) == no
	case "does_not_match_any_of":
		return len(other.entries) > 0 && !slices.ContainsFunc(other.entries, func(text string) bool { return c.holds(text) != no })
	case "less_than", "greater_than":
		return c.operator == other.operator && c.isNumber && other.isNumber && (c.number < other.number) == (c.operator == "less_than")
	case "is_before_time", "is_before_date", "is_after_time", "is_after_date":
		layout := layoutOf(c.operator)
		return c.operator == other.operator && isTime(layout, c.value) && isTime(layout, other.value) &&
			(c.value < other.value) == strings.HasPrefix(c.operator, "is_before")
	}
	return false
}

// excludes reports whether no text can keep both.
func (c comparison) excludes(other comparison) bool {
	if texts, ok := c.finite(); ok {
		return !slices.ContainsFunc(texts, func(text string) bool { return other.holds(text) != no })
	}
	if _, ok := other.finite(); ok {
		return other.excludes(c)
	}
	switch {
	case c.operator == "less_than" && other.operator == "greater_than":
		return c.isNumber && other.isNumber && c.number <= other.number
	case c.operator == "greater_than" && other.operator == "less_than":
		return other.excludes(c)
	case c.operator == "starts_with" && other.operator == "starts_with":
		return c.value != "" && other.value != "" && !strings.HasPrefix(c.value, other.value) && !strings.HasPrefix(other.value, c.value)
	}
	return false
}

// opposites are the operators that hold exactly when the other does not.
var opposites = map[string]string{
	"equal_to": "not_equal_to", "not_equal_to": "equal_to",
	"matches_any_of": "does_not_match_any_of", "does_not_match_any_of": "matches_any_of",
	"is_blank": "is_not_blank", "is_not_blank": "is_blank",
	"contains": "does_not_contain", "does_not_contain": "contains",
	"starts_with": "does_not_start_with", "does_not_start_with": "starts_with",
}

// opposes reports whether one of two comparisons always holds.
func (c comparison) opposes(other comparison) bool {
	return opposites[c.operator] == other.operator &&
		(c.value == other.value || c.operator == "is_blank" || c.operator == "is_not_blank")
}

// A bounds is the widest of the comparisons below and above a number that were
// seen.
type bounds struct{ below, above *branch }

func (s *bounds) see(b branch) {
	switch c := b.comparison; {
	case !c.isNumber:
	case c.operator == "less_than" && (s.below == nil || c.number > s.below.comparison.number):
		s.below = &b
	case c.operator == "greater_than" && (s.above == nil || c.number < s.above.comparison.number):
		s.above = &b
	}
}

// all reports whether the two together hold for every number; with equal, for
// every number but one that another comparison takes.
func (s *bounds) all(equal func(number float64) bool) bool {
	if s.below == nil || s.above == nil {
		return false
	}
	below, above := s.below.comparison.number, s.above.comparison.number
	return below > above || below == above && equal(below)
}

// exhaustive reports whether one of the branches is taken for whatever may be
// expected: one and its opposite, true and false, every number.
func exhaustive(all []branch) bool {
	var (
		seen    bounds
		numbers = map[float64]bool{}
		words   = map[string]bool{}
		kinds   = map[[2]string]bool{}
	)
	for _, b := range all[:min(len(all), maxBranches)] {
		c := b.comparison
		seen.see(b)
		key := c.value
		if c.operator == "is_blank" || c.operator == "is_not_blank" {
			key = ""
		}
		kinds[[2]string{c.operator, key}] = true
		if opposite, ok := opposites[c.operator]; ok && kinds[[2]string{opposite, key}] || c.takesAll() {
			return true
		}
		if c.operator == "equal_to" {
			words[c.value] = true
			if c.isNumber {
				numbers[c.number] = true
			}
		}
	}
	return words["true"] && words["false"] || seen.all(func(n float64) bool { return numbers[n] })
}

func asNumber(s string) (float64, bool) {
	if !isNumeric(s) {
		return 0, false
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err == nil
}

// layoutOf returns how an operator wants its time or date, for package time.
func layoutOf(operator string) string {
	if strings.HasSuffix(operator, "_time") {
		return "15:04"
	}
	return "2006-01-02"
}

// isTime reports whether a text is a time or date with its leading zeros.
func isTime(layout, s string) bool {
	_, err := time.Parse(layout, s)
	return err == nil && len(s) == len(layout)
}
