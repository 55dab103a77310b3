package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/literal"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportToAll reports the messages that are meant for somebody else, as their receiver says, while a Conversation passes
// them on to all who take part, the person first: once.
func reportToAll(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Receiver == "" || w.Needs() != schemas.NeedsMessage || effects.ActOf(w) == effects.HandsOver {
			continue
		}
		to := w.Property(w.Facts.Receiver)
		number := strings.TrimSpace(to.Text())
		if literal.ChannelOf(number) == "" || shape.IsPlaceholder(p, to) || !reads.ByConversation(p.Flow, w) || namesConversation(w) {
			continue
		}
		if d == nil {
			d = p.Reportf(to, "%s is for %s, but a Conversation sends it to all who take part, to the person above all; send it by a Function",
				w.Label(), words.Quote(number)).Identify(w.Label())
		} else {
			d.Also(to, "so it is with "+w.Label())
		}
	}
}

// namesConversation reports whether a message goes to a Conversation of its author's choice, and not to that of the
// execution.
func namesConversation(w *flow.Widget) bool {
	for i := range w.Facts.Properties {
		f := &w.Facts.Properties[i]
		if text := w.Property(f.Name).Text(); text != "" && text != f.Default && slices.Contains(f.SID, "CH") {
			return true
		}
	}
	return false
}
