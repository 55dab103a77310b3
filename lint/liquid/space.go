package liquid

import "strings"

// BreaksLine reports whether a text keeps a line break at its beginning or end, whatever
// its Liquid prints: outside of all blocks and not taken away by a dash.
func BreaksLine(text string) bool {
	head := text[:len(text)-len(strings.TrimLeft(text, " \t\r\n"))]
	tail := text[len(strings.TrimRight(text, " \t\r\n")):]
	if strings.Contains(head, "\n") && !strings.HasPrefix(text[len(head):], "{%-") && !strings.HasPrefix(text[len(head):], "{{-") {
		return true
	}
	body := text[:len(text)-len(tail)]
	if strings.Contains(tail, "\n") && !strings.HasSuffix(body, "-%}") && !strings.HasSuffix(body, "-}}") {
		return true
	}
	return betweenTags(text)
}

// BlankAfterTag reports whether blanks come after tags that stand alone at the beginning, and before what is
// printed.
func BlankAfterTag(text string) bool {
	blank := false
	for strings.HasPrefix(text, "{% assign ") {
		_, rest, ok := strings.Cut(text, "%}")
		if !ok {
			return false
		}
		text = strings.TrimLeft(rest, " \t")
		blank = blank || len(text) < len(rest)
	}
	return blank && text != "" && !strings.HasPrefix(text, "{%-") && !strings.HasPrefix(text, "{{-") && !strings.HasPrefix(text, "{%")
}

// betweenTags reports whether a line break follows a tag that stands alone at the
// beginning: an assign, say, or the opening of a block, whose branches begin with it.
func betweenTags(text string) bool {
	rest := text
	for strings.HasPrefix(rest, "{%") {
		end := strings.Index(rest, "%}")
		if end < 0 {
			return false
		}
		dashed := strings.HasSuffix(rest[:end], "-")
		rest = rest[end+len("%}"):]
		if trimmed := strings.TrimLeft(rest, " \t\r\n"); trimmed != "" &&
			strings.Contains(rest[:len(rest)-len(trimmed)], "\n") && !dashed &&
			!strings.HasPrefix(trimmed, "{%-") && !strings.HasPrefix(trimmed, "{{-") {
			return true
		} else {
			rest = trimmed
		}
	}
	return false
}
