package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/owenrumney/go-sarif/v2/sarif"

	"studiolint/lint/finding"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// What is appended is what encoding/json makes of the types of go-sarif, and of ours.
func TestAppendedAsEncoded(t *testing.T) {
	o := Options{BaseDir: "/base", WorkDir: "/base/work", RuleURL: func(id string) string { return "https://x.example/" + id }}
	for _, r := range []*finding.Result{sample(t), hostile(t), many(300)} {
		log := render(t, "sarif", r, o)
		whole := render(t, "json", r, o)
		s := &sarifOracle{o: o, rules: map[string]uint{}, seen: occurrences{}}
		for i, rule := range r.Rules {
			s.rules[rule.ID] = uint(i)
		}
		anySuppressed := r.Totals().Suppressed > 0
		for _, d := range r.Diagnostics {
			result := encodedResult{Result: s.result(d)}
			if anySuppressed {
				result.Suppressions = suppressions(d.Suppressed)
			}
			expectWithin(t, log, result)
			if d.Suppressed == nil {
				expectWithin(t, whole, diagnosticJSON(d, o))
			}
		}
	}
}

// expectWithin checks that a value stands in a text as it is encoded.
func expectWithin(t *testing.T, text string, v any) {
	t.Helper()
	want, err := encode(v)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(text, string(want)) {
		return
	}
	most := 0 // how much of it stands there
	for most < len(want) && strings.Contains(text, string(want[:most+1])) {
		most++
	}
	at := strings.Index(text, string(want[:most])) + most
	t.Fatalf("%s", cmp.Diff(string(want[most:min(most+200, len(want))]), text[at:min(at+200, len(text))]))
}

