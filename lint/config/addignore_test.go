package config

import (
	"strings"
	"testing"

	"studiolint/lint/finding"
)

func TestAddIgnore(t *testing.T) {
	rules := []*finding.Rule{{ID: "some-rule"}}
	for _, before := range []string{
		"", "\n", "# nothing\n", "rules: {some-rule: off}", "rules: {some-rule: off}\r\nexclude: [x]\r\n",
		"ignore:\n", "ignore: # none yet\nrules: {some-rule: off}\n", "ignore: []\n", "ignore: [{rule: some-rule, reason: r}]\n",
		"ignore:\n- rule: some-rule\n  reason: r\n", "exclude: [x]\nignore:\n    # first\n    - reason: r\n      rule: some-rule\n    - {rule: some-rule, reason: x}\nrules: {}\n",
		"\xef\xbb\xbfignore:\n  - rule: some-rule\n    reason: r\n",
	} {
		before := before
		had, err := parse("x", []byte(before), rules)
		if err != nil {
			t.Fatalf("%q: %v", before, err)
		}
		after, err := AddIgnore([]byte(before), "some-rule", `flows/a [1] "é".json`, `say: #1 😀`, "why: because")
		if err != nil {
			t.Errorf("%q: %v", before, err)
			continue
		}
		c, err := parse("x", after, rules)
		if err != nil {
			t.Errorf("%q: %v", after, err)
			continue
		}
		if len(c.Ignore) != len(had.Ignore)+1 || len(c.Rules) != len(had.Rules) {
			t.Errorf("%q: %d entries", after, len(c.Ignore))
			continue
		}
		var added *Ignore
		for _, i := range c.Ignore {
			if i.Reason == "why: because" {
				added = i
			}
		}
		if added == nil || added.Widgets[0] != "say: #1 😀" || !added.Files[0].Match(`flows/a [1] "é".json`) || added.Files[0].Match(`flows/a 1 "é".json`) {
			t.Errorf("%q: %+v", after, added)
		}
		if kept := strings.ReplaceAll(string(after), "\r", ""); !strings.Contains(kept, strings.TrimSpace(strings.Trim(strings.ReplaceAll(strings.Split(before, "\n")[0], "\r", ""), "\n"))) && !strings.HasPrefix(before, "ignore: [") {
			t.Errorf("%q became %q", before, after)
		}
	}
	for _, wrong := range []string{"- a", "rules: [", "x: *y"} {
		if after, err := AddIgnore([]byte(wrong), "some-rule", "a", "", "r"); err == nil {
			t.Errorf("%q became %q", wrong, after)
		}
	}
}
