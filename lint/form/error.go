// Package form says once what the keys of a YAML file may hold, so that reading it,
// checking it and the JSON Schema that editors complete it by cannot differ.
package form

import (
	"fmt"

	"studiolint/lint/source"
)

// An Error is one mistake in a file that people write or commit for the linter: a
// configuration, a baseline or a test file.
type Error struct {
	Path         string
	Line, Column int // from 1, a column being a UTF-16 code unit; 0 for the whole file
	Message      string
}

// Error begins with the place in the form that editors and terminals follow.
func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.Path, e.Message)
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.Path, e.Line, e.Column, e.Message)
}

// ErrorAt returns the mistake that stands at a span of a file.
func ErrorAt(f *source.File, span source.Span, format string, args ...any) *Error {
	p := f.Position(span.Start)
	return &Error{f.Path, p.Line, p.Column, fmt.Sprintf(format, args...)}
}
