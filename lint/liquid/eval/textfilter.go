package eval

import (
	"html"
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"studiolint/lint/words"
)

// maxText is how long a text may become on the way, in bytes.
const maxText = 1 << 20

var tooLong = odd("the text becomes too long")

// text makes a filter of a function on texts. Numbers and booleans are taken as they
// are printed, and nothing as empty text.
func text(do func(s string, args []string) Value) func(*renderer, Value, []Value) Value {
	return func(_ *renderer, v Value, args []Value) Value {
		s, why, ok := v.plain()
		if !ok {
			return why
		}
		texts := make([]string, len(args))
		for i, a := range args {
			if texts[i], why, ok = a.plain(); !ok {
				return why
			}
		}
		if result := do(s, texts); len(result.text) <= maxText {
			return result
		}
		return tooLong
	}
}

// special are letters whose other case is not one letter, depends on what stands
// beside it or on the language, or came late to Unicode.
var special = &unicode.RangeTable{R16: []unicode.Range16{
	{0xdf, 0xdf, 1}, {0x130, 0x131, 1}, {0x149, 0x149, 1}, {0x1c4, 0x1cc, 1}, {0x1f0, 0x1f3, 1}, {0x345, 0x345, 1}, {0x390, 0x390, 1},
	{0x3a3, 0x3a3, 1}, {0x3b0, 0x3b0, 1}, {0x3c2, 0x3c3, 1}, {0x587, 0x587, 1}, {0x10a0, 0x10ff, 1}, {0x13a0, 0x13ff, 1},
	{0x1c80, 0x1cbf, 1}, {0x1e96, 0x1e9e, 1}, {0x1f00, 0x1fff, 1}, {0x2c00, 0xffff, 1},
}, LatinOffset: 1}

func cased(s string, change func(string) string) Value {
	for _, c := range s {
		if c > 0xffff && unicode.IsLetter(c) || unicode.Is(special, c) {
			if c == 'ß' || unicode.ToUpper(c) != c || unicode.ToLower(c) != c || c > 0xffff {
				return odd("engines differ on the case of " + string(c))
			}
		}
	}
	return Text(change(s))
}

func downcase(s string, _ []string) Value { return cased(s, strings.ToLower) }
func upcase(s string, _ []string) Value   { return cased(s, strings.ToUpper) }

// capitalize makes the first letter big; whether the others become small, engines
// differ on.
func capitalize(s string, _ []string) Value {
	_, n := utf8.DecodeRuneInString(s)
	if !words.IsASCII(s) || strings.ToLower(s[n:]) != s[n:] {
		return odd("engines differ on what capitalize does to the letters after the first")
	}
	return Text(strings.ToUpper(s[:n]) + s[n:])
}

func stripBy(cut func(s, cutset string) string) func(string, []string) Value {
	return func(s string, _ []string) Value {
		short := cut(s, whitespace)
		if v := oddSpace(short); v.kind == unknown && short != "" {
			return v
		}
		return Text(short)
	}
}

func stripNewlines(s string, _ []string) Value {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\n", "")
	if strings.Contains(s, "\r") {
		return odd("engines differ on a carriage return alone")
	}
	return Text(s)
}

// replace replaces the first n of a word in s, all for -1.
func replace(s, old, by string, n int) Value {
	if old == "" {
		return odd("engines differ on replacing an empty text")
	}
	if count := strings.Count(s, old); len(by) > 0 && count > maxText/len(by) {
		return tooLong
	}
	return Text(strings.Replace(s, old, by, n))
}

// escape writes < > & and ' as HTML has them.
func escape(s string, _ []string) Value {
	if strings.ContainsAny(s, "\"\x00") {
		return odd("engines write a double quote in HTML differently")
	}
	return Text(html.EscapeString(s))
}

func escapeOnce(s string, args []string) Value {
	if strings.Contains(s, "&") {
		return odd("engines differ on what is escaped already")
	}
	return escape(s, args)
}

func stripHTML(s string, _ []string) Value {
	if strings.Contains(s, "<") {
		return odd("engines differ on what HTML is")
	}
	return Text(s)
}

func urlEncode(s string, _ []string) Value {
	if strings.ContainsAny(s, "!'()*~") || !utf8.ValidString(s) {
		return odd("engines differ on which of ! ' ( ) * ~ a URL may hold")
	}
	return Text(url.QueryEscape(s))
}

// whole returns an argument that is a whole number, or a text that is one.
func whole(v Value) (int, bool) {
	if v.kind != number {
		return 0, false
	}
	n, err := strconv.Atoi(v.text)
	return n, err == nil
}

// slice takes a part of a text: from an offset, which counts from the end when it is
// negative, one letter or as many as are asked for.
func slice(_ *renderer, v Value, args []Value) Value {
	s, why, ok := v.plain()
	if !ok {
		return why
	}
	from, ok := whole(args[0])
	length, ok2 := 1, true
	if len(args) > 1 {
		length, ok2 = whole(args[1])
	}
	if !ok || !ok2 || length < 0 {
		return odd("engines differ on slice with anything but whole numbers")
	}
	if size := textSize(Text(s)); size.kind == unknown {
		return size
	}
	letters := []rune(s)
	if from < 0 {
		from += len(letters)
	}
	if from < 0 {
		return odd("engines differ on slice before the beginning of a text")
	}
	letters = letters[min(from, len(letters)):]
	return Text(string(letters[:min(length, len(letters))]))
}

// truncate shortens a text to a number of letters, an ellipsis included.
func truncate(_ *renderer, v Value, args []Value) Value {
	s, why, ok := v.plain()
	if !ok {
		return why
	}
	if v.kind == number {
		return odd("engines differ on truncate of a number")
	}
	most, ok := whole(args[0])
	ellipsis := "..."
	if len(args) > 1 {
		if ellipsis, why, ok = args[1].plain(); !ok {
			return why
		}
	}
	if strings.ContainsAny(s, "\r\n") {
		return odd("engines differ on truncate of a text with line breaks")
	}
	size, tail := textSize(Text(s)), textSize(Text(ellipsis))
	if size.kind == unknown || tail.kind == unknown {
		return odd("engines count emojis and the like differently")
	}
	length, _ := whole(size)
	end, _ := whole(tail)
	if !ok || most < end {
		return odd("engines differ on truncate to less than the ellipsis")
	}
	if length <= most {
		return Text(s)
	}
	return Text(string([]rune(s)[:most-end]) + ellipsis)
}

// split takes a text apart.
func split(_ *renderer, v Value, args []Value) Value {
	s, why, ok := v.plain()
	if !ok {
		return why
	}
	by, why, ok := args[0].plain()
	switch {
	case !ok:
		return why
	case by == "" || s == "":
		return odd("engines differ on split of or by an empty text")
	case strings.HasSuffix(s, by):
		return odd("engines differ on the empty text after the last separator")
	case by == " " && (strings.Trim(s, whitespace) != s || strings.Contains(s, "  ") || strings.ContainsAny(s, "\t\r\n\v\f")):
		return odd("engines differ on split by a space where white space is more than one space")
	case strings.Count(s, by) > maxRange:
		return tooLong
	}
	result := Value{kind: list}
	for _, part := range strings.Split(s, by) {
		result.list = append(result.list, Text(part))
	}
	return result
}
