package answers

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// Trials are the requests of a flow that were most likely made to try something out: the name or
// the address says so, they are given nothing of the execution, nothing reads what they bring, and
// they lead to the same place when they fail.
var Trials = lint.NewFact(func(d *project.Document) (all []*flow.Widget) {
	var read map[string]bool
	for _, w := range d.Flow.Widgets {
		if effects.ActOf(w) != effects.Requests || !isTrial(w) || d.Flow.Only(w.Name) != w || !d.Flow.Reachable(w) || len(d.Flow.TemplatesOf(w)) > 0 {
			continue
		}
		worked, failed := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
		if worked == nil || failed == nil || worked.Meant != failed.Meant || worked.Meant == nil && !(worked.Ends() && failed.Ends()) {
			continue
		}
		if read == nil {
			read = reads.StoredBy(d.Flow)
		}
		if !read[w.Name] && !read[""] && !shape.MayRead(d, w) {
			all = append(all, w)
		}
	}
	return all
})

// isTrial reports whether the name of a request or the end of its address says that it is a trial.
func isTrial(w *flow.Widget) bool {
	if words.IsTrial(w.Name) {
		return true
	}
	address, _, _ := strings.Cut(w.Property(w.Facts.Request.URL).Text(), "?")
	_, path, ok := strings.Cut(address, "://")
	if !ok {
		return false
	}
	name := strings.LastIndexByte(path, '/')
	return name >= 0 && words.IsTrial(path[name+1:])
}
