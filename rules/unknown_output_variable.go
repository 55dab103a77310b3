package rules

import (
	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// reportBelowVariables reports paths below variables that Set Variables sets to texts, one for each
// variable: JSON becomes an object only when the item says so by its type.
func reportBelowVariables(p *lint.Pass) {
	told := map[string]bool{}
	for _, r := range p.Flow.Refs() {
		const below = 3 // flow.variables.KEY.BELOW
		key, ok := reads.VariableOf(p.Flow, r)
		if !ok || told[key] || len(r.Segments) <= below || r.Name(below) == "" || r.Segments[below].Kind == liquid.DynamicSegment ||
			r.Root() != "flow" || reads.OfAnyList(r.Name(below)) || reads.Opaque(p, r.Name(below)) {
			continue
		}
		v := p.Flow.Variable(key)
		if v == nil || len(v.Writes) == 0 || !areTexts(p, v) || reads.Tested.Of(p).Has(r) || reads.Alternative(r) || setDotted(p.Flow, r, below) {
			continue
		}
		told[key] = true
		if right := reads.Instead(r.Name(below)); right != "" {
			p.ReportOncef(nil, r.SegmentPlace(below), "%s reads %s, but the variable is set to a text, with nothing below it: it is blank%s",
				r.Widget.Label(), words.Shorten(reads.PathTo(r, below)), right)
			continue
		}
		if r.Segments[below].Kind == liquid.IndexSegment { // a list is no object
			p.ReportOncef(nil, r.SegmentPlace(below), "%s reads %s, but the variable is set to a text, with nothing below it: it is blank",
				r.Widget.Label(), words.Shorten(reads.PathTo(r, below)))
			continue
		}
		p.ReportOncef(nil, r.SegmentPlace(below), "%s reads %s, but the variable is set to a text, with nothing below it: it is blank; set it with \"type\": \"json_object\"",
			r.Widget.Label(), words.Shorten(reads.PathTo(r, below)))
	}
}

// setDotted reports whether a variable has the name that the path of a reference makes, with the dots in it.
func setDotted(f *flow.Flow, r flow.Ref, below int) bool {
	key := r.Name(below - 1)
	for i := below; i < len(r.Segments) && r.Name(i) != ""; i++ {
		key += "." + r.Name(i)
		if v := f.Variable(key); v != nil && len(v.Writes) > 0 {
			return true
		}
	}
	return false
}

// areTexts reports whether all that sets a variable sets it to texts, as far as that can be seen.
func areTexts(p *lint.Pass, v *flow.Variable) bool {
	if shape.MaySet(p) {
		return false
	}
	for _, write := range v.Writes {
		item := write.Value.Parent()
		if kind := item.Get("type"); !write.Value.IsString() || write.Value.Filled() || saysTypeElse(write.Widget, item) ||
			kind.Exists() && kind.Text() != "string" {
			return false
		}
	}
	return true
}

// saysTypeElse reports whether an item says of what type its value is by what another member is called elsewhere.
func saysTypeElse(w *flow.Widget, item source.Node) bool {
	for name := range w.Facts.Aliases.Hints.All() {
		if item.Get(name).Exists() {
			return true
		}
	}
	return false
}
