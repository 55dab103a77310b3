package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "read-before-run", Title: "A template reads what has not been stored yet",
		Group: finding.Liquid, Severity: finding.Warning, Varies: "note when only some paths miss it, or when the widget was left by another event",
		Doc: `Follows the ways through the flow to each place that reads a widget's output or a
variable. Finds

* a widget that cannot have run before: it comes later, lies on another branch, or
  nothing leads to it; a widget that reads its own output and cannot run twice;
* flow.variables.NAME where none of the widgets that set it can have run before;
* as a note, a widget that stores nothing, or not this key, on the events by which one
  comes here: the reply on "timeout", the keys pressed on "speech";
* as a note, once for each widget that reads, the widgets that some paths pass by, or, in a
  text for a person, one that some path leaves by an event on which it does not store the key;
* as a note, a text for a person, or a URL, with flow.variables.NAME where some path
  leads past every widget that sets it;
* as a note, once a flow, which button was tapped (ButtonText, ButtonPayload), where a split decides by the
  text of the same answer: who types it taps none;
* as a note, once for each request, a text for a person (also by a variable), a recipient or a URL with what the
  request brings (but not its error) where one comes when it has failed; and once for a flow, such
  a value that is the whole of a message, a number or an address, and that nothing tests. What the splits on the path test is held against each other,
  so that a path that no execution takes does not count;
* as a note, a message that is nothing but the words of an answer (parsed.message), also when the request
  has failed, or when another member of the answer is blank, and that ends when it cannot be sent.

Nothing fails: the value is blank, and a split takes noMatch.

Read the widget that did run, or lead every path through it. What a template tests
with if, gives a default, or prints right beside another output is left alone; so are
the first round of a loop (unless nothing else is in the message, which then is none),
widgets that cannot be reached, and a widget that only some paths pass by where it is
read in one branch of an if, unless or case: the condition may tell the paths apart. So is a
request that several questions lead to in silence, or that collects the answers of ways of which
one excludes the other: it is to store what was answered.`,
	},
	Check: func(p *lint.Pass) {
		if start := p.Flow.Begin(); start != nil && !start.Facts.Starts {
			return // with what an execution begins is not known
		}
		c := orderChecker{lost: len(p.Flow.Unfollowable()) > 0, unread: shape.UnreadKeys.Of(p), Pass: p, tested: reads.Tested.Of(p),
			held: values.Held.Of(p), unsetReads: map[string]*finding.Diagnostic{}}
		for _, r := range p.Flow.Refs() {
			if !p.Flow.Reachable(r.Widget) || r.Broken {
				continue
			}
			if key, ok := r.Variable(); ok {
				c.variable(r, key)
			} else if w := reads.Widget(p.Flow, r); w != nil {
				c.output(r, w)
			}
		}
		c.reportPassed()
		reportButtons(p)
	},
})

// maxSearches is for how many findings a path is looked for.
const maxSearches = 1000

// A lateReader is a widget with what it reads of others that some path passes by.
type lateReader struct {
	reader *flow.Widget
	reads  []flow.Ref
	names  []string // of the widgets, each once
	path   []*flow.Transition
}

// reportPassed reports what some paths leave blank: once for a widget that reads it, since
// the paths that lead there decide.
func (c *orderChecker) reportPassed() {
	for _, b := range c.passed {
		if c.storesWhatThereIs(b) || c.collectsArms(b) {
			continue
		}
		first := b.reads[0]
		w := reads.Widget(c.Flow, first)
		what, of, it := reads.PathTo(first, 1), w.Label(), "it is"
		if n := len(b.names) - 1; n > 0 {
			what, of, it = what+" and "+words.Plural(n, "other widget"), "them", "they are"
		}
		if isAllSent(first) {
			it = "nothing is sent (81011): it is"
		}
		cure := ""
		if isContact(c.Flow, first) {
			cure = "; read " + contactOf(c.Flow, first)
		}
		d := c.Reportf(first.SegmentPlace(1), "%s reads %s, but one can come here without %s: then %s blank%s", b.reader.Label(), what, of, it, cure).
			Identify(reads.PathTo(first, 1)).As(finding.Note).Along(finding.Steps(b.path, b.reader))
		if through, ok := c.Flow.PathBetween(w, b.reader, nil); ok {
			d.Relate(through[0], "another path goes from "+w.Label()+" on "+words.Quote(through[0].Event))
		}
		for _, r := range b.reads[1:min(len(b.reads), lint.MaxRelated)] {
			where := "here too"
			if len(b.names) > 1 {
				where = "here " + reads.PathTo(r, 1)
			}
			d.Relate(r.SegmentPlace(1), where)
		}
	}
}

