package rules

import (
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "odd-time", Title: "A time that differs from all others by a zero",
		Group: finding.Values, Severity: finding.Note, Fix: finding.UnsafeFix,
		Doc: `Finds a timeout or another time in seconds that is ten or a hundred times what it is in
all other widgets of the type, or that part of it: 36000 among three times 3600. Most
likely there is a zero too many or too few, and a person waits ten hours or is cut off
after six minutes.

It takes three others at least, all of them alike; times that differ otherwise are left
alone.

Write the same time, or accept the finding where the other one is meant.`,
	},
	Check: checkTenfold,
})

// A timed property of a widget, and how many seconds it holds.
type timed struct {
	widget  *flow.Widget
	node    source.Node
	seconds float64
}

// checkTenfold reports a time that differs from those of all other widgets of the type,
// which are the same, by a zero or two.
func checkTenfold(p *lint.Pass) {
	type property struct{ typ, name string }
	all := map[property][]timed{}
	var order []property
	for _, w := range p.Flow.Widgets {
		for i := range w.Facts.Properties {
			f := &w.Facts.Properties[i]
			if f.Range == nil || f.Range.Unit != "seconds" {
				continue
			}
			n := w.Property(f.Name)
			if !n.Exists() {
				continue
			}
			if seconds, ok := secondsOf(p, f, n); ok {
				key := property{w.Type, f.Name}
				if all[key] == nil {
					order = append(order, key)
				}
				all[key] = append(all[key], timed{w, n, seconds})
			}
		}
	}
	for _, key := range order {
		if odd, usual, ok := oddTime(all[key]); ok {
			d := p.Reportf(odd.node, "%s of %s is %s, and %s in all %d other widgets of its type: a zero too many or too few? write the same time",
				words.Quote(key.name), odd.widget.Label(), words.Plural(int(odd.seconds), "second"), words.Plural(int(usual.seconds), "second"), len(all[key])-1).
				As(finding.Note).Relate(usual.node, "one of the others")
			d.Suggest(false, "Write "+strconv.Itoa(int(usual.seconds)), odd.as(usual))
		}
	}
}

// as writes the time of another widget.
func (t timed) as(usual timed) source.Edit {
	if t.node.IsString() {
		return t.node.SetText(strconv.Itoa(int(usual.seconds)))
	}
	return t.node.SetValue(source.Integer(int64(usual.seconds)))
}

// secondsOf returns the whole seconds that a property holds as it stands.
func secondsOf(p *lint.Pass, f *schemas.Property, n source.Node) (float64, bool) {
	v, ok := n.Number()
	if text, literal := shape.Literal(p, n); literal && f.Format == "number-text" {
		number, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
		v, ok = number, err == nil
	}
	return v, ok && v >= 1 && v < 1e9 && v == float64(int(v))
}

// oddTime returns the one time that is ten or a hundred times, or that part of, what at
// least three others are, without exception.
func oddTime(all []timed) (odd, usual timed, ok bool) {
	const least = 4
	if len(all) < least {
		return odd, usual, false
	}
	usual = all[0]
	if all[1].seconds != usual.seconds {
		usual = all[2] // one of the first two is odd, if any
	}
	for _, t := range all {
		switch {
		case t.seconds == usual.seconds:
		case ok:
			return odd, usual, false // more than one
		default:
			odd, ok = t, true
		}
	}
	ratio := odd.seconds / usual.seconds
	if ratio < 1 {
		ratio = usual.seconds / max(odd.seconds, 1)
	}
	return odd, usual, ok && (ratio == 10 || ratio == 100)
}
