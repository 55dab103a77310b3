package rules

import (
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// root reports a path that begins with an unknown name.
func (c *variableChecker) root(r flow.Ref) {
	at := r.SegmentPlace(0)
	path, hint := reads.PathTo(r, 0), c.rootHint(r)
	c.once("root "+path+" "+hint, r, at, "%s reads %s, which Studio does not know: it is blank; %s", r.Widget.Label(), path, hint)
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
	if near := words.Nearest(name, c.roots); near != "" {
		return "did you mean " + words.Quote(near) + "?"
	}
	if len(r.Segments) == 1 && (r.Use == liquid.UseCondition || r.Use == liquid.UseCase || r.Use == liquid.UseArgument) {
		return "if it is a text, write it in quotes; a path begins with " + strings.Join(c.roots[:len(c.roots)-1], ", ") + " or " + c.roots[len(c.roots)-1]
	}
	return "a path begins with " + strings.Join(c.roots[:len(c.roots)-1], ", ") + " or " + c.roots[len(c.roots)-1]
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