// storesWhatThereIs reports whether a request is given the answers to questions, and silence at
// several of those leads right to it: then it is to store what was answered so far.
func (c *orderChecker) storesWhatThereIs(b *lateReader) bool {
	const several = 2
	if effects.ActOf(b.reader) != effects.Requests || !slices.ContainsFunc(b.path, func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindTimeout }) ||
		slices.ContainsFunc(b.reads, func(r flow.Ref) bool { return !reads.IsAnswer(c.Flow, r) }) {
		return false
	}
	silent := map[*flow.Widget]bool{}
	for _, t := range c.Flow.TemplatesOf(b.reader) {
		for _, r := range t.Refs() {
			asked := reads.Widget(c.Flow, r)
			if asked == nil || !reads.IsAnswer(c.Flow, r) {
				continue
			}
			if t := asked.OnKind(schemas.KindTimeout); t != nil && t.Meant != nil && c.leadsStraight(t.Meant, b.reader) {
				silent[asked] = true
			}
		}
	}
	return len(silent) >= several
}

// collectsArms reports whether a request is given the answers of two ways, of which nobody goes both.
func (c *orderChecker) collectsArms(b *lateReader) bool {
	const several = 4
	if effects.ActOf(b.reader) != effects.Requests || len(b.names) < several || slices.ContainsFunc(b.reads, func(r flow.Ref) bool { return !isGiven(c.Flow, r) }) {
		return false
	}
	first := reads.Widget(c.Flow, b.reads[0])
	return slices.ContainsFunc(b.reads[1:], func(r flow.Ref) bool {
		other := reads.Widget(c.Flow, r)
		return other != nil && other != first && !c.Flow.CanPrecede(first, other) && !c.Flow.CanPrecede(other, first)
	})
}

// isGiven reports whether a reference reads what a person answered to a question.
func isGiven(f *flow.Flow, r flow.Ref) bool {
	w := reads.Widget(f, r)
	return w != nil && effects.ActOf(w) == effects.Asks
}

// pass remembers a widget that some path passes by.
func (c *orderChecker) pass(r flow.Ref, path []*flow.Transition) {
	last := len(c.passed) - 1
	if last < 0 || c.passed[last].reader != r.Widget {
		c.passed = append(c.passed, &lateReader{r.Widget, []flow.Ref{r}, []string{r.Name(1)}, path})
		return
	}
	b := c.passed[last]
	b.reads = append(b.reads, r)
	if !slices.Contains(b.names, r.Name(1)) {
		b.names = append(b.names, r.Name(1))
	}
}

type orderChecker struct {
	*lint.Pass
	tested *reads.Tests
	lost   bool // it is not known where some way leads: what is blank on one that is known is told all the same
	unread bool // some widget sets variables under keys that cannot be read

	held       *values.Holding
	unsetReads map[string]*finding.Diagnostic // by variable: that some paths do not set it

	failedReads map[*flow.Widget]*finding.Diagnostic // by request: what is read where it has failed
	trusted     *finding.Diagnostic                  // what is sent unchecked, the first

	passed []*lateReader // in the order of the text

	searches int
}

// variable looks at a variable that the flow sets somewhere.
func (c *orderChecker) variable(r flow.Ref, key string) {
	f := c.Flow
	v := f.Variable(key)
	if v == nil || len(v.Writes) == 0 || c.unread || f.Entry(flow.ParentEvent) != nil {
		return
	}
	for _, write := range v.Writes {
		if write.Widget == r.Widget || f.CanPrecede(write.Widget, r.Widget) {
			c.unset(r, v)
			return
		}
	}
	if c.tested.Has(r) || c.lost {
		return
	}
	d, first := c.ReportOncef(r.Widget, r.SegmentPlace(2), "%s reads %s, but no widget that sets it can run before: it is blank", r.Widget.Label(), reads.PathTo(r, 2))
	if first {
		c.along(d, r.Widget)
		for _, write := range v.Writes[:min(len(v.Writes), lint.MaxRelated)] {
			d.Relate(write.Key, write.Widget.Label()+" sets it")
		}
	}
}

