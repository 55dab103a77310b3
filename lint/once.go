package lint

import (
	"fmt"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
)

// maxWitnesses is for how many findings of a rule more is worked out than the
// message.
const maxWitnesses = 1000

type onceKey struct {
	widget  *flow.Widget
	message string
}

// ReportOncef is Reportf for a mistake that can stand in a widget several times: a
// split repeats its input in every condition, and a counter reads its variable twice.
// Each message is one finding for each widget, or for the flow when the widget is nil;
// the places after the first become related places. It reports whether the finding is
// new; what else belongs to it is added only then.
func (p *Pass) ReportOncef(w *flow.Widget, at finding.Placer, format string, args ...any) (d *finding.Diagnostic, first bool) {
	key := onceKey{w, fmt.Sprintf(format, args...)}
	if d := p.once[key]; d != nil {
		d.Also(at, "here too")
		return d, false
	}
	if p.once == nil {
		p.once = map[onceKey]*finding.Diagnostic{}
	}
	d = p.Reportf(at, format, args...)
	p.once[key] = d
	return d, len(p.once) <= maxWitnesses
}
