package shape

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// A Set is which variables a widget sets, as far as their names are known in the file.
// It is another question than flow.Writes, which has each place where one is written,
// whatever stands there for its name.
type Set struct {
	Keys []string // as they are written, without Liquid and placeholders

	// All says that these are all: no key is missing, misspelt, made by Liquid or
	// left to a deployment step.
	All bool

	// Unread says that there may be others that cannot be read in the file: missing
	// or misspelt ones, which the rules about shape report, and those that a
	// deployment step fills in.
	Unread bool
}

// Sets tells, by the index of a widget, which variables it sets.
var Sets = lint.NewFact(func(d *project.Document) []Set {
	sets := make([]Set, len(d.Flow.Widgets))
	for i, w := range d.Flow.Widgets {
		sets[i] = setBy(d, w)
	}
	return sets
})

func setBy(d *project.Document, w *flow.Widget) Set {
	items := w.Property("variables")
	switch {
	case !w.Facts.Known() && items.Exists(): // a misspelt type may be that of a widget that sets variables
	case w.Facts.Outputs.From != schemas.FromVariables:
		return Set{All: true}
	}
	s := Set{All: items.IsArray(), Unread: !items.IsArray()}
	if !w.Facts.Known() {
		s.All = false
	}
	for _, item := range items.Elements() {
		key := item.Get("key")
		literal := w.Facts.Known() && key.Text() != "" && IsLiteral(d, key)
		if literal {
			s.Keys = append(s.Keys, key.Text())
			continue
		}
		s.All = false
		s.Unread = s.Unread || !liquid.HasMarkup(key.Text()) || IsPlaceholder(d, key)
	}
	return s
}

// UnreadKeys reports whether some widget of a flow sets variables that cannot be read in
// the file.
var UnreadKeys = lint.NewFact(func(d *project.Document) bool {
	for _, s := range Sets.Of(d) {
		if s.Unread {
			return true
		}
	}
	return false
})

// Returned lists the variables that the subflow of a widget sets, and whether they
// are all: it is among the files and no key is unknown. Fixed says that the widget
// asks for a certain revision.
func Returned(p *lint.Pass, w *flow.Widget) (keys []string, all, fixed bool) {
	for _, c := range p.Project.Calls(p.Document) {
		if c.Widget != w || len(c.Targets) == 0 {
			continue
		}
		all = true
		for _, target := range c.Targets {
			for _, s := range Sets.Of(target) {
				keys = append(keys, s.Keys...)
				all = all && s.All
			}
		}
		return keys, all, strings.Trim(c.Revision.Text(), "0123456789") == ""
	}
	return nil, false, false
}