// unset reports a variable in a text for a person that some paths do not set: once for
// each variable, since where it is set decides.
func (c *orderChecker) unset(r flow.Ref, v *flow.Variable) {
	if _, printed := reads.Printed(r); !printed {
		return
	}
	if !isHeard(r) {
		c.leftOut(r, v)
		return
	}
	if slices.ContainsFunc(v.Writes, func(write flow.Write) bool { return c.mayBeRound(write.Widget, r.Widget) }) {
		return
	}
	if d := c.unsetReads[v.Key]; d != nil {
		if len(d.Related) < lint.MaxRelated && c.held.At(r).Unset {
			d.Relate(r.SegmentPlace(2), "here too")
		}
		return
	}
	if c.tested.Has(r) || c.tested.Conditional(r) || reads.Alternative(r) || c.sharesLoop(r, v) || !c.held.At(r).Unset {
		return
	}
	path, ok := c.held.WayUnset(r)
	if !ok {
		return
	}
	set := v.Writes[0]
	c.unsetReads[v.Key] = c.Reportf(r.SegmentPlace(2), "%s reads %s, but one can come here past %s, which sets it: then it is blank; give it a default, or set it on each path",
		r.Widget.Label(), reads.PathTo(r, 2), set.Widget.Label()).
		As(finding.Note).Along(finding.Steps(path, r.Widget)).Relate(set.Key, set.Widget.Label()+" sets it")
}

// leftOut reports a variable that a step is given and that several branches of a split set, each
// on its way there, but one does not: once for each variable.
func (c *orderChecker) leftOut(r flow.Ref, v *flow.Variable) {
	if c.lost || len(v.Writes) < 2 || c.unsetReads[v.Key] != nil || c.tested.Has(r) || c.tested.Conditional(r) || reads.Alternative(r) || reads.Decides(r) || !c.held.At(r).MayBeBlank() {
		return
	}
	set := slices.DeleteFunc(slices.Clone(v.Writes), flow.Write.Blank)
	setBy := c.setAtOnce(set, r.Widget)
	for _, w := range c.Flow.Widgets {
		if setBy[w] < 2 || !c.held.Before(w, r).MustBeBlank() {
			continue
		}
		for _, b := range reads.Branches.Of(c)[w.Index] {
			next := b.Transition.Meant
			if next == nil || slices.ContainsFunc(set, func(write flow.Write) bool { return write.Widget == next }) || !c.leadsStraight(next, r.Widget) {
				continue
			}
			c.unsetReads[v.Key] = c.Reportf(b.Transition.NextNode, "%s of %s leaves flow.variables.%s blank at %s, and other branches set it; set it here, too",
				b.Words(), w.Label(), words.Shorten(v.Key), r.Widget.Label()).
				As(finding.Note).Relate(set[0].Key, set[0].Widget.Label()+" sets it").Relate(r.SegmentPlace(2), "what reads it")
			return
		}
	}
}

// setAtOnce returns by how many of their ways splits set a variable at once, on the way to a widget.
func (c *orderChecker) setAtOnce(set []flow.Write, to *flow.Widget) map[*flow.Widget]int {
	by := map[*flow.Widget]int{}
	for _, write := range set {
		for _, t := range write.Widget.In {
			if (t.Facts.Kind == schemas.KindBranch || t.Facts.Kind == schemas.KindNoMatch) && t.From.Facts.Split && c.leadsStraight(write.Widget, to) {
				by[t.From]++
			}
		}
	}
	return by
}

// leadsStraight reports whether a widget leads to another one, or is it, over steps that neither
// decide nor ask anything, whatever of them goes wrong.
func (c *orderChecker) leadsStraight(w, to *flow.Widget) bool {
	const longest = 10
	for range longest {
		if w == to {
			return true
		}
		next := w.Onward()
		if next == nil || next.Meant == nil || effects.ActOf(w) == effects.Asks || w.Facts.Split {
			return false
		}
		w = next.Meant
	}
	return false
}

// isHeard reports whether a person hears or reads what a template prints, or a server is
// called by it: a parameter or an attribute may well be blank.
func isHeard(r flow.Ref) bool {
	property := r.Facts
	return slices.Contains(r.Widget.Facts.Content, r.Property) || property != nil && property.IsURL()
}

// sharesLoop reports whether what sets a variable stands in one loop with what reads it:
// blank in the first round, as a rule on purpose.
func (c *orderChecker) sharesLoop(r flow.Ref, v *flow.Variable) bool {
	loop := c.Flow.LoopOf(r.Widget)
	return loop != nil && slices.ContainsFunc(v.Writes, func(w flow.Write) bool { return loop.Has(w.Widget) })
}

