package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/liquid"
	"studiolint/lint/loops"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unknown-variable", Title: "A template reads a variable that has no value",
		Group: finding.Liquid, Severity: finding.Warning, Fix: finding.SometimesFix, Varies: "note where something else may set it, or only some executions lack it", AcrossFiles: true,
		Doc: `Finds

* paths that begin with something else than flow, trigger, widgets, contact or a name
  that the template itself assigns: {{From}}, {{incoming.Body}}, {{contact_sid}};
* names below contact, flow and trigger that are not there: the only one of contact
  is contact.channel.address;
* flow.variables.NAME that no widget sets, wrong case first; where a REST request begins,
  which brings flow.data, all of them are one finding. When the flow can be run
  as a subflow, runs one before, or sets a variable whose key holds Liquid, it is a
  note; so is one that the template tests, or gives a default. Where it keeps a loop
  from ending, stuck-counter reports it;
* flow.variables.NAME that the flow sets to a blank and to nothing else;
* flow.data and what stands below trigger, of a trigger that is not connected or does
  not lead to the widget: trigger.call where only messages arrive. As a note, of one
  that does, where another event leads to the widget too;
* what a template reads in the branch in which its own condition says that it is blank, as in
  the else of {% if trigger.call %}, or where there is another kind of start.
* names below flow.data, trigger.parent.parameters and parsed of a request that are written in two
  ways, msgBody and msgbody: the rarer one, or, as a note, one of them.

Nothing fails: the value is blank. The same name is one finding a flow, with the other
places as related ones; a name that is suggested is first one that the widget itself
uses.

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
		c.reportPassed()
		reportOnlyBlank(p)
		reportCases(p)
		for _, t := range p.Flow.Templates() {
			for _, e := range reads.ExcludedIn(t) {
				c.excluded(e)
			}
		}
	},
})

// excluded reports what a template reads where its own condition says that it is blank.
func (c *variableChecker) excluded(e reads.Excluded) {
	if reads.Opaque(c.Pass, e.Root()) {
		return
	}
	if e.Other != "" {
		c.ReportOncef(e.Widget, e.Ref, "%s reads %s where there is %s: an execution has one of the two, so it is blank",
			e.Widget.Label(), reads.Path(e.Ref), e.Other)
		return
	}
	d, first := c.ReportOncef(e.Widget, e.Ref, "%s reads %s in the branch in which it is blank; read what there is instead", e.Widget.Label(), reads.Path(e.Ref))
	if first {
		d.Relate(e.Test, "the condition")
	}
}

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
	misread  map[*flow.Widget]bool   // splits that test another answer than the one given
	stored   map[string]*flow.Widget // see storedBy

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
		opaque: p.Flow.Unread() || shape.UnreadKeys.Of(p), lost: startsLost(p.Flow), lacking: map[string]*finding.Diagnostic{}, told: map[string]*finding.Diagnostic{}, misread: map[*flow.Widget]bool{}, mixed: map[rootIn]bool{},
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

func (c *variableChecker) check(r flow.Ref) {
	if r.Root() == "widgets" {
		return // unknown-widget and unknown-output
	}
	if key, ok := r.Variable(); ok {
		if key != "" && len(c.Flow.Variable(key).Writes) == 0 && !reads.Opaque(c.Pass, key) {
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
	if c.sound && r.Use != liquid.UseUnknown && !reads.Unfilled(r.Template, r.Reference) && !reads.Opaque(c.Pass, r.Root()) {
		c.root(r)
	}
}

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
	as, hint := finding.Warning, ", so it is always blank; set it"
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
	if as == finding.Warning && right.Name == "" && c.returned[key] == nil && slices.Contains(c.held.Begins(r.Widget), "incomingRequest") {
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
	for _, r := range c.passed[1:min(len(c.passed), lint.MaxRelated+1)] {
		d.Relate(r.SegmentPlace(2), r.Widget.Label()+" reads "+reads.PathTo(r, 2))
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
		k := reads.Member(v.Keys, r.Name(i))
		if k == nil {
			if !reads.Opaque(c.Pass, r.Name(i)) && (i < len(r.Segments)-1 || !reads.OfAnyList(r.Name(i))) {
				c.missing(r, i, v)
			}
			return
		}
		if len(k.Events) > 0 && !c.filled(r, i, k) {
			return
		}
		if reads.LacksNumber(k, r.Name(i)) {
			c.ReportOncef(r.Widget, r.SegmentPlace(i), "%s reads %s, but there is one for each file, with a number: the value is blank; write %s0",
				r.Widget.Label(), reads.PathTo(r, i), r.Name(i))
			return
		}
		v = k
	}
}

// missing reports a name that is not there.
func (c *variableChecker) missing(r flow.Ref, i int, v *schemas.Variable) {
	name := r.Name(i)
	right := words.Nearest(name, reads.Names(v.Keys))
	known := c.facts.Hints.Get(reads.PathTo(r, i))
	as := finding.Warning
	var hint string
	set := c.Flow.Variable(name)
	switch {
	case known != "":
		hint = "; " + words.LowerFirst(words.TrimStop(known))
	case v.Name == "trigger" && c.held.Key(r.Widget, name) != "":
		hint = "; write " + c.held.Key(r.Widget, name)
	case v.Closed:
		if right != "" {
			hint = "; did you mean " + words.Quote(right) + "?"
		} else {
			hint = "; there is only " + words.List(reads.Names(v.Keys))
		}
	case i == 1 && set != nil && len(set.Writes) > 0:
		hint = "; write flow.variables." + words.Shorten(name)
	case reads.IsSlip(name, right):
		hint = "; did you mean " + words.Quote(right) + "?"
		if i > 1 && !reads.UsesBeside(c.Flow, r, i, right) {
			as = finding.Note // the set is open
		}
	default:
		return
	}
	at := r.SegmentPlace(i)
	const format = "%s reads %s, which Studio does not know: it is blank%s"
	if known != "" {
		c.once("known "+known, r, at, format, r.Widget.Label(), reads.PathTo(r, i), hint)
		return
	}
	d, first := c.ReportOncef(r.Widget, at, format, r.Widget.Label(), reads.PathTo(r, i), hint)
	if first {
		d.As(as)
	}
	if right != "" && hint == "; did you mean "+words.Quote(right)+"?" {
		reads.Near{Name: right, Certain: words.IsSlip(name, right)}.Fix(d, at)
	}
}

// root reports a path that begins with an unknown name.
func (c *variableChecker) root(r flow.Ref) {
	at := r.SegmentPlace(0)
	path, hint := reads.PathTo(r, 0), c.rootHint(r)
	c.once("root "+path+" "+hint, r, at, "%s reads %s, which Studio does not know: it is blank; %s", r.Widget.Label(), path, hint)
}

// once reports what is the same slip wherever it stands in the flow: at the first place,
// with the others as related places. It reports whether this is the first.
func (c *variableChecker) once(slip string, r flow.Ref, at source.Place, format string, args ...any) (d *finding.Diagnostic, first bool) {
	if d = c.told[slip]; d != nil {
		if len(d.Related) < lint.MaxRelated {
			d.Relate(at, r.Widget.Label()+" reads it, too")
		}
		return d, false
	}
	d = c.Reportf(at, format, args...)
	c.told[slip] = d
	return d, true
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

// attribute reports a member of JSON that a flow sends for an event which it does not
// connect, as a note: for other flows it may be right, and the editor fills some in.
func (c *variableChecker) attribute(r flow.Ref, i int, k *schemas.Variable, starts []string) {
	facts := r.Facts
	if facts == nil || facts.Format != "json-object" || c.held.Brings(r.Widget, k) || k.Name != "call" && !(k.Name == "message" && slices.Contains(starts, "incomingConversationMessage")) || c.tested.Has(r) || c.tested.Conditional(r) ||
		!jsontext.Declared(r.Template) || slices.Contains(starts, flow.ParentEvent) || c.mixes(r) {
		return
	}
	if d, first := c.ReportOncef(nil, r.SegmentPlace(i), "%s is read in %s, but only what begins with %s comes here, which does not fill it: it is blank",
		reads.PathTo(r, i), words.Quote(r.Property), words.List(starts)); first {
		d.As(finding.Note)
	}
}

// mixes reports whether the template of a reference reads other members of its root, too: one
// that is sent whatever began.
func (c *variableChecker) mixes(r flow.Ref) bool {
	in := rootIn{r.Template, r.Root()}
	mixed, known := c.mixed[in]
	if !known {
		mixed = slices.ContainsFunc(r.Template.Refs(), func(other flow.Ref) bool { return other.Root() == r.Root() && other.Name(1) != r.Name(1) })
		c.mixed[in] = mixed
	}
	return mixed
}

// filled reports whether what only some trigger events fill can have a value in a
// widget, and reports it when it cannot.
func (c *variableChecker) filled(r flow.Ref, i int, k *schemas.Variable) bool {
	if c.at != r.Widget {
		c.at, c.starts = r.Widget, c.held.Begins(r.Widget)
	}
	starts := c.starts
	if len(starts) == 0 || c.misread[r.Widget] || slices.Contains(starts, "") || c.lost {
		return true
	}
	if k.Name == "conversation" && c.onlyMessages(r.Widget, starts) {
		if d, first := c.ReportOncef(nil, r.SegmentPlace(i), "%s is read, but only incomingMessage is connected, and a message fills trigger.message; connect incomingConversationMessage too, or read that",
			reads.PathTo(r, i)); first {
			d.As(finding.Note)
		}
		return false
	}
	if reads.Prefilled(r) {
		c.attribute(r, i, k, starts)
		return true
	}
	if c.held.Brings(r.Widget, k) {
		if k.Name == "conversation" {
			return true // replies to a message may arrive there, whatever began
		}
		others := slices.DeleteFunc(slices.Clone(starts), func(event string) bool {
			return slices.Contains(k.Events, event) || c.alike(k, []string{event})
		})
		if e, paths := c.held.Lacking(r, others); e != nil {
			c.lacks(r, i, e, paths)
		}
		return true
	}
	if c.tested.Has(r) || c.alike(k, starts) {
		return true
	}
	event := k.Events[0]
	why := "but the trigger's " + event + " leads nowhere"
	if c.Flow.Entry(event) != nil {
		why = "but only what begins with " + words.List(starts) + " comes here"
	}
	d, first := c.ReportOncef(r.Widget, r.SegmentPlace(i), "%s reads %s, which %s fills, %s: the value is blank", r.Widget.Label(), reads.PathTo(r, i), event, why)
	if first {
		d.Along(values.Route(c.Pass, c.Flow.Everywhere(), r.Widget))
	}
	return false
}

// alike reports whether what stands below trigger is a message or conversation and is
// read where the other arrives, or where a widget creates a conversation.
func (c *variableChecker) alike(k *schemas.Variable, events []string) bool {
	if !reads.IsChat(k) {
		return false
	}
	trigger := c.facts.Root("trigger")
	return slices.ContainsFunc(trigger.Keys, func(other schemas.Variable) bool {
		return reads.IsChat(&other) && slices.ContainsFunc(other.Events, func(event string) bool { return slices.Contains(events, event) })
	}) || slices.ContainsFunc(c.Flow.Widgets, func(w *flow.Widget) bool {
		creates := w.Facts.Creates
		return creates != nil && reads.IsChat(trigger.Key(creates.Channel))
	})
}

// onlyMessages reports whether an execution can come to a widget with nothing but a
// message, and without a question before it: replies may arrive as a conversation.
func (c *variableChecker) onlyMessages(w *flow.Widget, starts []string) bool {
	if len(starts) != 1 || starts[0] != "incomingMessage" || c.Flow.Entry("incomingConversationMessage") != nil || c.Flow.Entry(flow.ParentEvent) != nil {
		return false
	}
	return !slices.ContainsFunc(c.Flow.Widgets, func(before *flow.Widget) bool {
		return !before.Facts.Starts && (before.Facts.Creates != nil || before.Facts.Interactive || !before.Facts.Known()) && c.Flow.CanPrecede(before, w)
	})
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

// lacks reports what is blank when the execution begins with an entry, once in a flow:
// all of it goes with the trigger's one transition.
func (c *variableChecker) lacks(r flow.Ref, i int, e *flow.Entry, paths *flow.Paths) {
	what, at := reads.PathTo(r, i), r.SegmentPlace(i)
	if d := c.lacking[what+" "+e.Event]; d != nil {
		if len(d.Related) < lint.MaxRelated {
			d.Relate(at, "here too")
		}
		return
	}
	hint := "give it a default, or lead that event elsewhere"
	given := r.Root() != "trigger" // by a request, which names whom the flow writes to, and from where
	switch name := r.Name(i + 1); {
	case name == "From" && !given, name == "To" && given:
		hint = "contact.channel.address is there however it begins"
	case name == "To", name == "From":
		hint = "flow.channel.address is there however it begins"
	}
	c.lacking[what+" "+e.Event] = c.Reportf(at, "%s reads %s, which is blank when the execution begins with %s; %s", r.Widget.Label(), what, words.Quote(e.Event), hint).
		As(finding.Note).Along(finding.Route(flow.Routes{paths}, r.Widget))
}
