package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// A SyntaxError is the first mistake of a text that is not valid JSON, at its
// smallest place, in plain words.
type SyntaxError struct {
	Span  Span
	Cause string // what is wrong, a whole clause without a full stop
	Hint  string // what to do; may be empty

	// Opening is the bracket or quote that the mistake is about: the one that
	// is never closed. It is empty when there is none.
	Opening Span

	// Also are all places of the same kind, in order, when there are several: each is to
	// be mended.
	Also []Span

	// Lenient says that there are readers of JSON that take it: Jackson ignores what
	// comes after the first value, and reads UTF-16 and half a surrogate pair.
	Lenient bool

	// Terraform says that the text is one of Terraform's, and no JSON.
	Terraform bool

	// Cures are the edits that mend it where it is certain what was meant.
	Cures []Edit
}

// Error returns the cause and what to do.
func (e *SyntaxError) Error() string {
	if e.Hint == "" {
		return e.Cause
	}
	return e.Cause + ": " + e.Hint
}

// notText finds what can be told before a single token is read.
func notText(data []byte) *SyntaxError {
	const save = "save the file as UTF-8"
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return &SyntaxError{Span: Span{0, 2}, Cause: "the file is UTF-16, but JSON is UTF-8", Hint: save, Lenient: true}
	case len(data) >= 2 && (data[0] == 0 && data[1] != 0 || data[0] != 0 && data[1] == 0):
		return &SyntaxError{Span: Span{0, 2}, Cause: "the file looks like UTF-16 without a byte order mark, but JSON is UTF-8", Hint: save, Lenient: true}
	case len(bytes.TrimSpace(bytes.TrimPrefix(data, bom))) == 0:
		return &SyntaxError{Span: Span{0, len(data)}, Cause: "the file is empty", Hint: "write a flow definition into it, or delete it"}
	}
	return nil
}

func afterEnd(data []byte, at int) *SyntaxError {
	e := &SyntaxError{
		Span:    token(data, at),
		Cause:   "there is text after the end of the JSON value",
		Hint:    "remove it; a text of JSON is exactly one value",
		Lenient: true,
	}
	switch data[at] {
	case '}', ']':
		e.Cause = fmt.Sprintf("this %q closes nothing: the JSON value has ended before it", data[at])
		e.Hint = "remove it, or look for a bracket that was closed too early"
	case ',':
		e.Cause = "there is a comma after the end of the JSON value"
		e.Hint = "remove it"
	case '/', '#':
		return comment(data, at)
	}
	if e2 := notUTF8(data, at); e2 != nil {
		return e2
	}
	if e := conflict(data, at); e != nil {
		return e
	}
	return e
}

// fail turns the tokenizer's error into a SyntaxError.
func (f *File) fail() {
	f.nodes = f.nodes[:0]
	f.Duplicates = nil
	base, at := 0, len(f.Bytes)
	if f.HasBOM() {
		base = len(bom)
	}
	open, err := f.mistake(base)
	var syntactic *jsontext.SyntacticError
	if errors.As(err, &syntactic) {
		at = base + int(syntactic.ByteOffset)
	}
	f.Syntax = diagnose(f.Bytes, min(at, len(f.Bytes)), open, err)
}

// mistake returns what is wrong with a text that begins somewhere and is no JSON, and where
// the innermost bracket is that is open there, -1 for none.
func (f *File) mistake(base int) (open int, err error) {
	tokens := jsontext.NewDecoder(bytes.NewBuffer(f.text[base:]), jsontext.AllowDuplicateNames(true))
	var brackets []int
	for offset := base; ; offset = base + int(tokens.InputOffset()) {
		kind, start := tokens.PeekKind(), f.skipSeparators(offset)
		if _, err = tokens.ReadToken(); err != nil {
			break
		}
		switch kind {
		case '{', '[':
			brackets = append(brackets, start)
		case '}', ']':
			brackets = brackets[:len(brackets)-1]
		}
	}
	if len(brackets) == 0 {
		return -1, err
	}
	return brackets[len(brackets)-1], err
}

// skipSeparators returns the offset of the token that begins at or after i.
func (f *File) skipSeparators(i int) int {
	for i < len(f.text) {
		switch f.text[i] {
		case ' ', '\t', '\r', '\n', ',', ':':
			i++
		default:
			return i
		}
	}
	return i
}