// along adds a path to the widget that reads.
func (c *orderChecker) along(d *finding.Diagnostic, w *flow.Widget) {
	path, _ := c.Flow.PathTo(w)
	d.Along(finding.Steps(path, w))
}

// output looks at an output of a widget.
func (c *orderChecker) output(r flow.Ref, w *flow.Widget) {
	f := c.Flow
	facts := w.Facts
	switch {
	case facts.Known() && facts.Outputs.Closed && len(facts.Outputs.Keys) == 0 && facts.Outputs.From == "":
		return // it stores nothing: unknown-output
	case c.mayBeRound(w, r.Widget):
	case !f.CanPrecede(w, r.Widget):
		c.never(r, w)
	case w == r.Widget: // from the round before
	case facts.Known() && !c.lost && c.blank(r, w, facts):
	default:
		if !c.some(r, w) && !c.sometimes(r, w) && !c.failed(r, w) && !c.wholeBlank(r, w) {
			c.unchecked(r, w)
		}
	}
}

// mayBeRound reports whether a way that is lost may close a loop from what reads to what is read:
// then it is blank in the first round, as a rule on purpose.
func (c *orderChecker) mayBeRound(read, reader *flow.Widget) bool {
	return c.lost && c.Flow.CanPrecede(reader, read)
}

// never reports a widget that cannot have run.
func (c *orderChecker) never(r flow.Ref, w *flow.Widget) {
	if c.tested.Has(r) || c.lost {
		return
	}
	why := w.Label() + " cannot run before it"
	switch {
	case w == r.Widget:
		why = "that is its own output, stored only when it has run"
	case !c.Flow.Reachable(w):
		why = "nothing leads to " + w.Label()
	case c.Flow.CanPrecede(r.Widget, w):
		why = w.Label() + " runs only later"
	}
	d, first := c.ReportOncef(r.Widget, r.SegmentPlace(1), "%s reads %s, but %s: it is blank", r.Widget.Label(), reads.PathTo(r, 1), why)
	if first {
		if reads.Alternative(r) {
			d.As(finding.Note)
		}
		c.along(d, r.Widget)
		if w != r.Widget {
			d.Relate(w, w.Label()+" stands here")
		}
	}
}

// storedOn returns the events on which a widget stores what is read; nil when it
// stores it on each event, or that is not known.
func storedOn(r flow.Ref, w *flow.Widget, facts *schemas.Widget) []string {
	for _, t := range w.Transitions {
		if facts.Event(t.Raised()) == nil {
			return nil // perhaps a misspelt one
		}
	}
	return effects.StorageOf(w, r.Name(2)).Events(w)
}

// blank reports a widget that is left only by events on which it does not store
// what is read, and whether it is such a one.
func (c *orderChecker) blank(r flow.Ref, w *flow.Widget, facts *schemas.Widget) bool {
	f := c.Flow
	events := storedOn(r, w, facts)
	if events == nil || f.CanPrecedeBy(w, func(event string) bool { return slices.Contains(events, event) }, r.Widget) {
		return false
	}
	if c.tested.Has(r) || reads.Alternative(r) {
		return true
	}
	var by []string
	for _, t := range w.Transitions {
		if t.Meant != nil && !slices.Contains(by, t.Raised()) && (t.Meant == r.Widget || f.CanPrecede(t.Meant, r.Widget)) {
			by = append(by, t.Raised())
		}
	}
	last := min(2, len(r.Segments)-1)
	d, first := c.ReportOncef(r.Widget, r.SegmentPlace(last), "%s reads %s, but comes after %s only on %s, and that is stored on %s: it is blank",
		r.Widget.Label(), reads.PathTo(r, last), w.Label(), words.List(by), words.List(events))
	if first {
		d.As(finding.Note)
		if path, ok := f.PathTo(w); ok {
			rest, _ := f.PathBetween(w, r.Widget, nil)
			d.Along(finding.Steps(append(slices.Clip(path), rest...), r.Widget))
		}
	}
	return true
}