// Texts are written as encoding/json writes them.
func TestAppendString(t *testing.T) {
	for _, s := range []string{"", "plain", nasty, "é 日本語 👋", "\u2028", "a\u2029b", "\xff", "\ufffd", "\x7f", "<&>", "\b\f\n\r\t\x00\x1f", `"\`} {
		want, err := encode(s)
		if got := appendString(nil, s); err != nil || string(got) != string(want) {
			t.Errorf("%q is written %s, not %s", s, got, want)
		}
	}
}

// A sarifOracle makes results of the types of go-sarif.
type sarifOracle struct {
	o     Options
	rules map[string]uint
	seen  occurrences
}

// go-sarif writes the absent members of a suppression as null, which SARIF's schema
// forbids, and leaves out an empty list of suppressions, which says that a result is not
// suppressed.
type (
	encodedResult struct {
		*sarif.Result
		Suppressions []encodedSuppression `json:"suppressions,omitzero"`
	}
	encodedSuppression struct {
		Kind          string `json:"kind"`
		Status        string `json:"status"`
		Justification string `json:"justification,omitempty"`
	}
)

func (s *sarifOracle) result(d *finding.Diagnostic) *sarif.Result {
	index := s.rules[d.Rule.ID]
	level := d.Severity.String()
	r := &sarif.Result{RuleID: &d.Rule.ID, RuleIndex: &index, Level: &level}
	_, number := s.seen.next(d)
	r.PartialFingerprints = map[string]any{fingerprintKey: fmt.Sprintf("%s:%d", d.Fingerprint(), number)}
	if d.File != "" {
		location := sarif.NewLocationWithPhysicalLocation(s.place(d.File, d.Range))
		if d.Pointer() != "" {
			location.LogicalLocations = []*sarif.LogicalLocation{sarif.NewLogicalLocation().WithFullyQualifiedName(Visible(d.Pointer()))}
		}
		r.Locations = []*sarif.Location{location}
	}

	text := sentence(clean(d.Message))
	if strings.Contains(text, "](") {
		text = linkEscapes.Replace(text)
	}
	// GitHub shows related places only where the message links to them.
	for i, p := range d.Related {
		if i == maxSARIFRelated {
			text += fmt.Sprintf("\nAnd %s.", words.Plural(len(d.Related)-i, "more place"))
			break
		}
		message := clean(p.Message)
		text += fmt.Sprintf("\n[%s](%d).", linkEscapes.Replace(strings.TrimSuffix(message, ".")), i+1)
		r.RelatedLocations = append(r.RelatedLocations, sarif.NewLocation().WithId(i+1).
			WithPhysicalLocation(s.place(p.File, p.Range)).WithMessage(sarif.NewTextMessage(sentence(message))))
	}
	r.Message = *sarif.NewTextMessage(text)

	if len(d.Path) > 0 {
		flow := sarif.NewThreadFlow()
		for i, step := range d.Path {
			if i == maxSARIFSteps {
				break
			}
			words := pathName(step.Widget)
			if step.Event != "" {
				words += " —" + pathName(step.Event) + "→"
			}
			flow.AddLocation(sarif.NewThreadFlowLocation().WithLocation(
				sarif.NewLocationWithPhysicalLocation(s.place(finding.Where(step.At.Place()))).WithMessage(sarif.NewTextMessage(sentence(words)))))
		}
		r.CodeFlows = []*sarif.CodeFlow{sarif.NewCodeFlow().WithThreadFlows([]*sarif.ThreadFlow{flow})}
	}
	for _, fix := range d.Fixes {
		r.Fixes = append(r.Fixes, s.fix(d, fix))
	}
	return r
}

func (s *sarifOracle) fix(d *finding.Diagnostic, fix finding.Fix) *sarif.Fix {
	f := sarif.NewFix()
	f.Description = sarif.NewTextMessage(sentence(clean(fix.Title)))
	changes := map[string]*sarif.ArtifactChange{}
	for _, e := range fix.Edits {
		file := d.File
		if at := fileOf(e.At); at != nil {
			file = at.Path
		}
		change := changes[file]
		if change == nil {
			change = &sarif.ArtifactChange{ArtifactLocation: *s.artifact(file)}
			changes[file] = change
			f.ArtifactChanges = append(f.ArtifactChanges, change)
		}
		change.Replacements = append(change.Replacements, &sarif.Replacement{
			DeletedRegion:   *region(e.Range),
			InsertedContent: sarif.NewArtifactContent().WithText(e.NewText),
		})
	}
	return f
}

func (s *sarifOracle) place(file string, r source.Range) *sarif.PhysicalLocation {
	return sarif.NewPhysicalLocation().WithArtifactLocation(s.artifact(file)).WithRegion(region(r))
}

func (s *sarifOracle) artifact(file string) *sarif.ArtifactLocation {
	file = s.o.inRepository(file)
	at := sarif.NewSimpleArtifactLocation(fileURI(file))
	if !isAbsolute(file) {
		at.WithUriBaseId(sourceRoot)
	}
	return at
}

// region gives lines and columns. Offsets would be one more way to say the same,
// which differs as soon as git changes the line endings of a file; only a byte order
// mark, which takes no column, has no other way.
func region(r source.Range) *sarif.Region {
	start, end := r.Start, r.End
	if start.Line < 1 {
		start.Line, start.Column = 1, 1
	}
	if end.Line < start.Line || end.Line == start.Line && end.Column < start.Column {
		end = start
	}
	at := sarif.NewRegion().
		WithStartLine(start.Line).WithStartColumn(start.Column).
		WithEndLine(end.Line).WithEndColumn(end.Column)
	if end.Line == start.Line && end.Column == start.Column && end.Offset > start.Offset {
		at.WithByteOffset(start.Offset).WithByteLength(end.Offset - start.Offset)
	}
	return at
}

func suppressions(s *finding.Suppression) []encodedSuppression {
	list := []encodedSuppression{}
	if s != nil {
		kind := "external"
		if s.Kind == "directive" {
			kind = "inSource"
		}
		list = append(list, encodedSuppression{kind, "accepted", clean(s.Reason)})
	}
	return list
}

// A jsonDiagnostic is one finding in the json format.
type jsonDiagnostic struct {
	File        string          `json:"file"`
	Rule        string          `json:"rule"`
	Severity    string          `json:"severity"`
	Rejected    bool            `json:"rejected"`
	Message     string          `json:"message"`
	Pointer     string          `json:"pointer"`
	Widget      string          `json:"widget"`
	Range       source.Range    `json:"range"`
	Path        []jsonStep      `json:"path"`
	Related     []jsonRelated   `json:"related"`
	Fixes       []jsonFix       `json:"fixes"`
	Twilio      *finding.Twilio `json:"twilio,omitempty"`
	Fingerprint string          `json:"fingerprint"`
	URL         string          `json:"url"`
}

type jsonStep struct {
	Widget string `json:"widget"`
	Event  string `json:"event,omitempty"`
}

type jsonRelated struct {
	Message string       `json:"message"`
	File    string       `json:"file"`
	Range   source.Range `json:"range"`
}

func diagnosticJSON(d *finding.Diagnostic, o Options) jsonDiagnostic {
	j := jsonDiagnostic{
		File: d.File, Rule: d.Rule.ID, Severity: d.Severity.String(), Rejected: d.Rejected(),
		Message: clean(d.Message), Pointer: d.Pointer(), Widget: d.Widget, Range: d.Range,
		Path: make([]jsonStep, 0, len(d.Path)), Related: make([]jsonRelated, 0, len(d.Related)),
		Fixes: []jsonFix{}, Twilio: d.Twilio, Fingerprint: d.Fingerprint(), URL: o.ruleURL(d.Rule.ID),
	}
	for _, s := range d.Path {
		j.Path = append(j.Path, jsonStep{s.Widget, s.Event})
	}
	for _, p := range d.Related {
		j.Related = append(j.Related, jsonRelated{clean(p.Message), p.File, p.Range})
	}
	for _, fix := range d.Fixes {
		j.Fixes = append(j.Fixes, encodedFix(fix))
	}
	return j
}

func encodedFix(f finding.Fix) jsonFix {
	edits := make([]jsonEdit, 0, len(f.Edits))
	for _, e := range f.Edits {
		edits = append(edits, jsonEdit{e.Range, e.NewText})
	}
	return jsonFix{f.Title, f.Safe, edits}
}
