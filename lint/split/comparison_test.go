package split

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// Everything that is said of comparisons must hold for each text that is tried.
func TestComparisonsAgainstTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing between goroutines")
	}
	t.Parallel()
	texts := []string{"", "a", "b", "ab", "ba", "abc", "bar", "5", "7", "10", "-1", "5.5", "09:00", "17:30", "2026-01-02", "2026-03-04", "x, y"}
	operators := []string{"equal_to", "not_equal_to", "matches_any_of", "does_not_match_any_of", "is_blank", "is_not_blank", "regex",
		"contains", "does_not_contain", "starts_with", "does_not_start_with", "less_than", "greater_than",
		"is_before_time", "is_after_time", "is_before_date", "is_after_date"}
	values := []string{"", "a", "b", "AB ", "abc", "a,b", " b , abc,a", "5", "7", "10", "09:00", "12:00", "2026-01-02", "2026-02-02", ".*", "[a-z]+", "nine"}
	r := rand.New(rand.NewPCG(3, 4))
	random := func() Comparison {
		return Compare(operators[r.IntN(len(operators))], values[r.IntN(len(values))])
	}
	said := map[string]int{}
	for range 200_000 {
		a, b := random(), random()
		implies, excludes, opposes := a.Implies(b), a.Excludes(b), a.opposes(b)
		tried := []Comparison{b, random()}
		order := &Order{}
		order.Add(tried[0])
		order.Add(tried[1])
		covering := order.Cover(a)
		for _, text := range texts {
			x, y := a.Holds(text), b.Holds(text)
			wrong := ""
			switch {
			case implies && x == Yes && y == No:
				wrong = "implies"
			case excludes && x == Yes && y == Yes:
				wrong = "excludes"
			case opposes && x == No && y == No:
				wrong = "opposes"
			}
			if wrong != "" {
				t.Fatalf("%s: %s %q and %s %q for %q", wrong, a.operator, a.value, b.operator, b.value, text)
			}
			if len(covering) > 0 && x == Yes {
				taken := false
				for _, c := range covering {
					taken = taken || tried[c].Holds(text) != No
				}
				if !taken {
					t.Fatalf("%s %q is not covered by %v of %v for %q", a.operator, a.value, covering, tried, text)
				}
			}
		}
		if implies {
			said["implies"]++
		}
		if excludes {
			said["excludes"]++
		}
		if opposes {
			said["opposes"]++
		}
		if len(covering) > 1 {
			said["covered by two"]++
		}
	}
	for _, what := range []string{"implies", "excludes", "opposes", "covered by two"} {
		if said[what] < 20 {
			t.Errorf("%s is said %d times only: %v", what, said[what], said)
		}
	}
}

func TestExhaustive(t *testing.T) {
	for _, c := range []struct {
		conditions string
		want       bool
	}{
		{"is_blank Is Blank;is_not_blank Is Not Blank", true},
		{"equal_to true;equal_to False", true},
		{"equal_to true;equal_to no", false},
		{"equal_to a;not_equal_to A", true},
		{"contains a;does_not_contain b", false},
		{"less_than 5;greater_than 4", true},
		{"less_than 5;greater_than 5", false},
		{"less_than 5;greater_than 5;equal_to 5.0", true},
		{"regex .*", true},
		{"matches_any_of 1,2", false},
		{"", false},
	} {
		var all []Comparison
		for part := range strings.SplitSeq(c.conditions, ";") {
			operator, value, _ := strings.Cut(part, " ")
			all = append(all, Compare(operator, value))
		}
		if got := Exhaustive(all); got != c.want {
			t.Errorf("%q is exhaustive: %v, want %v", c.conditions, got, c.want)
		}
	}
}

// HoldsFor sees capitals and spaces, and says no less than Holds.
func TestHoldsFor(t *testing.T) {
	for _, c := range []struct {
		operator, value, text string
		want                  Answer
	}{
		{"equal_to", "Yes", " yES ", Yes},
		{"regex", "(?-i)yes|[A-Z]+", "YES", Yes},
		{"regex", "(?-i)yes", "YES", No},
		{"regex", "[a-z]+", " ABC ", Yes},
		{"regex", "", "x", Unsure},
		{"regex", "(a*)*(a*)*b", strings.Repeat("a", 60), Unsure},
		{"less_than", "5", "4.5", Yes},
	} {
		if got := Compare(c.operator, c.value).HoldsFor(c.text); got != c.want {
			t.Errorf("%s %q for %q: %d, want %d", c.operator, c.value, c.text, got, c.want)
		}
	}
}
