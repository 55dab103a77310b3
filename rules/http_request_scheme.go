package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// schemeless are the addresses without a scheme that have been told: one that several widgets have is one finding.
type schemeless map[string]*finding.Diagnostic

// check reports an address whose host stands in it, but no scheme before it, or another than Twilio follows.
func (told schemeless) check(p *lint.Pass, n source.Node, f *schemas.Property) {
	text := strings.TrimSpace(n.Text())
	if p.Flow == nil {
		return
	}
	wrong := address.Schemeless(text, f)
	if wrong == "" || shape.IsPlaceholder(p, n) {
		return
	}
	if t := p.Flow.TemplateAt(n); t != nil && !t.Literal && (!t.Liquid.Readable() || len(values.Held.Of(p).Assembled(t)) > 0) {
		return // assembled-url
	}
	w := p.Flow.WidgetAt(n)
	if w == nil {
		return
	}
	if d := told[text]; d != nil {
		d.Also(n, w.Label()+" has it, too")
		return
	}
	told[text], _ = p.ReportOncef(nil, n, "%s of %s %s, so Twilio cannot reach it; write the whole address",
		words.Quote(n.Key()), w.Label(), wrong)
}
