package schemas

import (
	"strings"
	"testing"
)

func TestSpecimens(t *testing.T) {
	for _, s := range specimenTable {
		if s.Pattern != strings.ToLower(s.Pattern) || s.Why == "" || s.Confidence == "" {
			t.Errorf("%+v", s)
		}
		for _, but := range s.But {
			if len(but) != len(s.Pattern) || but[0] != '+' {
				t.Errorf("%s: but %s", s.Pattern, but)
			}
		}
		checkSources(t, "specimen "+s.Pattern, s.Sources)
	}
	for host, want := range map[string]string{
		"example.com": "", "api.example.org": "api.", "a.b.example": "a.b.", "no.invalid": "no.",
		"myexample.com": "none", "example.io": "none", "example.com.es": "none", "": "none",
	} {
		below, ok := SpecimenHost(host)
		if !ok {
			below = "none"
		}
		if below != want {
			t.Errorf("SpecimenHost(%q): %q", host, below)
		}
	}
	for number, want := range map[string]bool{
		"+12025550143": true, "+15551234567": true, "+441632960123": true, "+447700900001": true,
		"+12025551212": false, "+18005550199": false, "+15005550006": false, "+14155238886": false,
		"+4416329601234": false, "12025550143": false, "": false,
	} {
		if got := SpecimenNumber(number) != nil; got != want {
			t.Errorf("SpecimenNumber(%q): %v", number, got)
		}
	}
}
