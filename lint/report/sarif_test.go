package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/owenrumney/go-sarif/v2/sarif"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

func readSARIF(t *testing.T, r *finding.Result, o Options) *sarif.Run {
	t.Helper()
	log, err := sarif.FromString(render(t, "sarif", r, o))
	if err != nil {
		t.Fatal(err)
	}
	if len(log.Runs) != 1 || log.Version != "2.1.0" {
		t.Fatalf("%d runs of version %s", len(log.Runs), log.Version)
	}
	return log.Runs[0]
}

func TestSARIFResults(t *testing.T) {
	for _, r := range []*finding.Result{sample(t), hostile(t), many(500)} {
		run := readSARIF(t, r, Options{})
		if len(run.Results) != len(r.Diagnostics) {
			t.Fatalf("%d results, want %d", len(run.Results), len(r.Diagnostics))
		}
		seen := map[string]bool{}
		for i, d := range r.Diagnostics {
			got := run.Results[i]
			if *got.RuleID != d.Rule.ID || run.Tool.Driver.Rules[*got.RuleIndex].ID != d.Rule.ID || *got.Level != d.Severity.String() {
				t.Errorf("result %d is of %s, %d, %s", i, *got.RuleID, *got.RuleIndex, *got.Level)
			}
			key := fmt.Sprint(*got.Locations[0].PhysicalLocation.ArtifactLocation.URI, got.PartialFingerprints["studiolint/v1"])
			if seen[key] {
				t.Errorf("the fingerprint %s stands twice", key)
			}
			seen[key] = true
			if len(got.Suppressions) > 0 != (d.Suppressed != nil) {
				t.Errorf("result %d has suppressions: %v", i, got.Suppressions)
			}
			ids := map[string]bool{}
			for _, related := range got.RelatedLocations {
				ids[fmt.Sprint(*related.Id)] = true
			}
			for _, link := range sarifLink.FindAllStringSubmatch(*got.Message.Text, -1) {
				if !ids[link[1]] {
					t.Errorf("%q links to nothing", link[0])
				}
				delete(ids, link[1])
			}
			if len(ids) > 0 {
				t.Errorf("%q does not link to %v", *got.Message.Text, ids)
			}
		}
	}
}

// sarifLink is a link in a message whose brackets are not escaped.
var sarifLink = regexp.MustCompile(`(?:^|[^\\])\[(?:\\.|[^\\\[\]])*\]\(([^)]*)\)`)

func TestSARIFRules(t *testing.T) {
	run := readSARIF(t, &finding.Result{Rules: catalogue}, Options{RuleURL: func(id string) string { return "https://x.example/" + id }})
	for i, rule := range catalogue {
		got := run.Tool.Driver.Rules[i]
		config := got.DefaultConfiguration
		if got.ID != rule.ID || *got.ShortDescription.Text != rule.Title+"." || *got.FullDescription.Text == "" || *got.Help.Text == "" ||
			!strings.HasPrefix(*got.Help.Markdown, "# "+rule.Title) || *got.HelpURI != "https://x.example/"+rule.ID {
			t.Errorf("%s is incomplete: %+v", rule.ID, got)
		}
		if off := rule.Severity == finding.Off; off != (config.Enabled != nil && !*config.Enabled) || !off && config.Level != rule.Severity.String() {
			t.Errorf("%s: %+v", rule.ID, config)
		}
	}
	if got := *run.Tool.Driver.Rules[3].Name; got != "DanglingTransition" {
		t.Errorf("the name is %s", got)
	}
}

// TestSARIFUnlistedRule checks that a result always finds its rule.
func TestSARIFUnlistedRule(t *testing.T) {
	f := source.Parse("a.json", []byte(ivr))
	r := result(found(dangling, f.Root(), "x"), found(dangling, f.Root(), "y"))
	r.Rules = catalogue[:1]
	run := readSARIF(t, r, Options{})
	if n := len(run.Tool.Driver.Rules); n != 2 || *run.Results[1].RuleIndex != 1 {
		t.Errorf("%d rules, index %d", n, *run.Results[1].RuleIndex)
	}
}

