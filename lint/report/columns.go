package report

import (
	"fmt"
	"unicode/utf8"

	"studiolint/lint/source"
)

// Columns says in what columns are counted.
type Columns uint8

// The units: those of UTF-16, in which editors of the Microsoft family count, bytes, in
// which Vim does, and letters.
const (
	UTF16 Columns = iota
	Bytes
	Runes
)

// ParseColumns reads the name of a unit.
func ParseColumns(name string) (Columns, error) {
	switch name {
	case "utf16":
		return UTF16, nil
	case "bytes":
		return Bytes, nil
	case "runes":
		return Runes, nil
	}
	return UTF16, fmt.Errorf("--columns takes utf16, bytes or runes, not %q", name)
}

// of returns the column at which a place begins, from 1.
func (c Columns) of(at source.Place, start source.Position) int {
	f, _ := at.Locate()
	if c == UTF16 || f == nil {
		return start.Column
	}
	before := f.Bytes[min(f.Line(start.Line).Start, start.Offset):start.Offset]
	if c == Bytes {
		return len(before) + 1
	}
	return utf8.RuneCount(before) + 1
}
