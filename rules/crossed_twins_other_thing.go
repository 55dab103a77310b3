package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportOtherThings reports the IDs that a step is given under the name of a thing, of which another request has brought
// one, while what is read is that of another thing: once.
func reportOtherThings(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, r := range p.Flow.Refs() {
		if len(r.Segments) <= flow.ValueDepth || !effects.TakesAnswers(r.Widget) {
			continue
		}
		by := reads.InResponse(p.Flow, r)
		if by == nil || !r.Liquid.Readable() {
			continue
		}
		key := reads.AloneAs(r)
		meant := bringsThing(p.Flow, r, by, thingOf(key))
		switch {
		case meant == nil || !p.Flow.Reachable(r.Widget):
		case d == nil:
			d = p.Reportf(r, "%s has %s as %s, though %s has brought one; read widgets.%s", r.Widget.Label(),
				reads.Path(r), words.Quote(key), meant.Label(), words.Shorten(meant.Name)).
				As(finding.Note).Identify(r.Widget.Label()).Relate(meant, "what has brought it")
		default:
			d.Also(r.Place(), "so has "+r.Widget.Label())
		}
	}
}

// thingOf returns the thing whose ID a name is one for, in small letters: slot of slot_id; "" for any other name.
func thingOf(key string) string {
	const shortest = 3
	in := words.In(key)
	if n := len(in); n > 1 && in[n-1] == "id" && len(in[n-2]) >= shortest {
		return in[n-2]
	}
	return ""
}

// bringsThing returns the request, by its name for a thing, which is always made before an ID is given as that thing's,
// where what is read instead is no part of such a thing by the path, the request or its address; else nil.
func bringsThing(f *flow.Flow, r flow.Ref, by *flow.Widget, thing string) *flow.Widget {
	if thing == "" || !offer.NamesID(r.Name(len(r.Segments)-1)) || isOf(r, by, thing) {
		return nil
	}
	var meant *flow.Widget
	for _, w := range f.Widgets {
		if w == by || w == r.Widget || effects.ActOf(w) != effects.Requests || !words.NamesThing(w.Name, thing) ||
			namesMore(w, thing) {
			continue
		}
		read := func(o flow.Ref) bool { return reads.InResponse(f, o) == w }
		if meant != nil || !f.HasRun(w, r.Widget) || reads.Of(f, by, w) ||
			!slices.ContainsFunc(f.OutputRefs(w.Name), read) {
			return nil
		}
		meant = w
	}
	return meant
}

// namesMore reports whether a request is named after more than to fetch or make a thing: find_free_slot is not.
func namesMore(w *flow.Widget, thing string) bool {
	in := words.In(w.Name)
	if last := in[len(in)-1]; last == thing || words.ArePlural(last, thing) {
		return false
	}
	return slices.ContainsFunc(in, func(word string) bool {
		return !words.IsFetch(word) && word != thing && !words.ArePlural(word, thing)
	})
}

// isOf reports whether a reference, the request that it reads, or its address names a thing.
func isOf(r flow.Ref, by *flow.Widget, thing string) bool {
	for i := flow.ValueDepth; i < len(r.Segments); i++ {
		if words.NamesThing(r.Name(i), thing) {
			return true
		}
	}
	return words.NamesThing(by.Name, thing) ||
		by.Facts.Request != nil && words.NamesThing(by.Property(by.Facts.Request.URL).Text(), thing)
}
