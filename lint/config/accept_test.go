package config

import (
	"strings"
	"testing"
)

// An entry is added where the others are, as they are written.
func TestAdd(t *testing.T) {
	e := Entry{Rule: "schema", Files: []string{"a.json", "flows/b c.json"}, Reason: `It's "fine": # yes`}
	const block = "- rule: schema\n  files: [/a.json, \"flows/b c.json\"]\n  reason: \"It's \\\"fine\\\": # yes\"\n"
	indented := func(indent string) string {
		return indent + strings.ReplaceAll(strings.TrimSuffix(block, "\n"), "\n", "\n"+indent) + "\n"
	}
	const flow = `{rule: schema, files: [/a.json, "flows/b c.json"], reason: "It's \"fine\": # yes"}`
	for before, want := range map[string]string{
		"":                                   "ignore:\n" + indented("  "),
		"# nothing\n":                        "# nothing\nignore:\n" + indented("  "),
		"\ufeff":                             "\ufeffignore:\n" + indented("  "),
		"---\n":                              "---\nignore:\n" + indented("  "),
		"exclude: [x]":                       "exclude: [x]\nignore:\n" + indented("  "),
		"exclude: [x]\n\n# the end\n":        "exclude: [x]\n\n# the end\nignore:\n" + indented("  "),
		"{}":                                 "{ignore: [" + flow + "]}",
		"{exclude: [x]}\n":                   "{ignore: [" + flow + "], exclude: [x]}\n",
		"ignore:\n":                          "ignore:\n" + indented("  "),
		"ignore: # none yet\nexclude: [x]\n": "ignore: # none yet\n" + indented("  ") + "exclude: [x]\n",
		"ignore: []\n":                       "ignore: [" + flow + "]\n",
		"ignore: [{rule: schema, reason: x}] # one\n":          "ignore: [" + flow + ", {rule: schema, reason: x}] # one\n",
		"ignore:\n- rule: schema\n  reason: x\nexclude: [x]\n": "ignore:\n- rule: schema\n  reason: x\n" + block + "exclude: [x]\n",
		"ignore:\n    # first\n    - rule: schema\n      reason: >-\n        two\n\n        lines\n      # its end\n\n# others\nexclude: [x]\n": "ignore:\n    # first\n    - rule: schema\n      reason: >-\n        two\n\n        lines\n      # its end\n" + indented("    ") + "\n# others\nexclude: [x]\n",
		"ignore:\n  - {rule: schema, reason: x}":       "ignore:\n  - {rule: schema, reason: x}\n" + indented("  "),
		"ignore:\r\n  - {rule: schema, reason: x}\r\n": "ignore:\r\n  - {rule: schema, reason: x}\r\n" + strings.ReplaceAll(indented("  "), "\n", "\r\n"),
	} {
		after, err := Add("c", []byte(before), someRules, e)
		if err != nil || string(after) != want {
			t.Errorf("%q\nbecomes %q, %v\nwant    %q", before, after, err, want)
		}
	}
	for before, want := range map[string]string{
		"ignore: [":           "c:1:",
		"foo: 1\n":            `c:1:1: "foo" is not known here`,
		"exclude: [x]\n...\n": "add to \"ignore\" by hand: " + flow,
	} {
		if after, err := Add("c", []byte(before), someRules, e); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q becomes %q, %v; want %q", before, after, err, want)
		}
	}
	named := Entry{Rule: "schema", Files: []string{"a.json"}, Widgets: []string{"ask: #1", "b"}, Reason: "r"}
	after, err := Add("c", nil, someRules, named)
	if want := "ignore:\n  - rule: schema\n    files: [/a.json]\n    widgets: [\"ask: #1\", \"b\"]\n    reason: \"r\"\n"; err != nil || string(after) != want {
		t.Errorf("%q, %v", after, err)
	}
	odd := Entry{Rule: "schema", Files: []string{"[a] {b}*.json", "-.json", "é.json", "true", "a: b"}, Reason: "a\nb\x01<é>"}
	after, err = Add("c", nil, someRules, odd)
	if err != nil {
		t.Errorf("%v\n%s", err, after)
	}
}
