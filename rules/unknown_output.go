package rules

import (
	"maps"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unknown-output", Title: "A template reads what the widget never stores",
		Group: finding.Liquid, Severity: finding.Warning, Fix: finding.SometimesFix, Varies: "note where a widget may store more than is known", AcrossFiles: true,
		Doc: `Finds {{widgets.NAME.KEY}} with a KEY that a widget of that type does not store:
widgets.http.data where the answer stands under parsed, widgets.ask.Body where the
reply stands under inbound, a Set Variables key that is not in its list. Where the
subflow of a Run Subflow widget is among the files, its variables are known too.

The same slip at widgets of one type is one finding, with the other places as related ones.

What a transcription holds (TranscriptionText) is sent to an address when it is done, and no
widget stores it.

Also a KEY that the widget stores only with another setting: AnsweredBy of a call
with detect_answering_machine off.

Nothing fails: the value is blank.

Of most voice widgets Studio passes on whatever the call brings, so only what another type of
widget alone has is reported (RecordingUrl of a gather), and, as a note, a key that
looks like a slip of a known one (Digit for Digits). Below
parsed anything may stand; but where the flow reads parsed.data.name and parsed.data.city,
parsed.dta.phone is most likely a slip, and, as a note, so is one of parsed.points and
parsed.customer.points. A widget with save_response_as is left alone.

As a note, once a flow, it finds a path below a field of a reply (inbound.location.latitude) or below
what a service has answered (body.total): those are texts. So is a variable, unless Set Variables says
by its type that it is an object: flow.variables.order.total is a warning.`,
	},
	Check: func(p *lint.Pass) {
		c := outputChecker{Pass: p, known: map[*flow.Widget]*outputs{}, told: map[string]*finding.Diagnostic{}}
		for _, r := range p.Flow.Refs() {
			if w := reads.Widget(p.Flow, r); w != nil {
				c.check(r, w)
			}
		}
		checkSisters(p)
		reportBelow(p)
	},
})

type outputChecker struct {
	*lint.Pass
	known map[*flow.Widget]*outputs
	told  map[string]*finding.Diagnostic // by slip: see report
}

// outputs are what one widget stores.
type outputs struct {
	keys   []schemas.Variable
	set    map[string]int   // the variables that it sets, beside keys, and which of them comes first; nil for none
	closed bool             // it stores nothing else
	as     finding.Severity // of a key that it does not store
	near   reads.Nearest    // see names
}

// names returns the names of all that the widget stores: only where one is not among them.
func (o *outputs) names() []string {
	if o.near.Names == nil {
		inTurn := func(a, b string) int { return o.set[a] - o.set[b] }
		o.near.Names = append(reads.Names(o.keys), slices.SortedFunc(maps.Keys(o.set), inTurn)...)
	}
	return o.near.Names
}

// sets reports whether the widget sets a variable.
func (o *outputs) sets(key string) bool {
	_, set := o.set[key]
	return set
}

// of returns what a widget stores, nil when that is not known at all.
func (c *outputChecker) of(w *flow.Widget) *outputs {
	o, ok := c.known[w]
	if !ok {
		o = c.find(w)
		c.known[w] = o
	}
	return o
}

func (c *outputChecker) find(w *flow.Widget) *outputs {
	facts := w.Facts
	if !facts.Known() || w.Property(facts.Outputs.RenamedBy).Text() != "" {
		return nil
	}
	o := &outputs{keys: facts.Outputs.Keys, closed: facts.Outputs.Closed, as: finding.Warning}
	var set []string
	switch facts.Outputs.From {
	case schemas.FromVariables:
		sets := shape.Sets.Of(c)[w.Index]
		set, o.closed = sets.Keys, sets.All
	case schemas.FromSubflow:
		var fixed bool
		set, o.closed, fixed = shape.Returned(c.Pass, w)
		if fixed {
			o.as = finding.Note // another revision than the one that is here
		}
	}
	if len(set) > 0 {
		o.set = make(map[string]int, len(set))
		for i, key := range slices.Backward(set) { // several steps may set one
			o.set[key] = i
		}
	}
	return o
}

func (c *outputChecker) check(r flow.Ref, w *flow.Widget) {
	known := c.of(w)
	if known == nil || known.sets(r.Name(2)) {
		return
	}
	keys, closed := known.keys, known.closed
	for i := 2; i < len(r.Segments); i++ {
		k := reads.Member(keys, r.Name(i))
		if k == nil {
			if !reads.Opaque(c.Pass, r.Name(i)) && (i < len(r.Segments)-1 || !reads.OfAnyList(r.Name(i))) {
				c.report(r, w, i, keys, closed)
			}
			return
		}
		if i == 2 && c.off(r, w, k) {
			return
		}
		if reads.LacksNumber(k, r.Name(i)) {
			c.ReportOncef(r.Widget, r.SegmentPlace(i), "%s reads %s, but there is one for each file, with a number: the value is blank; write %s0",
				r.Widget.Label(), reads.PathTo(r, i), r.Name(i))
			return
		}
		keys, closed = k.Keys, k.Closed
		if len(keys) == 0 && !closed {
			return
		}
	}
}

