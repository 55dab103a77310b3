package report

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// A sarifPart is results as they are written, but for what only all parts together tell.
type sarifPart struct {
	text    []byte // of the results, one after the other
	results []sarifResult
	rules   []*finding.Rule // those that the results refer to, and that suppressed ones do
}

// A sarifResult is one result. What is left open of it is the index of its rule, which
// begins it, and its last member: whether it is suppressed is said only where some are.
type sarifResult struct {
	rule     *finding.Rule
	severity finding.Severity
	said     bool // it is suppressed, and says so

	// end is where its text ends; the next one's begins there.
	end int

	// number is where the number stands by which it differs from the results of the
	// file with the same fingerprint: in the order of the file, and when the worst
	// results come first.
	number              [2]int
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
	b := scratch()
	defer b.release()
	e := sarifEncoder{o: s.o}
	seen := make(occurrences, len(list))
	p.results = make([]sarifResult, 0, len(list))
	for _, d := range list {
		r := sarifResult{rule: d.Rule, severity: d.Severity, said: d.Suppressed != nil, inOrder: seen.next(d)}
		r.amongWorst = r.inOrder
		b.text, r.number = e.append(b.text, d, r.inOrder)
		r.end = len(b.text)
		p.results = append(p.results, r)
	}
	p.text = bytes.Clone(b.text)
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
		p.results[index[d]].amongWorst = seen.next(d)
	}
}

// results writes those of all parts; of too many, the worst ones.
func (s *sarifReport) results(out *sequence, tooMany, anySuppressed bool) {
	var b []byte
	written := 0
	write := func(p *sarifPart, i int) {
		r := &p.results[i]
		begin := 0
		if i > 0 {
			begin = p.results[i-1].end
		}
		b = separate(b[:0], written)
		b = appendMember(b, `{"ruleId":`, r.rule.ID)
		b = appendCount(b, `,"ruleIndex":`, int(s.rules[r.rule.ID]))
		b = append(b, p.text[begin:r.number[0]]...)
		number := r.inOrder
		if tooMany {
			number = r.amongWorst
		}
		b = strconv.AppendInt(b, int64(number), 10)
		b = append(b, p.text[r.number[1]:r.end]...)
		if anySuppressed && !r.said {
			b = append(b, `,"suppressions":[]`...)
		}
		b = append(b, '}')
		out.write(b)
		written++
	}
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

// A sarifEncoder writes results. It remembers how a file is written, for the places of a
// finding stand in one file mostly.
type sarifEncoder struct {
	o Options

	file string
	text []byte // an artifactLocation; nil when there is none yet
}

// append appends a result but for its first members, and says where its number stands.
func (e *sarifEncoder) append(b []byte, d *finding.Diagnostic, occurrence int) (text []byte, number [2]int) {
	b = appendMember(b, `,"level":`, d.Severity.String())
	b = appendMember(b, `,"message":{"text":`, resultText(d))
	b = append(b, '}')
	if d.File != "" {
		b = e.place(append(b, `,"locations":[{"physicalLocation":`...), d.File, d.Range)
		if pointer := d.Pointer(); pointer != "" {
			b = appendMember(b, `,"logicalLocations":[{"fullyQualifiedName":`, Visible(pointer))
			b = append(b, "}]"...)
		}
		b = append(b, "}]"...)
	}
	b = append(b, `,"partialFingerprints":{"`+fingerprintKey+`":"`...)
	b = append(b, d.Fingerprint...)
	b = append(b, ':')
	number[0] = len(b)
	b = strconv.AppendInt(b, int64(occurrence), 10)
	number[1] = len(b)
	b = append(b, `"}`...)
	b = e.codeFlow(b, d.Path)
	b = e.related(b, d.Related)
	b = e.fixes(b, d)
	if d.Suppressed != nil {
		b = appendSuppression(b, d.Suppressed)
	}
	return b, number
}

// resultText is the message of a finding. GitHub shows related places only where the
// message links to them.
func resultText(d *finding.Diagnostic) string {
	text := sentence(clean(d.Message))
	if strings.Contains(text, "](") {
		text = linkEscapes.Replace(text)
	}
	for i, p := range d.Related {
		if i == maxSARIFRelated {
			return text + fmt.Sprintf("\nAnd %s.", words.Plural(len(d.Related)-i, "more place"))
		}
		text += fmt.Sprintf("\n[%s](%d).", linkEscapes.Replace(strings.TrimSuffix(clean(p.Message), ".")), i+1)
	}
	return text
}

// linkEscapes are those of the text of a link in a message (SARIF 2.1.0, 3.11.6).
var linkEscapes = strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`)

// codeFlow appends the path of a finding.
func (e *sarifEncoder) codeFlow(b []byte, path []finding.Step) []byte {
	if len(path) == 0 {
		return b
	}
	b = append(b, `,"codeFlows":[{"threadFlows":[{"locations":[`...)
	for i, step := range path {
		if i == maxSARIFSteps {
			break
		}
		file, at := finding.Where(step.At.Place())
		b = e.place(append(separate(b, i), `{"location":{"physicalLocation":`...), file, at)
		b = append(b, `,"message":{"text":`...)
		if name := pathName(step.Widget); step.Event == "" {
			b = appendTexts(b, name, stop(name))
		} else {
			b = appendTexts(b, name, " —", pathName(step.Event), "→.")
		}
		b = append(b, "}}}"...)
	}
	return append(b, "]}]}]"...)
}

// related appends the related places of a finding.
func (e *sarifEncoder) related(b []byte, places []finding.Related) []byte {
	if len(places) == 0 {
		return b
	}
	b = append(b, `,"relatedLocations":[`...)
	for i, p := range places {
		if i == maxSARIFRelated {
			break
		}
		b = appendCount(separate(b, i), `{"id":`, i+1)
		b = e.place(append(b, `,"physicalLocation":`...), p.File, p.Range)
		b = appendMember(b, `,"message":{"text":`, sentence(clean(p.Message)))
		b = append(b, "}}"...)
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
	b = e.artifact(append(b, `{"artifactLocation":`...), file)
	b = appendRegion(append(b, `,"region":`...), r)
	return append(b, '}')
}

// artifact appends an artifactLocation.
func (e *sarifEncoder) artifact(b []byte, file string) []byte {
	if e.text == nil || e.file != file {
		e.file = file
		in := e.o.inRepository(file)
		e.text = appendMember(e.text[:0], `{"uri":`, fileURI(in))
		if !isAbsolute(in) {
			e.text = appendMember(e.text, `,"uriBaseId":`, sourceRoot)
		}
		e.text = append(e.text, '}')
	}
	return append(b, e.text...)
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
	b = appendCount(b, `{"startLine":`, start.Line)
	b = appendCount(b, `,"startColumn":`, start.Column)
	b = appendCount(b, `,"endLine":`, end.Line)
	b = appendCount(b, `,"endColumn":`, end.Column)
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
