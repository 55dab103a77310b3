package split

import "slices"

// Max is how many branches of a split are compared with each other: real ones have
// a dozen, and the time grows with the square.
const Max = 200

// An Order holds the comparisons of one text by the branches of a split, in the
// order in which they are tried. The zero Order holds none.
type Order struct {
	list   []Comparison
	bounds bounds
	all    []int // two of the list that leave nothing over
	regex  int   // how many of the list are expressions
}

// maxRegex is how many expressions of one order are tried with the texts of later
// conditions.
const maxRegex = 8

// Add puts a comparison at the end.
func (o *Order) Add(c Comparison) {
	if o.all == nil {
		if i := slices.IndexFunc(o.list, c.opposes); i >= 0 {
			o.all = []int{i, len(o.list)}
		}
	}
	if c.regex != nil {
		if o.regex++; o.regex > maxRegex {
			c.regex = nil
		}
	}
	o.bounds.see(len(o.list), c)
	o.list = append(o.list, c)
}

// Cover returns the comparisons, by their numbers in the order, that together take
// every text that c would take if it came after them; nil when they do not.
func (o *Order) Cover(c Comparison) []int {
	if i := slices.IndexFunc(o.list, c.Implies); i >= 0 {
		return []int{i}
	}
	if o.all != nil {
		return o.all
	}
	if IsBound(c.operator) && c.isNumber && o.bounds.overlap() {
		return []int{o.bounds.below.at, o.bounds.above.at}
	}
	texts, ok := c.Texts()
	if !ok || len(texts) < 2 {
		return nil
	}
	var covering []int
	for _, text := range texts {
		i := slices.IndexFunc(o.list, func(e Comparison) bool { return e.mayAsk(texts) && e.Holds(text) == Yes })
		if i < 0 {
			return nil
		}
		if !slices.Contains(covering, i) {
			covering = append(covering, i)
		}
	}
	return covering
}

// Opposites returns two comparisons of the order, by their numbers, one of which always holds; false when
// there are none.
func (o *Order) Opposites() (one, other int, ok bool) {
	if o.all == nil {
		return 0, 0, false
	}
	return o.all[0], o.all[1], true
}

// Exhaustive reports whether one of some comparisons of one text holds for whatever
// may be expected of it: one and its opposite, true and false, every number.
func Exhaustive(all []Comparison) bool {
	var (
		seen    bounds
		numbers = map[float64]bool{}
		words   = map[string]bool{}
		kinds   = map[[2]string]bool{}
	)
	for i, c := range all[:min(len(all), Max)] {
		seen.see(i, c)
		key := c.value
		if AsksForBlank(c.operator) {
			key = ""
		}
		kinds[[2]string{c.operator, key}] = true
		if opposite, ok := opposites[c.operator]; ok && kinds[[2]string{opposite, key}] || c.takesAll() {
			return true
		}
		if c.operator == EqualTo {
			words[c.value] = true
			if c.isNumber {
				numbers[c.number] = true
			}
		}
	}
	return words["true"] && words["false"] || seen.overlap() || seen.meet() && numbers[seen.below.number]
}

// bounds are the widest of the comparisons below and above a number that were seen.
type bounds struct{ below, above bound }

type bound struct {
	seen   bool
	number float64
	at     int // where the comparison stands
}

func (s *bounds) see(at int, c Comparison) {
	switch {
	case !c.isNumber:
	case c.operator == LessThan && (!s.below.seen || c.number > s.below.number):
		s.below = bound{true, c.number, at}
	case c.operator == GreaterThan && (!s.above.seen || c.number < s.above.number):
		s.above = bound{true, c.number, at}
	}
}

// overlap reports whether the two together hold for every number.
func (s *bounds) overlap() bool {
	return s.below.seen && s.above.seen && s.below.number > s.above.number
}

// meet reports whether they hold for every number but one.
func (s *bounds) meet() bool {
	return s.below.seen && s.above.seen && s.below.number == s.above.number
}
