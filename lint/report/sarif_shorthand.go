package report

// Results are kept until all are found, and SARIF says much of each again and again. So they
// are kept in shorthand: a control character, which no text of JSON holds, is the sign for
// what is said so often. It makes a result a quarter as long.

// The signs.
const (
	sarifInFile    byte = iota // a physicalLocation up to its region, in the file that the results are of
	sarifStartLine             // a region up to its first number, and so on
	sarifStartColumn
	sarifEndLine
	sarifEndColumn
	sarifMessage
	sarifLocations
	sarifLogicalLocations
	sarifFingerprints
	sarifCodeFlows
	sarifLocation
	sarifRelatedLocations
	sarifPhysicalLocation
)

// sarifLonghand is what they stand for; what sarifInFile does, each part knows.
var sarifLonghand = [...]string{
	sarifStartLine:        `{"startLine":`,
	sarifStartColumn:      `,"startColumn":`,
	sarifEndLine:          `,"endLine":`,
	sarifEndColumn:        `,"endColumn":`,
	sarifMessage:          `,"message":{"text":`,
	sarifLocations:        `,"locations":[{"physicalLocation":`,
	sarifLogicalLocations: `,"logicalLocations":[{"fullyQualifiedName":`,
	sarifFingerprints:     `,"partialFingerprints":{"` + fingerprintKey + `":"`,
	sarifCodeFlows:        `,"codeFlows":[{"threadFlows":[{"locations":[`,
	sarifLocation:         `{"location":{"physicalLocation":`,
	sarifRelatedLocations: `,"relatedLocations":[`,
	sarifPhysicalLocation: `,"physicalLocation":`,
}

// appendLonghand appends what a text in shorthand stands for.
func (p *sarifPart) appendLonghand(b, text []byte) []byte {
	written := 0
	for i, c := range text {
		if c >= ' ' {
			continue
		}
		b = append(b, text[written:i]...)
		if c == sarifInFile {
			b = append(b, p.inFile...)
		} else {
			b = append(b, sarifLonghand[c]...)
		}
		written = i + 1
	}
	return append(b, text[written:]...)
}
