package words

import (
	"slices"
	"testing"
)

func TestDecisions(t *testing.T) {
	for i := range Decisions {
		d := &Decisions[i]
		if d.Tongue == "" || len(d.Yes) == 0 || len(d.No) == 0 || d.Y == "" || d.N == "" || len(d.behind) == 0 || len(d.written) == 0 || len(d.spoken) == 0 {
			t.Errorf("%q is not complete", d.Tongue)
		}
		for _, yes := range d.Yes {
			for _, text := range append([]string{yes, d.Y}, d.WrittenFor(yes)[0]) {
				if !IsYes(text) || IsNo(text) {
					t.Errorf("%q is no yes, or a no", text)
				}
			}
			if !IsPlainYes(yes) || IsPlainNo(yes) || slices.Contains(d.SpokenFor(yes), yes) {
				t.Errorf("%q is no plain yes, or said beside itself", yes)
			}
		}
		for _, no := range append(slices.Clone(d.No), d.N) {
			if !IsNo(no) || !IsPlainNo(no) || IsYes(no) {
				t.Errorf("%q is no plain no, or a yes", no)
			}
		}
		if DecisionIn(d.Tongue) != d {
			t.Errorf("%q is there twice", d.Tongue)
		}
	}
	if got := DecisionIn("de").Nos(); !slices.Contains(got, "nee") {
		t.Errorf("a ja may be Dutch, but its no is one of %q", got)
	}
	for text, want := range map[string]bool{"YES": true, "Sì": true, "true": true, "yes please": true, "perhaps": false, "": false} {
		if got := IsYesOrNo(text); got != want {
			t.Errorf("IsYesOrNo(%q) = %v", text, got)
		}
	}
}
