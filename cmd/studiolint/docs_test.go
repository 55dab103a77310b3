package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/finding"
	"studiolint/rules"
	"studiolint/testdata"
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
	var picture bytes.Buffer
	c.stdout = &picture
	if status := c.main([]string{"graph", "hours.json", "--format", "svg"}); status != exitOK {
		t.Fatalf("exit status %d: %s", status, &stderr)
	}
	t.Chdir(origin)
	const drawn = "../../testdata/hours.svg"
	have, _ := os.ReadFile(drawn)
	fresh(t, drawn, have, picture.Bytes())
	if !strings.Contains(string(data), "](testdata/hours.svg)") {
		t.Errorf("%s does not show %s", name, drawn)
	}
	begin := len(data) - len(rest)
	fresh(t, name, data, []byte(string(data[:begin])+stdout.String()+string(data[begin+len(printed):])))
}

// The JSON Schema of the configuration is written from the rules too.
func TestConfigSchema(t *testing.T) {
	const name = "../../schemas/studiolint.schema.json"
	data, _ := os.ReadFile(name)
	fresh(t, name, data, config.Schema(lint.Data(rules.All())))
}

// The address that a report gives for a rule leads to its text.
func TestRuleAddresses(t *testing.T) {
	page := rulesText() // which TestRulesPage writes
	flow := readmeBlocks(t, "json", "states")[0]
	for _, format := range []string{"json", "sarif", "rdjson", "markdown"} {
		var stdout, stderr bytes.Buffer
		c := command{stdin: strings.NewReader(flow), stdout: &stdout, stderr: &stderr}
		c.main([]string{"lint", "--format", format, "--fail-on", "never", "-"})
		addresses := regexp.MustCompile(regexp.QuoteMeta(rulesPage)+`#([\w-]+)`).FindAllStringSubmatch(stdout.String(), -1)
		if len(addresses) == 0 {
			t.Errorf("%s names no address:\n%s", format, &stdout)
		}
		for _, a := range addresses {
			if !strings.Contains(page, "\n### "+a[1]+"\n") {
				t.Errorf("%s: %s is nowhere on the page", format, a[0])
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

// markdownCode writes a text as code.
func markdownCode(text string) string {
	fence := "`"
	if strings.Contains(text, "`") {
		fence = "``"
	}
	return fence + text + fence
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
		for _, d := range check(r, heldOf(r), m.file, m.after) {
			if d.Fingerprint() == m.finding.Fingerprint() {
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

// rulesMarkdown is the README's list of the rules: their IDs, by group, each leading to its
// text.
func rulesMarkdown() string {
	var b strings.Builder
	b.WriteString("| About | Rules |\n| --- | --- |\n")
	for _, group := range byGroup(rules.All()) {
		var links []string
		for _, r := range group {
			links = append(links, fmt.Sprintf("[%s](.github/RULES.md#%[1]s)", r.ID))
		}
		fmt.Fprintf(&b, "| %s | %s |\n", group[0].Group, strings.Join(links, ", "))
	}
	return b.String()
}

// byGroup parts the rules, which stand in the order of their groups.
func byGroup(all []*lint.Rule) [][]*lint.Rule {
	return slices.Collect(func(yield func([]*lint.Rule) bool) {
		for len(all) > 0 {
			n := slices.IndexFunc(all, func(r *lint.Rule) bool { return r.Group != all[0].Group })
			if n < 0 {
				n = len(all)
			}
			if !yield(all[:n]) {
				return
			}
			all = all[n:]
		}
	})
}

// The page of the rules is written from their declarations.
func TestRulesPage(t *testing.T) {
	const name = "../../.github/RULES.md"
	data, _ := os.ReadFile(name)
	fresh(t, name, data, []byte(rulesText()))
}

// rulesText is the page of the rules: a table, and the text of each below its ID, so that
// its address stays the same.
func rulesText() string {
	var b strings.Builder
	b.WriteString(`# Rules

<!-- written by go test ./cmd/studiolint -update -->

An **error** is what Twilio rejects, or what certainly fails when it runs; a **warning** is very likely a mistake; a **note** is worth knowing; what is **off** is a matter of choice. *Rejected* means by Twilio.
What ` + "`studiolint fix`" + ` mends is *safe*, or *unsafe* and only made with ` + "`--unsafe`" + `; *sometimes* means safe where it is clear what was meant, else unsafe. No rule mends every one of its findings.

`)
	groups := byGroup(rules.All())
	for _, group := range groups {
		fmt.Fprintf(&b, "**%s**\n\n| Rule | Severity | Fix | Finds |\n| --- | --- | --- | --- |\n", group[0].Group)
		for _, r := range group {
			severity, fix := r.Severity.String(), ""
			if r.Rejected {
				severity += ", rejected"
			}
			if r.Fix != finding.NoFix {
				fix = r.Fix.String()
			}
			fmt.Fprintf(&b, "| [%s](#%[1]s) | %s | %s | %s |\n", r.ID, severity, fix, r.Title)
		}
		b.WriteString("\n")
	}
	for _, group := range groups {
		fmt.Fprintf(&b, "## %s\n\n", group[0].Group)
		for _, r := range group {
			b.WriteString(ruleMarkdown(r))
		}
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// ruleMarkdown is what there is to say of a rule.
func ruleMarkdown(r *lint.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "### %s\n\n%s. Severity: %s", r.ID, r.Title, r.Severity)
	if r.Varies != "" {
		fmt.Fprintf(&b, "; %s", r.Varies)
	}
	b.WriteString(".")
	if r.Rejected {
		b.WriteString(" Twilio rejects it.")
	}
	fmt.Fprintf(&b, "\n\n%s\n\n", markdownProse(r.Doc))
	if r.Fix != finding.NoFix {
		fmt.Fprintf(&b, "Fix: %s", r.Fix)
		if m, ok := exampleOf(r); ok {
			if before, after := m.fragment(); before != "" {
				fmt.Fprintf(&b, ", such as %s → %s", markdownCode(before), markdownCode(after))
			}
		}
		b.WriteString(".\n\n")
	}
	if _, err := testdata.Rules.ReadFile("rules/" + r.ID + ".txtar"); err == nil {
		fmt.Fprintf(&b, "[Right and wrong flows](../testdata/rules/%s.txtar)\n\n", r.ID)
	}
	return b.String()
}

// markdownProse writes a text of paragraphs and lists as Markdown: what else means
// something there is escaped.
func markdownProse(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		bullet := ""
		if rest, ok := strings.CutPrefix(line, "* "); ok {
			bullet, line = "* ", rest
		}
		lines[i] = bullet + strings.NewReplacer("*", `\*`, "](", `]\(`, "`", "\\`", "<", "&lt;").Replace(line)
	}
	return strings.Join(lines, "\n")
}
