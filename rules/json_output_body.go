package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// checkWholeAnswers reports texts for a person with the body of an answer of which the flow reads members
// elsewhere, so that it is JSON: once for each request.
func checkWholeAnswers(p *lint.Pass) {
	const most = 24 // requests that are compared with others
	compared := 0
	told := map[*flow.Widget]*finding.Diagnostic{}
	for _, r := range p.Flow.Refs() {
		w := reads.ResponseText(p.Flow, r)
		if w == nil || !r.IsContent() || !p.Flow.Reachable(r.Widget) || r.Widget.Off(r.Facts) {
			continue
		}
		if filters, ok := reads.Printed(r); !ok || len(filters) > 0 {
			continue
		}
		member, ok := memberRead(p.Flow, w)
		if !ok && told[w] == nil && compared < most && afterAnswer(p.Flow, w, r.Widget) {
			compared++
			told[w] = reportUnlikeSisters(p, r, w)
			continue
		}
		switch {
		case !ok || !afterAnswer(p.Flow, w, r.Widget):
		case told[w] == nil:
			told[w] = p.Reportf(r.Place(), "%s shows people all the JSON that %s answers; name the member that is meant", r.Widget.Label(), w.Label()).Relate(member.Place(), "where a member is read")
		default:
			told[w].Also(r.Place(), "here too")
		}
	}
}

// memberRead returns what a flow reads of the JSON that a request brings.
func memberRead(f *flow.Flow, w *flow.Widget) (flow.Ref, bool) {
	all := f.OutputRefs(w.Name)
	i := slices.IndexFunc(all, func(r flow.Ref) bool {
		return reads.InResponse(f, r) == w && !reads.Alternative(r)
	})
	if i < 0 {
		return flow.Ref{}, false
	}
	return all[i], true
}

// afterAnswer reports whether one comes to a text when a request has worked, and not because what it
// brought could not be read: a split right before it may say so.
func afterAnswer(f *flow.Flow, w, to *flow.Widget) bool {
	if !f.CanPrecedeBy(w, func(event string) bool {
		t := w.On(event)
		return t == nil || t.Facts.Kind != schemas.KindFailure
	}, to) {
		return false
	}
	return !slices.ContainsFunc(effects.Into(to), func(t *flow.Transition) bool {
		return effects.ActOf(t.From) == effects.Splits && (t.Facts.Kind == schemas.KindNoMatch ||
			slices.ContainsFunc(t.Conditions, func(c flow.Condition) bool { return c.Operator == split.IsBlank })) &&
			slices.ContainsFunc(reads.Compared(f, t.From), func(r flow.Ref) bool { return reads.Widget(f, r) == w })
	})
}

// reportUnlikeSisters reports a text with the body of an answer, of which the flow reads no member, where it reads
// members of those of at least three other requests to the same host, and the body of none.
func reportUnlikeSisters(p *lint.Pass, r flow.Ref, w *flow.Widget) *finding.Diagnostic {
	const least = 3
	host := effects.HostOf(w)
	if host == "" || !isAllOfText(p.Flow, r) {
		return nil // words beside it tell that it is a plain text
	}
	var first flow.Ref
	others := 0
	for _, other := range p.Flow.Widgets {
		if other == w || effects.HostOf(other) != host {
			continue
		}
		member, ok := memberRead(p.Flow, other)
		switch {
		case ok && others == 0:
			first, others = member, 1
		case ok:
			others++
		case slices.ContainsFunc(p.Flow.OutputRefs(other.Name), func(r flow.Ref) bool { return reads.ResponseText(p.Flow, r) == other }):
			return nil // that answers with a text, too
		}
	}
	if others < least {
		return nil
	}
	return p.Reportf(r.Place(), "%s shows people all that %s answers, while of %d others on its host members are read; name the member",
		r.Widget.Label(), w.Label(), others).Relate(first.Place(), "where a member is read").As(finding.Note)
}

// isAllOfText reports whether a text is nothing but what it reads.
func isAllOfText(f *flow.Flow, r flow.Ref) bool {
	t := f.TemplateAt(r.Node)
	if t == nil {
		return false
	}
	text := strings.TrimSpace(t.Text)
	return strings.HasPrefix(text, "{{") && strings.Index(text, "}}") == len(text)-2
}
