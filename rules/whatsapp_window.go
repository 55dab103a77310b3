package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/literal"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "whatsapp-window", Title: "A WhatsApp text to a person who need not have written",
		Group: finding.Paths, Severity: finding.Note, Varies: "warning for a question in a flow that no message begins",
		Doc: `Finds, where the REST API or a call begins the execution, a WhatsApp text of one's own (from or to
whatsapp:+…) before the person has answered anything. WhatsApp takes such a text only within 24 hours after the
person's last message, and a content template at any time (63016): else nobody gets it, and a question waits
in vain. A template's text as "body" is such a text, too, since April 2025. It also finds one to the number of
somebody else, a colleague, who need not have written either.

Whoever starts the execution may know that the person has just written: then accept the finding. A flow that a message
begins is left alone, as far as that leads, and so is what comes after an answer, a hand-over or a subflow.

Send a content template ("content_sid"), and texts after its answer.`,
	},
	Check: func(p *lint.Pass) {
		if !p.Flow.KnowsWhatsApp() {
			return
		}
		var paths []*flow.Paths
		for _, e := range p.Flow.Entries() {
			if e.Event == flow.RequestEvent || e.Event == flow.CallEvent {
				paths = append(paths, e.Walk(isWordless))
			}
		}
		var d *finding.Diagnostic
		for _, w := range p.Flow.Widgets {
			path, uninvited := uninvitedPath(paths, w)
			if !uninvited {
				continue
			}
			address := ownWhatsApp(p, w)
			if !address.Exists() {
				continue
			}
			at := channelOf(address)
			if d != nil {
				d.Also(at, "so it is with "+w.Label())
				continue
			}
			d = p.Reportf(at, "%s sends a text by WhatsApp, where the person need not have written within 24 hours: else it fails (63016); send a content template",
				w.Label()).Along(finding.Steps(path, w)).Identify(w.Label()).Relate(effects.Prompt(w), "the text")
			if effects.ActOf(w) == effects.Asks && !p.Flow.BeginsByMessage() {
				d.As(finding.Warning)
			}
		}
	},
})

// isWordless reports whether one may go over a transition without a word of the person's.
func isWordless(t *flow.Transition) bool {
	switch effects.ActOf(t.From) {
	case effects.Anything, effects.HandsOver, effects.RunsFlow:
		return false
	}
	return t.Facts.Kind != schemas.KindInput || t.From.Needs() != schemas.NeedsMessage
}

// uninvitedPath returns the first of some paths to a widget, and whether there is one.
func uninvitedPath(all []*flow.Paths, w *flow.Widget) ([]*flow.Transition, bool) {
	for _, paths := range all {
		if path, ok := paths.To(w); ok {
			return path, true
		}
	}
	return nil, false
}

// ownWhatsApp returns the address, of the sender or the receiver, that says that a widget sends a text of one's own by
// WhatsApp; absent where it does not.
func ownWhatsApp(p *lint.Pass, w *flow.Widget) (address source.Node) {
	if w.Facts.Sender == "" || w.Needs() != schemas.NeedsMessage || w.Incomplete {
		return source.Node{}
	}
	n := effects.Prompt(w)
	if !n.IsString() || strings.TrimSpace(n.Text()) == "" || shape.IsPlaceholder(p, n) || w.Off(w.FactsOf(n)) {
		return source.Node{}
	}
	from, to := w.Property(w.Facts.Sender), w.Property(w.Facts.Receiver)
	sender, receiver := literal.ChannelOf(from.Text()), literal.ChannelOf(to.Text())
	switch literal.WhatsApp {
	case sender:
		if receiver == "" || receiver == sender { // else phone-number tells that
			return from
		}
	case receiver:
		isOwn := !from.Exists() || reads.Party(p.Flow, from) == schemas.HoldsAddress
		if sender == "" && !(isOwn && p.Flow.MayHaveCall(w)) { // else it tells that a phone writes to WhatsApp
			return to
		}
	}
	return source.Node{}
}

// channelOf is the part of an address that names its channel.
func channelOf(address source.Node) source.Place {
	text := address.Text()
	start := strings.Index(text, literal.WhatsApp)
	return address.Part(start, start+len(literal.WhatsApp))
}
