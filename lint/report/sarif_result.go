package report

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// A sarifPart is results as they are written, but for what only all parts together tell.
type sarifPart struct {
	text    []byte // of the results, one after the other, in shorthand
	inFile  []byte // what sarifInFile stands for
	results []sarifResult
	rules   []*finding.Rule // those that the results refer to, and that suppressed ones do
}

// A sarifResult is one result. What is left open of it is the index of its rule, which
// begins it, its severity, and its last member: whether it is suppressed is said only where
// some are.
type sarifResult struct {
	rule     *finding.Rule
	severity finding.Severity
	said     bool // it is suppressed, and says so

	// end is where its text ends; the next one's begins there.
	end int

	// number is where the number belongs by which it differs from the results of the
	// file with the same fingerprint: in the order of the file, and when the worst
	// results come first.
	number              int
	inOrder, amongWorst int
}

// Render writes results. They are SARIF's, as go-sarif has it: a test compares the two.
func (s *sarifReport) Render(found []*finding.Diagnostic) (part any, size int) {
	p := &sarifPart{}
	for _, d := range found {
		if !slices.Contains(p.rules, d.Rule) {
			p.rules = append(p.rules, d.Rule)
		}
	}
	list := found
	if s.o.WithoutSuppressed {
		list = active(found)
	}
	b := scratch(len(list))
	defer b.release()
	e := sarifEncoder{o: s.o}
	seen := make(occurrences, len(list))
	p.results = make([]sarifResult, 0, len(list))
	for _, d := range list {
		fingerprint, number := seen.next(d)
		r := sarifResult{rule: d.Rule, severity: d.Severity, said: d.Suppressed != nil, inOrder: number, amongWorst: number}
		b.text, r.number = e.append(b.text, d, fingerprint)
		r.end = len(b.text)
		p.results = append(p.results, r)
	}
	p.text, p.inFile = bytes.Clone(b.text), e.inFile
	if len(seen) < len(list) {
		p.numberWorstFirst(list)
	}
	return p, 0
}

// numberWorstFirst numbers the results anew, for where the worst ones come first.
func (p *sarifPart) numberWorstFirst(list []*finding.Diagnostic) {
	index := make(map[*finding.Diagnostic]int, len(list))
	for i, d := range list {
		index[d] = i
	}
	seen := occurrences{}
	for _, d := range worstFirst(list) {
		_, p.results[index[d]].amongWorst = seen.next(d)
	}
}

// results writes those of all parts; of too many, the worst ones.
func (s *sarifReport) results(out *sequence, tooMany, anySuppressed bool) {
	b := make([]byte, 0, sarifChunk+sarifChunk/4)
	written := 0
	write := func(p *sarifPart, i int) {
		r := &p.results[i]
		begin := 0
		if i > 0 {
			begin = p.results[i-1].end
		}
		b = separate(b, written)
		b = appendMember(b, `{"ruleId":`, r.rule.ID)
		b = appendCount(b, `,"ruleIndex":`, int(s.rules[r.rule.ID]))
		b = appendMember(b, `,"level":`, r.severity.String())
		b = p.appendLonghand(b, p.text[begin:r.number])
		number := r.inOrder
		if tooMany {
			number = r.amongWorst
		}
		b = strconv.AppendInt(b, int64(number), 10)
		b = p.appendLonghand(b, p.text[r.number:r.end])
		if anySuppressed && !r.said {
			b = append(b, `,"suppressions":[]`...)
		}
		b = append(b, '}')
		if len(b) >= sarifChunk {
			out.write(b)
			b = b[:0]
		}
		written++
	}
	defer func() { out.write(b) }()
	if !tooMany {
		for _, p := range s.parts {
			for i := range p.results {
				write(p, i)
			}
		}
		return
	}
	for _, severity := range severities {
		for _, p := range s.parts {
			for i, r := range p.results {
				if r.severity == severity && written < maxResults {
					write(p, i)
				}
			}
		}
	}
}

// sarifChunk is how many bytes are written at a time, about.
const sarifChunk = 32 << 10

// A sarifEncoder writes results in shorthand. It remembers how a file is written, for the
// places of a finding stand in one file mostly.
type sarifEncoder struct {
	o Options

	first  string // the file that sarifInFile is of
	inFile []byte // what it stands for; nil when there is no first file yet

	other   string // another file
	inOther []byte // the same of it; nil when there is none yet

	path []finding.Step // the path before
	from int            // where its steps begin in the text
	ends []int          // where each ends
}

