package input

import (
	"bytes"
	"strings"

	"studiolint/lint/files"
	"studiolint/lint/words"
)

// sidLength is how many letters a SID has.
const sidLength = 34

// A Look is what a quick look at a file tells of it.
type Look uint8

// What a look tells.
const (
	Unsure Look = iota // it may hold SIDs that were not seen: only loading it tells
	Seen               // every SID that may matter was seen
	Empty              // it holds nothing, and loading it says no more than the error
)

// OwnSIDs calls found with the SIDs that documents in the file may go by: those that follow
// a name "sid". It is far quicker than to load the file, and may find too many, but never
// too few, unless it is Unsure: then nothing follows from what is found. The error is that
// of Load for an Empty file.
func (c Candidate) OwnSIDs(root files.Root, found func(sid string)) (Look, error) {
	return c.look(root, func(text []byte) Look {
		for at := 0; ; {
			i := bytes.Index(text[at:], []byte("sid"))
			if i < 0 {
				return Seen
			}
			start := at + i
			at = start + len("sid")
			if start > 0 && isNameByte(text[start-1]) && !isEscape(text, start-1) {
				continue // the end of another name
			}
			for at < len(text) && (strings.IndexByte("\"\\ \t\r\n:,", text[at]) >= 0 || isEscape(text, at)) {
				at++
			}
			if at < len(text) && (text[at] == '/' || text[at] == '#') {
				return Unsure // a comment stands in between
			}
			if sid := sidAt(text, at); sid != "" {
				found(sid)
			}
		}
	})
}

// SIDs is OwnSIDs for all SIDs that stand in the file.
func (c Candidate) SIDs(root files.Root, found func(sid string)) (Look, error) {
	return c.look(root, func(text []byte) Look {
		for at := 0; at < len(text); at++ {
			if text[at] < 'A' || text[at] > 'Z' { // as nearly all
				continue
			}
			if sid := sidAt(text, at); sid != "" {
				found(sid)
				at += sidLength - 1
			}
		}
		return Seen
	})
}

// look calls f with the text of a file that may hold documents whose SIDs can be seen.
func (c Candidate) look(root files.Root, f func(text []byte) Look) (Look, error) {
	if c.glances() {
		return Seen, nil // it is looked at when its turn comes
	}
	buffer := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buffer)
	text, size, err := c.read(root, buffer)
	if err != nil || size > int64(len(text)) {
		return Seen, nil // nor does loading it find any
	}
	asked := c.Named && !c.SkipOther
	language := c.language(text)
	switch {
	case !asked && notText(text) != "":
		return Empty, nil
	case !asked && !language.maySuit(text):
		return Empty, c.passedOver(text)
	case language != jsonText || escapesLetters(text):
		return Unsure, nil
	}
	return f(text), nil
}

// escapesLetters reports whether some letter or digit is written as an escape of JSON,
// which nobody does who does not mean to.
func escapesLetters(text []byte) bool {
	for at := 0; ; {
		i := bytes.Index(text[at:], []byte(`\u00`))
		if i < 0 || at+i+6 > len(text) {
			return false
		}
		at += i + 4
		if high := text[at]; '3' <= high && high <= '7' && isNameByte((high-'0')<<4|hexDigit(text[at+1])) {
			return true
		}
	}
}

func hexDigit(c byte) byte {
	if c >= 'A' {
		return c&0xF + 9
	}
	return c & 0xF
}

// sidAt returns the SID that begins at a byte of a text, "" when none does.
func sidAt(text []byte, at int) string {
	if at+sidLength > len(text) || text[at] < 'A' || text[at] > 'Z' || text[at+1] < 'A' || text[at+1] > 'Z' ||
		at+sidLength < len(text) && isNameByte(text[at+sidLength]) || at > 0 && isNameByte(text[at-1]) && !isEscape(text, at-1) {
		return ""
	}
	if sid := string(text[at : at+sidLength]); words.IsSID(sid) {
		return sid
	}
	return ""
}

// isEscape reports whether the byte is the letter of an escape that stands for white
// space in a string.
func isEscape(text []byte, at int) bool {
	return at > 0 && text[at-1] == '\\' && strings.IndexByte("nrtbf", text[at]) >= 0
}

func isNameByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_'
}
