package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/values"
	"studiolint/schemas"
)

type variableChecker struct {
	*lint.Pass
	tested *reads.Tests
	facts  *schemas.Liquid
	roots  []string

	near    reads.Nearest // keys that the flow sets
	own     reads.Own
	told    map[string]*finding.Diagnostic // by slip: see once
	opaque  bool                           // the flow may set other keys: some cannot be read
	renamed bool                           // some key holds Liquid

	calls    []*project.Call
	returned map[string]*project.Call // by key: a call of a subflow that sets it
	after    map[*flow.Widget]bool    // whether a subflow may run before
	held     *values.Holding
	misread  map[*flow.Widget]bool     // splits that test another answer than the one given
	stored   map[string]*flow.Widget   // see storedBy
	dotted   map[string]*flow.Variable // those that are set and have a dot in their names; nil: not yet looked for

	// Of the template that was looked at last: whether all of it can be read, and
	// the names that it assigns.
	last   *liquid.Template
	sound  bool
	locals map[string]bool

	// Of the widget that was looked at last: the events with which one can come to it.
	at     *flow.Widget
	starts []string

	passed  []flow.Ref                     // variables that a REST request may have been meant to bring
	lost    bool                           // see startsLost
	lacking map[string]*finding.Diagnostic // by what is blank and when
	mixed   map[rootIn]bool                // see mixes
}

// A rootIn is a root that a template reads.
type rootIn struct {
	template *flow.Template
	root     string
}

func newVariableChecker(p *lint.Pass) *variableChecker {
	c := &variableChecker{
		Pass: p, tested: reads.Tested.Of(p), facts: schemas.LiquidFacts(),
		calls: p.Project.Calls(p.Document), returned: map[string]*project.Call{}, after: map[*flow.Widget]bool{},
		held: values.Held.Of(p), stored: map[string]*flow.Widget{},
		opaque: p.Flow.Unread() || shape.UnreadKeys.Of(p), lost: startsLost(p.Flow),
		lacking: map[string]*finding.Diagnostic{}, told: map[string]*finding.Diagnostic{},
		misread: map[*flow.Widget]bool{}, mixed: map[rootIn]bool{},
	}
	for _, m := range answers.Misread.Of(p) {
		c.misread[m.Split] = shape.Clear(p, m.Split) && (m.Asked == nil || shape.Clear(p, m.Asked.From)) // wrong-question tells
	}
	c.roots = reads.Names(c.facts.Roots)
	for _, call := range c.calls {
		keys, _, _ := shape.Returned(p, call.Widget)
		for _, key := range keys {
			if c.returned[key] == nil {
				c.returned[key] = call
			}
		}
	}
	for _, v := range p.Flow.Variables() {
		if len(v.Writes) > 0 {
			c.near.Names = append(c.near.Names, v.Key)
			c.renamed = c.renamed || liquid.HasMarkup(v.Key)
		}
	}
	return c
}

// startsLost reports whether it is not known with which events an execution comes
// where: the trigger may lead elsewhere, or another widget that some of them reach, and
// others do not.
func startsLost(f *flow.Flow) bool {
	loose := f.Unfollowable()
	if len(loose) == 0 {
		return false
	}
	if start := f.Begin(); start == nil || loose[start] {
		return true
	}
	return len(f.Entries()) > 1 // a widget of one may lead to one of another
}

// once reports what is the same slip wherever it stands in the flow: at the first place,
// with the others as related places. It reports whether this is the first.
func (c *variableChecker) once(slip string, r flow.Ref, at source.Place, format string, args ...any) (d *finding.Diagnostic, first bool) {
	if d = c.told[slip]; d != nil {
		d.Also(at, r.Widget.Label()+" reads it, too")
		return d, false
	}
	d = c.Reportf(at, format, args...)
	c.told[slip] = d
	return d, true
}
