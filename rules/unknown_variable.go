package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/project"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unknown-variable", Title: "A template reads a variable that has no value",
		Group: finding.Liquid, Severity: finding.Warning, Varies: "note where something else may set it, or only some executions lack it", AcrossFiles: true,
		Doc: `Finds

* paths that begin with something else than flow, trigger, widgets, contact or a name
  that the template itself assigns: {{From}}, {{incoming.Body}}, {{contact_sid}};
* names below contact, flow and trigger that are not there: the only one of contact
  is contact.channel.address;
* flow.variables.NAME that no widget sets, wrong case first. When the flow can be run
  as a subflow, runs one before, or sets a variable whose key holds Liquid, it is a
  note; so is one that the template tests, or gives a default. Where it keeps a loop
  from ending, stuck-counter reports it;
* flow.data and what stands below trigger, of a trigger that is not connected or does
  not lead to the widget: trigger.call where only messages arrive. As a note, of one
  that does, where another event leads to the widget too.

Nothing fails: the value is blank.

Messages and conversations are not told apart, since many flows serve both, and what
the editor fills in by itself (service, channel, attributes) is left alone. A name in
capitals alone, {{LAMBDA_URL}}, is for the rule placeholder.`,
	},
	Check: func(p *lint.Pass) {
		c := newVariableChecker(p)
		for _, r := range p.Flow.Refs() {
			if !r.Broken && r.Root() != "" {
				c.check(r)
			}
		}
	},
})

type variableChecker struct {
	*once
	guards guards
	facts  *schemas.Liquid
	roots  []string

	near    nearest // keys that the flow sets
	opaque  bool    // the flow may set other keys: some cannot be read
	renamed bool    // some key holds Liquid
	creates bool    // some widget creates a message or conversation

	calls    []*project.Call
	returned map[string]*project.Call // by key: a call of a subflow that sets it
	after    map[*flow.Widget]bool    // whether a subflow may run before
	starts   map[*flow.Widget][]string
	stored   map[string]*flow.Widget // see storedBy

	// Of the template that was looked at last: whether all of it can be read, and
	// the names that it assigns.
	last   *liquid.Template
	sound  bool
	locals map[string]bool

	other *otherStart
	stuck map[stuckRead]bool
}

func newVariableChecker(p *lint.Pass) *variableChecker {
	c := &variableChecker{
		once: newOnce(p), guards: guards{}, facts: schemas.LiquidFacts(),
		calls: p.Project.Calls(p.Document), returned: map[string]*project.Call{}, after: map[*flow.Widget]bool{},
		starts: map[*flow.Widget][]string{}, stored: map[string]*flow.Widget{},
	}
	c.other = newOtherStart(c.once, c.guards)
	c.roots = keyNames(c.facts.Roots)
	for _, w := range p.Flow.Widgets {
		c.opaque = c.opaque || setsUnread(p, w)
		c.creates = c.creates || createsChat(w)
	}
	for _, call := range c.calls {
		keys, _, _ := returned(p, call.Widget)
		for _, key := range keys {
			if c.returned[key] == nil {
				c.returned[key] = call
			}
		}
	}
	for _, v := range p.Flow.Variables() {
		if len(v.Writes) > 0 {
			c.near.names = append(c.near.names, v.Key)
			c.renamed = c.renamed || liquid.HasMarkup(v.Key)
		}
	}
	return c
}

func (c *variableChecker) check(r flow.Ref) {
	if r.Root() == "widgets" {
		return // unknown-widget and unknown-output
	}
	if key, ok := r.Variable(); ok {
		if key != "" && len(c.Flow.Variable(key).Writes) == 0 && !opaqueName(c.Pass, key) {
			c.unset(r, key)
		}
		return
	}
	if root := c.facts.Root(r.Root()); root != nil {
		c.path(r, root)
		return
	}
	if c.last != r.Liquid {
		c.last, c.locals = r.Liquid, map[string]bool{}
		c.sound = r.Liquid.Readable() && !r.Liquid.HasUnknownTag()
		for _, l := range r.Liquid.Locals {
			c.locals[l.Name] = true
		}
	}
	// What a broken or unknown tag should have named is not known.
	if c.sound && r.Use != liquid.UseUnknown && !leftover(r.Template, r.Reference) && !opaqueName(c.Pass, r.Root()) {
		c.root(r)
	}
}

