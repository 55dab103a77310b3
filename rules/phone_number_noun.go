package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/literal"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkNouns reports what a call is to reach, where the setting beside it says that it is something else: the
// address of a SIP phone or a name as a number, a number as the name of a client.
func checkNouns(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if w.Facts.Transfer == nil || !p.Flow.Reachable(w) {
			continue
		}
		for i := range w.Facts.Properties {
			f := &w.Facts.Properties[i]
			if len(f.NumberWhen) != 1 {
				continue
			}
			n := w.Property(f.Name)
			text, ok := shape.Literal(p, n)
			if !ok || strings.TrimSpace(text) == "" {
				continue
			}
			setting, what := f.NumberWhen[0].Name, ""
			noun, certain := shape.Value(p, w, setting)
			if !certain || noun == "" {
				continue
			}
			number := isNumberMode(f, noun)
			if noun == "client" && literal.HasBlank(text) {
				p.Reportf(n, "%s calls the client %s, but no client's name has a blank (31105), so nobody is reached; write the name with which it registers",
					w.Label(), words.Quote(words.Shorten(text)))
				continue
			}
			if number && literal.HasExtension(text) {
				p.Reportf(n, "%s calls %s, but an extension is no part of a number, so the call fails; call the number alone",
					w.Label(), words.Quote(words.Shorten(text)))
				continue
			}
			switch {
			case number && literal.IsSIP(text):
				what = "is the address of a SIP phone"
			case number && literal.IsClient(text):
				what = "is a name"
			case noun == "client" && literal.IsDialled(text):
				what = "is a telephone number"
			default:
				continue
			}
			p.Reportf(n, "%s %s, but %s of %s is %s, so the call fails; write what goes with it", words.Quote(text), what, setting, w.Label(), words.Quote(noun)).
				Relate(w.Property(setting), "the setting")
		}
	}
}

// checkCaller reports an outgoing call that is to come from a name or a Messaging Service.
func checkCaller(p *lint.Pass, w *flow.Widget) {
	n := w.Property(w.Facts.Calls.From)
	text, ok := shape.Literal(p, n)
	if !ok || !p.Flow.Reachable(w) || !literal.IsName(text) && !words.IsSIDOf(text, "MG") {
		return
	}
	p.ReportOncef(nil, n, "%s calls from %s, but only a number can call; write a number of yours, or %s",
		w.Label(), words.Quote(text), w.Facts.Property(w.Facts.Calls.From).Default)
}

// checkEdges reports the address of a registered SIP phone at one edge.
func checkEdges(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if w.Facts.Transfer == nil {
			continue
		}
		for n := range w.Properties.Children() {
			f := w.FactsOf(n)
			if f == nil || !f.IsParty() || !strings.Contains(n.Text(), ".sip.") || shape.IsPlaceholder(p, n) {
				continue
			}
			if edge := literal.SIPEdge(n.Text()); edge != "" {
				p.ReportOncef(nil, n, "%s of %s names the edge %s, and a phone that is registered is not reached by one (32220); leave it out",
					words.Quote(n.Key()), w.Label(), words.Quote(edge))
				break
			}
		}
	}
}

// isNumberMode reports whether a property holds a number with a value of the setting beside it.
func isNumberMode(f *schemas.Property, value string) bool {
	for _, with := range f.NumberWhen.Get(f.NumberWhen[0].Name) {
		if with == value {
			return true
		}
	}
	return false
}

// checkCallers reports a name where the number is wanted that those who are called see.
func checkCallers(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if w.Facts.Calls != nil && w.Facts.Transfer == nil {
			checkCaller(p, w)
		}
		if w.Facts.Transfer == nil || w.Facts.Calls == nil || !p.Flow.Reachable(w) {
			continue
		}
		to := w.Facts.Property(w.Facts.Calls.To)
		if to == nil || len(to.NumberWhen) != 1 {
			continue
		}
		n, from := w.Property(w.Facts.Calls.From), w.Facts.Property(w.Facts.Calls.From)
		text, ok := shape.Literal(p, n)
		if !ok || from == nil || !literal.IsName(text) || from.IsWithheld(text) {
			continue
		}
		if noun, certain := shape.Value(p, w, to.NumberWhen[0].Name); certain && isNumberMode(to, noun) {
			p.ReportOncef(nil, n, "%s shows %s to whom it calls, and that is no number: the call fails (13214); write a number of yours",
				w.Label(), words.Quote(text))
		}
	}
}