func diagnose(data []byte, at, open int, err error) *SyntaxError {
	if e := notUTF8(data, at); e != nil {
		return e
	}
	// Strings first: the tokenizer points into them.
	if start := stringStart(data, at, open); start >= 0 {
		return inString(data, start, at)
	}
	for at < len(data) && isSpace(data[at]) {
		at++
	}
	if e := conflict(data, at); e != nil {
		return e
	}
	// The tokenizer points into or after a word that is not what it began like.
	if word := numberToken(data, at); word.Start < at && !jsontext.Value(data[word.Start:word.End]).IsValid() {
		at = word.Start
	}
	if at >= len(data) || errors.Is(err, io.ErrUnexpectedEOF) && len(bytes.TrimSpace(data[at:])) == 0 {
		return unclosed(data, open)
	}
	if errors.Is(err, errDepth) || depthExceeded(data, at) {
		return &SyntaxError{Span: token(data, at), Cause: fmt.Sprintf("arrays and objects are nested more than %d deep", maxDepth),
			Hint: "a flow definition needs fewer than ten levels"}
	}
	if bytes.HasPrefix(data[at:], []byte("//")) || bytes.HasPrefix(data[at:], []byte("/*")) || data[at] == '#' {
		return comment(data, at)
	}
	u := unexpected{data: data, at: at, before: lastByte(data, at), open: open, c: data[at]}
	u.Span = token(data, at)
	switch u.c {
	case '}', ']':
		u.closer()
	case ',', ':', '=':
		u.separator()
	default:
		if !u.quote() && !u.known() {
			u.word()
		}
	}
	return &u.SyntaxError
}

// unexpected is a mistake that begins with a character between the tokens.
type unexpected struct {
	SyntaxError
	data   []byte
	at     int // where the character stands
	before int // the last character before it that is no space, -1 for none
	open   int // the innermost open bracket, -1 for none
	c      byte
}

// says sets what is wrong and what to do.
func (u *unexpected) says(cause, hint string) { u.Cause, u.Hint = cause, hint }

// follows reports whether one of some characters stands before the place.
func (u *unexpected) follows(characters string) bool {
	return u.before >= 0 && strings.IndexByte(characters, u.data[u.before]) >= 0
}

// isIn reports whether the innermost open bracket is this one.
func (u *unexpected) isIn(bracket byte) bool { return u.open >= 0 && u.data[u.open] == bracket }

// closer is a } or ].
func (u *unexpected) closer() {
	switch {
	case u.c == '}' && u.isIn('['), u.c == ']' && u.isIn('{'):
		u.says(fmt.Sprintf("this %q closes the %q before it, which needs %q", u.c, u.data[u.open], closing(u.data[u.open])),
			"a bracket is missing or one too many")
		u.Opening = Span{u.open, u.open + 1}
	case u.c == '}' && u.follows(`"`) && wantsColon(u.data, u.before, u.open):
		u.Span = Span{u.before, u.before + 1}
		u.says("a colon and a value are missing after this name", "write them")
	case u.c == '}' && u.follows(":"):
		u.says("a member has no value", "write a value after the colon")
	default:
		u.says(fmt.Sprintf("this %q is not expected here", u.c), "a value is missing, or a bracket is one too many")
	}
}

// separator is a comma, a colon or what stands for one in other languages.
func (u *unexpected) separator() {
	next := nextByte(u.data, u.at+1)
	switch {
	case u.c == ',' && (next == '}' || next == ']'):
		u.says(fmt.Sprintf("there is a comma before the closing %q", next), "remove the comma")
	case u.c == ',' && u.follows(",[{:"):
		u.says("there is a comma where a value or a name belongs", "remove the comma, or write what is missing")
	default:
		u.says(fmt.Sprintf("%q is not expected here", u.c), expected(u.data, u.before, u.open))
	}
}

// quote tells quotes that are not those of JSON.
func (u *unexpected) quote() bool {
	if u.c == '\'' {
		u.says("text stands in single quotes", "JSON takes double quotes only")
		return true
	}
	for _, mark := range []string{"`", "“", "”", "‘"} {
		if bytes.HasPrefix(u.data[u.at:], []byte(mark)) {
			u.says("text stands in quotes that JSON does not know", "use straight double quotes")
			return true
		}
	}
	return false
}

// known tells what is a value elsewhere: in a template, in other languages.
func (u *unexpected) known() bool {
	rest := u.data[u.at:]
	if bytes.HasPrefix(rest, []byte("${")) || bytes.HasPrefix(rest, []byte("%{")) ||
		bytes.HasPrefix(rest, []byte("{{")) && wantsName(u.data, u.before, u.open) {
		u.says("a placeholder stands outside of quotes", "put it into a string, or fill it in before the check")
		return true
	}
	word := string(u.data[u.Span.Start:u.Span.End])
	switch word {
	case "NaN", "Infinity", "-Infinity", "undefined", "None", "nil":
		u.says(word+" is not a JSON value", "write null, a number or a string")
	case "True", "TRUE", "False", "FALSE", "Null", "NULL":
		u.says(word+" is not a JSON value", "write it in lower case")
	default:
		return false
	}
	return true
}

