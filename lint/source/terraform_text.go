package source

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// decodeTerraform reads a string, a member's name or an unknown value.
func (f *File) decodeTerraform(span Span) Decoded {
	parts, ok := f.templates[int32(span.Start)]
	if !ok {
		if f.Bytes[span.Start] == '"' {
			span = Span{span.Start + 1, span.End - 1}
		}
		return Decoded{Text: alias(f.Bytes[span.Start:span.End]), start: span.Start}
	}
	if len(parts) == 1 && parts[0].kind.isLiteral() && parts[0].start < parts[0].end {
		return f.decodePart(parts[0])
	}
	b := builder{start: span.Start}
	end := span.Start
	for _, p := range parts {
		if p.kind.isLiteral() {
			d := f.decodePart(p)
			b.copy(d, 0, len(d.Text))
		} else {
			b.unit(f.holeText(p), int(p.start))
		}
		end = int(p.end)
	}
	return b.done(end)
}

// unit appends text that stands for what begins at a byte, as one.
func (b *builder) unit(text string, raw int) {
	b.segments = append(b.segments, segment{b.text.Len(), raw, true})
	b.text.WriteString(text)
}

// copy appends a part of a decoded text with its map.
func (b *builder) copy(d Decoded, from, to int) {
	if from >= to {
		return
	}
	if len(d.segments) == 0 {
		b.segments = append(b.segments, segment{b.text.Len(), d.start + from, false})
		b.text.WriteString(d.Text[from:to])
		return
	}
	at := b.text.Len()
	for i, s := range d.segments {
		end := len(d.Text)
		if i+1 < len(d.segments) {
			end = d.segments[i+1].decoded
		}
		if end <= from || s.decoded >= to {
			continue
		}
		moved := segment{at + max(s.decoded, from) - from, s.raw, s.escape}
		if !s.escape && s.decoded < from {
			moved.raw += from - s.decoded
		}
		b.segments = append(b.segments, moved)
	}
	b.text.WriteString(d.Text[from:to])
}

// decodePart reads one literal part.
func (f *File) decodePart(p part) Decoded {
	raw := f.Bytes[p.start:p.end]
	start := int(p.start)
	d := Decoded{start: start}
	special := "$%"
	if p.kind != bareLiteral {
		special = `\$%`
	}
	if bytes.ContainsAny(raw, special) {
		b := builder{start: start}
		for i := 0; i < len(raw); {
			n := bytes.IndexAny(raw[i:], special)
			if n < 0 {
				n = len(raw) - i
			}
			if n > 0 {
				b.literal(raw[i:i+n], start+i)
				i += n
				continue
			}
			text, size := terraformEscape(raw[i:], p.kind)
			if size == len(text) {
				b.literal(raw[i:i+size], start+i)
			} else {
				b.unit(text, start+i)
			}
			i += size
		}
		d = b.done(int(p.end))
	} else {
		d.Text = alias(raw)
	}
	if d = normal(d, int(p.end)); p.kind == encodedLiteral {
		return reencoded(d, int(p.end))
	}
	return d
}

