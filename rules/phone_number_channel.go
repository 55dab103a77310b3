package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkChannels reports the messages from an address of one channel to one of another: WhatsApp, and a phone.
func checkChannels(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if w.Facts.Sender == "" || w.Facts.Receiver == "" || w.Needs() != schemas.NeedsMessage {
			continue
		}
		from, to := w.Property(w.Facts.Sender), w.Property(w.Facts.Receiver)
		receiver := channelOf(to.Text())
		if receiver == "" || !reads.ByNumber(p.Flow, w) {
			continue
		}
		switch sender := channelOf(from.Text()); {
		case sender != "" && sender != receiver:
			p.Reportf(to, "%s sends from %s to %s, which are of two channels: it fails (21910); write both alike",
				w.Label(), words.Quote(from.Text()), words.Quote(to.Text())).Relate(from, "the sender")
		case sender == "" && ownAddress(p.Flow, from):
			reportOtherChannel(p, w, to, receiver)
		}
	}
}

// reportOtherChannel reports a message to an address of another channel than that of the flow.
func reportOtherChannel(p *lint.Pass, w *flow.Widget, to source.Node, receiver string) {
	switch {
	case receiver == phone && p.Flow.ServesWhatsApp():
		p.Reportf(to, "%s sends from the WhatsApp address of this flow to the phone number %s: it fails (21910); write a \"from\" of your own, or whatsapp: before it",
			w.Label(), words.Quote(to.Text())).As(finding.Note)
	case receiver != phone && !p.Flow.BeginsByMessage() && p.Flow.MayHaveCall(w):
		p.Reportf(to, "%s sends to %s from the phone number that was called: two channels, so it fails (21910); write a sender of WhatsApp as \"from\"",
			w.Label(), words.Quote(to.Text())).As(finding.Note)
	}
}

// ownAddress reports whether a sender is the address of the flow, as it is when nothing stands there.
func ownAddress(f *flow.Flow, from source.Node) bool {
	return !from.Exists() || reads.Party(f, from) == schemas.HoldsAddress
}

const phone = "phone"

// channelOf returns the channel to which an address belongs by its beginning, "" for one that is not written
// out: a Messaging Service knows several.
func channelOf(text string) string {
	text = strings.TrimSpace(text)
	if scheme, rest, ok := strings.Cut(text, ":"); ok && rest != "" {
		switch scheme {
		case "whatsapp", "messenger":
			return scheme
		}
		return ""
	}
	if digits, ok := strings.CutPrefix(text, "+"); ok && len(digits) > 6 && digits[0] >= '1' && digits[0] <= '9' &&
		strings.Trim(digits, "0123456789 -().") == "" {
		return phone
	}
	return ""
}