// word is anything else.
func (u *unexpected) word() {
	switch {
	case u.before >= 0 && endsValue(u.data[u.before]) && u.open >= 0:
		u.Span = Span{u.before, u.before + 1}
		u.says("a comma is missing after this value", "write one")
		if u.isIn('{') && wantsColon(u.data, u.before, u.open) {
			u.Cause = "a colon is missing after this name"
		}
	case wantsName(u.data, u.before, u.open):
		u.says("a member name is not in double quotes", "write it as \"name\"")
	case strings.IndexByte("-+.0123456789", u.c) >= 0:
		u.Span = numberToken(u.data, u.at)
		u.says(clip(u.data[u.Span.Start:u.Span.End])+" is not a number in JSON",
			"write digits, without leading zeros, a plus sign or a bare point, or put it into quotes")
	case u.c < 0x20 || u.c == 0x7F:
		u.says(fmt.Sprintf("there is a control character (%U) between the values", u.c), "remove it; the file may not be text at all")
	case isBase64(u.data[u.Span.Start:u.Span.End]):
		u.says(clip(u.data[u.Span.Start:u.Span.End])+" is JSON in base64", "write the JSON itself; twilio-go takes a map or a json.RawMessage, of a []byte it makes base64")
	default:
		u.says(clip(u.data[u.Span.Start:u.Span.End])+" is not a JSON value",
			"put text in double quotes")
	}
}

var errDepth = errors.New("exceeded max depth")

// depthExceeded counts the brackets that are open at a place.
func depthExceeded(data []byte, at int) bool {
	if data[at] != '{' && data[at] != '[' {
		return false
	}
	depth, inside := 0, false
	for i := 0; i < at; i++ {
		switch c := data[i]; {
		case inside && c == '\\':
			i++
		case c == '"':
			inside = !inside
		case inside:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
	}
	return depth >= maxDepth
}

// notUTF8 reports bytes at the place that are not UTF-8.
func notUTF8(data []byte, at int) *SyntaxError {
	bad := at + validUTF8Prefix(data[at:min(at+utf8.UTFMax, len(data))])
	if bad >= len(data) || bad >= at+utf8.UTFMax || data[bad] < utf8.RuneSelf {
		return nil
	}
	if !utf8.FullRune(data[bad:min(bad+utf8.UTFMax, len(data))]) && bad+utf8.UTFMax <= len(data) {
		return nil
	}
	if r, n := utf8.DecodeRune(data[bad:]); r != utf8.RuneError || n != 1 {
		return nil
	}
	return &SyntaxError{
		Span:  Span{bad, bad + 1},
		Cause: fmt.Sprintf("byte 0x%02X is not valid UTF-8", data[bad]),
		Hint:  "save the file as UTF-8; it may be Latin-1 or Windows-1252 now",
	}
}

// stringStart returns where the string begins that holds the place, or -1. The
// search begins at the innermost bracket, after which all tokens are valid.
func stringStart(data []byte, at, open int) int {
	start := -1
	for i := max(open, 0); i < at; i++ {
		switch {
		case start >= 0 && data[i] == '\\':
			i++
		case data[i] == '"' && start < 0:
			start = i
		case data[i] == '"':
			start = -1
		}
	}
	if start < 0 && at < len(data) && data[at] == '"' {
		// The tokenizer may point at the quote that opens a broken string.
		if end := stringEnd(data, at); end < 0 {
			return at
		}
	}
	return start
}

// stringEnd returns the closing quote of the string that begins at start, or -1
// when a line ends or the text does first.
func stringEnd(data []byte, start int) int {
	for i := start + 1; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			return i
		case '\n', '\r':
			return -1
		}
	}
	return -1
}

func inString(data []byte, start, at int) *SyntaxError {
	quote := Span{start, start + 1}
	for i := max(start+1, at-1); i < len(data) && i <= at+1; i++ {
		if data[i] != '\\' {
			continue
		}
		return badEscape(data, i)
	}
	if at < len(data) && data[at] < 0x20 {
		if data[at] == '\n' || data[at] == '\r' {
			return &SyntaxError{Span: quote, Opening: quote,
				Cause: "this string is not closed on its line",
				Hint:  "close it with a double quote; write a line break inside text as \\n"}
		}
		return &SyntaxError{Span: Span{at, at + 1},
			Cause: fmt.Sprintf("there is a control character (%U) inside a string", data[at]),
			Hint:  fmt.Sprintf("write it as \\u%04x, a tab as \\t", data[at])}
	}
	return &SyntaxError{Span: quote, Opening: quote,
		Cause: "this string is never closed", Hint: "close it with a double quote"}
}

