package glob

import "testing"

func TestCovers(t *testing.T) {
	for _, test := range []struct {
		pattern, path string
		want          bool
	}{
		{"ivr.json", "ivr.json", true},
		{"ivr.json", "a/b/ivr.json", true},
		{"ivr.json", "a/ivr.json.bak", false},
		{"/ivr.json", "ivr.json", true},
		{"/ivr.json", "a/ivr.json", false},
		{"./ivr.json", "a/ivr.json", false},
		{"*.json", "a/b.json", true},
		{"flows/*.json", "flows/a.json", true},
		{"flows/*.json", "flows/b/a.json", false},
		{"flows/**/*.json", "flows/a.json", true},
		{"flows/**/*.json", "flows/b/c/a.json", true},
		{`flows\*.json`, "flows/a.json", true},
		{"flows", "flows/b/c/a.json", true},
		{"flows/", "x/flows/a.json", true},
		{"flows/", "flowsheet/a.json", false},
		{"a/flows", "x/a/flows/b.json", false},
		{"{a,b}/*.json", "b/x.json", true},
		{"[ab].json", "b.json", true},
		{"flows/**", "flows/a/.hidden/b.json", true},
		{"**", "a/b", true},
		{"Flows/*", "flows/a.json", false},
		{"a?c.json", "aéc.json", true},
	} {
		g, err := Parse(test.pattern)
		if err != nil {
			t.Errorf("%s: %v", test.pattern, err)
			continue
		}
		if got := Covers(g, test.path); got != test.want {
			t.Errorf("%s names %s: %v", test.pattern, test.path, got)
		}
	}
}

func TestMatchName(t *testing.T) {
	for _, test := range []struct {
		pattern, name string
		want          bool
	}{
		{"menu", "menu", true}, {"menu", "Menu", false}, {"menu", "menu2", false}, {"", "", true},
		{"*", "", true}, {"*", "anything at all", true}, {"menu*", "menu", true}, {"menu*", "amenu", false},
		{"*_menu", "a_menu", true}, {"a*b*c", "a-b-c", true}, {"a*b*c", "ac", false}, {"a*a", "a", false},
		{"**x", "x", true}, {"[m]enu?", "menu1", false}, {"*ab*ab", "abab", true}, {"*ab*ab", "xab", false},
	} {
		if got := MatchName(test.pattern, test.name); got != test.want {
			t.Errorf("%q is %q: %v", test.name, test.pattern, got)
		}
	}
}