func TestSARIFMessages(t *testing.T) {
	f := source.Parse("a.json", []byte(ivr))
	for _, tt := range []struct{ message, related, want string }{
		{"plain", "", "plain."},
		{"a question?", "", "a question?"},
		{"a [placeholder] stays", "", "a [placeholder] stays."},
		{"a [link](1) does not", "", `a \[link\](1) does not.`},
		{`a\[x](1)`, "", `a\\\[x\](1).`},
		{"with a place", "first here", "with a place.\n[first here](1)."},
		{"with a place", `x[0]\y`, "with a place.\n" + `[x\[0\]\\y](1).`},
	} {
		d := found(dangling, f.Root(), tt.message, func(d *finding.Diagnostic) {
			if tt.related != "" {
				d.Relate(f.Root(), tt.related)
			}
		})
		if got := *readSARIF(t, result(d), Options{}).Results[0].Message.Text; got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

func TestSARIFPlaces(t *testing.T) {
	o := Options{BaseDir: "/home/ann/my repo", WorkDir: "/home/ann/my repo/flows"}
	for _, tt := range []struct{ file, uri, base string }{
		{"a b.json", "flows/a%20b.json", "%SRCROOT%"},
		{"../c.json", "c.json", "%SRCROOT%"},
		{"/home/ann/my repo/d.json", "d.json", "%SRCROOT%"},
		{"/tmp/e f.json", "file:///tmp/e%20f.json", ""},
	} {
		f := source.Parse(tt.file, []byte(ivr))
		run := readSARIF(t, result(found(dangling, f.Root(), "x")), o)
		got := run.Results[0].Locations[0].PhysicalLocation.ArtifactLocation
		base := ""
		if got.URIBaseId != nil {
			base = *got.URIBaseId
		}
		if *got.URI != tt.uri || base != tt.base {
			t.Errorf("%s is at %s, %s; want %s, %s", tt.file, *got.URI, base, tt.uri, tt.base)
		}
		if root := *run.OriginalUriBaseIDs["%SRCROOT%"].URI; root != "file:///home/ann/my%20repo/" {
			t.Errorf("the root is %s", root)
		}
	}
}

func TestSARIFVersions(t *testing.T) {
	for version, semantic := range map[string]string{"1.2.3": "1.2.3", "v0.4.0-rc.1": "0.4.0-rc.1", "devel": "", "1.2": "", "": ""} {
		driver := readSARIF(t, &finding.Result{}, Options{Version: version}).Tool.Driver
		got := ""
		if driver.SemanticVersion != nil {
			got = *driver.SemanticVersion
		}
		if got != semantic || version != "" != (driver.Version != nil) || driver.InformationURI != nil {
			t.Errorf("%q: %q", version, got)
		}
	}
}

// TestSARIFSuppressions checks the words that go-sarif lacks, in the bytes.
func TestSARIFSuppressions(t *testing.T) {
	f := source.Parse("a.json", []byte(ivr))
	open := found(dangling, f.Root(), "open")
	closed := func(kind string) *finding.Diagnostic {
		return found(dangling, f.Root(), "closed", func(d *finding.Diagnostic) { d.Suppressed = &finding.Suppression{Kind: kind, Reason: "why"} })
	}
	if got := render(t, "sarif", result(open), Options{}); strings.Contains(got, "suppressions") {
		t.Error("a run without suppressions speaks of them")
	}
	for kind, want := range map[string]string{"ignore": "external", "baseline": "external", "directive": "inSource"} {
		got := render(t, "sarif", result(open, closed(kind)), Options{})
		if !strings.Contains(got, `"suppressions":[]`) ||
			!strings.Contains(got, `"suppressions":[{"kind":"`+want+`","status":"accepted","justification":"why"}]`) || strings.Contains(got, "null") {
			t.Errorf("%s: %s", kind, got)
		}
		got = render(t, "sarif", result(open, closed(kind)), Options{WithoutSuppressed: true})
		if strings.Contains(got, "suppressions") || strings.Contains(got, "closed") || !strings.Contains(got, "open") {
			t.Errorf("%s, without what is suppressed: %s", kind, got)
		}
	}
}

func TestSARIFLimits(t *testing.T) {
	f := source.Parse("a.json", []byte(ivr))
	d := found(dangling, f.Root(), "x", func(d *finding.Diagnostic) {
		for range 3000 {
			d.Relate(f.Root(), "there")
			d.Path = append(d.Path, finding.Step{Widget: "w", Event: "e", At: f.Root().Place()})
		}
	})
	got := readSARIF(t, result(d), Options{}).Results[0]
	if n := len(got.RelatedLocations); n != maxSARIFRelated || !strings.HasSuffix(*got.Message.Text, "\nAnd 2900 more places.") {
		t.Errorf("%d related places; %s", n, *got.Message.Text)
	}
	if n := len(got.CodeFlows[0].ThreadFlows[0].Locations); n != maxSARIFSteps {
		t.Errorf("%d steps, want %d", n, maxSARIFSteps)
	}

	r := many(maxResults + 100)
	run := readSARIF(t, r, Options{})
	notes := 0
	for _, result := range run.Results {
		if *result.Level == "note" {
			notes++
		}
	}
	told := run.Invocations[0].ToolExecutionNotifications
	if len(run.Results) != maxResults || notes != r.Count(finding.Note)-100 || len(told) != 1 || !strings.HasPrefix(*told[0].Message.Text, "100 results left out") {
		t.Errorf("%d results, %d notes, %v", len(run.Results), notes, told)
	}
}

func TestReflow(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"\n one line \n", "one line"},
		{"a\nb\n\nc\nd", "a b\n\nc d"},
		{"a\n- b\n- c\nd", "a\n- b\n- c\nd"},
		{"a\n\n    code\n    code\n\nb", "a\n\n    code\n    code\n\nb"},
		{"```\na\nb\n```\nc\nd", "```\na\nb\n```\nc d"},
		{"| a |\n| - |\n| b |", "| a |\n| - |\n| b |"},
	} {
		if got := reflow(tt.in); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

func TestSARIFIsJSON(t *testing.T) {
	if out := render(t, "sarif", hostile(t), Options{}); !json.Valid([]byte(out)) || !strings.HasSuffix(out, "}\n") {
		t.Error("the log is not one JSON text and a line ending")
	}
}

// What is kept of a finding until all are found is a quarter of what is written.
func TestSARIFKeepsLittle(t *testing.T) {
	f := source.Parse("flows/a flow with a name.json", []byte(ivr))
	states := f.Root().Get("states")
	var list []*finding.Diagnostic
	for i := range 100 {
		list = append(list, found(voice, states.At(1), fmt.Sprintf(`"greet %d" needs a call, but a message leads to it`, i), func(d *finding.Diagnostic) {
			d.Relate(states.At(2), `"menu" is here`)
			for k := range 5 {
				d.Path = append(d.Path, finding.Step{Widget: fmt.Sprint("widget_", (i+k)%7), Event: "sent", At: states.At(k % 3)})
			}
		}))
	}
	var out strings.Builder
	report := newSARIF(&out, Options{})
	part, _ := report.Render(list)
	kept := len(part.(*sarifPart).text)
	if err := errors.Join(report.Add(part), report.End(&finding.Result{})); err != nil {
		t.Fatal(err)
	}
	_, results, _ := strings.Cut(out.String(), `"results":[`)
	if kept > len(results)/4 {
		t.Errorf("%d bytes are kept of %d", kept, len(results))
	}
	t.Logf("%d bytes are kept of %d", kept, len(results))
}

// A path that begins as another is written as if it did not.
func TestSARIFPathsAlike(t *testing.T) {
	f := source.Parse("a.json", []byte(ivr))
	states := f.Root().Get("states")
	var list []*finding.Diagnostic
	for i, path := range []string{"abc", "abd", "", "ab", "abdc", "b", "abc"} {
		list = append(list, found(voice, states, fmt.Sprint(i), func(d *finding.Diagnostic) {
			for _, c := range path {
				d.Path = append(d.Path, finding.Step{Widget: string(c), Event: "sent", At: states.At(int(c-'a') % 3)})
			}
		}))
	}
	together := readSARIF(t, result(list...), Options{}).Results
	for i, d := range list {
		alone := readSARIF(t, result(d), Options{}).Results[0]
		if diff := cmp.Diff(alone.CodeFlows, together[i].CodeFlows); diff != "" {
			t.Errorf("path %d: %s", i, diff)
		}
	}
}
