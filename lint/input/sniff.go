package input

import (
	"bytes"
	"strings"
	"unsafe"

	"github.com/tidwall/gjson"

	"studiolint/lint/placeholder"
	"studiolint/lint/source"
)

// maxLevel is how deep below the outermost value a document may stand: in a
// list, in a page, in an object around it.
const maxLevel = 4

// maxTried is how many elements of an array that was found are looked at, before
// the rest is taken to be of the same sort.
const maxTried = 8

var bom = []byte("\xef\xbb\xbf")

// maySuit reports whether a text that was found may hold a document.
func (l language) maySuit(text []byte) bool {
	if l.isTerraform() {
		return mayHoldDefinition(text)
	}
	if l == markdownPage {
		return looksLikeDefinition(text)
	}
	return maySuit(text)
}

// wasMeant reports whether a text that was found and cannot be read was meant to be
// a document.
func (l language) wasMeant(name string, f *source.File) bool {
	if l.isTerraform() {
		return bytes.Contains(f.Bytes, []byte("states")) && bytes.Contains(f.Bytes, []byte("initial_state")) &&
			bytes.Contains(f.Bytes, []byte("transitions"))
	}
	if l == markdownPage {
		return false // only its beginning was read
	}
	if isGlanced(name) && !bytes.HasPrefix(bytes.TrimLeft(f.Bytes, " \t\r\n\ufeff"), []byte("{")) {
		return false // a program or a page that has a flow somewhere in it
	}
	return looksLikeDocument(f.Bytes) &&
		!(isTemplate(name) && !f.Readable() && placeholder.Begins(f.Bytes, f.Syntax.Span.Start))
}

// maySuit reports whether a text that was found may hold a document, cheaply:
// most JSON in a folder is something else, and is not to be parsed. It may say
// yes too often, and then the nodes tell.
func maySuit(text []byte) bool {
	text = bytes.TrimPrefix(text, bom)
	if len(text) == 0 {
		return false
	}
	if utf16(text) {
		return looksLikeDocument(text)
	}
	// gjson takes strings. The buffer does not change before this returns, and
	// nothing of the string is kept.
	json := unsafe.String(&text[0], len(text))
	return looksLikeDefinition(text) || isForm(text) || mayHold(gjson.Parse(json), 0)
}

// mayHold looks for a member that few files have but documents, in an object, in
// the only member of one, and in the elements of an array. gjson skips values in a
// loop, however deeply they are nested; the recursion ends with maxLevel.
func mayHold(v gjson.Result, level int) bool {
	if level > maxLevel || v.Type != gjson.JSON {
		return false
	}
	found, members := false, 0
	var only gjson.Result
	v.ForEach(func(name, value gjson.Result) bool {
		members++
		if v.IsArray() {
			found = mayHold(value, level+1)
			return !found && members < maxTried && value.Type == gjson.JSON
		}
		found = isMark(name.Str, value)
		only = value
		return !found
	})
	return found || v.IsObject() && members == 1 && mayHold(only, level+1)
}

// isMark reports whether a member is one that documents have, and that few
// other files do.
func isMark(name string, value gjson.Result) bool {
	switch name {
	case "states", "definition", "Definition", "flow", "flows", "flex_flows", "FriendlyName",
		"channel_type", "channelType", "ChatServiceSid":
		return true
	case "initial_state":
		return value.Type == gjson.String
	case "flags":
		return value.Get("allow_concurrent_calls").Exists()
	case "sid":
		return isSID(value.Str, "FW") || isSID(value.Str, "FO")
	}
	return strings.HasPrefix(name, "Integration.")
}

// isSID reports whether a text begins like a SID of a kind. What follows may be
// masked, as in many examples.
func isSID(text, kind string) bool { return len(text) > len(kind) && strings.HasPrefix(text, kind) }

// looksLikeDocument reports whether a text that is not valid JSON, or not whole,
// was meant to be a document. It goes by the member names that stand in it.
func looksLikeDocument(text []byte) bool {
	if utf16(text) {
		text = bytes.ReplaceAll(text, []byte{0}, nil)
	}
	return isForm(text) || looksLikeDefinition(text) ||
		hasName(text, "chat_service_sid") && hasName(text, "channel_type") ||
		hasName(text, "ChatServiceSid") && hasName(text, "ChannelType")
}

// looksLikeDefinition reports whether the member names of a definition stand in
// a text, in whatever order and however broken.
func looksLikeDefinition(text []byte) bool {
	// What is in every widget comes early in the text, and initial_state often last.
	return hasName(text, "states") &&
		(hasName(text, "transitions") && hasName(text, "event") || hasName(text, "initial_state"))
}

// hasName reports whether a member name stands in a text: in quotes, which may
// be escaped for a JSON string or encoded for a form.
func hasName(text []byte, name string) bool {
	for {
		i := bytes.Index(text, []byte(name))
		if i < 0 {
			return false
		}
		before, after := text[:i], text[i+len(name):]
		if bytes.HasSuffix(before, []byte(`"`)) && (bytes.HasPrefix(after, []byte(`"`)) || bytes.HasPrefix(after, []byte(`\"`))) ||
			bytes.HasSuffix(before, []byte("%22")) && bytes.HasPrefix(after, []byte("%22")) {
			return true
		}
		text = after
	}
}

// isForm reports whether a text is an application/x-www-form-urlencoded body of
// one of our requests.
func isForm(text []byte) bool {
	text = bytes.TrimPrefix(text, bom)
	name, _, ok := bytes.Cut(text[:min(len(text), 100)], []byte("="))
	if !ok || len(name) == 0 || bytes.ContainsFunc(name, func(r rune) bool {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '.' || r == '_')
	}) {
		return false
	}
	return hasField(text, "Definition") || hasField(text, "definition") ||
		hasField(text, "FriendlyName") && hasField(text, "Status") ||
		hasField(text, "ChatServiceSid") && hasField(text, "ChannelType") ||
		hasField(text, "Integration.FlowSid")
}

// hasField reports whether a form body has a field.
func hasField(text []byte, name string) bool {
	name += "="
	return bytes.HasPrefix(text, []byte(name)) || bytes.Contains(text, []byte("&"+name))
}

// notText says what a file is that no reader of JSON should look at; "" for text.
func notText(text []byte) string {
	switch {
	case bytes.IndexByte(text[:min(len(text), 8000)], 0) >= 0 && !utf16(text) && !looksLikeDocument(text):
		return "it is a binary file, not JSON; " + expected
	}
	return ""
}

// utf16 reports whether a text is UTF-16: by its byte order mark, or because it
// begins as JSON does, with every other byte zero.
func utf16(text []byte) bool {
	if len(text) < 2 {
		return false
	}
	a, b := text[0], text[1]
	if a == 0xFF && b == 0xFE || a == 0xFE && b == 0xFF {
		return true
	}
	return a == 0 && beginsJSON(b) || b == 0 && beginsJSON(a)
}

func beginsJSON(c byte) bool { return bytes.IndexByte([]byte("{[\" \t\r\n"), c) >= 0 }
