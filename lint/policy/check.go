package policy

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A check is one look at a flow for one policy.
type check struct {
	*lint.Pass
	policy *config.Policy
}

// run looks at the widgets that the policy is about.
func (c *check) run() {
	list := selected(c.Pass, c.policy.Match)
	if len(list) == 0 {
		return
	}
	q := &c.policy.Require
	if q.Before != nil {
		c.before(list)
	}
	if q.After != nil {
		c.after(list)
	}
	if q.Between != nil {
		c.between(list)
	}
	if q.Next != nil {
		c.next(list)
	}
	for _, w := range list {
		if c.policy.Forbid {
			c.forbid(w)
		}
		c.name(w)
		c.properties(w)
		c.attributes(w)
	}
}

// reportf adds a finding: what the team says of it, and what it is. It is known by the
// kind of what is asked and by its place, so that other words make it no other finding.
func (c *check) reportf(kind string, at finding.Placer, format string, args ...any) *finding.Diagnostic {
	if c.policy.Message != "" {
		format = "%s: " + format
		args = slices.Concat([]any{sentence(c.policy.Message)}, args)
	}
	return c.Reportf(at, format, args...).Identify(kind)
}

func (c *check) forbid(w *flow.Widget) {
	var at finding.Placer = w
	for _, s := range c.policy.Match {
		if len(s.Property) > 0 && hasAll(w, s.Property) {
			at = w.Property(s.Property[0].Name)
			break
		}
	}
	c.reportf("forbid", at, "%s is a %s, of which there may be none", w.Label(), names(c.policy.Match))
}

func (c *check) name(w *flow.Widget) {
	e := c.policy.Require.Name
	if e == nil || w.Name == "" || shape.IsPlaceholder(c.Pass, w.NameNode) || w.NameNode.Filled() {
		return
	}
	if found, known := e.Finds(w.Name); known && !found {
		c.reportf("name", w, "the name %s does not match %s", words.Quote(w.Name), words.Quote(e.Text))
	}
}

func (c *check) properties(w *flow.Widget) {
	for _, m := range c.policy.Require.Property {
		n := w.Property(m.Name)
		found, known := matches(n, m.Pattern)
		switch {
		case found || !known || w.Properties.Unknown() || filledIn(c.Pass, n):
		case n.Exists():
			c.reportf("property "+m.Name, n, "%s of %s does not match %s", words.Quote(m.Name), w.Label(), words.Quote(m.Pattern.Text))
		case w.Facts.Property(m.Name) != nil || !w.Facts.Known():
			c.reportf("property "+m.Name, w, "%s has no %s; it is to match %s", w.Label(), words.Quote(m.Name), words.Quote(m.Pattern.Text))
		}
	}
}

// attributes looks for members of a property that is JSON text.
func (c *check) attributes(w *flow.Widget) {
	if len(c.policy.Require.Attributes) == 0 {
		return
	}
	for i := range w.Facts.Properties {
		f := &w.Facts.Properties[i]
		if f.Format != schemas.FormatJSON {
			continue
		}
		n := w.Property(f.Name)
		lacks := c.lacking(w, n)
		if len(lacks) == 0 {
			continue
		}
		var at finding.Placer = w
		if n.Exists() {
			at = n
		}
		c.reportf("attributes "+strings.Join(lacks, " "), at, "%s of %s lacks %s", words.Quote(f.Name), w.Label(), words.List(lacks))
	}
}

// lacking returns the attributes that a text certainly does not have, whichever branch of
// its Liquid is taken.
func (c *check) lacking(w *flow.Widget, n source.Node) []string {
	asked := c.policy.Require.Attributes
	if !n.IsString() || strings.TrimSpace(n.Text()) == "" {
		if n.Exists() && !n.IsString() || w.Properties.Unknown() {
			return nil // schema
		}
		return asked
	}
	if shape.IsPlaceholder(c.Pass, n) && !strings.HasPrefix(strings.TrimSpace(n.Text()), "{") {
		return nil
	}
	j := jsontext.Of(c.Pass, jsontext.At(c.Flow, w, n))
	if j == nil {
		return nil
	}
	objects, known := j.Objects()
	if !known {
		return nil
	}
	var lacks []string
	for _, path := range asked {
		if !slices.ContainsFunc(objects, func(o source.Node) bool { return has(o, path) }) {
			lacks = append(lacks, path)
		}
	}
	return lacks
}

// has reports whether an object has a member, of which the name may hold dots, or a
// member of a member.
func has(n source.Node, path string) bool {
	if n.Get(path).Exists() {
		return true
	}
	for i := range len(path) {
		if path[i] == '.' && has(n.Get(path[:i]), path[i+1:]) {
			return true
		}
	}
	return false
}
