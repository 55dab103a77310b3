package config

import (
	"strings"
	"testing"

	"studiolint/lint/files"
)

func TestEnvironmentErrors(t *testing.T) {
	const (
		a = "WW00000000000000000000000000000001"
		b = "WW00000000000000000000000000000002"
	)
	for _, test := range []struct{ name, text, want string }{
		{"one value twice", "dev:\n    values: {a: " + a + ", b: " + a + "}", `c:3:56: "` + a + `" is the value of "a" too, on line 3: in a text nobody can tell which of the two is meant; keep one of them`},
		{"one inside another", "dev:\n    values:\n      url: https://h-1.twil.io/x\n      host: h-1.twil.io", `c:4:12: the value of "host", on line 5, is a part of this one: in a text nobody can tell which of the two is meant; keep the shorter one alone`},
		{"unknown key", "dev: {valeus: {}}", "c:2:8: \"values\" is missing here: say what stands in its flows; {} for nothing\n" + `c:2:9: "valeus" is not known here; did you mean "values"?`},
		{"no values", "dev:", `c:2:3: "values" is missing here: say what stands in its flows; {} for nothing`},
		{"a missing counterpart", "dev: {values: {workflow: " + a + "}}\n  prod: {values: {workflwo: " + b + "}}", "c:2:3: \"dev\" has no value for \"workflwo\", which \"prod\" has; did you mean \"workflow\"?\n" + `c:3:3: "prod" has no value for "workflow", which "dev" has; did you mean "workflwo"?`},
		{"several", "dev: {values: {a: x, b: y}}\n  prod: {values: {}}", `c:3:3: "prod" has no value for "a" and "b", which "dev" has; each environment needs a value for each name, the same one where it does not change`},
		{"a number", "dev: {values: {sender: +15005550006}}", `c:2:26: a text is expected here, not a number: put it in quotes`},
		{"empty", "dev: {values: {sender: ''}}", `c:2:26: a text is expected here, and there is none`},
		{"twice", "dev: {values: {}}\n  dev: {values: {}}", `c:3:3: "dev" stands here a second time; the first is on line 2`},
		{"a name twice", "dev: {values: {a: x, a: y}}", `c:2:24: "a" stands here a second time; the first is on line 2`},
		{"no mapping", "[dev]", `c:2:3: a mapping is expected here, not a list`},
		{"values of no mapping", "dev: {values: [a]}", `c:2:17: a mapping is expected here, not a list`},
		{"too long", "dev: {values: {a: " + strings.Repeat("x", 501) + "}}", `c:2:21: this value has more than 500 letters: give the part that differs`},
		{"a bad pattern", "dev: {files: ['a/**b['], values: {}}", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := parse("c", []byte("environments:\n  "+test.text+"\n"), someRules)
			if err == nil {
				t.Fatal("no error")
			}
			if got := err.Error(); got != test.want && test.want != "" {
				t.Errorf("want %s\ngot  %s", test.want, got)
			}
		})
	}
}

// Of several environments that name a file, the last one wins; one may name none.
func TestEnvironmentOf(t *testing.T) {
	c, err := parse("c", []byte(`environments:
  prod: {files: flows/**, values: {a: x}}
  dev: {files: [flows/dev/**, "*.dev.json"], values: {a: y}}
  test: {files: [], values: {a: y}}
  local: {values: {a: z}}
`), someRules)
	if err != nil {
		t.Fatal(err)
	}
	c.root, c.folder = files.Root{Dir: "/r"}, "/r"
	for path, want := range map[string]string{"/r/flows/a.json": "prod", "/r/flows/dev/a.json": "dev", "/r/b/a.dev.json": "dev", "/r/other.json": "", "/elsewhere/flows/a.json": ""} {
		got := ""
		if e := c.EnvironmentOf(path); e != nil {
			got = e.Name
		}
		if got != want {
			t.Errorf("%s belongs to %q, want %q", path, got, want)
		}
	}
	if e := c.EnvironmentOf("/r/flows/a.json"); e.Counterparts(c.Environments[1])[0] != "y" || len(e.Find("an x")) != 1 {
		t.Errorf("%+v", e)
	}
}

// What a file extends counts when it has no environments itself.
func TestEnvironmentsAreInherited(t *testing.T) {
	base, err := parse("c", []byte("environments: {dev: {values: {a: x}}}"), someRules)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{"tests:": "dev", "environments: {prod: {values: {b: x}}}": "prod", "environments: {}": "dev"} {
		c, err := parse("c", []byte(text), someRules)
		if err != nil {
			t.Fatal(err)
		}
		c.inherit(base)
		var names []string
		for _, e := range c.Environments {
			names = append(names, e.Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
