package rules

import (
	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// A calledHost is a host in the addresses of a flow.
type calledHost struct {
	name  string
	at    source.Node // the first
	count int
}

// reportHosts reports the hosts that are most likely another one of the flow, misspelt.
func reportHosts(p *lint.Pass) {
	const most = 30 // hosts that are compared
	all := make([]calledHost, 0, 4)
	for n := range address.Of(p) {
		a, ok := address.At(p, n)
		if !ok {
			continue
		}
		i := 0
		for i < len(all) && all[i].name != a.Host {
			i++
		}
		if i == most {
			continue
		}
		if i == len(all) {
			all = append(all, calledHost{name: a.Host, at: n})
		}
		all[i].count++
	}
	for i, a := range all {
		for _, b := range all[:i] {
			if !address.IsMisspelt(a.name, b.name) {
				continue
			}
			rare, usual := a, b
			if rare.count > usual.count {
				rare, usual = b, a
			}
			if rare.count == usual.count {
				continue
			}
			p.Reportf(rare.at, "%s is one letter away from %s, which the flow calls, too: most likely one of the two is mistyped, and nothing answers there",
				words.Quote(rare.name), words.Quote(usual.name)).Relate(usual.at, "the other one")
			return
		}
	}
}
