package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportRawSister reports the requests in a branch of a split that are given a code as it was written, while the split
// tests it, and another request after it is given it, without blanks around it or in letters of one case: once.
func reportRawSister(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split {
			continue
		}
		path, filters := evenedOut(p.Flow, w)
		if path == "" || !p.Flow.Reachable(w) {
			continue
		}
		var even, raw []flow.Ref
		for _, t := range w.Transitions {
			next := effects.RequestOn(t)
			for steps := 0; next != nil && steps < 3; steps++ {
				if r, name, ok := givenAlone(p.Flow, next, path); ok {
					switch {
					case name == "" && t.Facts.Kind == schemas.KindBranch && comparesCode(p, t):
						raw = append(raw, r)
					case name == filters:
						even = append(even, r)
					}
				}
				worked := next.Onward()
				if worked == nil {
					break
				}
				next = effects.RequestOn(worked)
			}
		}
		if len(even) == 0 || len(raw) == 0 {
			continue
		}
		d := p.Reportf(raw[0].Place(), "%s is given %s as it was written, but %s, as %s tests it, with %s; write that here, too",
			raw[0].Widget.Label(), words.Shorten(reads.Path(raw[0])), even[0].Widget.Label(), w.Label(),
			words.Quote(filters)).Relate(even[0].Place(), "the other request")
		for _, r := range raw[1:] {
			d.Also(r.Place(), "so is "+r.Widget.Label())
		}
		return
	}
}

// evenedOut returns what a person wrote that a split tests, and the filters by which blanks around it or its case are
// taken away in all of its conditions; "" where there are none.
func evenedOut(f *flow.Flow, w *flow.Widget) (path, filters string) {
	for _, r := range reads.Compared(f, w) {
		all, ok := reads.Printed(r)
		v := reads.Value(f, r)
		name := evening(all)
		if !ok || name == "" || v == nil || v.Holds != schemas.HoldsReply || path != "" && (path != r.Reference.String() || filters != name) {
			return "", ""
		}
		path, filters = r.Reference.String(), name
	}
	return path, filters
}

// evening writes some filters when all of them take away only what makes no difference to a person: "| strip |
// downcase".
func evening(all []liquid.Filter) string {
	if !reads.OnlyAlter(all, schemas.AltersBlanks, schemas.AltersCase) {
		return ""
	}
	var text strings.Builder
	for _, filter := range all {
		text.WriteString(" | " + filter.Name)
	}
	return strings.TrimSpace(text.String())
}

// givenAlone returns where a request is given what a person wrote as a value of its own, and the filters there.
func givenAlone(f *flow.Flow, w *flow.Widget, path string) (at flow.Ref, filters string, ok bool) {
	for _, t := range f.TemplatesOf(w) {
		for _, r := range t.Refs() {
			all, printed := reads.Printed(r)
			if printed && r.Reference.String() == path && reads.IsAll(r) && r.Node.Key() == "value" &&
				!offer.NamesText(r.Node.Parent().Get("key").Text()) &&
				!offer.NamesQuestion(r.Node.Parent().Get("key").Text()) {
				filters = evening(all)
				return r, filters, filters != "" || len(all) == 0
			}
		}
	}
	return at, "", false
}

// comparesCode reports whether a branch takes words of a list, or what an expression describes: then what is handed
// on is looked up by its letters.
func comparesCode(p *lint.Pass, t *flow.Transition) bool {
	all := reads.BranchesOf(p, t)
	return len(all) > 0 && !slices.ContainsFunc(all, func(b reads.Branch) bool {
		return !b.Literal || b.Condition.Operator != split.Regex && !split.Names(b.Condition.Operator) && b.Condition.Operator != split.StartsWith
	})
}
