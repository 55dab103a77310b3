package split

import (
	"maps"
	"slices"
	"testing"

	"studiolint/schemas"
)

// The names of operators are those of the catalogue.
func TestOperators(t *testing.T) {
	want := map[schemas.ValueKind][]string{
		schemas.ValueText:   {EqualTo, NotEqualTo, Contains, DoesNotContain, StartsWith, DoesNotStartWith},
		schemas.ValueList:   {MatchesAnyOf, DoesNotMatchAnyOf},
		schemas.ValueNone:   {IsBlank, IsNotBlank},
		schemas.ValueRegex:  {Regex},
		schemas.ValueNumber: {LessThan, GreaterThan},
		schemas.ValueTime:   {IsBeforeTime, IsAfterTime},
		schemas.ValueDate:   {IsBeforeDate, IsAfterDate},
	}
	have := map[schemas.ValueKind][]string{}
	for _, o := range schemas.Lookup("split-based-on").Operators {
		have[o.Value] = append(have[o.Value], o.Name)
	}
	if !maps.EqualFunc(have, want, slices.Equal) {
		t.Errorf("the catalogue has %v, and there are names for %v", have, want)
	}
	for operator, other := range mirrors {
		if mirrors[other] != operator {
			t.Errorf("%s mirrors %s, and not the other way", operator, other)
		}
	}
}

func TestNegates(t *testing.T) {
	for operator, want := range map[string]bool{"not_equal_to": true, "does_not_contain": true, "is_not_blank": false, "equal_to": false} {
		if got := Negates(operator); got != want {
			t.Errorf("%s: %v", operator, got)
		}
	}
}

func TestIsExpression(t *testing.T) {
	for text, want := range map[string]bool{
		"[0-9]{5}": true, `\d{4}`: true, "^yes$": true, "stop.*": true, "(yes|no)": true, "[a-z ]+": false,
		"yes": false, "[urgent]": false, "*67": false, "a|b": false, "5*": false, "(a": false, "^_^": false,
	} {
		if got := IsExpression(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