// unset reports a variable that nothing sets.
func (c *variableChecker) unset(r flow.Ref, key string) {
	if c.opaque {
		return
	}
	if c.stuck == nil {
		c.stuck = stuckReads(c.Pass)
	}
	if c.stuck[stuckRead{r.Widget, key}] {
		return // stuck-counter: the loop never ends
	}
	right := c.near.to(key)
	as, hint := finding.Warning, "; set it, or the value is blank"
	switch {
	case strings.EqualFold(right.name, key):
		hint = ": it is called " + words.Quote(right.name) + ", and names are case-sensitive"
	case right.name != "":
		hint = "; did you mean " + words.Quote(right.name) + "?"
	case c.Flow.Entry(parentEvent) != nil:
		hint = "; whether a subflow sees the variables of its parent is not documented, so hand it over as a parameter: trigger.parent.parameters." + words.Shorten(key)
	}
	if call := c.returned[key]; call != nil {
		hint = "; the subflow of " + call.Widget.Label() + " does: write " + words.Shorten("widgets."+call.Widget.Name+"."+key)
	} else if c.renamed || c.Flow.Entry(parentEvent) != nil || c.afterSubflow(r.Widget) || right.name == "" && c.guards.guarded(r) {
		as = finding.Note
	}
	at := c.segment(r, 2)
	d, first := c.reportf(r.Widget, at, "%s reads flow.variables.%s, which no widget sets%s", r.Widget.Label(), words.Shorten(key), hint)
	c.fixName(d, at, right)
	if first {
		d.As(as)
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

// path follows a path below one of the roots.
func (c *variableChecker) path(r flow.Ref, v *schemas.Variable) {
	for i := 1; i < len(r.Segments); i++ {
		if len(v.Keys) == 0 && !v.Closed {
			return
		}
		k := member(v.Keys, r.Name(i))
		if k == nil {
			if !opaqueName(c.Pass, r.Name(i)) && (i < len(r.Segments)-1 || !ofAnyList(r.Name(i))) {
				c.missing(r, i, v)
			}
			return
		}
		if len(k.Events) > 0 && !c.filled(r, i, k) {
			return
		}
		v = k
	}
}

// missing reports a name that is not there.
func (c *variableChecker) missing(r flow.Ref, i int, v *schemas.Variable) {
	name := r.Name(i)
	right := words.Nearest(name, keyNames(v.Keys))
	as := finding.Warning
	var hint string
	set := c.Flow.Variable(name)
	switch {
	case c.facts.Hints[pathTo(r, i)] != "":
		hint = "; " + words.LowerFirst(words.TrimStop(c.facts.Hints[pathTo(r, i)]))
	case v.Name == "trigger" && c.triggerKey(r.Widget, name) != "":
		hint = "; write " + c.triggerKey(r.Widget, name)
	case v.Closed:
		if right != "" {
			hint = "; did you mean " + words.Quote(right) + "?"
		} else {
			hint = "; there is only " + words.List(keyNames(v.Keys))
		}
	case i == 1 && set != nil && len(set.Writes) > 0:
		hint = "; write flow.variables." + words.Shorten(name)
	case isSlip(name, right):
		hint = "; did you mean " + words.Quote(right) + "?"
		if i > 1 {
			as = finding.Note // the set is open
		}
	default:
		return
	}
	at := c.segment(r, i)
	d, first := c.reportf(r.Widget, at, "%s reads %s, which Studio does not know, so the value is blank%s", r.Widget.Label(), pathTo(r, i), hint)
	if first {
		d.As(as)
	}
}

// root reports a path that begins with an unknown name.
func (c *variableChecker) root(r flow.Ref) {
	at := c.segment(r, 0)
	c.reportf(r.Widget, at, "%s reads %s, which Studio does not know, so the value is blank; %s", r.Widget.Label(), pathTo(r, 0), c.rootHint(r))
}

// rootHint says what was most likely meant by a path that begins with an unknown
// name.
func (c *variableChecker) rootHint(r flow.Ref) string {
	name := r.Root()
	if hint := c.facts.Hints[name]; hint != "" {
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
	if path := c.triggerKey(r.Widget, name); path != "" {
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

// triggerKey returns the path below trigger of a name that what starts the
// execution brings.
func (c *variableChecker) triggerKey(w *flow.Widget, name string) string {
	for _, k := range c.facts.Root("trigger").Keys {
		if member(k.Keys, name) != nil && intersects(k.Events, c.startsOf(w)) {
			return "trigger." + k.Name + "." + name
		}
	}
	return ""
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
		if w.Name == "" || member(w.Facts.Outputs.Keys, name) == nil {
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

// startsOf returns the trigger events with which an execution can come to a widget.
// A "" among them stands for one that is not known.
func (c *variableChecker) startsOf(w *flow.Widget) []string {
	events, ok := c.starts[w]
	if !ok {
		for _, e := range c.Flow.Entries() {
			if !e.Reaches(w) {
				continue
			}
			event := e.Event
			if !e.Facts.Known() {
				event = ""
			}
			events = append(events, event)
		}
		c.starts[w] = events
	}
	return events
}

func intersects(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// filled reports whether what only some trigger events fill can have a value in a
// widget, and reports it when it cannot.
func (c *variableChecker) filled(r flow.Ref, i int, k *schemas.Variable) bool {
	starts := c.startsOf(r.Widget)
	if len(starts) == 0 || slices.Contains(starts, "") || prefilled(r) || c.endless() {
		return true
	}
	if intersects(k.Events, starts) {
		if k.Name == "conversation" {
			return true // replies to a message may arrive there, whatever began
		}
		others := slices.DeleteFunc(slices.Clone(starts), func(event string) bool {
			return slices.Contains(k.Events, event) || c.alike(k, []string{event})
		})
		c.other.report(r, i, others)
		return true
	}
	if c.guards.guarded(r) || c.alike(k, starts) {
		return true
	}
	event := k.Events[0]
	why := "but the trigger's " + event + " leads nowhere"
	if c.Flow.Entry(event) != nil {
		why = "but only what begins with " + words.List(starts) + " comes here"
	}
	d, first := c.reportf(r.Widget, c.segment(r, i), "%s reads %s, which %s fills, %s: the value is blank", r.Widget.Label(), pathTo(r, i), event, why)
	if first {
		path, _ := c.Flow.PathTo(r.Widget)
		d.Along(steps(path, r.Widget))
	}
	return false
}

// endless reports whether some transition was meant to lead somewhere and cannot be
// followed, so that what is reachable is not known.
func (c *variableChecker) endless() bool { return !followable(c.Flow) }

// prefilled reports whether the editor writes such a text by itself: the default of
// the property, or the JSON of a task or message, which it offers filled in.
func prefilled(r flow.Ref) bool {
	facts := r.Widget.Facts
	if !facts.Known() {
		return true // of a widget that is not known nobody knows that either
	}
	property := facts.Property(r.Property)
	if property == nil {
		return !facts.OpenProperties // Studio ignores it, as unknown-property says
	}
	return property.Format == "json-object" || strings.Contains(property.Default, "trigger.")
}

// alike reports whether a message or conversation is read where the other arrives,
// or where a widget creates a conversation.
func (c *variableChecker) alike(k *schemas.Variable, starts []string) bool {
	if !isChat(k) {
		return false
	}
	keys := c.facts.Root("trigger").Keys
	return c.creates || slices.ContainsFunc(keys, func(other schemas.Variable) bool {
		return isChat(&other) && intersects(other.Events, starts)
	})
}

// createsChat reports whether a widget creates a message or conversation.
func createsChat(w *flow.Widget) bool {
	facts := w.Facts
	return facts.Creates != nil && isChat(schemas.LiquidFacts().Root("trigger").Key(facts.Creates.Channel))
}

// isChat reports whether a name below trigger is that of a message.
func isChat(k *schemas.Variable) bool {
	return k != nil && (k.Name == "message" || k.Name == "conversation")
}