func badEscape(data []byte, at int) *SyntaxError {
	if at+1 < len(data) && data[at+1] == 'u' {
		end := at + 2
		for end < len(data) && end < at+6 && isHex(data[end]) {
			end++
		}
		if end == at+6 {
			return &SyntaxError{Span: Span{at, end},
				Cause: fmt.Sprintf("%s is half of a surrogate pair and stands alone", data[at:end]),
				Hint:  "write both halves, or the character itself", Lenient: true}
		}
		return &SyntaxError{Span: Span{at, end},
			Cause: fmt.Sprintf("%s is not a valid escape", clip(data[at:end])),
			Hint:  "write \\u and four hexadecimal digits"}
	}
	end := at + 1
	if end < len(data) {
		_, n := utf8.DecodeRune(data[end:])
		end += n
	}
	return &SyntaxError{Span: Span{at, end},
		Cause: fmt.Sprintf("%s is not a valid escape", clip(data[at:end])),
		Hint:  "write a backslash as \\\\; only \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX are known"}
}

func unclosed(data []byte, open int) *SyntaxError {
	e := &SyntaxError{Span: Span{len(data), len(data)}, Cause: "the file ends before the JSON value is complete",
		Hint: "something was cut off"}
	if open >= 0 {
		e.Opening = Span{open, open + 1}
		e.Span = e.Opening
		e.Cause = fmt.Sprintf("this %q is never closed: the file ends first", data[open])
		e.Hint = fmt.Sprintf("write the missing %q, or restore what was cut off", closing(data[open]))
	}
	return e
}

func comment(data []byte, at int) *SyntaxError {
	end := at
	for end < len(data) && data[end] != '\n' && data[end] != '\r' {
		end++
	}
	if bytes.HasPrefix(data[at:], []byte("/*")) {
		if n := bytes.Index(data[at:end], []byte("*/")); n >= 0 {
			end = at + n + 2
		}
	}
	return &SyntaxError{Span: Span{at, end}, Cause: "JSON has no comments",
		Hint: "remove the comment; a flow has a \"description\" for notes"}
}

func closing(open byte) byte {
	if open == '{' {
		return '}'
	}
	return ']'
}

// token returns the word or the character at a place.
func token(data []byte, at int) Span {
	end := at
	for end < len(data) && isWord(data[end]) {
		end++
	}
	if end == at && at < len(data) {
		_, n := utf8.DecodeRune(data[at:])
		end += n
	}
	return Span{at, end}
}

// numberToken widens a place to the whole of a malformed number.
func numberToken(data []byte, at int) Span {
	s := Span{at, at}
	for s.Start > 0 && isNumeric(data[s.Start-1]) {
		s.Start--
	}
	for s.End < len(data) && isNumeric(data[s.End]) {
		s.End++
	}
	if s.Len() == 0 {
		s.End = min(s.End+1, len(data))
	}
	return s
}

func isNumeric(c byte) bool {
	return c < utf8.RuneSelf && isWord(c) || c == '+' || c == '-' || c == '.'
}

func isWord(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c == '$' || c >= utf8.RuneSelf
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

func nextByte(data []byte, at int) byte {
	for ; at < len(data); at++ {
		if !isSpace(data[at]) {
			return data[at]
		}
	}
	return 0
}

func lastByte(data []byte, at int) int {
	i := at - 1
	for i >= 0 && isSpace(data[i]) {
		i--
	}
	return i
}

func endsValue(c byte) bool { return c == '"' || c == '}' || c == ']' || isWord(c) }

// wantsName reports whether a member name belongs at the place.
func wantsName(data []byte, before, open int) bool {
	return open >= 0 && data[open] == '{' && before >= 0 && (data[before] == '{' || data[before] == ',')
}

// wantsColon reports whether what ends at before is a member name.
func wantsColon(data []byte, before, open int) bool {
	if data[before] != '"' {
		return false
	}
	i := before - 1
	for i > open && (data[i] != '"' || data[i-1] == '\\') {
		i--
	}
	b := lastByte(data, i)
	return b >= 0 && (data[b] == ',' || data[b] == '{')
}

func expected(data []byte, before, open int) string {
	if wantsName(data, before, open) {
		return "a member name in double quotes belongs here"
	}
	return "a value belongs here, or the text before it is not closed"
}

// clip shortens a part of the text for a message and keeps it printable. It is no
// words.Clip: the bytes need not be UTF-8 here, so they are quoted and escaped as in Go.
func clip(p []byte) string {
	const most = 24
	if len(p) > most {
		p = p[:most]
		for len(p) > 0 && !utf8.Valid(p) {
			p = p[:len(p)-1]
		}
		return fmt.Sprintf("%q…", p)
	}
	return fmt.Sprintf("%q", p)
}
