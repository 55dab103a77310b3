package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportSums reports the values of Set Variables that are two numbers with a sign between, outside of Liquid: Studio
// works nothing out there, so the variable is the text "140 * 2". Once a flow.
func reportSums(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Outputs.From != schemas.FromVariables {
			continue
		}
		for _, write := range p.Flow.Writes(w) {
			t := p.Flow.TemplateAt(write.Value)
			if t == nil || t.Literal || len(t.Liquid.Markup) == 0 || len(t.Liquid.Markup) > 2 {
				continue
			}
			sign, filter, cure := outsideSum(t, write.Key.Text())
			switch {
			case sign == "":
			case d == nil:
				d = p.Reportf(write.Value, "%s sets %s to a text with %s in it: Studio works nothing out of what stands outside of the braces; use the filter %s",
					w.Label(), words.Quote(write.Key.Text()), words.Quote(sign), filter).Identify(w.Label(), write.Key.Text())
			default:
				d.Also(write.Value, w.Label()+" sets "+words.Quote(write.Key.Text())+" so, too")
			}
			if sign != "" && !strings.Contains(cure, "…") {
				d.SuggestMore(false, "Work it out with a filter", write.Value.SetText(cure))
			}
		}
	}
}

// outsideSum returns the sign with which a value of two sides is worked out outside of Liquid, the filter for it, and
// the value with that; "" where there is none, or it may be meant as a text: two sides of Liquid with a + or -
// between are one where the name is of no sum, and the variable does not count itself.
func outsideSum(t *flow.Template, key string) (sign, filter, cure string) {
	text := strings.TrimSpace(t.Text)
	first, last := t.Liquid.Markup[0], t.Liquid.Markup[len(t.Liquid.Markup)-1]
	if first.Kind != liquid.OutputNode || last.Kind != liquid.OutputNode || !strings.HasPrefix(text, "{{") {
		return "", "", "" // a number first: "1 + {{…}}" may be a list
	}
	sides := first.In(t.Text)
	end := last.Start
	second := last.In(t.Text)
	if first == last {
		end = first.End + 3
		if end >= len(t.Text) || strings.Trim(strings.TrimSpace(t.Text[end:]), "0123456789.") != "" {
			return "", "", ""
		}
		second = strings.TrimSpace(t.Text[end:])
	} else if strings.TrimSpace(t.Text[last.End:]) != "" {
		return "", "", ""
	}
	if end <= first.End {
		return "", "", ""
	}
	sign, filter = offer.Operation(t.Text[first.End:end])
	number := first == last
	switch counts := strings.Contains(sides, "flow.variables."+key+"}") || strings.Contains(sides, "flow.variables."+key+" "); {
	case sign == "", second == "":
		return "", "", ""
	case filter == liquid.FilterTimes, counts, number && filter == liquid.FilterPlus, offer.NamesSum(key) && (number || filter == liquid.FilterPlus):
	default:
		return "", "", ""
	}
	inner := strings.TrimSpace(strings.Trim(second, "{}"))
	if !number && strings.ContainsAny(inner, "|") {
		inner = "…"
	}
	return sign, filter, strings.TrimSpace(strings.TrimSuffix(sides, "}}")) + " | " + filter + ": " + inner + "}}"
}
