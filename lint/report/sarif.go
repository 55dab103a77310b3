package report

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"studiolint/lint/finding"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// Limits of SARIF. GitHub refuses a file with more results, and shows no more
// locations than these (docs.github.com, "SARIF support for code scanning").
const (
	maxResults       = 25_000
	maxSARIFRelated  = 100
	maxSARIFSteps    = 1000
	sarifMaxDescribe = 1000 // characters of a description; GitHub's limit is 1,024
)

const (
	sarifSchema = "https://json.schemastore.org/sarif-2.1.0.json"
	sourceRoot  = "%SRCROOT%"

	// fingerprintKey is ours. GitHub reads primaryLocationLineHash alone, but its
	// upload action fills that in, and warns of every result that brings another.
	fingerprintKey = toolName + "/v1"
)

// The types below replace what go-sarif cannot say: it writes the absent members
// of a suppression as null, which SARIF's schema forbids, and it leaves out an
// empty list of suppressions, which says that a result is not suppressed.
type (
	sarifLog struct {
		*sarif.Report
		Runs []sarifRun `json:"runs"`
	}
	sarifRun struct {
		*sarif.Run
		Results []sarifResult `json:"results"`
	}
	sarifResult struct {
		*sarif.Result
		Suppressions []sarifSuppression `json:"suppressions,omitzero"`
	}
	sarifSuppression struct {
		Kind          string `json:"kind"`
		Status        string `json:"status"`
		Justification string `json:"justification,omitempty"`
	}
)

// writeSARIF writes a log of one run.
func writeSARIF(w io.Writer, r *finding.Result, o Options) error {
	log, err := sarif.New(sarif.Version210)
	if err != nil {
		return err
	}
	log.Schema = sarifSchema
	s := &sarifWriter{o: o, rules: map[string]uint{}, seen: occurrences{}}
	run := sarifRun{Run: sarif.NewRun(*sarif.NewTool(s.driver(r)))}
	run.ColumnKind = "utf16CodeUnits"
	root := sarif.NewArtifactLocation().WithDescriptionText("The folder that relative paths count from.")
	if o.BaseDir != "" {
		root.URI = new(strings.TrimSuffix(fileURI(path.Clean(filepath.ToSlash(o.BaseDir))), "/") + "/")
	}
	run.OriginalUriBaseIDs = map[string]*sarif.ArtifactLocation{sourceRoot: root}

	list := r.Diagnostics
	if o.WithoutSuppressed {
		list = active(r)
	}
	invocation := sarif.NewInvocation().WithExecutionSuccess(len(r.Problems) == 0)
	for _, problem := range r.Problems {
		invocation.ToolExecutionNotifications = append(invocation.ToolExecutionNotifications, s.notification(problem))
	}
	for _, file := range UnreadLines(r, maxProblems) {
		invocation.ToolExecutionNotifications = append(invocation.ToolExecutionNotifications, notification("warning", sentence(file)))
	}
	if left := len(list) - maxResults; left > 0 {
		list = worstFirst(list)[:maxResults]
		invocation.ToolExecutionNotifications = append(invocation.ToolExecutionNotifications, notification("warning",
			fmt.Sprintf("%s left out: a file with more than %d is refused by GitHub.", words.Plural(left, "result"), maxResults)))
	}
	run.Invocations = []*sarif.Invocation{invocation}

	run.Results = make([]sarifResult, 0, len(list))
	anySuppressed := suppressed(r) > 0 && !o.WithoutSuppressed
	for _, d := range list {
		result := sarifResult{Result: s.result(d)}
		if anySuppressed {
			result.Suppressions = suppressions(d.Suppressed)
		}
		run.Results = append(run.Results, result)
	}

	out := bufio.NewWriter(w)
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	if err := e.Encode(sarifLog{log, []sarifRun{run}}); err != nil {
		return err
	}
	return out.Flush()
}

// A sarifWriter holds what the parts of one log share.
type sarifWriter struct {
	o     Options
	rules map[string]uint // index by ID
	seen  occurrences
}

// semanticVersion is a version of Semantic Versioning 2.0. It is compiled when it is
// needed: most runs write another format.
const semanticVersion = `^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$`

func (s *sarifWriter) driver(r *finding.Result) *sarif.ToolComponent {
	driver := sarif.NewDriver(toolName)
	if v := s.o.Version; v != "" {
		driver.Version = &v
		if bare := strings.TrimPrefix(v, "v"); regexp.MustCompile(semanticVersion).MatchString(bare) {
			driver.SemanticVersion = &bare
		}
	}
	if s.o.URL != "" {
		driver.InformationURI = &s.o.URL
	}
	for _, rule := range r.Rules {
		s.rules[rule.ID] = uint(len(driver.Rules))
		driver.Rules = append(driver.Rules, s.rule(rule))
	}
	// A result may not refer to a rule that is not listed.
	for _, d := range r.Diagnostics {
		if _, ok := s.rules[d.Rule.ID]; !ok {
			s.rules[d.Rule.ID] = uint(len(driver.Rules))
			driver.Rules = append(driver.Rules, s.rule(d.Rule))
		}
	}
	return driver
}

