package flow

import (
	"slices"
	"strings"
)

// NamesRevision reports whether a call names a revision: by its number, or by one of
// the words for one.
func (c SubflowCall) NamesRevision() bool {
	text := c.Revision.Text()
	return slices.Contains(c.RevisionWords(), text) || text != "" && strings.Trim(text, "0123456789") == ""
}

// RevisionWords are the words for a revision that change with the flow:
// LatestPublished and LatestDraft.
func (c SubflowCall) RevisionWords() []string {
	return c.Widget.Facts.Property(c.Widget.Facts.Subflow.Revision).Values
}
