package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportUntoldAnswer reports the request after which a person always reads the same text, while after all others of
// its method to its host, three at least, which lead to a text, that has words of the answer: once.
func reportUntoldAnswer(p *lint.Pass) {
	const least = 3
	hosts := map[string]*toldHost{}
	var order []*toldHost
	for _, w := range p.Flow.Widgets {
		if w.Facts.Request == nil || !p.Flow.Reachable(w) {
			continue
		}
		worked, name := w.OnKind(schemas.KindSuccess), effects.HostOf(w)
		text := effects.Next(worked, effects.Tells)
		if name == "" || text == nil || effects.HeardBy(p.Flow, text) != effects.Contact {
			continue
		}
		name += " " + w.Property(w.Facts.Request.Method).Text()
		h := hosts[name]
		if h == nil {
			h = &toldHost{}
			hosts[name] = h
			order = append(order, h)
		}
		h.see(p.Flow, w, text)
	}
	for _, h := range order {
		if h.told < least || len(h.same) != 1 || !isUnreadRequest(p, h.same[0]) {
			continue
		}
		w := h.same[0]
		told := effects.PastSetting(w.OnKind(schemas.KindSuccess))
		p.Reportf(w, "%s says the same whatever %s answers, while the answers of %d others on its host are told; tell it, or test it",
			told.Label(), w.Label(), h.told).As(finding.Note).Relate(told, "what is always said").Relate(h.example, "where an answer is told")
	}
}

// A toldHost is a host with the requests to it that lead to a text.
type toldHost struct {
	told    int            // texts with words of the answer
	example *flow.Widget   // one of them
	same    []*flow.Widget // requests after which the text is always the same
}

func (h *toldHost) see(f *flow.Flow, w, text *flow.Widget) {
	prompt := effects.Prompt(text).Text()
	switch {
	case tellsAnswer(f, text, w):
		h.told++
		h.example = text
	case reads.FixedWord(text) && prompt != "" && !strings.Contains(prompt, "{"):
		h.same = append(h.same, w)
	}
}

// isUnreadRequest reports whether nothing reads, or may read, what a request brings, which is more than a record.
func isUnreadRequest(p *lint.Pass, w *flow.Widget) bool {
	return p.Flow.Only(w.Name) == w && len(p.Flow.OutputRefs(w.Name)) == 0 && len(p.Flow.OutputRefs("")) == 0 && !shape.MayRead(p, w) && !words.KeepsRecord(w.Name)
}

// tellsAnswer reports whether a text has words of what a request brings in it.
func tellsAnswer(f *flow.Flow, told, w *flow.Widget) bool {
	t := f.TemplateAt(effects.Prompt(told))
	if t == nil {
		return false
	}
	for _, r := range t.Refs() {
		if _, printed := reads.Printed(r); printed && reads.InResponse(f, r) == w {
			return true
		}
	}
	return false
}
