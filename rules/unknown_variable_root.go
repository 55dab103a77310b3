package rules

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// root reports a path that begins with an unknown name.
func (c *variableChecker) root(r flow.Ref) {
	at := r.SegmentPlace(0)
	path := reads.PathTo(r, 0)
	if w := storedRightBefore(r.Widget, path); w != nil { // each widget has its own: they are told once
		c.once("root "+path, r, at, "%s reads %s, which Studio does not know: it is blank; write %s", r.Widget.Label(), path, "widgets."+w.Name+"."+path)
		return
	}
	hint := c.rootHint(r)
	c.once("root "+path+" "+hint, r, at, "%s reads %s, which Studio does not know: %s; %s", r.Widget.Label(), path, values.Blank(c.Document, r, "it is blank"), hint)
}

// rootHint says what was most likely meant by a path that begins with an unknown
// name.
func (c *variableChecker) rootHint(r flow.Ref) string {
	name := r.Root()
	if hint := c.facts.Hints.Get(name); hint != "" {
		return words.LowerFirst(words.TrimStop(hint))
	}
	write := func(path string) string { return "write " + words.Shorten(path) }
	for _, root := range c.roots {
		if strings.EqualFold(root, name) {
			return write(root)
		}
	}
	if c.locals[name] {
		return "the template gives it a value only later, or in a loop that has ended"
	}
	if v := c.Flow.Variable(name); v != nil && len(v.Writes) > 0 {
		return write("flow.variables." + name)
	}
	if c.Flow.Widget(name) != nil {
		return write("widgets." + name)
	}
	if path := c.held.Key(r.Widget, name); path != "" {
		return write(path)
	}
	if w := c.storedBy(name); w != nil {
		return write("widgets." + w.Name + "." + name)
	}
	for _, t := range r.Widget.In {
		if s := t.From.Facts.Transcription; s != nil && slices.Contains(s.Sends, name) {
			return "no widget holds it: it is sent later, to " + words.Quote(s.To)
		}
	}
	if near := words.Nearest(name, c.roots); near != "" {
		return "did you mean " + words.Quote(near) + "?"
	}
	if len(r.Segments) == 1 && (r.Use == liquid.UseCondition || r.Use == liquid.UseCase || r.Use == liquid.UseArgument) {
		return "if it is a text, write it in quotes; a path begins with " + strings.Join(c.roots[:len(c.roots)-1], ", ") + " or " + c.roots[len(c.roots)-1]
	}
	return "a path begins with " + strings.Join(c.roots[:len(c.roots)-1], ", ") + " or " + c.roots[len(c.roots)-1]
}

// storedRightBefore returns the only widget that leads to another one and stores a key of a name.
func storedRightBefore(w *flow.Widget, name string) (by *flow.Widget) {
	for _, t := range w.In {
		switch {
		case t.From == by || reads.Member(t.From.Facts.Outputs.Keys, name) == nil:
		case by != nil:
			return nil
		default:
			by = t.From
		}
	}
	return by
}

// storedBy returns the only widget that stores a key of that name. It looks only so
// many names up, since it goes through all widgets for each.
func (c *variableChecker) storedBy(name string) *flow.Widget {
	const most = 200
	found, ok := c.stored[name]
	if ok || len(c.stored) == most {
		return found
	}
	for _, w := range c.Flow.Widgets {
		if w.Name == "" || reads.Member(w.Facts.Outputs.Keys, name) == nil {
			continue
		}
		if found != nil {
			found = nil
			break
		}
		found = w
	}
	c.stored[name] = found
	return found
}
