package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportLongPauses reports the requests that only let time go by, and are told to do so for longer than
// Studio waits for an answer: once.
func reportLongPauses(p *lint.Pass) {
	const waits = 10 // seconds
	for _, w := range p.Flow.Widgets {
		if !values.Pauses(w) || failsToMore(p.Flow, w) || !p.Flow.Reachable(w) {
			continue
		}
		if n, text, seconds := pauseTold(p, w); seconds > waits {
			p.Reportf(n, "%s is to wait for %s, but Studio gives a request ten seconds, and then it fails; wait less",
				w.Label(), words.Quote(text)).Identify(w.Label())
			return
		}
	}
}

// pauseTold returns for how long a request is told to wait, as it is written and in seconds; 0 when it is
// told nothing.
func pauseTold(p *lint.Pass, w *flow.Widget) (at source.Node, text string, seconds int) {
	for name, n := range w.Properties.Members() {
		facts := w.Facts.Property(name)
		switch {
		case facts == nil:
		case facts.Format == schemas.FormatPairs:
			for _, item := range n.Elements() {
				value := item.Get("value")
				if seconds := words.PauseSeconds(item.Get("key").Text(), value.Text()); seconds > 0 {
					return value, value.Text(), seconds
				}
			}
		case facts.Format == schemas.FormatURL && n.IsString():
			_, query, _ := strings.Cut(n.Text(), "?")
			for field := range strings.SplitSeq(query, "&") {
				key, value, _ := strings.Cut(field, "=")
				if seconds := words.PauseSeconds(key, value); seconds > 0 {
					return n, field, seconds
				}
			}
		}
	}
	return source.Node{}, "", 0
}
