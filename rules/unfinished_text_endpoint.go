package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// reportEndpoints reports the texts that tell the contact the address of a service that the flow calls, and nobody
// opens: once.
func reportEndpoints(p *lint.Pass) {
	var d *finding.Diagnostic
	report := func(at source.Place, w, by *flow.Widget, what string) {
		switch {
		case !p.Flow.Reachable(w) || effects.HeardBy(p.Flow, w) != effects.Contact:
		case d == nil:
			d = p.Reportf(at, "%s tells a person %s, the address that %s calls, which is not for people; write the page that is meant",
				w.Label(), words.Quote(what), by.Label()).Relate(by, "what calls it").Identify(w.Label())
		default:
			d.Also(at, "so does "+w.Label())
		}
	}
	for _, v := range p.Flow.Variables() {
		if len(v.Reads) < 2 {
			continue
		}
		i := slices.IndexFunc(v.Reads, func(r flow.Ref) bool { return callsAll(r, v.Key) })
		if i < 0 {
			continue
		}
		for _, r := range v.Reads {
			if _, printed := reads.Printed(r); printed && r.IsContent() && effects.IsTold(r.Widget) && endsAddress(r) {
				report(r.Place(), r.Widget, v.Reads[i].Widget, reads.Path(r))
			}
		}
	}
	var called map[string]*flow.Widget
	for _, w := range p.Flow.Widgets {
		if len(w.Facts.Content) == 0 || !effects.IsTold(w) {
			continue
		}
		n := effects.Prompt(w)
		start, end := addressIn(n.Text())
		if end == 0 {
			continue
		}
		if called == nil {
			called = calledAddresses(p.Flow)
		}
		if by := called[n.Text()[start:end]]; by != nil {
			report(n.Part(start, end), w, by, n.Text()[start:end])
		}
	}
}

// callsAll reports whether a reference is the whole address of a request that does something, or that fetches something
// from what the name of the variable calls a service.
func callsAll(r flow.Ref, key string) bool {
	call := r.Widget.Facts.Request
	return call != nil && r.Property == call.URL && reads.IsAll(r) &&
		(!effects.LooksUp(r.Widget) || offer.NamesEndpoint(key))
}

// endsAddress reports whether nothing that goes on with an address comes right after a reference.
func endsAddress(r flow.Ref) bool {
	rest := r.Text[r.Liquid.Markup[r.Markup].End:]
	return rest == "" || !strings.ContainsAny(rest[:1], "/?#&=-_")
}

// calledAddresses returns the requests of a flow that do something, by their addresses, those that are fixed and have a path.
func calledAddresses(f *flow.Flow) map[string]*flow.Widget {
	all := map[string]*flow.Widget{}
	for _, w := range f.Widgets {
		if w.Facts.Request == nil || effects.LooksUp(w) {
			continue
		}
		text := w.Property(w.Facts.Request.URL).Text()
		if start, end := addressIn(text); start == 0 && end == len(text) && end > 0 && strings.Count(text, "/") > 2 {
			all[text] = w
		}
	}
	return all
}

// addressIn returns where the first address of the web stands in a text; 0, 0 for none.
func addressIn(text string) (start, end int) {
	at := strings.Index(text, "://")
	if at < 0 {
		return 0, 0
	}
	start = at
	for start > 0 && text[start-1]|0x20 >= 'a' && text[start-1]|0x20 <= 'z' {
		start--
	}
	end = len(text)
	if i := strings.IndexAny(text[at:], " \t\n\r\"'<>(){}"); i >= 0 {
		end = at + i
	}
	return start, start + len(strings.TrimRight(text[start:end], ".,;:!?"))
}
