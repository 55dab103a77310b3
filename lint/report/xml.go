package report

import (
	"bytes"
	"encoding/xml"
)

// appendXML appends an element below the outermost one, as indented XML with a line break
// before it. encoding/xml replaces what XML cannot hold, such as control characters and
// bytes that are not UTF-8, by U+FFFD.
func appendXML(b *bytes.Buffer, element any) {
	b.WriteByte('\n')
	e := xml.NewEncoder(b)
	e.Indent("  ", "  ")
	if err := e.Encode(element); err != nil {
		panic(err) // texts and numbers can be encoded
	}
}