func (s *sarifWriter) rule(r *finding.Rule) *sarif.ReportingDescriptor {
	doc := reflow(r.Doc)
	first, _, _ := strings.Cut(doc, "\n")
	if first == "" {
		first = r.Title
	}
	d := sarif.NewRule(r.ID).
		WithShortDescription(sarif.NewMultiformatMessageString(sentence(r.Title))).
		WithFullDescription(sarif.NewMultiformatMessageString(sentence(middle(first, sarifMaxDescribe)))).
		WithHelp(sarif.NewMultiformatMessageString(strings.TrimSpace(sentence(r.Title) + "\n\n" + doc)).
			WithMarkdown(strings.TrimSpace("# " + r.Title + "\n\n" + doc)))
	// SARIF wants a name that is more than the ID in other letters.
	if name := pascalCase(r.ID); !strings.EqualFold(name, r.ID) {
		d.WithName(name)
	}
	config := sarif.NewReportingConfiguration().WithLevel(r.Severity.String())
	precision, severity := "high", r.Severity.String()
	switch r.Severity {
	case finding.Error:
		precision = "very-high"
	case finding.Note:
		precision, severity = "medium", "recommendation"
	case finding.Off:
		// Off by choice only; asked for by name, its findings are warnings.
		config.WithEnabled(false).WithLevel("warning")
		precision, severity = "medium", "warning"
	}
	d.DefaultConfiguration = config
	tags := []string{"twilio-studio"}
	if r.Group != "" {
		tags = append(tags, kebabCase(string(r.Group)))
	}
	if r.Rejected {
		tags = append(tags, "rejected-by-twilio")
	}
	d.Properties = sarif.Properties{"tags": tags, "precision": precision, "problem.severity": severity, "fix": r.Fix.String()}
	if url := s.o.ruleURL(r.ID); url != "" {
		d.HelpURI = &url
	}
	return d
}

func (s *sarifWriter) result(d *finding.Diagnostic) *sarif.Result {
	index := s.rules[d.Rule.ID]
	level := d.Severity.String()
	r := &sarif.Result{RuleID: &d.Rule.ID, RuleIndex: &index, Level: &level}
	r.PartialFingerprints = map[string]any{fingerprintKey: fmt.Sprintf("%s:%d", d.Fingerprint, s.seen.next(d))}
	if d.File != "" {
		location := sarif.NewLocationWithPhysicalLocation(s.place(d.File, d.Range))
		if d.Pointer != "" {
			location.LogicalLocations = []*sarif.LogicalLocation{sarif.NewLogicalLocation().WithFullyQualifiedName(Visible(d.Pointer))}
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
				sarif.NewLocationWithPhysicalLocation(s.place(step.File, step.Range)).WithMessage(sarif.NewTextMessage(sentence(words)))))
		}
		r.CodeFlows = []*sarif.CodeFlow{sarif.NewCodeFlow().WithThreadFlows([]*sarif.ThreadFlow{flow})}
	}
	for _, fix := range d.Fixes {
		r.Fixes = append(r.Fixes, s.fix(d, fix))
	}
	return r
}

func (s *sarifWriter) fix(d *finding.Diagnostic, fix finding.Fix) *sarif.Fix {
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

func (s *sarifWriter) place(file string, r source.Range) *sarif.PhysicalLocation {
	return sarif.NewPhysicalLocation().WithArtifactLocation(s.artifact(file)).WithRegion(region(r))
}

func (s *sarifWriter) artifact(file string) *sarif.ArtifactLocation {
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

func suppressions(s *finding.Suppression) []sarifSuppression {
	list := []sarifSuppression{}
	if s != nil {
		kind := "external"
		if s.Kind == "directive" {
			kind = "inSource"
		}
		list = append(list, sarifSuppression{kind, "accepted", clean(s.Reason)})
	}
	return list
}

// notification reports what kept the run from being complete.
func (s *sarifWriter) notification(problem error) *sarif.Notification {
	n := notification("error", sentence(clean(problem.Error())))
	var internal *finding.InternalError
	if errors.As(problem, &internal) {
		if index, ok := s.rules[internal.Rule]; ok {
			n.AssociatedRule = sarif.NewReportingDescriptorReference().WithId(internal.Rule).WithIndex(int(index))
		}
		n.Locations = []*sarif.Location{sarif.NewLocationWithPhysicalLocation(
			sarif.NewPhysicalLocation().WithArtifactLocation(s.artifact(internal.File)))}
	}
	return n
}

func notification(level, text string) *sarif.Notification {
	return sarif.NewNotification().WithLevel(level).WithMessage(sarif.NewTextMessage(text))
}

// linkEscapes are those of the text of a link in a message (SARIF 2.1.0, 3.11.6).
var linkEscapes = strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`)

// sentence ends a text with a full stop if it has no end yet: SARIF's validator, and
// GitHub, which shows the first sentence where space is short, look for it.
func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}

// pascalCase turns a rule's ID into the name that SARIF asks for beside it.
func pascalCase(id string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(id, "-") {
		if word != "" {
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return b.String()
}

// kebabCase turns a group's name into a tag: "Names and wiring", "names-and-wiring".
func kebabCase(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
}

// reflow joins the lines of each paragraph: GitHub shows a line break in a help
// text as one. Lists, quotes, tables and code keep their lines.
func reflow(markdown string) string {
	var b strings.Builder
	fenced, joinable := false, false
	for line := range strings.SplitSeq(strings.TrimSpace(markdown), "\n") {
		line = strings.TrimRight(line, " \t\r")
		fence := strings.HasPrefix(line, "```")
		text := !fenced && !fence && line != "" && !strings.ContainsRune(" \t-*#>|0123456789", rune(line[0]))
		switch {
		case b.Len() == 0:
		case text && joinable:
			b.WriteByte(' ')
		default:
			b.WriteByte('\n')
		}
		b.WriteString(line)
		if fence {
			fenced = !fenced
		}
		joinable = text
	}
	return b.String()
}