// off reports a key that a widget does not store as it is set, and whether it is such
// a one.
func (c *outputChecker) off(r flow.Ref, w *flow.Widget, k *schemas.Variable) bool {
	for name, values := range k.When.All() {
		value, certain := shape.Value(c.Pass, w, name)
		if !certain || slices.Contains(values, value) || shape.PropertyInstead(w, name).Exists() {
			continue
		}
		d, first := c.ReportOncef(r.Widget, r.SegmentPlace(2), "%s reads %s, but %s stores that only when its %s is %s: it is blank",
			r.Widget.Label(), reads.PathTo(r, 2), w.Label(), name, values[0])
		if n := w.Property(name); first && n.Exists() {
			d.Relate(n, "it is "+value)
		} else if first {
			d.Relate(w, w.Label()+" has no "+name)
		}
		return true
	}
	return false
}

// report reports the step i of a path: none of the keys that are known.
func (c *outputChecker) report(r flow.Ref, w *flow.Widget, i int, keys []schemas.Variable, closed bool) {
	name, o := r.Name(i), c.of(w)
	if i == 2 && reads.ComesLater(r, w) {
		c.ReportOncef(r.Widget, r.SegmentPlace(i), "%s reads %s, but Twilio sends that to the %s later on: it is blank here",
			r.Widget.Label(), reads.PathTo(r, i), words.Quote(w.Facts.Transcription.To))
		return
	}
	names := reads.Names(keys)
	near := words.Nearest
	if i == 2 {
		names = o.names()
		near = func(name string, _ []string) string { return o.near.To(name).Name }
	}
	if !closed {
		right := near(name, names)
		if !reads.IsSlip(name, right) {
			if reportAlias(c.Pass, c.told, r, w, i) {
				return
			}
			if i == 2 {
				reportElsewhere(c.Pass, c.told, r, w)
			}
			return
		}
		d, first := c.ReportOncef(r.Widget, r.SegmentPlace(i), "%s reads %s, which is most likely blank; did you mean %s?", r.Widget.Label(), reads.PathTo(r, i), words.Quote(right))
		if first && !reads.UsesBeside(c.Flow, r, i, right) {
			d.As(finding.Note)
		}
		reads.Near{Name: right, Certain: words.IsSlip(name, right)}.Fix(d, r.SegmentPlace(i))
		return
	}
	what := whatStores(w)
	if i > 2 {
		what = reads.PathTo(r, i-1) + " holds"
	}
	hint := c.hint(r, w, i, keys, near(name, names))
	slip := what + " " + name + hint // the same wherever it stands: one cure
	d := c.told[slip]
	if d == nil {
		d = c.Reportf(r.SegmentPlace(i), "%s reads %s, but %s %s: %s%s",
			r.Widget.Label(), reads.PathTo(r, i), what, only(names), values.Blank(c.Document, r, "it is blank"), hint).As(o.as)
		c.told[slip] = d
	} else {
		d.Also(r.SegmentPlace(i), r.Widget.Label()+" reads "+reads.PathTo(r, i)+", too")
	}
	if right := near(name, names); right != "" && hint == didYouMean(right) {
		reads.Near{Name: right, Certain: words.IsSlip(name, right)}.Fix(d, r.SegmentPlace(i))
	}
}

// whatStores says what fills the outputs of a widget, with its verb.
func whatStores(w *flow.Widget) string {
	switch w.Facts.Outputs.From {
	case schemas.FromVariables:
		return w.Label() + " sets"
	case schemas.FromSubflow:
		return "its subflow sets"
	}
	return w.Facts.Type + " stores"
}

func didYouMean(s string) string { return "; did you mean " + words.Quote(s) + "?" }

// only lists what there is.
func only(names []string) string {
	if len(names) == 0 {
		return "nothing that templates can read"
	}
	return "only " + words.List(names)
}

// hint says what was most likely meant by a key that is not there; near is the
// nearest of those that are.
func (c *outputChecker) hint(r flow.Ref, w *flow.Widget, i int, keys []schemas.Variable, near string) string {
	name := r.Name(i)
	meant := didYouMean
	if strings.EqualFold(near, name) {
		return meant(near)
	}
	sub, open := aliasOf(r, w, i), ""
	for j := range keys {
		k := &keys[j]
		if k.Object && len(k.Keys) == 0 && !k.Closed {
			open = k.Name
		}
		for _, below := range k.Keys {
			if strings.EqualFold(below.Name, name) && sub == "" {
				sub = k.Name + "." + below.Name
			}
		}
	}
	if next := r.Name(i + 1); next != "" && (reads.Member(keys, next) != nil || i == 2 && c.of(w).sets(next)) {
		return meant(reads.PathTo(r, i-1) + "." + next)
	}
	switch {
	case sub != "":
		return meant(sub)
	case near != "":
		return meant(near)
	case open != "":
		return meant(open + "." + name)
	}
	if facts := w.Facts; i == 2 && len(keys) == 0 && facts.Outputs.From == "" && facts.Outputs.Note != "" {
		return "; " + words.LowerFirst(words.TrimStop(facts.Outputs.Note))
	}
	return ""
}
