package words

import (
	"slices"
	"strings"
	"testing"

	"studiolint/schemas"
)

func TestNearest(t *testing.T) {
	types := schemas.Types()
	for _, c := range []struct {
		name       string
		candidates []string
		want       string
	}{
		{"mneu", []string{"start", "menu2", "menu"}, "menu"},
		{"menu", []string{"Menu", "menus"}, "Menu"},                     // case before letters
		{"menu", []string{"menus", "MENU"}, "MENU"},                     // whatever the order
		{"maxlength", []string{"max_length", "maxLength"}, "maxLength"}, // equal but for case before other marks
		{"finishOnKey", []string{"timeout", "finish_on_key"}, "finish_on_key"},
		{"check schedule", []string{"check-schedule"}, "check-schedule"},
		{"abc", []string{"abd", "abe"}, "abd"}, // the alphabet decides
		{"abc", []string{"abe", "abd"}, "abd"},
		{"ab", []string{"ac"}, ""}, // too short to be sure
		{"ab", []string{"AB"}, "AB"},
		{"abc", []string{"xyz", "axy"}, ""},
		{"abcd", []string{"bacd"}, "bacd"}, // a swap is one mistake
		{"", []string{"", "a"}, ""},
		{"_-", []string{"-_"}, ""},
		{"menu", []string{"menu"}, ""}, // it is no other name
		{"menu", nil, ""},
		{"straße", []string{"strasse"}, "strasse"},
		{"ÄRGER", []string{"ärger"}, "ärger"},
		{"say-ply", types, "say-play"},
		{"make-http-requests", types, "make-http-request"},
		{"send-to-autopilot", types, "send-to-auto-pilot"},
		{"SplitBasedOn", types, "split-based-on"},
		{"hangup", types, ""},
		{"end", types, ""},
		{"split_2", []string{"split_1", "split_3", "split_12"}, ""},
		{"spilt_2", []string{"split_1", "split_2"}, "split_2"},
		{"split_2", []string{"split_1", "Split_2"}, "Split_2"},
		{"hours_2025", []string{"hours_2024"}, ""},
		{"menu", []string{"menu2"}, "menu2"},
		{"menu_2", []string{"menu"}, "menu"},
		{"\xff\xfe\xfd", []string{"\xff\xfe"}, "\xff\xfe"},
	} {
		if got := Nearest(c.name, c.candidates); got != c.want {
			t.Errorf("Nearest(%q, %q) = %q, want %q", c.name, c.candidates, got, c.want)
		}
		reversed := slices.Clone(c.candidates)
		slices.Reverse(reversed)
		if got := Nearest(c.name, reversed); got != c.want {
			t.Errorf("Nearest(%q, %q) = %q, want %q", c.name, reversed, got, c.want)
		}
	}
}

func TestNearestHostile(t *testing.T) {
	long := strings.Repeat("x", 1<<20)
	candidates := slices.Repeat([]string{long + "y", strings.Repeat("ab", 60), strings.Repeat("ba", 62)}, 1000)
	if got := Nearest(long, candidates); got != "" {
		t.Errorf("%.20q is near", got)
	}
	Nearest(strings.Repeat("ab", 62), candidates)
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "ab", 2}, {"abc", "abc", 0}, {"abc", "ab", 1}, {"abc", "abcd", 1}, {"abc", "axc", 1}, {"abc", "acb", 1}, {"ca", "abc", 3}, {"kitten", "sitting", 3}, {"abcdef", "badcfe", 3}} {
		for bound := range 5 {
			for _, pair := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
				got := distance([]rune(pair[0]), []rune(pair[1]), bound)
				if c.want <= bound && got != c.want || c.want > bound && got <= bound {
					t.Errorf("distance(%q, %q, %d) = %d, want %d", pair[0], pair[1], bound, got, c.want)
				}
			}
		}
	}
}

func BenchmarkNearest(b *testing.B) {
	names := make([]string, 1000)
	for i := range names {
		names[i] = "check_opening_hours_" + strings.Repeat("x", i%40)
	}
	for b.Loop() {
		Nearest("chekc_openning_hours_of_the_shop", names)
	}
}
