package rules

import (
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkLine looks at what a person wrote where Twilio wants one line: the message is refused with a line break in it.
func (c *escapeChecker) checkLine(r flow.Ref, filters []liquid.Filter) {
	w, f := r.Widget, r.Template.Facts
	if r.Template.Node.Key() != "value" || len(w.Facts.Content) == 0 || !w.Off(w.Facts.Property(w.Facts.Content[0])) ||
		!reads.OnlyAlter(filters, schemas.AltersMissing, schemas.AltersBlanks, schemas.AltersCase) || c.held.Checked(r) {
		return
	}
	if v, by := c.words(r); v != nil && v.Holds == schemas.HoldsReply {
		c.ReportOncef(w, r.Place(), "%s puts a person's words%s into %s as they are, and with a line break in them the message is refused (%d); add | strip_newlines",
			w.Label(), by, words.Quote(f.Name), f.Line.Code)
	}
}
