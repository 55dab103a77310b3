package source

import (
	"encoding/base64"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A Client is a documented way to send a definition.
type Client struct {
	Name   string // as a clause: who sends it, and as what
	Object bool   // it is given the object, and writes the JSON itself

	encoding requestEncoding
}

// requestEncoding is what a client does beside encoding every byte that is no letter,
// digit or one of -_.~ as three.
type requestEncoding struct {
	blank   int  // bytes for a blank
	spaced  bool // ", " and ": " between the values
	ascii   bool // other characters as \u and four digits: 8 bytes each
	noAngle bool // < > & as \u003c and so on
}

// Clients are the ways, as they were measured: npm twilio 6.3, twilio-cli 6.2, curl 7.88,
// twilio-python 7.7, twilio-go 1.31.
var Clients = []Client{
	{"npm twilio and twilio-cli, given text,", false, requestEncoding{blank: 3}},
	{"curl --data-urlencode and twilio-python, given text,", false, requestEncoding{blank: 1}},
	{"twilio-python, given a dict,", true, requestEncoding{blank: 1, spaced: true, ascii: true}},
	{"twilio-go, given a map,", true, requestEncoding{blank: 1, noAngle: true}},
	{"npm twilio, given an object,", true, requestEncoding{blank: 3}},
}

// Size returns how many bytes a client sends of a definition: of its text, or of the same
// without white space between the values.
func (c Client) Size(text, compact *Bytes) int {
	if c.Object {
		text = compact
	}
	n, e := 0, c.encoding
	for inside, counts := range text.counts {
		for b, count := range counts {
			if count > 0 && !(e.ascii && b >= utf8.RuneSelf) {
				n += count * e.size(byte(b), inside == 1)
			}
		}
	}
	if e.ascii {
		n += text.wide * len("%5Cu00e9")
	}
	return n
}

// Bytes counts the bytes of a JSON text: what it takes on its way depends on nothing else.
type Bytes struct {
	counts [2][256]int // by whether they are inside of a string
	wide   int         // UTF-16 units of what is not ASCII
}

// BytesOf counts the bytes of a text.
func BytesOf(text []byte) *Bytes {
	var between, inside [256]int
	for i := 0; i < len(text); {
		c := text[i]
		between[c]++
		i++
		switch c {
		case '\n': // half of a text may be the blanks after it
			end := afterBlanks(text, i)
			between[' '] += end - i
			i = end
		case '"':
			i = countString(&inside, text, i)
		}
	}
	n := &Bytes{counts: [2][256]int{between, inside}}
	if !isASCII(text) {
		for _, r := range alias(text) {
			if r >= utf8.RuneSelf {
				n.wide += utf16.RuneLen(r)
			}
		}
	}
	return n
}

// countString counts the bytes of a string of JSON from a place after the quote that begins
// it, and returns where it ends.
func countString(count *[256]int, text []byte, i int) int {
	for i < len(text) {
		c := text[i]
		count[c]++
		i++
		switch {
		case c == '"':
			return i
		case c == '\\' && i < len(text): // a quote after it ends nothing
			count[text[i]]++
			i++
		}
	}
	return i
}

// Compact are the bytes without white space between the values.
func (n *Bytes) Compact() *Bytes {
	compact := *n
	for b := range compact.counts[0] {
		if isSpace(byte(b)) {
			compact.counts[0][b] = 0
		}
	}
	return &compact
}

// Len is how many there are.
func (n *Bytes) Len() (all int) {
	for _, counts := range n.counts {
		for _, count := range counts {
			all += count
		}
	}
	return all
}

// FormEncodedLen is how many bytes they take as a value in an
// application/x-www-form-urlencoded body.
func (n *Bytes) FormEncodedLen() (all int) {
	for _, counts := range n.counts {
		for b, count := range counts {
			all += count * FormEncodedLen([]byte{byte(b)})
		}
	}
	return all
}

// size returns how many bytes a byte becomes that is inside of a string, or between the
// values.
func (e requestEncoding) size(b byte, inside bool) int {
	switch {
	case b == ' ':
		return e.blank
	case isLetterOrDigit(b), strings.IndexByte("-_.~", b) >= 0:
		return 1
	case e.noAngle && strings.IndexByte("<>&", b) >= 0:
		return len("%5Cu003c")
	case e.spaced && !inside && strings.IndexByte(",:", b) >= 0:
		return 3 + e.blank
	}
	return 3
}

// IsBase64 reports whether a text is JSON in base64.
func IsBase64(text string) bool { return isBase64([]byte(text)) }

func isBase64(text []byte) bool {
	decoded := make([]byte, base64.StdEncoding.DecodedLen(len(text)))
	n, err := base64.StdEncoding.Decode(decoded, text)
	return err == nil && Parse("", decoded[:n]).Root().IsObject()
}