// some reports a widget that some paths pass by, and whether it does.
func (c *orderChecker) some(r flow.Ref, w *flow.Widget) bool {
	f := c.Flow
	if loop := f.LoopOf(w); loop != nil && loop == f.LoopOf(r.Widget) && !isAllSent(r) && !isContact(f, r) {
		c.failedAtOnce(r, w)
		return true // blank in the first round, as a rule on purpose
	}
	var entries []*flow.Entry
	for _, e := range f.Entries() {
		if e.Reaches(r.Widget) {
			entries = append(entries, e)
		}
	}
	for _, e := range entries {
		if e.HasRun(w, r.Widget) {
			continue
		}
		if c.tested.Has(r) || c.tested.Conditional(r) || reads.Alternative(r) || c.searches == maxSearches {
			return true
		}
		c.searches++
		path, ok := e.PathWhere(r.Widget, func(t *flow.Transition) bool { return t.From != w && (len(entries) == 1 || c.held.From(e).Takes(t)) })
		if ok && c.held.At(r).Known { // what the splits on the path test may rule it out
			path, ok = c.held.WayPast(r, w)
		}
		if !ok {
			continue
		}
		if !slices.ContainsFunc(answers.Crossings.Of(c), func(x answers.Crossing) bool { return slices.Contains(path, x.After) }) {
			c.pass(r, path) // else wrong-question tells why
		}
		return true
	}
	return false
}

// isAllSent reports whether a message consists of what a template prints, and of nothing else:
// when that is blank there is none, which nobody means, not even in the first round of a loop.
func isAllSent(r flow.Ref) bool {
	facts := r.Widget.Facts
	return r.Widget.Needs() == schemas.NeedsMessage && slices.Contains(facts.Content, r.Property) && reads.IsAll(r) &&
		!slices.ContainsFunc(facts.Content, func(name string) bool {
			return name != r.Property && r.Widget.Property(name).Exists() && r.Widget.Property(name).Text() != ""
		})
}

// sometimes reports a text for a person with what a widget has not stored on the event
// by which some path leaves it, and whether there is such a path.
func (c *orderChecker) sometimes(r flow.Ref, w *flow.Widget) bool {
	if _, printed := reads.Printed(r); !printed || !isHeard(r) {
		return false
	}
	if c.tested.Has(r) || c.tested.Conditional(r) || reads.Alternative(r) || !c.held.At(r).Unset {
		return false
	}
	path, ok := c.held.WayUnset(r)
	if !ok {
		return false
	}
	i := slices.IndexFunc(path, func(t *flow.Transition) bool { return t.From == w })
	if i < 0 {
		return false
	}
	if d, first := c.ReportOncef(r.Widget, r.SegmentPlace(min(2, len(r.Segments)-1)), "%s reads %s, but one can come here when %s was left on %s, which stores nothing there: then the value is blank; give it a default",
		r.Widget.Label(), reads.Path(r), w.Label(), words.Quote(path[i].Event)); first {
		d.As(finding.Note).Along(finding.Steps(path, r.Widget))
	}
	return true
}

// failed reports a text for a person, or a recipient, with what a request has brought where one
// comes to it when the request has failed: an outage brings nothing, and a page about an error
// no such member. What tells of the error itself is meant.
func (c *orderChecker) failed(r flow.Ref, w *flow.Widget) bool {
	heard := isHeard(r) || r.Property != "" && r.Property == r.Widget.Facts.Receiver
	if w.Facts.Request == nil || !heard && effects.ActOf(r.Widget) != effects.Sets || !c.printsBare(r) || offer.TellsOfError(r.Name(len(r.Segments)-1)) {
		return false
	}
	if known := w.Facts.Outputs.Key(r.Name(2)); known == nil || known.Holds != schemas.HoldsResponseJSON && (known.Holds != schemas.HoldsResponseBody || comesByFailure(r.Widget)) {
		return false
	}
	if d := c.failedReads[w]; d != nil && len(d.Related) == lint.MaxRelated {
		return true
	}
	c.searches++
	path, ok := values.AfterFailure(c.Flow, w, r.Widget)
	if !ok || !heard && (c.unread || !isKeptToSay(c.Flow, r, w, c.saysBare)) {
		return false
	}
	c.reportFailed(r, w, path)
	return true
}

// comesByFailure reports whether failures alone lead to a widget: the text of an answer that it prints
// is that of the error.
func comesByFailure(w *flow.Widget) bool {
	return !slices.ContainsFunc(w.In, func(t *flow.Transition) bool { return t.Facts.Kind != schemas.KindFailure })
}

