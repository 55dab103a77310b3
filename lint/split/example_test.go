package split

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// parse reads "operator value;operator value".
func parse(conditions string) (all []Comparison) {
	for part := range strings.SplitSeq(conditions, ";") {
		if operator, value, ok := strings.Cut(part, " "); ok {
			all = append(all, Compare(operator, value))
		}
	}
	return all
}

func TestExample(t *testing.T) {
	for _, c := range []struct{ hold, fail, want string }{
		{"equal_to Yes", "", "yes"},
		{"", "equal_to Yes", "something else"},
		{"not_equal_to yes;is_not_blank ", "", "something else"},
		{"matches_any_of a, b, c", "equal_to a;starts_with b", "c"},
		{"greater_than 5;less_than 6", "", "5.5"},
		{"greater_than 5", "less_than 7", "8"},
		{"less_than -3", "", "-4"},
		{"is_after_time 09:00;is_before_time 09:02", "", "09:01"},
		{"is_before_date 2026-03-01", "", "2026-02-28"},
		{"starts_with ag;contains ent", "equal_to agent", "ag ent"},
		{"contains b;contains a", "", "b a"},
		{"regex [0-9]{4}", "", "1111"},
		{"regex [0-9]{4}", "starts_with 1", "-"},
		{"regex yes|yep", "equal_to yes", "yep"},
		{"is_not_blank ", "regex .+", "-"}, // there is none
		{"regex (?<a>x", "", "-"},          // Java refuses it
		{"regex (?-i)yes", "", "-"},        // capitals cannot be told
		{"equal_to ", "", "-"},
		{"equal_to a;equal_to b", "", "-"},
		{"is_blank ", "", ""},
		{"does_not_contain a;does_not_start_with 0;does_not_match_any_of yes,no;is_not_blank ", "", "-1"},
	} {
		got, ok := Example(parse(c.hold), parse(c.fail))
		if !ok {
			got = "-"
		}
		if got != c.want {
			t.Errorf("%s, but not %s: %q, want %q", c.hold, c.fail, got, c.want)
		}
	}
}

// What is given fits, one is given for most of what people write, and nothing else
// that is said of the comparisons contradicts it.
func TestExampleFits(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 1))
	operators := []string{"equal_to", "not_equal_to", "matches_any_of", "does_not_match_any_of", "is_blank", "is_not_blank", "regex",
		"contains", "does_not_contain", "starts_with", "does_not_start_with", "less_than", "greater_than", "is_before_time", "is_after_date"}
	values := []string{"a", "abc", "1, 2", "5", "7.25", "09:00", "2026-01-02", "[0-9]+", "(yes|yep)( please)?"}
	random := func() Comparison { return Compare(operators[r.IntN(len(operators))], values[r.IntN(len(values))]) }
	found := 0
	for range 2000 {
		hold, fail := []Comparison{random(), random()}, []Comparison{random()}
		text, ok := Example(hold, fail)
		if !ok {
			continue
		}
		found++
		if hold[0].Holds(text) != Yes || hold[1].Holds(text) != Yes || fail[0].Holds(text) != No {
			t.Fatalf("%v but not %v: %q", hold, fail, text)
		}
		if hold[0].Excludes(hold[1]) || hold[0].Implies(fail[0]) {
			t.Fatalf("%v but not %v: %q, and yet one excludes or implies another", hold, fail, text)
		}
	}
	if found < 300 {
		t.Errorf("found %d only", found)
	}
}

// For what Go's engine and Java's read alike, Holds says what Go says.
func TestHoldsForExpressions(t *testing.T) {
	expressions := []string{`[0-9]{4}`, `yes|no`, `(yes|yep)( please)?`, `.*help.*`, `a?b*`, `[^a-c]+`, `\+?[1-9]\d{1,14}`, `\S+@\S+`, `\D+`, ``, `x{2,3}`}
	texts := []string{"", "1234", "yes", "yep please", "i need help now", "b", "ab", "xyz", "+4915112345678", "a@b", "xx", "xxxx"}
	told := 0
	for _, e := range expressions {
		reference := regexp.MustCompile(`(?i)^(?:` + e + `)$`)
		for _, text := range texts {
			got := Compare("regex", e).Holds(text)
			if got != Unsure && got != is(reference.MatchString(text)) {
				t.Errorf("%s for %q: %v", e, text, got)
			}
			if got != Unsure {
				told++
			}
		}
	}
	if want := (len(expressions) - 1) * len(texts); told != want { // nothing is known of an empty value
		t.Errorf("%d are told, want %d", told, want)
	}
	for _, c := range []struct{ expression, text string }{
		{" yes", "yes"},                          // what Studio makes of the space is not known
		{`(?-i)yes`, "yes"},                      // capitals count
		{`(a*)*(a*)*b`, strings.Repeat("a", 40)}, // takes too long
		{`.*`, ""},
	} {
		if got := Compare("regex", c.expression).Holds(c.text); (got == Unsure) != (c.expression != ".*") {
			t.Errorf("%q for %q: %v", c.expression, c.text, got)
		}
	}
}

// A condition that comes after an expression is never reached when the expression
// takes its texts; of the many expressions of one split only the first are asked.
func TestExpressionsInOrder(t *testing.T) {
	for _, c := range []struct {
		before, after string
		want          int
	}{
		{"regex yes|no", "equal_to Yes", 1},
		{"equal_to 5;regex [a-z]+", "matches_any_of yes,no", 1},
		{"regex [a-m]+;regex [n-z]+", "matches_any_of a,x", 2},
		{"regex [a-m]+", "matches_any_of a,x", 0},
		{"regex [a-z]", "matches_any_of a,b,c,d,e", 0}, // too many to be tried
		{strings.Repeat("regex [0-9];", maxRegex) + "regex yes", "equal_to yes", 0},
	} {
		var order Order
		for _, e := range parse(c.before) {
			order.Add(e)
		}
		if got := order.Cover(parse(c.after)[0]); len(got) != c.want {
			t.Errorf("%s before %s: %v", c.before, c.after, got)
		}
	}
}
