package source

import "bytes"

// ParseForm reads an application/x-www-form-urlencoded body as if it were an
// object of strings, so that the same look-ups serve a request in either form.
func ParseForm(path string, data []byte) *File {
	f := &File{Path: path, Bytes: data, Size: int64(len(data)), text: data, encoding: formField}
	start := 0
	if f.HasBOM() {
		start = len(bom)
	}
	end := len(bytes.TrimRight(data, "\r\n"))
	f.nodes = append(f.nodes, node{start: int32(start), end: int32(end), parent: -1, kind: Object})
	last := int32(-1)
	for i := start; i < end; {
		stop := end
		if n := bytes.IndexByte(data[i:end], '&'); n >= 0 {
			stop = i + n
		}
		equals := stop
		if n := bytes.IndexByte(data[i:stop], '='); n >= 0 {
			equals = i + n
		}
		if equals > i {
			value := min(equals+1, stop)
			at := int32(len(f.nodes))
			if last >= 0 {
				f.nodes[last].next = at
			}
			last = at
			f.nodes[0].count++
			f.nodes = append(f.nodes, node{start: int32(value), end: int32(stop),
				keyStart: int32(i), keyEnd: int32(equals), index: f.nodes[0].count - 1, kind: String})
		}
		i = stop + 1
	}
	for i := start; i < end; i++ {
		if data[i] != '%' {
			continue
		}
		if i+2 >= end || !isHex(data[i+1]) || !isHex(data[i+2]) {
			f.Syntax = &SyntaxError{
				Span:  Span{i, min(i+3, end)},
				Cause: "this percent sign does not begin an encoded byte",
				Hint:  "write % as %25, and other bytes as % and two hexadecimal digits",
			}
			return f
		}
	}
	f.findDuplicates(0)
	return f
}

// decodeForm reads one name or value of a form body.
func decodeForm(data []byte, span Span) Decoded {
	raw := data[span.Start:span.End]
	if bytes.IndexByte(raw, '%') < 0 && bytes.IndexByte(raw, '+') < 0 {
		return Decoded{Text: string(raw), start: span.Start}
	}
	b := builder{start: span.Start}
	for i := 0; i < len(raw); {
		switch {
		case raw[i] == '+':
			b.escape(' ', span.Start+i)
			i++
		case raw[i] == '%' && i+2 < len(raw) && isHex(raw[i+1]) && isHex(raw[i+2]):
			b.escape(-rune(unhex(raw[i+1])<<4|unhex(raw[i+2]))-1, span.Start+i)
			i += 3
		default:
			n := bytes.IndexAny(raw[i+1:], "+%") + 1
			if n == 0 {
				n = len(raw) - i
			}
			b.literal(raw[i:i+n], span.Start+i)
			i += n
		}
	}
	return b.done(span.End)
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

func unhex(c byte) byte {
	switch {
	case c <= '9':
		return c - '0'
	case c <= 'F':
		return c - 'A' + 10
	}
	return c - 'a' + 10
}

// FormEncodedLen returns how many bytes text takes as a value in an
// application/x-www-form-urlencoded body: letters, digits and -_.* stay, a space
// becomes a plus, every other byte three.
func FormEncodedLen(text []byte) int {
	n := 3 * len(text)
	for _, c := range text {
		n -= int(formPlain[c>>6] >> (c & 63) & 1 << 1)
	}
	return n
}

// formPlain has a bit for each byte that takes one.
var formPlain = [4]uint64{
	(1<<10-1)<<'0' | 1<<'-' | 1<<'.' | 1<<'*' | 1<<' ',
	(1<<26-1)<<('A'-64) | (1<<26-1)<<('a'-64) | 1<<('_'-64) | 1<<('~'-64),
}