// terraformEscape reads what begins with a backslash, $ or %: the text it stands
// for, and how many bytes it takes.
func terraformEscape(raw []byte, kind partKind) (text string, size int) {
	if c := raw[0]; c != '\\' {
		run := len(raw) - len(bytes.TrimLeft(raw, string(c)))
		switch {
		case run == len(raw) || raw[run] != '{' || run < 2:
			return string(raw[:run]), run
		case run > 2: // the last two and the brace are the escape
			return string(raw[:run-2]), run - 2
		}
		return string(c) + "{", 3
	}
	if len(raw) < 2 {
		return `\`, 1
	}
	digits := 0
	switch raw[1] {
	case 'n':
		return "\n", 2
	case 'r':
		return "\r", 2
	case 't':
		return "\t", 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	}
	if digits == 0 || len(raw) < 2+digits {
		return string(raw[1:2]), 2
	}
	r := rune(0)
	for _, c := range raw[2 : 2+digits] {
		r = r<<4 | rune(unhex(c))
	}
	return string(r), 2 + digits
}

// normal brings a text into the form that Terraform gives every string (Unicode
// NFC). A character that changes is one unit.
func normal(d Decoded, end int) Decoded {
	if norm.NFC.IsNormalString(d.Text) {
		return d
	}
	b := builder{start: d.start}
	for at := 0; at < len(d.Text); {
		n := norm.NFC.NextBoundaryInString(d.Text[at:], true)
		if n <= 0 {
			n = len(d.Text) - at
		}
		if c := d.Text[at : at+n]; norm.NFC.IsNormalString(c) {
			b.copy(d, at, at+n)
		} else {
			b.unit(norm.NFC.String(c), d.Offset(at))
		}
		at += n
	}
	return b.done(end)
}

// holeText is what stands in a text for an expression: the placeholder ${name}, or
// the directive. What could be taken for text around it is left out.
func (f *File) holeText(p part) string {
	if p.kind == named || p.kind == encodedMark {
		return p.text
	}
	const most = 60
	raw := f.Bytes[p.start:p.end]
	var b strings.Builder
	b.WriteString("${")
	if bytes.HasPrefix(raw, []byte("%{")) {
		b.Reset()
		b.WriteString("%{")
	}
	gap := false
	for _, c := range raw {
		if !isLetterOrDigit(c) && c != '_' && c != '.' && c != '-' {
			gap = b.Len() > 2
			continue
		}
		if gap {
			b.WriteByte('_')
			gap = false
		}
		b.WriteByte(c)
		if b.Len() > most {
			break
		}
	}
	b.WriteByte('}')
	return b.String()
}

// encodeTerraform writes text in place of a stretch of a string. It reports false
// where an expression stands, and for what cannot be written there.
func (f *File) encodeTerraform(n Node, at Span, text string) (string, bool) {
	if !isWritable(text) {
		return "", false
	}
	if slices.ContainsFunc(n.partsAt(at), func(p part) bool { return !p.kind.isLiteral() }) {
		return "", false
	}
	if f.isEncoded(n) && !f.takesEncoded(n, at, text) {
		return "", false
	}
	if f.Bytes[n.row().start] != '"' && !f.isEncoded(n) {
		return f.encodeBare(n, at, text)
	}
	return encodeQuoted(f.escapeMarks(at, text)), true
}

// escapeMarks doubles the $ and % that would begin an expression, together with what
// stands around the text.
func (f *File) escapeMarks(at Span, text string) string {
	var before, after byte
	if at.Start > 0 {
		before = f.Bytes[at.Start-1]
	}
	if at.End < len(f.Bytes) {
		after = f.Bytes[at.End]
	}
	if !strings.ContainsAny(text, "$%{") && before != '$' && before != '%' {
		return text
	}
	var b strings.Builder
	for i := range len(text) + 1 {
		c := after
		if i < len(text) {
			c = text[i]
		}
		if c == '{' && (before == '$' || before == '%') {
			b.WriteByte(before)
		}
		if i < len(text) {
			b.WriteByte(c)
		}
		before = c
	}
	return b.String()
}

// isWritable reports whether Terraform leaves a text as it is.
func isWritable(text string) bool {
	return utf8.ValidString(text) && norm.NFC.IsNormalString(text) &&
		(text == "" || norm.NFC.PropertiesString(text).BoundaryBefore())
}

// encodeQuoted escapes what HCL does not take within quotes.
func encodeQuoted(text string) string { return escapeQuoted(text, "\n\r\t", "nrt") }

// quoteTerraform writes text as a whole string.
func quoteTerraform(text string) string {
	return `"` + encodeQuoted(strings.NewReplacer("${", "$${", "%{", "%%{").Replace(text)) + `"`
}

// encodeBare writes text into a heredoc or a template, where nothing but ${ and %{
// can be escaped.
func (f *File) encodeBare(n Node, at Span, text string) (string, bool) {
	if strings.ContainsFunc(strings.ReplaceAll(text, "\r\n", ""), func(r rune) bool { return r < 0x20 && r != '\n' && r != '\t' }) {
		return "", false
	}
	text = f.escapeMarks(at, text)
	if n == f.Root() {
		return text, true
	}
	return f.encodeHeredoc(n, at, text)
}

// encodeHeredoc indents the lines of a text as those around it. What a line begins
// with may count as indentation, and a blank line has none.
func (f *File) encodeHeredoc(n Node, at Span, text string) (string, bool) {
	if marker := f.heredocMarker(n); marker != "" && strings.Contains(text, marker) {
		return "", false
	}
	before := f.Bytes[bytes.LastIndexByte(f.Bytes[:at.Start], '\n')+1 : at.Start]
	rest, _, _ := bytes.Cut(f.Bytes[at.End:], []byte("\n"))
	lines := strings.Split(text, "\n")
	whole := func(i int) string {
		if i == len(lines)-1 {
			return lines[i] + string(rest)
		}
		return lines[i]
	}
	if first := whole(0); len(bytes.TrimSpace(before)) == 0 && (strings.TrimSpace(first) == "" || indent([]byte(first)) > 0) {
		return "", false
	}
	if len(lines) == 1 {
		return text, true
	}
	more := f.heredocIndent(n, at.Start)
	for i := range lines {
		if i > 0 && strings.TrimSpace(whole(i)) != "" {
			lines[i] = more + lines[i]
		}
	}
	return strings.Join(lines, "\n"), true
}

// heredocMarker returns the word that ends a heredoc.
func (f *File) heredocMarker(n Node) string {
	line, _, _ := bytes.Cut(n.Raw(), []byte("\n"))
	return strings.Trim(string(line), "<- \t\r")
}

// heredocIndent returns the white space that is taken off the line of a place.
func (f *File) heredocIndent(n Node, at int) string {
	line := bytes.LastIndexByte(f.Bytes[:at], '\n') + 1
	for _, p := range n.partsAt(Span{line, at + 1}) {
		if start := int(p.start); start > line && start <= at && indent(f.Bytes[line:start]) == start-line {
			return string(f.Bytes[line:start])
		}
	}
	return ""
}
