package report

import (
	"bufio"
	"encoding/xml"
	"io"
)

// writeXML writes a document. encoding/xml replaces what XML cannot hold, such as
// control characters and bytes that are not UTF-8, by U+FFFD.
func writeXML(w io.Writer, document any) error {
	out := bufio.NewWriter(w)
	out.WriteString(xml.Header)
	e := xml.NewEncoder(out)
	e.Indent("", "  ")
	if err := e.Encode(document); err != nil {
		return err
	}
	out.WriteByte('\n')
	return out.Flush()
}
