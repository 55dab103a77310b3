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
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportElseGood reports the splits on what a request brings that know bad answers alone, and tell the person for
// whatever else comes that all is well: once.
func reportElseGood(p *lint.Pass) {
	var d *finding.Diagnostic
	var tests map[*flow.Widget][]*flow.Widget // the splits by the requests that they test, once they are asked for
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		request, bad := knowsBadAlone(p, w)
		if request == nil {
			continue
		}
		otherwise := w.OnKind(schemas.KindNoMatch)
		told := effects.Next(otherwise, effects.Tells)
		if told == nil || !goodNews(told) {
			continue
		}
		if tests == nil {
			tests = testsOfRequests(p.Flow)
		}
		if slices.ContainsFunc(tests[request], func(other *flow.Widget) bool { return other != w && p.Flow.CanPrecede(other, w) }) {
			continue // it has been looked at already: whether it was found, is known at all, is blank
		}
		if d == nil {
			d = p.Reportf(otherwise.PlaceOfNext(), "whatever %s answers but %s is told as good by %s, also nothing or a new word; test the good answer, too",
				request.Label(), words.Quote(bad), told.Label()).
				Relate(effects.PlaceOfPrompt(told), "what is told then").Identify(w.Label())
		} else {
			d.Also(otherwise.PlaceOfNext(), "so it is at "+w.Label())
		}
	}
}

// testsOfRequests returns the splits on what each request brings, also by variables that hold it.
func testsOfRequests(f *flow.Flow) map[*flow.Widget][]*flow.Widget {
	tests := map[*flow.Widget][]*flow.Widget{}
	for _, w := range f.Widgets {
		if !w.Facts.Split {
			continue
		}
		for _, r := range reads.Compared(f, w) {
			if from := reads.Widget(f, reads.Kept(f, r)); from != nil && from.Facts.Request != nil && !slices.Contains(tests[from], w) {
				tests[from] = append(tests[from], w)
			}
		}
	}
	return tests
}

// goodNews reports whether a step tells a person that all is well, whatever a service has said.
func goodNews(told *flow.Widget) bool {
	text := effects.Prompt(told).Text()
	return !strings.Contains(text, "{%") && offer.SaysGood(text)
}

// knowsBadAlone returns the request whose answer a split tests for nothing but states in which a thing is no good,
// of which it returns the first; nil for any other split, and where a blank is led elsewhere, too.
func knowsBadAlone(p *lint.Pass, w *flow.Widget) (request *flow.Widget, bad string) {
	branches := reads.Branches.Of(p)[w.Index]
	if len(branches) == 0 || slices.ContainsFunc(branches, func(b reads.Branch) bool {
		texts, ok := b.Comparison.Texts()
		return !ok || b.Subject != branches[0].Subject || b.Comparison.HoldsForBlank() != split.No || !allBad(texts)
	}) {
		return nil, ""
	}
	for _, r := range reads.Compared(p.Flow, w) {
		if request = reads.Response(p.Flow, reads.Kept(p.Flow, r)); request != nil {
			texts, _ := branches[0].Comparison.Texts()
			return request, texts[0]
		}
	}
	return nil, ""
}

func allBad(texts []string) bool {
	return len(texts) > 0 && !slices.ContainsFunc(texts, func(text string) bool { return !offer.IsBadState(text) })
}
