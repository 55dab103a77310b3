package report

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"studiolint/lint/finding"
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

// The types below replace what go-sarif cannot say: it has no room for results that are
// written already.
type (
	sarifLog struct {
		*sarif.Report
		Runs []sarifRun `json:"runs"`
	}
	sarifRun struct {
		*sarif.Run
		Results []struct{} `json:"results"` // the last member; see sarifEnd
	}
)

// sarifEnd is the end of a log without results; they stand before it.
const sarifEnd = "]}]}"

// A sarifReport is a log of one run.
type sarifReport struct {
	w io.Writer
	o Options

	parts []*sarifPart
	rules map[string]uint // index by ID
}

func newSARIF(w io.Writer, o Options) Report {
	return &sarifReport{w: w, o: o, rules: map[string]uint{}}
}

func (s *sarifReport) Add(part any) error {
	s.parts = append(s.parts, part.(*sarifPart))
	return nil
}

func (s *sarifReport) End(r *finding.Result) error {
	log, err := sarif.New(sarif.Version210)
	if err != nil {
		return err
	}
	log.Schema = sarifSchema
	run := sarifRun{Run: sarif.NewRun(*sarif.NewTool(s.driver(r))), Results: []struct{}{}}
	run.ColumnKind = "utf16CodeUnits"
	root := sarif.NewArtifactLocation().WithDescriptionText("The folder that relative paths count from.")
	if s.o.BaseDir != "" {
		root.URI = new(strings.TrimSuffix(fileURI(path.Clean(filepath.ToSlash(s.o.BaseDir))), "/") + "/")
	}
	run.OriginalUriBaseIDs = map[string]*sarif.ArtifactLocation{sourceRoot: root}

	results := 0
	for _, part := range s.parts {
		results += len(part.results)
	}
	run.Invocations = []*sarif.Invocation{s.invocation(r, results-maxResults)}
	around, err := encode(sarifLog{log, []sarifRun{run}})
	if err != nil {
		return err
	}
	out := &sequence{w: s.w}
	out.write(bytes.TrimSuffix(around, []byte(sarifEnd)))
	s.results(out, results > maxResults, r.Totals().Suppressed > 0 && !s.o.WithoutSuppressed)
	out.string(sarifEnd + "\n")
	return out.err
}

// invocation tells what kept the run from being complete, and how many results are left
// out when that is more than none.
func (s *sarifReport) invocation(r *finding.Result, left int) *sarif.Invocation {
	invocation := sarif.NewInvocation().WithExecutionSuccess(len(r.Problems) == 0)
	for _, problem := range r.Problems {
		invocation.ToolExecutionNotifications = append(invocation.ToolExecutionNotifications, s.notification(problem))
	}
	for _, file := range UnreadLines(r, maxProblems) {
		invocation.ToolExecutionNotifications = append(invocation.ToolExecutionNotifications, notification("warning", sentence(file)))
	}
	if left > 0 {
		invocation.ToolExecutionNotifications = append(invocation.ToolExecutionNotifications, notification("warning",
			fmt.Sprintf("%s left out: a file with more than %d is refused by GitHub.", words.Plural(left, "result"), maxResults)))
	}
	return invocation
}

// semanticVersion is a version of Semantic Versioning 2.0. It is compiled when it is
// needed: most runs write another format.
const semanticVersion = `^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$`

func (s *sarifReport) driver(r *finding.Result) *sarif.ToolComponent {
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
	for _, part := range s.parts {
		for _, rule := range part.rules {
			if _, ok := s.rules[rule.ID]; !ok {
				s.rules[rule.ID] = uint(len(driver.Rules))
				driver.Rules = append(driver.Rules, s.rule(rule))
			}
		}
	}
	return driver
}

func (s *sarifReport) rule(r *finding.Rule) *sarif.ReportingDescriptor {
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

// notification reports what kept the run from being complete.
func (s *sarifReport) notification(problem error) *sarif.Notification {
	n := notification("error", sentence(clean(problem.Error())))
	var internal *finding.InternalError
	if errors.As(problem, &internal) {
		if index, ok := s.rules[internal.Rule]; ok {
			n.AssociatedRule = sarif.NewReportingDescriptorReference().WithId(internal.Rule).WithIndex(int(index))
		}
		file := s.o.inRepository(internal.File)
		at := sarif.NewSimpleArtifactLocation(fileURI(file))
		if !isAbsolute(file) {
			at.WithUriBaseId(sourceRoot)
		}
		n.Locations = []*sarif.Location{sarif.NewLocationWithPhysicalLocation(sarif.NewPhysicalLocation().WithArtifactLocation(at))}
	}
	return n
}

func notification(level, text string) *sarif.Notification {
	return sarif.NewNotification().WithLevel(level).WithMessage(sarif.NewTextMessage(text))
}

// sentence ends a text with a full stop if it has no end yet: SARIF's validator, and
// GitHub, which shows the first sentence where space is short, look for it.
func sentence(s string) string { return s + stop(s) }

// stop returns what a text lacks to be a sentence.
func stop(s string) string {
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") {
		return ""
	}
	return "."
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
