package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// reportToldSecrets reports the steps that tell on a secret which was asked for: aloud, in a message, to
// an agent or in an address. All of a flow are one finding.
func reportToldSecrets(p *lint.Pass) {
	asked := map[*flow.Widget]string{}
	for _, w := range p.Flow.Widgets {
		if !answers.Asks(w) || p.Flow.Only(w.Name) != w {
			continue
		}
		if secret := offer.SecretAsked(askedIn(w)); secret != "" && !isMenuOfKeys(askedIn(w)) {
			asked[w] = secret
		}
	}
	if len(asked) == 0 {
		return
	}
	var d *finding.Diagnostic
	told := map[*flow.Widget]bool{}
	for _, r := range p.Flow.Refs() {
		secret, by := asked[secretIn(p.Flow, r)], r.Widget
		where := toldWhere(r)
		if secret == "" || where == "" || told[by] || !p.Flow.Reachable(by) {
			continue
		}
		told[by] = true
		if d == nil {
			d = p.Reportf(r.Place(), "%s %s", by.Label(), strings.ReplaceAll(where, "#", secret))
			d.Identify(by.Label()).As(finding.Note)
			continue
		}
		d.Also(r.Place(), "and "+by.Label()+" has the "+secret)
	}
}

// isMenuOfKeys reports whether a text offers keys other than those that end what is entered, or help.
func isMenuOfKeys(text string) bool {
	return slices.ContainsFunc(offer.In(text), func(o offer.Offer) bool {
		return o.IsKey() && o.Answer >= "1" && o.Answer <= "9"
	})
}

// secretIn returns the question whose whole answer a reference prints, also out of a variable; nil for
// none.
func secretIn(f *flow.Flow, r flow.Ref) *flow.Widget {
	if r.Use != liquid.UseOutput || r.Widget == nil {
		return nil
	}
	of := reads.Origin(f, r)
	filters, ok := reads.Printed(r)
	if !ok || !reads.IsAnswer(f, of) ||
		!reads.OnlyAlter(filters, schemas.AltersCase, schemas.AltersBlanks, schemas.AltersSigns) {
		return nil
	}
	return reads.Widget(f, of)
}

// toldWhere says where a reference tells on what it prints, # standing for that; "" where it does not.
func toldWhere(r flow.Ref) string {
	w := r.Widget
	switch {
	case r.Node == effects.Prompt(w) && w.Needs() == schemas.NeedsCall:
		return "reads out the # that was entered, for all who are near to hear; say that it was taken"
	case r.Node == effects.Prompt(w) && effects.IsTold(w):
		return "writes the # that was asked for, which then stays in the chat; say that it was taken"
	case w.Facts.FlexTask != nil && r.Node == effects.AttributesOf(w):
		return "shows agents the # that was entered, and it stays in the task; pass on whether it was right"
	case w.Facts.Request != nil && r.Property == w.Facts.Request.URL:
		return "has the # that was entered in its address, which servers write into their logs; send it in the body"
	}
	return ""
}

// reportToldKeys reports the texts for a person that print a key of programs which a request has brought: once. In a link it
// may be what opens that.
func reportToldKeys(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, r := range p.Flow.Refs() {
		if r.Use != liquid.UseOutput || r.Widget == nil || r.Node != effects.Prompt(r.Widget) ||
			!offer.NamesSystemKey(r.Name(len(r.Segments)-1)) {
			continue
		}
		of := reads.Origin(p.Flow, r)
		if _, printed := reads.Printed(r); !printed || reads.InResponse(p.Flow, of) == nil ||
			!effects.IsTold(r.Widget) || isInLink(r) || !p.Flow.Reachable(r.Widget) {
			continue
		}
		if d == nil {
			d = p.Reportf(r.Place(), "%s tells a person %s, a key by which programs know each other: whoever sees it can use it; leave it out",
				r.Widget.Label(), reads.Path(r)).As(finding.Note).Identify(r.Widget.Label())
		} else {
			d.Also(r.Place(), "and "+r.Widget.Label()+" has it")
		}
	}
}

// isInLink reports whether what a reference prints is a part of a link.
func isInLink(r flow.Ref) bool {
	before := r.Text[:r.Liquid.Markup[r.Markup].Start]
	word := before[strings.LastIndexAny(before, " \n\t")+1:]
	return strings.Contains(word, "/") || strings.HasSuffix(word, "=")
}
