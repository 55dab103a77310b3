package rules

import (
	"slices"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/loops"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// unset reports a variable that nothing sets.
func (c *variableChecker) unset(r flow.Ref, key string) {
	if c.opaque {
		return
	}
	if loops.StuckReads.Of(c)[loops.Read{Widget: r.Widget, Key: key}] {
		return // stuck-counter: the loop never ends
	}
	right := c.near.To(key)
	if !right.Certain {
		if own := c.own.Of(c.Document, r.Widget).Variable(key); own.Name != "" {
			right = own
		}
	}
	if v := c.dottedKey(r, key); v != nil {
		w := v.Writes[0]
		c.once("dotted "+v.Key, r, w.Key.Place(), "%s sets %s, but %s reads a member of %s, which has none: a dot parts two names; rename it, as in %s",
			w.Widget.Label(), words.Quote(v.Key), r.Widget.Label(), words.Quote(key), words.Quote(strings.ReplaceAll(v.Key, ".", "_")))
		return
	}
	as, hint := finding.Warning, ", so "+values.Blank(c.Document, r, "it is always blank")+"; set it"
	switch {
	case strings.EqualFold(right.Name, key):
		hint = ": it is called " + words.QuoteBeside(right.Name, key) + ", and names are case-sensitive"
	case right.Name != "":
		hint = "; did you mean " + words.QuoteBeside(right.Name, key) + "?"
	case c.Flow.Entry(flow.ParentEvent) != nil:
		hint = "; in a subflow that of the parent may not be seen: use trigger.parent.parameters." + words.Shorten(key)
	}
	if call := c.returned[key]; call != nil {
		hint = "; the subflow of " + call.Widget.Label() + " does: write " + words.Shorten("widgets."+call.Widget.Name+"."+key)
	} else if c.renamed || c.Flow.Entry(flow.ParentEvent) != nil || c.afterSubflow(r.Widget) || right.Name == "" && c.tested.Has(r) {
		as = finding.Note
	}
	if as == finding.Warning && right.Name == "" && c.returned[key] == nil && slices.Contains(c.held.Begins(r.Widget), flow.RequestEvent) {
		c.passed = append(c.passed, r)
		return
	}
	at := r.SegmentPlace(2)
	d, first := c.once("variable "+key+" "+as.String(), r, at, "%s reads flow.variables.%s, which no widget sets%s", r.Widget.Label(), words.Shorten(key), hint)
	right.Fix(d, at)
	if first {
		d.As(as)
	}
}

// dottedKey returns the variable with a dot in its name that a reference to a variable which nothing sets most likely
// means; nil for none.
func (c *variableChecker) dottedKey(r flow.Ref, key string) *flow.Variable {
	if c.dotted == nil {
		c.dotted = map[string]*flow.Variable{}
		for _, v := range c.Flow.Variables() {
			if strings.IndexByte(v.Key, '.') > 0 && len(v.Writes) > 0 {
				c.dotted[v.Key] = v
			}
		}
	}
	if len(c.dotted) == 0 || len(r.Segments) < 4 {
		return nil
	}
	for i := 3; i < min(len(r.Segments), 8); i++ { // nobody writes more
		key += "." + r.Name(i)
		if v := c.dotted[key]; v != nil {
			return v
		}
	}
	return nil
}

// reportPassed reports the variables that nothing sets where a REST request begins: once, since
// all of them were most likely looked for in the wrong place.
func (c *variableChecker) reportPassed() {
	if len(c.passed) == 0 {
		return
	}
	first, keys := c.passed[0], map[string]bool{}
	for _, r := range c.passed {
		key, _ := r.Variable()
		keys[key] = true
	}
	what, sets := reads.PathTo(first, 2), "no widget sets, so it is always blank; set it, or, if the REST request passes it, write flow.data."+words.Shorten(first.Name(2))
	if n := len(keys) - 1; n > 0 {
		what, sets = what+" and "+words.Plural(n, "other variable"), "no widget sets, so they are always blank; set them, or, if the REST request passes them, write flow.data"
	}
	d := c.Reportf(first.SegmentPlace(2), "%s reads %s, which %s", first.Widget.Label(), what, sets)
	d.Identify(reads.PathTo(first, 2))
	for _, r := range c.passed[1:] {
		d.Also(r.SegmentPlace(2), r.Widget.Label()+" reads "+reads.PathTo(r, 2))
	}
}

// afterSubflow reports whether a subflow may run before a widget.
func (c *variableChecker) afterSubflow(w *flow.Widget) bool {
	after, ok := c.after[w]
	if !ok {
		after = slices.ContainsFunc(c.calls, func(call *project.Call) bool { return c.Flow.CanPrecede(call.Widget, w) })
		c.after[w] = after
	}
	return after
}
