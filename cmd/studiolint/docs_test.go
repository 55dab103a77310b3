package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/finding"
	"studiolint/rules"
)

// origin is the folder that the tests begin in.
var origin, _ = os.Getwd()

const (
	rulesBegin = "<!-- rules: begin; written by go test ./cmd/studiolint -update -->\n"
	rulesEnd   = "<!-- rules: end -->\n"
)

// The README's section on the rules is written from their declarations.
func TestReadmeRules(t *testing.T) {
	const name = "../../README.md"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(data), rulesBegin)
	_, after, ok2 := strings.Cut(rest, rulesEnd)
	if !ok || !ok2 {
		t.Fatalf("%s lacks the marks around the rules", name)
	}
	fresh(t, name, data, []byte(before+rulesBegin+rulesMarkdown()+"\n"+rulesEnd+after))
}

// The README's broken flow and what is printed of it are the program's own.
func TestReadmeExample(t *testing.T) {
	const name = "../../README.md"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(data), "```json\n")
	flow, rest, ok2 := strings.Cut(rest, "```\n")
	_, rest, ok3 := strings.Cut(rest, "```text\n")
	printed, _, ok4 := strings.Cut(rest, "```\n")
	if !ok || !ok2 || !ok3 || !ok4 {
		t.Fatalf("%s lacks its example", name)
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("hours.json", []byte(flow), 0o666); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	c := command{stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr}
	if status := c.main([]string{"lint", "hours.json"}); status != exitFindings {
		t.Fatalf("exit status %d: %s", status, &stderr)
	}
	t.Chdir(origin)
	begin := len(data) - len(rest)
	fresh(t, name, data, []byte(string(data[:begin])+stdout.String()+string(data[begin+len(printed):])))
}

// The JSON Schema of the configuration is written from the rules too.
func TestConfigSchema(t *testing.T) {
	const name = "../../schemas/studiolint.schema.json"
	data, _ := os.ReadFile(name)
	fresh(t, name, data, config.Schema(lint.Data(rules.All())))
}

// The address that a report gives for a rule leads to where the README lists it.
func TestRuleAddresses(t *testing.T) {
	readme := readFile(t, "../../README.md")
	flow := readmeBlocks(t, "json", "states")[0]
	for _, format := range []string{"json", "sarif", "rdjson", "markdown"} {
		var stdout, stderr bytes.Buffer
		c := command{stdin: strings.NewReader(flow), stdout: &stdout, stderr: &stderr}
		c.main([]string{"lint", "--format", format, "--fail-on", "never", "-"})
		addresses := regexp.MustCompile(regexp.QuoteMeta(home)+`#([\w-]+)`).FindAllStringSubmatch(stdout.String(), -1)
		if len(addresses) == 0 {
			t.Errorf("%s names no address:\n%s", format, &stdout)
		}
		for _, a := range addresses {
			if !strings.Contains(readme, `<a id="`+a[1]+`"></a>`) {
				t.Errorf("%s: %s is nowhere in the README", format, a[0])
			}
		}
	}
}

// fresh fails when a generated file is not as it would be written now.
func fresh(t *testing.T, name string, have, want []byte) {
	t.Helper()
	if bytes.Equal(have, want) {
		return
	}
	if !*update {
		t.Fatalf("%s is stale: run go test ./cmd/studiolint -update", name)
	}
	if err := os.WriteFile(name, want, 0o644); err != nil {
		t.Fatal(err)
	}
}

// markdownCode writes a text as code in a cell of a table.
func markdownCode(text string) string {
	fence := "`"
	if strings.Contains(text, "`") {
		fence = "``"
	}
	return fence + strings.ReplaceAll(text, "|", `\|`) + fence
}

// Each rule that has fixes shows one, made in a flow of its archive: explain prints the
// lines before and after. What the rule found there is gone then, and what was JSON still is.
func TestMendedExamples(t *testing.T) {
	for _, r := range rules.All() {
		if r.Fix == finding.NoFix {
			continue
		}
		m, ok := exampleOf(r)
		if !ok {
			t.Errorf("%s has no example of its fix", r.ID)
			continue
		}
		if want := r.Fix != finding.UnsafeFix; m.fix.Safe != want {
			t.Errorf("%s shows a fix that is safe: %v", r.ID, m.fix.Safe)
		}
		for _, d := range check(r, m.file, m.after) {
			if d.Fingerprint == m.finding.Fingerprint {
				t.Errorf("%s: after %q it is still there: %s", r.ID, m.fix.Title, d.Message)
			}
		}
		if strings.HasSuffix(m.file, ".json") && json.Valid(m.before) && !json.Valid(m.after) {
			t.Errorf("%s: after %q the flow is no longer JSON", r.ID, m.fix.Title)
		}
		text := explainRule(r)
		holds(t, "explain "+r.ID, text, "\nMended by \"studiolint fix", "\n    - ")
		for line := range strings.Lines(m.lines()) {
			in := m.before
			if line[4] == '+' {
				in = m.after
			}
			if !strings.Contains(string(in), strings.TrimRight(line[6:], "\n")) {
				t.Errorf("explain %s shows a line that is not there: %s", r.ID, line)
			}
		}
	}
}

// rulesMarkdown is the README's section on the rules.
func rulesMarkdown() string {
	var b strings.Builder
	var group finding.Group
	for _, r := range rules.All() {
		if r.Group != group {
			group = r.Group
			fmt.Fprintf(&b, "\n### %s\n\n| Rule | Severity | Finds |\n| --- | --- | --- |\n", group)
		}
		severity := r.Severity.String()
		if r.Varies != "" {
			severity += "; " + r.Varies
		}
		title := r.Title
		if r.Rejected {
			title += " (Twilio rejects it)"
		}
		if r.Fix != finding.NoFix {
			title += "; fix: " + r.Fix.String()
			if m, ok := exampleOf(r); ok {
				if before, after := m.fragment(); before != "" {
					title += ": " + markdownCode(before) + " → " + markdownCode(after)
				}
			}
		}
		fmt.Fprintf(&b, "| <a id=\"%s\"></a>`%s` | %s | %s |\n", ruleAnchor(r.ID), r.ID, severity, title)
	}
	return b.String()
}
