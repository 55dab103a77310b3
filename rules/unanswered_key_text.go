package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/pattern"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkTextOnAnswer reports a text right after a question that takes any answer but one for
// the other one.
func checkTextOnAnswer(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells {
			continue
		}
		n := effects.Prompt(w)
		if !strings.Contains(n.Text(), "{%") || !p.Flow.Reachable(w) {
			continue
		}
		m := onOneAnswer().FindStringSubmatch(n.Text())
		if m == nil || strings.Count(n.Text(), "{%") != 3 || strings.TrimSpace(m[4]) == "" {
			continue
		}
		q := p.Flow.Only(m[1])
		if q == nil || !answers.Asks(q) || !slices.ContainsFunc(w.In, func(t *flow.Transition) bool { return t.From == q && t.Facts.Kind == schemas.KindInput }) || isTested(p, q) {
			continue
		}
		p.Reportf(n, "%s takes any answer to %s but %s for the other one: a wrong key gets that word, too; test the answer in a split, and ask again",
			w.Label(), q.Label(), words.Quote(m[2])).Relate(q, "the question")
	}
}

// isTested reports whether a split tests what a question has stored.
func isTested(p *lint.Pass, q *flow.Widget) bool {
	return slices.ContainsFunc(p.Flow.OutputRefs(q.Name), func(r flow.Ref) bool { return r.Widget.Facts.Split })
}

// onOneAnswer is a text that decides by one answer, and says something for all others.
var onOneAnswer = pattern.Lazy(`(?s)\{%-?\s*if\s+widgets\.([\w-]+)\.[\w.]+\s*==\s*["']([^"']+)["']\s*-?%\}(.*?)\{%-?\s*else\s*-?%\}(.*?)\{%-?\s*endif`)
