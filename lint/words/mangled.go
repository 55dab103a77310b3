package words

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Mangled returns where in a text the first word stands whose letters were written as UTF-8 and read as
// if each byte were a letter, in bytes, and the word that was written: "gÃ¼ltig" was "gültig"; 0, 0 and
// "" for none.
func Mangled(text string) (start, end int, meant string) {
	for i := strings.IndexByte(text, leadOfLatin); i >= 0 && i < len(text); {
		if _, size := mangledAt(text[i:], true); size > 0 {
			start = strings.LastIndexAny(text[:i], " \n\t") + 1
			if end = strings.IndexAny(text[i:], " \n\t"); end < 0 {
				end = len(text) - i
			}
			return start, i + end, unmangle(text[start : i+end])
		}
		next := strings.IndexByte(text[i+1:], leadOfLatin)
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return 0, 0, ""
}

// leadOfLatin is the byte with which UTF-8 begins the letters À to ÿ.
const leadOfLatin = 0xC3

// unmangle writes a word with the letters that were meant.
func unmangle(word string) string {
	var b strings.Builder
	for i := 0; i < len(word); {
		letter, size := mangledAt(word[i:], false)
		if size == 0 {
			_, size = utf8.DecodeRuneInString(word[i:])
			letter = word[i : i+size]
		}
		b.WriteString(letter)
		i += size
	}
	return b.String()
}

// mangledAt returns the letter that was written where a text begins with letters that stand for its
// bytes, and how many bytes of the text these take; "", 0 for another beginning. It is sure only of signs
// that nobody writes behind such a letter: a quote, a dash or an ellipsis may follow the last one of a
// word in capitals (AMANHÃ”).
func mangledAt(text string, sure bool) (letter string, size int) {
	lead, size := utf8.DecodeRuneInString(text)
	more := 0
	switch {
	case lead == 'Ã' || lead == 'Â' || !sure && 'Ã' <= lead && lead <= 'ß':
		more = 1
	case lead == 'â':
		more = 2
	case lead == 'ð':
		more = 3
	default:
		return "", 0
	}
	written := []byte{byte(lead)}
	for range more {
		r, n := utf8.DecodeRuneInString(text[size:])
		b, ok := byteOf(r)
		if !ok || b < 0x80 || b > 0xBF || sure && more == 1 && strings.ContainsRune(afterWords, r) {
			return "", 0
		}
		written = append(written, b)
		size += n
	}
	if !utf8.Valid(written) {
		return "", 0
	}
	return string(written), size
}

// afterWords are the signs that may follow a word.
const afterWords = "“”‘’‚„‹›«»…–—•™®©°¹²³ª\u00A0\u00AD"

// byteOf returns the byte that Windows takes for a letter of the West (code page 1252).
func byteOf(r rune) (b byte, ok bool) {
	if r <= 0xFF && r != utf8.RuneError {
		return byte(r), true
	}
	for i, of := range signsOf1252 {
		if of == r {
			return byte(0x80 + i), true
		}
	}
	return 0, false
}

var signsOf1252 = [32]rune{
	'€', 0, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0, 'Ž', 0,
	0, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0, 'ž', 'Ÿ',
}

// MayBeMangled reports whether a text, in which letters may be escaped as in JSON, may hold such a word.
func MayBeMangled(text []byte) bool {
	for i := bytes.IndexByte(text, leadOfLatin); i >= 0 && i+1 < len(text); {
		if strings.IndexByte("\x82\x83\xA2\xB0", text[i+1]) >= 0 {
			return true
		}
		next := bytes.IndexByte(text[i+1:], leadOfLatin)
		if next < 0 {
			break
		}
		i += 1 + next
	}
	escape := []byte(`\u00`)
	for _, rest, more := bytes.Cut(text, escape); more; _, rest, more = bytes.Cut(rest, escape) {
		if len(rest) > 1 && (rest[0]|0x20 == 'c' || rest[0]|0x20 == 'e' && rest[1] == '2') {
			return true
		}
	}
	return false
}
