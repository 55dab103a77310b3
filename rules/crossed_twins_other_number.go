package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportOtherNumbers reports the texts that tell the number of a thing which a request before has made, and print that
// of another thing, which a look-up has brought: once.
func reportOtherNumbers(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, r := range p.Flow.Refs() {
		if !r.IsContent() || !reads.IsFetchedOrKept(r) || !r.Liquid.Readable() {
			continue
		}
		thing := offer.NumberNext(r.Text[:r.Liquid.Markup[r.Markup].Start])
		if thing == "" {
			continue
		}
		from := reads.Kept(p.Flow, r)
		by := reads.InResponse(p.Flow, from)
		if by == nil || !effects.LooksUp(by) || isOf(from, by, thing) ||
			!offer.NamesNumberOf(from.Name(len(from.Segments)-1)) {
			continue
		}
		made := makes(p.Flow, thing, r.Widget, by)
		switch {
		case made == nil || !p.Flow.Reachable(r.Widget):
		case d == nil:
			d = p.Reportf(r, "%s tells %s, which %s has looked up, as the number of the %s that %s has made; read widgets.%s", r.Widget.Label(),
				reads.Path(r), by.Label(), words.Quote(thing), made.Label(), words.Shorten(made.Name)).
				As(finding.Note).Identify(r.Widget.Label()).Relate(made, "what has made it")
		default:
			d.Also(r.Place(), "so does "+r.Widget.Label())
		}
	}
}

// makes returns the request that is always made before a text, and makes a thing by its name or address; nil where there is
// none, or there are several.
func makes(f *flow.Flow, thing string, told, by *flow.Widget) (made *flow.Widget) {
	for _, w := range f.Widgets {
		if w == by || effects.ActOf(w) != effects.Requests || effects.LooksUp(w) || !f.HasRun(w, told) {
			continue
		}
		if !words.NamesThing(w.Name, thing) && !words.NamesThing(w.Property(w.Facts.Request.URL).Text(), thing) {
			continue
		}
		if made != nil {
			return nil
		}
		made = w
	}
	return made
}
