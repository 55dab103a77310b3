package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/literal"
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
		receiver := literal.ChannelOf(to.Text())
		if receiver == "" || !reads.ByNumber(p.Flow, w) {
			continue
		}
		switch sender := literal.ChannelOf(from.Text()); {
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
	case receiver == literal.Telephone && p.Flow.ServesWhatsApp():
		p.Reportf(to, "%s sends from the WhatsApp address of this flow to the phone number %s: it fails (21910); write a \"from\" of your own, or whatsapp: before it",
			w.Label(), words.Quote(to.Text())).As(finding.Note)
	case receiver != literal.Telephone && !p.Flow.BeginsByMessage() && p.Flow.MayHaveCall(w):
		p.Reportf(to, "%s sends to %s from the phone number that was called: two channels, so it fails (21910); write a sender of WhatsApp as \"from\"",
			w.Label(), words.Quote(to.Text())).As(finding.Note)
	}
}

// ownAddress reports whether a sender is the address of the flow, as it is when nothing stands there.
func ownAddress(f *flow.Flow, from source.Node) bool {
	return !from.Exists() || reads.Party(f, from) == schemas.HoldsAddress
}
