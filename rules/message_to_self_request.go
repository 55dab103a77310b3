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
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportOwnNumbers reports the requests, tasks and variables that are given the flow's own number under a name under which
// others are given the number of the contact, or which is for that alone: once; and the other way about.
func reportOwnNumbers(p *lint.Pass) {
	g := numbersGiven(p)
	var d *finding.Diagnostic
	for _, r := range g.own {
		other, known := g.contacts[strings.ToLower(reads.KeyOf(r))]
		exchanged := g.businessIn(r.Widget)
		switch {
		case exchanged != nil && p.Flow.Reachable(r.Widget):
			p.Reportf(r, "%s has the flow's own number (%s) as %s, and the person's as %s; exchange the two",
				r.Widget.Label(), reads.Path(r), words.Quote(reads.AloneAs(r)), words.Quote(reads.AloneAs(*exchanged))).
				As(finding.Note).Relate(exchanged.Place(), "the other one").Identify(r.Widget.Label())
		case givesNobody(p, r):
			if d == nil {
				d = p.Reportf(r, "%s is given the flow's own number (%s) as %s, and not the person's; write {{contact.channel.address}}",
					r.Widget.Label(), reads.Path(r), words.Quote(reads.AloneAs(r))).
					As(finding.Note).Identify(r.Widget.Label())
			} else {
				d.Also(r.Place(), "so is "+r.Widget.Label())
			}
		case !known || other.Widget == r.Widget || !p.Flow.Reachable(r.Widget):
		case d == nil:
			d = p.Reportf(r, "%s is given the flow's own number (%s) as %s, but %s the person's; write {{contact.channel.address}}",
				r.Widget.Label(), reads.Path(r), words.Quote(reads.KeyOf(r)),
				other.Widget.Label()).As(finding.Note).Relate(other.Place(),
				"the other one").Identify(r.Widget.Label())
		default:
			d.Also(r.Place(), "so is "+r.Widget.Label())
		}
	}
	reportAsBusiness(p, &g)
}

// reportAsBusiness reports the contact's number under a name that is for the flow's own alone: once.
func reportAsBusiness(p *lint.Pass, g *numbers) {
	for _, r := range g.business {
		key := reads.AloneAs(r)
		isBeside := func(o flow.Ref) bool { return o.Widget == r.Widget }
		_, surely := offer.NamesBusinessNumber(key)
		if !surely || !p.Flow.Reachable(r.Widget) || slices.ContainsFunc(g.own, isBeside) {
			continue
		}
		p.Reportf(r, "%s is given the number of the person (%s) as %s; write {{flow.channel.address}}", r.Widget.Label(),
			reads.Path(r), words.Quote(key)).As(finding.Note).Identify(r.Widget.Label())
		return
	}
}

// numbers are those that requests are given: the flow's own under a name for the contact's, that of the contact
// under names for it, in small letters, and under a name for the flow's own.
type numbers struct {
	own, business []flow.Ref
	contacts      map[string]flow.Ref
}

func numbersGiven(p *lint.Pass) (g numbers) {
	for _, r := range p.Flow.Refs() {
		if r.Root() == "widgets" || effects.ActOf(r.Widget) != effects.Sets && !effects.TakesAnswers(r.Widget) {
			continue
		}
		v := reads.Value(p.Flow, r)
		if v == nil || v.Holds != schemas.HoldsAddress && v.Holds != schemas.HoldsContact {
			continue
		}
		key := strings.ToLower(reads.KeyOf(r))
		if key == "" {
			if key = reads.FieldOf(r); key != "" && v.Holds == schemas.HoldsAddress && offer.MayNamePersonsNumber(key) {
				g.own = append(g.own, r)
			}
			continue
		}
		if is, _ := offer.NamesBusinessNumber(reads.KeyOf(r)); is && v.Holds == schemas.HoldsContact {
			g.business = append(g.business, r)
		}
		switch {
		case !offer.MayNamePersonsNumber(key):
		case v.Holds == schemas.HoldsAddress:
			g.own = append(g.own, r)
		default:
			if g.contacts == nil {
				g.contacts = map[string]flow.Ref{}
			}
			g.contacts[key] = r
		}
	}
	return g
}

// businessIn returns the number of the contact that a request has under a name for the flow's own; nil for none.
func (g *numbers) businessIn(w *flow.Widget) *flow.Ref {
	if i := slices.IndexFunc(g.business, func(r flow.Ref) bool { return r.Widget == w }); i >= 0 {
		return &g.business[i]
	}
	return nil
}

// givesNobody reports whether a request is given the flow's own number under a name that is for the person's, and
// nothing of the person's own: one that takes an answer, or on a line by which nobody is called.
func givesNobody(p *lint.Pass, own flow.Ref) bool {
	is, surely := isPersonsNumber(own)
	if !is || !p.Flow.Reachable(own.Widget) {
		return false
	}
	answered := false
	for _, t := range p.Flow.TemplatesOf(own.Widget) {
		if !t.Liquid.Readable() {
			return false
		}
		for _, r := range t.Refs() {
			if reads.Holds(p.Flow, r) == schemas.HoldsContact {
				return false
			}
			answered = answered || r.Root() == "widgets" && reads.IsAnswer(p.Flow, r)
		}
	}
	return answered || (surely || greetsBy(p.Flow, own.Widget)) &&
		!slices.ContainsFunc(p.Flow.Widgets, func(w *flow.Widget) bool { return callsOwn(p.Flow, w) })
}

// greetsBy reports whether a text greets somebody by what a request has brought.
func greetsBy(f *flow.Flow, w *flow.Widget) bool {
	return slices.ContainsFunc(f.OutputRefs(w.Name), func(r flow.Ref) bool {
		return r.IsContent() &&
			offer.GreetsNext(r.Text[:r.Liquid.Markup[r.Markup].Start])
	})
}

// isPersonsNumber reports whether the flow's own number stands under a name for a person's: of its own, or as the number
// of one of those whom an address is named after; surely says that those have no line of their own.
func isPersonsNumber(own flow.Ref) (is, surely bool) {
	key := reads.AloneAs(own)
	if offer.NamesPersonsNumber(key) {
		_, surely = offer.NamesPeople(key)
		return true, surely
	}
	address, _, query := strings.Cut(own.Text, "?")
	if !query || reads.FieldOf(own) == "" {
		return false, false
	}
	return offer.NamesPeople(address[strings.LastIndexByte(address, '/')+1:])
}

// callsOwn reports whether a widget calls, or writes to, the number that was called: that is then somebody else's, as
// where a telephone of the house calls out.
func callsOwn(f *flow.Flow, w *flow.Widget) bool {
	if w.Facts.Request != nil || w.Facts.Dialog != schemas.DialogHandsOver {
		return false
	}
	isCalled := func(r flow.Ref) bool { return r.Root() == "trigger" && reads.Holds(f, r) == schemas.HoldsAddress }
	return slices.ContainsFunc(f.TemplatesOf(w), func(t *flow.Template) bool {
		return t.Property != w.Facts.Sender && slices.ContainsFunc(t.Refs(), isCalled)
	})
}
