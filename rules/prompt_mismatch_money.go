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
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// reportMoney reports the payments of an amount in the small unit, where Twilio takes the large one, and in another
// currency than all texts name, one of which stands beside the payment: each once.
func reportMoney(p *lint.Pass) {
	var small, other *finding.Diagnostic
	var signs string
	looked := false
	for _, w := range p.Flow.Widgets {
		amount := effects.AmountOf(w)
		if !amount.Exists() || !p.Flow.Reachable(w) {
			continue
		}
		if r, ok := inSmallUnit(p.Flow, amount); ok {
			if small == nil {
				small = p.Reportf(amount, "%s charges %s as it is, which is by its name in the small unit: a hundred times too much; add | divided_by: 100.0",
					w.Label(), reads.Path(r)).As(finding.Warning).Identify(w.Label())
			} else {
				small.Also(amount, "so does "+w.Label())
			}
		}
		currency := effects.CurrencyOf(w)
		sign := offer.SignOf(currency.Text())
		if sign == "" || !shape.IsLiteral(p, currency) {
			continue
		}
		if !looked {
			looked, signs = true, signsOf(p.Flow)
		}
		if len(signs) == 0 || strings.Contains(signs, sign) || len([]rune(signs)) > 1 {
			continue
		}
		told := sumBeside(w)
		if told == nil {
			continue // it may be another sum
		}
		if other == nil {
			other = p.Reportf(currency, "%s charges in %s, but the texts of this flow name sums in %s; write the currency that is meant", w.Label(), words.Quote(currency.Text()), signs).
				As(finding.Warning).Relate(effects.PlaceOfPrompt(told), "one of them")
		} else {
			other.Also(currency, "so does "+w.Label())
		}
	}
}

// inSmallUnit returns what an amount prints unchanged, where that is by its name in cents or pence. A variable that
// somebody has divided is not.
func inSmallUnit(f *flow.Flow, amount source.Node) (flow.Ref, bool) {
	t := f.TemplateAt(amount)
	if t == nil || len(t.Liquid.Markup) != 1 || len(t.Refs()) != 1 {
		return flow.Ref{}, false
	}
	r := t.Refs()[0]
	filters, printed := reads.Printed(r)
	if !printed || len(filters) > 0 || !offer.NamesSmallMoney(r.Name(len(r.Segments)-1)) || strings.TrimSpace(t.Text) != t.Liquid.Markup[0].In(t.Text) {
		return flow.Ref{}, false
	}
	if isConverted(f, r) {
		return flow.Ref{}, false
	}
	return r, true
}

// isConverted reports whether a value is a variable that nothing sets, or one that somebody has reckoned with.
func isConverted(f *flow.Flow, r flow.Ref) bool {
	key, ok := reads.VariableOf(f, r)
	if !ok {
		return false
	}
	v := f.Variable(key)
	return v == nil || slices.ContainsFunc(v.Writes, func(write flow.Write) bool { return strings.Contains(write.Value.Text(), "|") })
}

// sumBeside returns what names the sum of a payment: the payment itself, or what is told right before it or right after
// it was made; nil for none.
func sumBeside(w *flow.Widget) *flow.Widget {
	const many = 24 // ways to a payment
	beside := []*flow.Widget{w, effects.PastSetting(w.Onward())}
	into := effects.Into(w)
	for _, t := range into[:min(len(into), many)] {
		beside = append(beside, t.From)
	}
	i := slices.IndexFunc(beside, func(b *flow.Widget) bool {
		if b == nil || len(b.Facts.Content) == 0 {
			return false
		}
		text := effects.Prompt(b).Text()
		return offer.Currencies(text) != "" && !offer.TellsOfGains(text)
	})
	if i < 0 {
		return nil
	}
	return beside[i]
}

// signsOf returns the signs of money in the texts of a flow.
func signsOf(f *flow.Flow) (signs string) {
	for _, w := range f.Widgets {
		if len(w.Facts.Content) == 0 {
			continue
		}
		for _, sign := range offer.Currencies(effects.Prompt(w).Text()) {
			if !strings.ContainsRune(signs, sign) {
				signs += string(sign)
			}
		}
	}
	return signs
}
