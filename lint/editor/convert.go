package editor

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// A converter finds the places of findings as the client counts. It keeps the lines of
// files that are not open.
type converter struct {
	server *server
	root   files.Root // that the paths of the files count from
	texts  map[*source.File]*text

	// document is one whose model may be of an older text than it has; nil for none.
	document *document
}

func (s *server) converter(root files.Root) *converter {
	return &converter{server: s, root: root, texts: map[*source.File]*text{}}
}

var byteOrderMark = []byte("\xef\xbb\xbf")

// location returns the place of some bytes of a file that a person opens.
func (c *converter) location(f *source.File, at source.Span) (location, bool) {
	if f == nil {
		return location{}, false
	}
	if d := c.document; d != nil && f == d.model.file.Source {
		return location{d.uri, d.text.rangeOf(d.aligned.forth(at.Start), d.aligned.forth(at.End))}, true
	}
	uri, cut := "", 0
	path := c.root.Abs(f.Path)
	if d := c.server.documentAt(path); d != nil {
		uri = d.uri
	} else {
		uri = uriOf(path)
		if bytes.HasPrefix(f.Bytes, byteOrderMark) {
			cut = len(byteOrderMark) // no editor shows it
		}
	}
	t, known := c.texts[f]
	if !known {
		t = newText(f.Bytes[cut:], c.server.encoding)
		c.texts[f] = t
	}
	return location{uri, t.rangeOf(at.Start-cut, at.End-cut)}, true
}

// place is location for a place of any text.
func (c *converter) place(p finding.Placer) (location, bool) {
	f, at := p.Place().Locate()
	return c.location(f, at)
}

// diagnostics returns findings as the protocol writes them, in the order of the text.
func (s *server) diagnostics(root files.Root, found []*finding.Diagnostic) []diagnostic {
	c := s.converter(root)
	list := make([]diagnostic, 0, len(found))
	for _, f := range found {
		list = append(list, c.diagnostic(f))
	}
	slices.SortStableFunc(list, func(a, b diagnostic) int {
		return cmp.Or(cmp.Compare(a.Range.Start.Line, b.Range.Start.Line), cmp.Compare(a.Range.Start.Character, b.Range.Start.Character))
	})
	return list
}

func (c *converter) diagnostic(f *finding.Diagnostic) diagnostic {
	at, _ := c.place(f.At)
	d := diagnostic{Range: at.Range, Severity: severityOf(f.Severity), Code: f.Rule.ID, Source: "studiolint", Message: f.Message}
	if url := c.server.options.RuleURL; url != nil {
		if address := url(f.Rule.ID); address != "" {
			d.CodeDescription = &codeDescription{address}
		}
	}
	if c.server.capabilities.showsNoCode() {
		d.Message = fmt.Sprintf("%s [%s]", f.Message, f.Rule.ID)
	}
	if f.Rule.Unnecessary && c.server.capabilities.TextDocument.PublishDiagnostics.TagSupport != nil {
		d.Tags = []int{tagUnnecessary}
	}
	d.Data = &diagnosticData{f.Fingerprint()}
	if !c.server.capabilities.TextDocument.PublishDiagnostics.RelatedInformation {
		return d
	}
	for _, r := range f.Related {
		if at, ok := c.place(r.At); ok {
			d.RelatedInformation = append(d.RelatedInformation, relatedInformation{at, r.Message})
		}
	}
	return d
}

func severityOf(s finding.Severity) int {
	switch s {
	case finding.Error:
		return severityError
	case finding.Warning:
		return severityWarning
	}
	return severityInformation
}
