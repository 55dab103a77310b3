package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "short-link", Title: "A text message with a link of a public shortener",
		Group: finding.Values, Severity: finding.Note,
		Doc: `Finds text messages with a link of a public shortener (bit.ly, tinyurl.com): carriers in the
United States discourage them, since senders of junk hide behind them, and filter such
messages; Twilio can do nothing about it. All of a flow are one finding.

Left alone are flows that know of WhatsApp, which does not forbid them, chats, and
messages whose links Twilio shortens ("shorten_urls").

Write the whole address, or one of a short domain of your own.`,
	},
	Check: func(p *lint.Pass) {
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
