package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
)

// reportNamed reports the SIDs that are to be filled in and name another Function than the address beside them, where
// those of at least two other widgets agree.
func reportNamed(p *lint.Pass) {
	const least = 2
	var differ []*flow.Widget
	agree := 0
	for _, w := range p.Flow.Widgets {
		switch name, path := namedFunction(w); {
		case name == "" || path == "":
		case name == path:
			agree++
		default:
			differ = append(differ, w)
		}
	}
	if agree < least || len(differ) >= agree {
		return
	}
	for _, w := range differ {
		name, path := namedFunction(w)
		p.Reportf(w.Property(sidProperty(w, ofFunction)), "%s is to be given the SID of %s, but its address calls %s: half a copy? write the same name into both",
			w.Label(), words.Quote(name), words.Quote(path)).As(finding.Note)
	}
}

// namedFunction returns the name in brackets that the SID of a Function has while it is to be filled in, and the
// last name of the address; both "" when there are none.
func namedFunction(w *flow.Widget) (name, path string) {
	if w.Facts.Request == nil || len(w.Facts.Request.NamedBy) == 0 {
		return "", ""
	}
	sid := strings.TrimSpace(w.Property(sidProperty(w, ofFunction)).Text())
	_, name, ok := strings.Cut(strings.TrimSuffix(sid, "]"), "[")
	url := w.Property(w.Facts.Request.URL).Text()
	if !ok || !strings.HasSuffix(sid, "]") || name == "" || strings.ContainsAny(url, "{}?") {
		return "", ""
	}
	return name, url[strings.LastIndexByte(url, '/')+1:]
}
