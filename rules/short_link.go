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
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "short-link", Title: "A text message with a link of a public shortener, or one that is not shortened",
		Group: finding.Values, Severity: finding.Note, Varies: "warning where Twilio never shortens",
		Doc: `Finds text messages with a link of a public shortener (bit.ly, tinyurl.com): carriers in the
United States discourage them, since senders of junk hide behind them, and filter such
messages; Twilio can do nothing about it. All of a flow are one finding.

Left alone are flows that know of WhatsApp, which does not forbid them, chats, and
messages whose links Twilio shortens ("shorten_urls").

It finds "shorten_urls" with a message that always goes to a Conversation, where Twilio shortens no links: a warning. So
it is, as a note, with a telephone number as the sender, as it shortens them only for a Messaging Service.

Write the whole address, or one of a short domain of your own.`,
	},
	Check: func(p *lint.Pass) {
		checkShortening(p)
		var d *finding.Diagnostic
		for _, w := range p.Flow.Widgets {
			if w.Needs() != schemas.NeedsMessage || len(w.Facts.Content) == 0 {
				continue
			}
			n := effects.Prompt(w)
			start, end := shortLink(n.Text())
			switch {
			case end == 0 || isOn(w.Property(w.Facts.Shortens)) || !p.Flow.Reachable(w):
			case d != nil:
				d.Also(n.Part(start, end), "so does "+w.Label())
			case sendsTexts(p.Flow):
				d = p.Reportf(n.Part(start, end), "%s links to %s, a public shortener: US carriers filter texts with it; write the whole address",
					w.Label(), words.Quote(n.Text()[start:end])).Identify(w.Label())
			default:
				return
			}
		}
	},
})

// shortLink returns where the host of a public shortener stands in a text, before a path; 0, 0
// when none does.
func shortLink(text string) (start, end int) {
	for end < len(text) {
		i := strings.IndexByte(text[end:], '/')
		if i < 0 {
			break
		}
		end += i
		start = end
		for start > 0 && isHostByte(text[start-1]) {
			start--
		}
		if start < end && end+1 < len(text) && isHostByte(text[end+1]) && schemas.ShortenerAt(text[start:end]) != nil {
			return start, end
		}
		end++
	}
	return 0, 0
}

func isHostByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '.' || c == '-'
}

// sendsTexts reports whether messages of a flow go to phones, and not to WhatsApp for all that is
// known, nor to chats alone.
func sendsTexts(f *flow.Flow) bool {
	chat, other := false, false
	for _, e := range f.Entries() {
		if e.Event == flow.ConversationEvent {
			chat = true
		} else {
			other = true
		}
	}
	return (other || !chat) && !f.KnowsWhatsApp()
}

// isOn reports whether a property is true, also as a text.
func isOn(n source.Node) bool { return strings.Trim(string(n.Raw()), `"`) == "true" }

// checkShortening reports the messages whose links Twilio is told to shorten where it does not: once each kind.
func checkShortening(p *lint.Pass) {
	var chat, plain *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		n := w.Property(w.Facts.Shortens)
		if w.Facts.Shortens == "" || !isOn(n) {
			continue
		}
		from := w.Property(w.Facts.Sender)
		switch {
		case !p.Flow.Reachable(w):
		case reads.ByConversation(p.Flow, w):
			if chat == nil {
				chat = p.Reportf(n, "%s shortens its links, which Twilio does not do in a Conversation: they stay long; turn it off", w.Label()).
					As(finding.Warning).Identify(w.Label())
			} else {
				chat.Also(n, "so it is with "+w.Label())
			}
		case literal.ChannelOf(from.Text()) != literal.Telephone || shape.IsPlaceholder(p, from):
		case plain == nil:
			plain = p.Reportf(n, "%s shortens its links, which Twilio does for a Messaging Service only, and it sends from a number: write the service's SID as %s",
				w.Label(), words.Quote(w.Facts.Sender)).Relate(from, "the sender").Identify(w.Label())
		default:
			plain.Also(n, "so it is with "+w.Label())
		}
	}
}
