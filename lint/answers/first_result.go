package answers

import (
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/source"
)

// A FirstResult is a text that tells what a request brought and comes, too, after the same request was made once more:
// then it tells what came of the first try.
type FirstResult struct {
	Ref   flow.Ref
	First *flow.Widget // the request whose answer is told
	Again *flow.Widget // the one that was made later
}

// FirstResults are those of a flow, one a text.
func FirstResults(d *project.Document) (all []FirstResult) {
	told := map[*flow.Widget]bool{}
	for _, r := range d.Flow.Refs() {
		w := r.Widget
		if told[w] || effects.ActOf(w) != effects.Tells {
			continue
		}
		first := reads.Response(d.Flow, r)
		if first == nil {
			continue
		}
		if again := madeAgain(d.Flow, w, first); again != nil {
			told[w] = true
			all = append(all, FirstResult{r, first, again})
		}
	}
	return all
}

// madeAgain returns the request whose result leads to a text, if it is another one made once more; nil for none.
func madeAgain(f *flow.Flow, w, first *flow.Widget) *flow.Widget {
	const most = 8 // ways to the text
	into := effects.Into(w)
	for _, t := range into[:min(len(into), most)] {
		again := resultOf(f, t.From)
		if again != nil && again != first && isSameRequest(f, first, again) &&
			!reads.Of(f, w, again) && f.CanPrecede(first, again) {
			return again
		}
	}
	return nil
}

// resultOf returns a widget itself, if it is a request, or the request whose answer alone it tests; nil for none.
func resultOf(f *flow.Flow, w *flow.Widget) (request *flow.Widget) {
	if w.Facts.Request != nil {
		return w
	}
	if !w.Facts.Split {
		return nil
	}
	for _, r := range reads.Compared(f, w) {
		from := reads.Response(f, r)
		if from == nil || request != nil && request != from {
			return nil
		}
		request = from
	}
	return request
}

// isSameRequest reports whether two requests are alike but for what is filled in, and for figures, such as the number of
// the try.
func isSameRequest(f *flow.Flow, a, b *flow.Widget) bool {
	if a.Facts.Request == nil || a.Facts != b.Facts || a.Property(a.Facts.Request.URL).Text() == "" {
		return false
	}
	for name, n := range a.Properties.Members() {
		if other := b.Property(name); other.Exists() && fixed(f, n) != fixed(f, other) {
			return false
		}
	}
	return true
}

// fixed is what stands in the texts of a property, without Liquid and figures.
func fixed(f *flow.Flow, n source.Node) string {
	var all strings.Builder
	for text := range n.Strings() {
		all.WriteString(f.Plain(text) + "\n")
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, all.String())
}
