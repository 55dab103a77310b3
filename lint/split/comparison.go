// Package split tells what a condition of a split holds for: whether it holds for
// a text, implies or excludes another condition, and whether some conditions leave
// nothing over. It works on operators and values alone.
package split

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"studiolint/lint/pattern"
)

// A Comparison is what a condition asks of a text: an operator and a literal
// value. Studio ignores case and outer spaces on both sides, so texts and values
// are held in lower case and trimmed.
type Comparison struct {
	operator, value string

	number   float64 // of value, if isNumber
	isNumber bool
	entries  []string // of a comma list, without empty ones
	set      map[string]bool
	regex    *pattern.Pattern // of the value as it was written; nil when nothing is known of it
}

// Compare returns the comparison with a value by an operator of Studio's, as
// equal_to. Any operator will do; of one that is not known nothing is said.
func Compare(operator, value string) Comparison {
	c := Comparison{operator: operator, value: normal(value)}
	c.number, c.isNumber = asNumber(c.value)
	if operator == Regex && value == strings.TrimSpace(value) {
		c.regex, _ = pattern.Parse(value, true)
	}
	if operator == MatchesAnyOf || operator == DoesNotMatchAnyOf {
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

// Normal brings a text into the form in which Studio compares it.
func Normal(s string) string { return normal(s) }

func normal(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// Operator returns the operator as it was given.
func (c Comparison) Operator() string { return c.operator }

// Value returns the value in lower case, without outer spaces.
func (c Comparison) Value() string { return c.value }

// Entries returns the different entries of a comma list, in order, in lower case;
// none for an operator that takes no list.
func (c Comparison) Entries() []string { return c.entries }

// Texts returns the texts for which the comparison holds, when they can be
// listed.
func (c Comparison) Texts() ([]string, bool) {
	switch c.operator {
	case EqualTo:
		return []string{c.value}, c.value != ""
	case MatchesAnyOf:
		return c.entries, len(c.entries) > 0
	case IsBlank:
		return []string{""}, true
	case Regex:
		if c.regex != nil && c.value != "" {
			return c.regex.Texts()
		}
	}
	return nil, false
}

// Beginnings returns the Texts, or else the text that each begins with for which the comparison holds.
func (c Comparison) Beginnings() ([]string, bool) {
	if c.operator == StartsWith {
		return []string{c.value}, c.value != ""
	}
	return c.Texts()
}

// takesAll reports whether the comparison holds for every text.
func (c Comparison) takesAll() bool {
	return c.operator == Regex && slices.Contains([]string{".*", "^.*$", "(.*)", `[\s\s]*`}, c.value)
}

// Checks reports whether the comparison lets only texts through that somebody thought
// of: those listed, numbers, what fits an expression.
func (c Comparison) Checks() bool {
	switch c.operator {
	case EqualTo, MatchesAnyOf, LessThan, GreaterThan, IsBeforeTime, IsAfterTime, IsBeforeDate, IsAfterDate:
		return true
	case Regex:
		return !strings.Contains(c.value, ".*") && !strings.Contains(c.value, ".+")
	}
	return false
}

// An Answer is what is known of a question: whether a condition holds.
type Answer uint8

// The answers. The zero value is the one that says nothing.
const (
	Unsure Answer = iota
	Yes
	No
)

func is(b bool) Answer {
	if b {
		return Yes
	}
	return No
}

// Holds tells whether the comparison holds for a text, which is to be in lower
// case and without outer spaces.
func (c Comparison) Holds(text string) Answer {
	switch {
	case c.operator == IsBlank:
		return is(text == "")
	case c.operator == IsNotBlank:
		return is(text != "")
	case c.takesAll():
		return Yes
	case c.value == "":
		return Unsure // what Studio makes of an empty value is not known
	}
	switch c.operator {
	case LessThan, GreaterThan:
		return c.holdsNumber(text)
	case IsBeforeTime, IsAfterTime, IsBeforeDate, IsAfterDate:
		return c.holdsTime(text)
	case Regex:
		return c.matches(text)
	}
	if holds, ok := ofText[c.operator]; ok {
		return is(holds(c, text))
	}
	return Unsure
}

// HoldsFor tells whether the comparison holds for a text as it stands, its case and outer
// spaces included: what an expression says of it is told with more patience than by Holds.
func (c Comparison) HoldsFor(text string) Answer {
	if c.regex == nil || c.takesAll() || c.value == "" {
		return c.Holds(normal(text))
	}
	matches, err := c.regex.Match(strings.TrimSpace(text))
	if err != nil {
		return Unsure
	}
	return is(matches)
}

// HoldsForBlank tells whether the comparison holds for a variable that has no value.
// Other than for an empty text of a person, a comparison with a number does not.
func (c Comparison) HoldsForBlank() Answer {
	if c.value != "" && IsBound(c.operator) {
		return No
	}
	return c.Holds("")
}

// ofText are the operators that compare letters.
var ofText = map[string]func(c Comparison, text string) bool{
	EqualTo:           func(c Comparison, text string) bool { return text == c.value },
	NotEqualTo:        func(c Comparison, text string) bool { return text != c.value },
	MatchesAnyOf:      func(c Comparison, text string) bool { return c.set[text] },
	DoesNotMatchAnyOf: func(c Comparison, text string) bool { return !c.set[text] },
	Contains:          func(c Comparison, text string) bool { return strings.Contains(text, c.value) },
	DoesNotContain:    func(c Comparison, text string) bool { return !strings.Contains(text, c.value) },
	StartsWith:        func(c Comparison, text string) bool { return strings.HasPrefix(text, c.value) },
	DoesNotStartWith:  func(c Comparison, text string) bool { return !strings.HasPrefix(text, c.value) },
}

func (c Comparison) holdsNumber(text string) Answer {
	n, ok := asNumber(text)
	switch {
	case !c.isNumber || text == "":
		return Unsure
	case !ok:
		return No
	case c.operator == LessThan:
		return is(n < c.number)
	}
	return is(n > c.number)
}

// matches tells what Studio's engine, Java's, says of a text. It is told only when
// capitals make no difference: an expression can ask for them, and the text does not
// say where it had some.
func (c Comparison) matches(text string) Answer {
	if c.regex == nil {
		return Unsure
	}
	matches, err := c.regex.MatchQuickly(text)
	if err != nil {
		return Unsure
	}
	if capitals := strings.ToUpper(text); capitals != text {
		if same, err := c.regex.MatchQuickly(capitals); err != nil || same != matches {
			return Unsure
		}
	}
	return is(matches)
}

func (c Comparison) holdsTime(text string) Answer {
	layout := Layout(c.operator)
	if !IsTime(layout, text) || !IsTime(layout, c.value) || text == c.value {
		return Unsure
	}
	return is((text < c.value) == strings.HasPrefix(c.operator, "is_before"))
}

// Implies reports whether every text for which c holds is one for which other
// holds: then c, coming later, is never reached.
func (c Comparison) Implies(other Comparison) bool {
	if other.takesAll() {
		return true
	}
	if c.operator == other.operator && c.value == other.value {
		return c.value != ""
	}
	if texts, ok := c.Texts(); ok {
		return other.mayAsk(texts) && !slices.ContainsFunc(texts, func(text string) bool { return other.Holds(text) != Yes })
	}
	if c.value == "" || other.value == "" && other.operator != IsNotBlank {
		return false
	}
	switch other.operator {
	case IsNotBlank:
		return slices.Contains([]string{Contains, StartsWith, LessThan, GreaterThan}, c.operator)
	case NotEqualTo:
		return c.Holds(other.value) == No
	case DoesNotMatchAnyOf:
		return len(other.entries) > 0 && c.mayAsk(other.entries) && !slices.ContainsFunc(other.entries, func(text string) bool { return c.Holds(text) != No })
	}
	return c.impliesPart(other) || c.operator == other.operator && c.impliesBound(other)
}

// SeemsWithin reports whether c, an expression, seems to hold only for texts for which
// another comparison holds: for all of a dozen that were tried, of which one is returned.
func (c Comparison) SeemsWithin(other Comparison) (example string, ok bool) {
	const tried, least = 12, 4
	if c.regex == nil || other.value == "" || other.regex == nil && !TakesLonger(other.operator) {
		return "", false
	}
	n := 0
	for text := range c.regex.Samples(tried) {
		if other.HoldsFor(text) != Yes {
			return "", false
		}
		if n++; n == 1 {
			example = text
		}
	}
	return example, n >= least
}

// mayAsk reports whether each of some texts may be tried: an expression is asked
// about a few, for the lists of all conditions may be compared with it.
func (c Comparison) mayAsk(texts []string) bool { return c.regex == nil || len(texts) <= 4 }

// impliesPart is Implies for operators that look at a part of the text.
func (c Comparison) impliesPart(other Comparison) bool {
	switch other.operator {
	case Contains:
		return TakesLonger(c.operator) && strings.Contains(c.value, other.value)
	case StartsWith:
		return c.operator == StartsWith && strings.HasPrefix(c.value, other.value)
	case DoesNotContain:
		return c.operator == DoesNotContain && strings.Contains(other.value, c.value)
	case DoesNotStartWith:
		return c.operator == DoesNotStartWith && strings.HasPrefix(other.value, c.value) ||
			c.operator == DoesNotContain && strings.Contains(other.value, c.value)
	}
	return false
}

// impliesBound is Implies for one operator that compares numbers, times or dates.
func (c Comparison) impliesBound(other Comparison) bool {
	switch c.operator {
	case LessThan, GreaterThan:
		return c.isNumber && other.isNumber && (c.number < other.number) == (c.operator == LessThan)
	case IsBeforeTime, IsBeforeDate, IsAfterTime, IsAfterDate:
		layout := Layout(c.operator)
		return IsTime(layout, c.value) && IsTime(layout, other.value) &&
			(c.value < other.value) == strings.HasPrefix(c.operator, "is_before")
	}
	return false
}

// Excludes reports whether no text can keep both.
func (c Comparison) Excludes(other Comparison) bool {
	if texts, ok := c.Texts(); ok {
		return other.mayAsk(texts) && !slices.ContainsFunc(texts, func(text string) bool { return other.Holds(text) != No })
	}
	if _, ok := other.Texts(); ok {
		return other.Excludes(c)
	}
	switch {
	case c.operator == LessThan && other.operator == GreaterThan:
		return c.isNumber && other.isNumber && c.number <= other.number
	case c.operator == GreaterThan && other.operator == LessThan:
		return other.Excludes(c)
	case c.operator == StartsWith && other.operator == StartsWith:
		return c.value != "" && other.value != "" && !strings.HasPrefix(c.value, other.value) && !strings.HasPrefix(other.value, c.value)
	}
	return false
}

// opposites are the operators that hold exactly when the other does not.
var opposites = map[string]string{
	EqualTo: NotEqualTo, NotEqualTo: EqualTo,
	MatchesAnyOf: DoesNotMatchAnyOf, DoesNotMatchAnyOf: MatchesAnyOf,
	IsBlank: IsNotBlank, IsNotBlank: IsBlank,
	Contains: DoesNotContain, DoesNotContain: Contains,
	StartsWith: DoesNotStartWith, DoesNotStartWith: StartsWith,
}

// opposes reports whether one of two comparisons always holds.
func (c Comparison) opposes(other Comparison) bool {
	return opposites[c.operator] == other.operator &&
		(c.value == other.value || AsksForBlank(c.operator))
}

// IsNumber reports whether Studio compares a literal as a number: digits with a
// sign and a point at most.
func IsNumber(s string) bool {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	whole, fraction, _ := strings.Cut(s, ".")
	return whole+fraction != "" && strings.Trim(whole+fraction, "0123456789") == ""
}

func asNumber(s string) (float64, bool) {
	if !IsNumber(s) {
		return 0, false
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err == nil
}

// Layout returns how an operator wants its time or date, for package time.
func Layout(operator string) string {
	if strings.HasSuffix(operator, "_time") {
		return "15:04"
	}
	return "2006-01-02"
}

// IsTime reports whether a text is a time or date with its leading zeros.
func IsTime(layout, s string) bool {
	_, err := time.Parse(layout, s)
	return err == nil && len(s) == len(layout)
}

// OtherTimes and OtherDates are the forms, besides Studio's own, in which people write a time and a date.
var (
	OtherTimes = []string{"15:4", "3:04PM", "3:04 PM", "3PM", "3 PM", "15:04:05"}
	OtherDates = []string{"2006-1-2", "2006/1/2"}
)

// LooksLikeTime reports whether a text is a time or date as an operator wants it, or of one of some other forms.
func LooksLikeTime(operator, s string, others []string) bool {
	return IsTime(Layout(operator), s) || slices.ContainsFunc(others, func(form string) bool {
		_, err := time.Parse(form, strings.ToUpper(s))
		return err == nil
	})
}