// failedAtOnce is failed for what lies with the request in a loop: there it counts only where the
// failure leads right to the text, as in the first round no other can have filled it.
func (c *orderChecker) failedAtOnce(r flow.Ref, w *flow.Widget) {
	if w.Facts.Request == nil || !isHeard(r) || r.Widget == w {
		return
	}
	i := slices.IndexFunc(w.Transitions, func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindFailure && t.Meant == r.Widget })
	if i < 0 || !c.printsBare(r) || offer.TellsOfError(r.Name(len(r.Segments)-1)) || reads.InResponse(c.Flow, r) != w {
		return
	}
	c.reportFailed(r, w, w.Transitions[i:i+1])
}

// reportFailed reports what is read on a path after a failure, once for each request.
func (c *orderChecker) reportFailed(r flow.Ref, w *flow.Widget, path []*flow.Transition) {
	at := r.SegmentPlace(min(3, len(r.Segments)-1))
	if d := c.failedReads[w]; d != nil {
		if len(d.Related) < lint.MaxRelated {
			d.Relate(at, "here too")
		}
		return
	}
	if c.failedReads == nil {
		c.failedReads = map[*flow.Widget]*finding.Diagnostic{}
	}
	c.failedReads[w] = c.Reportf(at, "%s reads %s also after %s of %s, when it is blank as a rule; give it a default",
		r.Widget.Label(), reads.Path(r), words.Quote(path[0].Event), w.Label()).As(finding.Note).Along(finding.Steps(path, r.Widget))
}

// saysBare reports whether a person gets a value as it is, and counts a search for it.
func (c *orderChecker) saysBare(r flow.Ref) bool {
	if !isHeard(r) || !c.printsBare(r) {
		return false
	}
	c.searches++
	return true
}

// printsBare reports whether a value is printed without a test or a default, as long as there may be
// one more search.
func (c *orderChecker) printsBare(r flow.Ref) bool {
	_, printed := reads.Printed(r)
	return printed && c.searches < maxSearches && !c.tested.Has(r) && !c.tested.Conditional(r) && !reads.Alternative(r)
}

// unchecked reports what a service answers where it is the whole of a message, a number or an
// address that is called, and nothing asks whether it is there: once in a flow, since such a
// service is trusted everywhere or nowhere. A service that writes the message itself is.
func (c *orderChecker) unchecked(r flow.Ref, w *flow.Widget) {
	if w.Facts.Request == nil || r.Property == "" {
		return
	}
	member := reads.InResponse(c.Flow, r) != nil
	if !member && reads.ResponseText(c.Flow, r) == nil || !reads.IsAll(r) {
		return
	}
	what := trusts(r, member)
	if what == "" {
		return
	}
	if c.tested.Has(r) || c.tested.Conditional(r) || c.held.Checked(r) || c.isTested(w) {
		return
	}
	if d := c.trusted; d != nil {
		if len(d.Related) < lint.MaxRelated {
			d.Relate(r.Place(), "here too")
		}
		return
	}
	c.trusted = c.Reportf(r.Place(), "%s %s %s, unchecked: it fails where %s leaves that out; test it, or give a default",
		r.Widget.Label(), what, reads.Path(r), w.Label()).As(finding.Note).Identify(reads.Path(r))
}

// wholeBlank reports a message that is nothing but a member of an answer, where there may be none.
func (c *orderChecker) wholeBlank(r flow.Ref, w *flow.Widget) bool {
	if !isAllSent(r) || !c.printsBare(r) {
		return false
	}
	c.searches++
	return reportWholeBlank(c.Pass, r, w)
}

// trusts says what a widget does with what a service answers, a member of it or the whole text;
// "" where it does not depend on it.
func trusts(r flow.Ref, member bool) string {
	switch q := r.Widget.Facts.Request; {
	case r.Facts != nil && r.Facts.Format == "phone-or-address":
		return "goes to"
	case q != nil && r.Property == q.URL:
		return "calls"
	case member && isAllSent(r) && !offer.TellsOfError(r.Name(len(r.Segments)-1)) && !offer.NamesText(r.Name(len(r.Segments)-1)):
		return "sends"
	}
	return ""
}

// isTested reports whether some split asks for anything that a request brings.
func (c *orderChecker) isTested(w *flow.Widget) bool {
	return slices.ContainsFunc(c.Flow.OutputRefs(w.Name), func(r flow.Ref) bool {
		return r.Widget.Facts.Split || r.Use == liquid.UseCondition || r.Use == liquid.UseCase
	})
}
