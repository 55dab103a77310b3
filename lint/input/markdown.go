package input

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"studiolint/lint/source"
)

// markdownSuffixes are those of Markdown pages.
var markdownSuffixes = []string{".md", ".markdown", ".mdx"}

// isMarkdown reports whether a file of that name is a page of Markdown.
func isMarkdown(name string) bool {
	return slices.Contains(markdownSuffixes, strings.ToLower(path.Ext(name)))
}

// markdown adds the whole definitions among the blocks of a page. Fragments, of which
// there are more on such pages, are passed over; a block that was meant to be a whole one
// and is no JSON is kept, for a rule to report.
func (c *classifier) markdown() {
	for block := range c.file.Source.Root().Children() {
		inner := block.Parse()
		texts, documents := len(c.file.Texts), len(c.file.Documents)
		c.file.Texts = append(c.file.Texts, inner)
		if !inner.Readable() || inner.Syntax != nil && isElided(inner) {
			if !looksLikeDefinition(inner.Bytes) || !hasName(inner.Bytes, "initial_state") || isElided(inner) {
				c.file.Texts = c.file.Texts[:texts]
			}
			continue
		}
		c.look(inner.Root(), 1)
		found := slices.DeleteFunc(c.file.Documents[documents:], func(d *Document) bool { return !isWhole(d) })
		if c.file.Documents = c.file.Documents[:documents+len(found)]; len(found) == 0 {
			c.file.Texts = c.file.Texts[:texts]
		}
	}
	c.file.Unread = seemsToHoldFlow(c.file.Source.Outside())
}

// isWhole reports whether a document's definition has its other members beside the states.
func isWhole(d *Document) bool {
	return has(d.Definition, "initial_state") || has(d.Definition, "description", "flags") ||
		d.Kind == Legacy && has(d.Definition, "description")
}

// isElided reports whether a text stops being JSON where something is left out: "..."
// or "…", also in a comment.
func isElided(f *source.File) bool {
	rest := bytes.TrimLeft(f.Bytes[f.Syntax.Span.Start:], " \t\r\n,/*#<[{(")
	return bytes.HasPrefix(rest, []byte("...")) || bytes.HasPrefix(rest, []byte("…"))
}

// noBlock is the answer for a page without a definition that is read.
func (c Candidate) noBlock(f *File, asked bool) error {
	switch {
	case !asked && f.Unread:
		return &UnreadError{Path: c.Path}
	case f.Unread:
		return c.other(asked, "it is Markdown, and what seems to be a flow in it is in no block that begins with ```json; write json after the fence")
	}
	return c.other(asked, "it is Markdown, but none of the blocks that begin with ```json is a whole flow definition, with states and initial_state")
}
