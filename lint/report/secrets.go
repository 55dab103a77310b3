package report

import (
	"bytes"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// secrets are the places that no snippet may show, whichever finding it is of: the
// line of a minified flow holds every secret of the flow.
type secrets struct {
	spans  map[*source.File][]source.Span
	masked map[*source.File][]byte
}

// newSecrets collects the places from all findings, those too that are suppressed.
func newSecrets(found []*finding.Diagnostic) *secrets {
	s := &secrets{map[*source.File][]source.Span{}, map[*source.File][]byte{}}
	for _, d := range found {
		if d.Sensitive {
			f, span := d.At.Locate()
			s.spans[f] = append(s.spans[f], span)
		}
	}
	return s
}

// in returns the bytes of a file with asterisks in place of secrets. Offsets and
// lines stay what they are.
func (s *secrets) in(f *source.File) []byte {
	spans := s.spans[f]
	if len(spans) == 0 {
		return f.Bytes
	}
	text := s.masked[f]
	if text == nil {
		text = bytes.Clone(f.Bytes)
		for _, span := range spans {
			for i := span.Start; i < min(span.End, len(text)); i++ {
				if text[i] != '\n' && text[i] != '\r' {
					text[i] = '*'
				}
			}
		}
		s.masked[f] = text
	}
	return text
}