// append appends a result but for its first members and its number, and says where that
// belongs.
func (e *sarifEncoder) append(b []byte, d *finding.Diagnostic, fingerprint string) (text []byte, number int) {
	b = appendResultText(append(b, sarifMessage), d)
	b = append(b, '}')
	if d.File != "" {
		b = e.place(append(b, sarifLocations), d.File, d.Range)
		if pointer := d.Pointer(); pointer != "" {
			b = appendString(append(b, sarifLogicalLocations), Visible(pointer))
			b = append(b, "}]"...)
		}
		b = append(b, "}]"...)
	}
	b = append(append(b, sarifFingerprints), fingerprint...)
	b = append(b, ':')
	number = len(b)
	b = append(b, `"}`...)
	b = e.codeFlow(b, d.Path)
	b = e.related(b, d.Related)
	b = e.fixes(b, d)
	if d.Suppressed != nil {
		b = appendSuppression(b, d.Suppressed)
	}
	return b, number
}

// appendResultText appends the message of a finding. GitHub shows related places only where
// the message links to them.
func appendResultText(b []byte, d *finding.Diagnostic) []byte {
	text := clean(d.Message)
	end := stop(text)
	if strings.Contains(text, "](") {
		text = linkEscapes.Replace(text)
	}
	b = appendEscaped(append(b, '"'), text)
	b = append(b, end...)
	for i, p := range d.Related {
		b = append(b, `\n`...)
		if i == maxSARIFRelated {
			b = append(b, "And "+words.Plural(len(d.Related)-i, "more place")+"."...)
			break
		}
		b = appendEscaped(append(b, '['), linkEscapes.Replace(strings.TrimSuffix(clean(p.Message), ".")))
		b = strconv.AppendInt(append(b, "]("...), int64(i+1), 10)
		b = append(b, ")."...)
	}
	return append(b, '"')
}

// linkEscapes are those of the text of a link in a message (SARIF 2.1.0, 3.11.6).
var linkEscapes = strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`)

// codeFlow appends the path of a finding. Most begin as the one before.
func (e *sarifEncoder) codeFlow(b []byte, path []finding.Step) []byte {
	if len(path) == 0 {
		return b
	}
	path = path[:min(len(path), maxSARIFSteps)]
	same := 0
	for same < min(len(path), len(e.path)) && sameStep(path[same], e.path[same]) {
		same++
	}
	b = append(b, sarifCodeFlows)
	from := len(b)
	if same > 0 {
		b = append(b, b[e.from:e.ends[same-1]]...)
	}
	e.ends = e.ends[:same]
	for i := range e.ends {
		e.ends[i] += from - e.from
	}
	for i, step := range path[same:] {
		b = e.step(separate(b, same+i), step)
		e.ends = append(e.ends, len(b))
	}
	e.path, e.from = path, from
	return append(b, "]}]}]"...)
}

func sameStep(a, b finding.Step) bool {
	return a.Widget == b.Widget && a.Event == b.Event && a.At.Place() == b.At.Place()
}

// step appends one widget of a path, and how it is left.
func (e *sarifEncoder) step(b []byte, step finding.Step) []byte {
	file, at := finding.Where(step.At.Place())
	b = e.place(append(b, sarifLocation), file, at)
	b = append(b, sarifMessage, '"')
	name := pathName(step.Widget)
	b = appendEscaped(b, name)
	if step.Event == "" {
		b = append(b, stop(name)...)
	} else {
		b = append(b, " —"...)
		b = appendEscaped(b, pathName(step.Event))
		b = append(b, "→."...)
	}
	return append(b, `"}}}`...)
}

// related appends the related places of a finding.
func (e *sarifEncoder) related(b []byte, places []finding.Related) []byte {
	if len(places) == 0 {
		return b
	}
	b = append(b, sarifRelatedLocations)
	for i, p := range places {
		if i == maxSARIFRelated {
			break
		}
		b = appendCount(separate(b, i), `{"id":`, i+1)
		b = e.place(append(b, sarifPhysicalLocation), p.File, p.Range)
		text := clean(p.Message)
		b = appendEscaped(append(b, sarifMessage, '"'), text)
		b = append(b, stop(text)...)
		b = append(b, `"}}`...)
	}
	return append(b, ']')
}

