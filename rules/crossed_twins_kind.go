package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportOtherKinds reports what a service answered of a person, or a variable, that is given under the name of another
// thing of a person: a phone number as "email". Each of those once in a flow; told are the steps of which a like kind
// tells.
func reportOtherKinds(p *lint.Pass, told []*flow.Widget) {
	var known map[[2]string]*finding.Diagnostic
	for _, r := range p.Flow.Refs() {
		if slices.Contains(told, r.Widget) || !reads.IsFetchedOrKept(r) {
			continue
		}
		key := reads.AloneAs(r)
		if r.IsContent() {
			key = labelBefore(r)
		}
		asked := words.Personal(key)
		if asked == "" {
			continue // nearly always
		}
		from := reads.Kept(p.Flow, r) // that a variable has the wrong name is told of where it is kept
		if reads.IsAnswer(p.Flow, from) {
			from = r
		}
		own := words.Personal(from.Name(len(from.Segments) - 1))
		if own == "" || !isOther(p.Flow, r, own, asked) || !r.Liquid.Readable() || !p.Flow.Reachable(r.Widget) {
			continue
		}
		path := reads.Path(r)
		if d := known[[2]string{key, path}]; d != nil {
			d.Also(r.Place(), "so is "+r.Widget.Label())
			continue
		}
		if known == nil {
			known = map[[2]string]*finding.Diagnostic{}
		}
		known[[2]string{key, path}] = p.Reportf(r, "%s has %s, %s, as %s; give it %s",
			r.Widget.Label(), path, own, words.Quote(key), asked).As(finding.Note).Identify(r.Widget.Label())
	}
}

// isOther reports whether what is one thing of a person is not another one. Who has no name is called by the number, so
// that the name has to be there.
func isOther(f *flow.Flow, r flow.Ref, own, asked string) bool {
	isCalled := func(kind string) bool {
		return kind == words.PersonalFirstName || kind == words.PersonalLastName || kind == words.PersonalCity
	}
	switch {
	case own == asked, own == words.PersonalName && isCalled(asked), asked == words.PersonalName && isCalled(own):
		return false
	case asked != words.PersonalName:
		return true
	}
	w := reads.InResponse(f, r)
	return w != nil && slices.ContainsFunc(f.OutputRefs(w.Name), func(other flow.Ref) bool {
		kind := words.Personal(other.Name(len(other.Segments) - 1))
		return kind == words.PersonalName || kind == words.PersonalFirstName || kind == words.PersonalLastName
	})
}
