package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// checkReach reports an address that only its own machine or network knows.
func checkReach(p *lint.Pass, n source.Node) {
	a, ok := address.At(p, n)
	where, tried := unreached(a), address.TriedOut(a.Host)
	if !ok || where == "" && tried == "" {
		return
	}
	start := strings.Index(strings.ToLower(n.Text()), a.Host)
	at := n.Part(start, start+len(a.Host))
	if where == "" {
		d, _ := p.ReportOncef(nil, at, "%s is %s: for trials, and gone later; let the deployment fill the address in", words.Quote(a.Host), tried)
		d.As(finding.Note)
		return
	}
	p.ReportOncef(nil, at, "%s is %s, which Twilio never reaches; write a public address, or let the deployment fill it in", words.Quote(a.Host), where)
}

// unreached says why Twilio cannot reach an address; "" when it can.
func unreached(a address.Address) string {
	switch {
	case address.IsLoopback(a.Host):
		return "the machine itself"
	case address.IsPrivate(a.Host):
		return "known to a private network only"
	}
	return ""
}

// checkAssembled is checkReach for an address whose host Set Variables has set.
func checkAssembled(p *lint.Pass) {
	told := map[*flow.Write]bool{}
	for n := range address.Of(p) {
		t := p.Flow.TemplateAt(n)
		if t == nil || t.Literal || !t.Liquid.Readable() || shape.IsPlaceholder(p, n) {
			continue
		}
		for _, u := range values.Held.Of(p).Assembled(t) {
			a, ok := address.Parse(p, strings.ReplaceAll(u.Text, values.UnknownPart, "{{x}}"))
			if where := unreached(a); ok && where != "" && !told[u.Writes[0]] {
				told[u.Writes[0]] = true
				p.Reportf(n, "%s is %s, which Twilio never reaches: %s sets it; write a public address, or let the deployment fill it in",
					words.Quote(a.Host), where, u.Writes[0].Widget.Label()).Relate(u.Writes[0].Value, "what sets it")
			}
		}
	}
}