// fixes appends the fixes of a finding, the edits of each by file.
func (e *sarifEncoder) fixes(b []byte, d *finding.Diagnostic) []byte {
	for i, fix := range d.Fixes {
		if i == 0 {
			b = append(b, `,"fixes":[`...)
		}
		b = appendMember(separate(b, i), `{"description":{"text":`, sentence(clean(fix.Title)))
		b = append(b, `},"artifactChanges":`...)
		files, edits := editsByFile(d, fix)
		if len(files) == 0 {
			b = append(b, "null"...)
		}
		for j, file := range files {
			b = append(b, "[,"[min(j, 1)])
			b = e.artifact(append(b, `{"artifactLocation":`...), file)
			b = append(b, `,"replacements":[`...)
			for k, edit := range edits[file] {
				b = appendRegion(append(separate(b, k), `{"deletedRegion":`...), edit.Range)
				b = appendMember(b, `,"insertedContent":{"text":`, edit.NewText)
				b = append(b, "}}"...)
			}
			b = append(b, "]}"...)
		}
		if len(files) > 0 {
			b = append(b, ']')
		}
		b = append(b, '}')
	}
	if len(d.Fixes) > 0 {
		b = append(b, ']')
	}
	return b
}

// editsByFile returns the edits of a fix by file, the files in the order of their first.
func editsByFile(d *finding.Diagnostic, fix finding.Fix) (files []string, edits map[string][]finding.Edit) {
	edits = map[string][]finding.Edit{}
	for _, edit := range fix.Edits {
		file := d.File
		if at := fileOf(edit.At); at != nil {
			file = at.Path
		}
		if edits[file] == nil {
			files = append(files, file)
		}
		edits[file] = append(edits[file], edit)
	}
	return files, edits
}

// place appends a physicalLocation.
func (e *sarifEncoder) place(b []byte, file string, r source.Range) []byte {
	switch {
	case e.inFile == nil:
		e.first, e.inFile = file, e.appendIn(nil, file)
	case file == e.first:
	default:
		if e.inOther == nil || file != e.other {
			e.other, e.inOther = file, e.appendIn(e.inOther[:0], file)
		}
		return append(appendRegion(append(b, e.inOther...), r), '}')
	}
	return append(appendRegion(append(b, sarifInFile), r), '}')
}

// appendIn appends a physicalLocation up to its region.
func (e *sarifEncoder) appendIn(b []byte, file string) []byte {
	b = e.artifact(append(b, `{"artifactLocation":`...), file)
	return append(b, `,"region":`...)
}

// artifact appends an artifactLocation.
func (e *sarifEncoder) artifact(b []byte, file string) []byte {
	in := e.o.inRepository(file)
	b = appendMember(b, `{"uri":`, fileURI(in))
	if !isAbsolute(in) {
		b = appendMember(b, `,"uriBaseId":`, sourceRoot)
	}
	return append(b, '}')
}

// appendRegion gives lines and columns. Offsets would be one more way to say the same,
// which differs as soon as git changes the line endings of a file; only a byte order
// mark, which takes no column, has no other way.
func appendRegion(b []byte, r source.Range) []byte {
	start, end := r.Start, r.End
	if start.Line < 1 {
		start.Line, start.Column = 1, 1
	}
	if end.Line < start.Line || end.Line == start.Line && end.Column < start.Column {
		end = start
	}
	b = strconv.AppendInt(append(b, sarifStartLine), int64(start.Line), 10)
	b = strconv.AppendInt(append(b, sarifStartColumn), int64(start.Column), 10)
	b = strconv.AppendInt(append(b, sarifEndLine), int64(end.Line), 10)
	b = strconv.AppendInt(append(b, sarifEndColumn), int64(end.Column), 10)
	if end.Line == start.Line && end.Column == start.Column && end.Offset > start.Offset {
		b = appendCount(b, `,"byteOffset":`, start.Offset)
		b = appendCount(b, `,"byteLength":`, end.Offset-start.Offset)
	}
	return append(b, '}')
}

func appendSuppression(b []byte, s *finding.Suppression) []byte {
	kind := "external"
	if s.Kind == "directive" {
		kind = "inSource"
	}
	b = appendMember(b, `,"suppressions":[{"kind":`, kind)
	b = append(b, `,"status":"accepted"`...)
	if reason := clean(s.Reason); reason != "" {
		b = appendMember(b, `,"justification":`, reason)
	}
	return append(b, "}]"...)
}
