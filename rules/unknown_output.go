package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
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
what a service has answered (body.total): those are texts.`,
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
	set    map[string]bool  // the variables that it sets, beside keys
	closed bool             // it stores nothing else
	as     finding.Severity // of a key that it does not store
	what   string           // what the keys are, for a message
	near   reads.Nearest
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
	o := &outputs{keys: facts.Outputs.Keys, closed: facts.Outputs.Closed, as: finding.Warning, what: facts.Type + " stores"}
	o.near.Names = reads.Names(o.keys)
	var set []string
	switch facts.Outputs.From {
	case schemas.FromVariables:
		sets := shape.Sets.Of(c)[w.Index]
		set, o.closed = sets.Keys, sets.All
		o.what = w.Label() + " sets"
	case schemas.FromSubflow:
		var fixed bool
		set, o.closed, fixed = shape.Returned(c.Pass, w)
		o.what = "its subflow sets"
		if fixed {
			o.as = finding.Note // another revision than the one that is here
		}
	}
	o.set = make(map[string]bool, len(set))
	for _, key := range set {
		o.set[key] = true
	}
	o.near.Names = append(o.near.Names, set...)
	return o
}

func (c *outputChecker) check(r flow.Ref, w *flow.Widget) {
	known := c.of(w)
	if known == nil {
		return
	}
	if known.set[r.Name(2)] {
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
		names = o.near.Names
		near = func(name string, _ []string) string { return o.near.To(name).Name }
	}
	if !closed {
		right := near(name, names)
		if !reads.IsSlip(name, right) {
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
	what := o.what
	if i > 2 {
		what = reads.PathTo(r, i-1) + " holds"
	}
	hint := c.hint(r, w, i, keys, near(name, names))
	slip := what + " " + name + hint // the same wherever it stands: one cure
	d := c.told[slip]
	if d == nil {
		d = c.Reportf(r.SegmentPlace(i), "%s reads %s, but %s %s: it is blank%s",
			r.Widget.Label(), reads.PathTo(r, i), what, only(names), hint).As(o.as)
		c.told[slip] = d
	} else if len(d.Related) < lint.MaxRelated {
		d.Relate(r.SegmentPlace(i), r.Widget.Label()+" reads "+reads.PathTo(r, i)+", too")
	}
	if right := near(name, names); right != "" && hint == didYouMean(right) {
		reads.Near{Name: right, Certain: words.IsSlip(name, right)}.Fix(d, r.SegmentPlace(i))
	}
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
	var sub, open string
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
	if next := r.Name(i + 1); next != "" && (reads.Member(keys, next) != nil || i == 2 && c.of(w).set[next]) {
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

// inAnswer is what a flow reads of the JSON of one widget's answers, below
// widgets.NAME.parsed.
type inAnswer struct {
	reads []flow.Ref
	paths map[string]int // by path: how often it is read, or something below it
}

const parsedAt = 3 // the first segment below the JSON of an answer

// checkSisters holds what a flow reads of an answer against what else it reads of it:
// nobody knows what a server answers, but it does not write a name in two ways.
func checkSisters(p *lint.Pass) {
	var order []*flow.Widget
	all := map[*flow.Widget]*inAnswer{}
	for _, r := range p.Flow.Refs() {
		w := reads.InResponse(p.Flow, r)
		if w == nil {
			continue
		}
		if all[w] == nil {
			all[w] = &inAnswer{paths: map[string]int{}}
			order = append(order, w)
		}
		all[w].add(r)
	}
	for _, w := range order {
		if a := all[w]; len(a.paths) > 2 && len(a.paths) < mostPaths {
			for _, r := range a.reads {
				if !a.misspelt(p, r) {
					a.misplaced(p, r)
				}
			}
		}
	}
}

// mostPaths is how many paths into one answer are held against each other.
const mostPaths = 200

func (a *inAnswer) add(r flow.Ref) {
	a.reads = append(a.reads, r)
	for n := parsedAt + 1; n <= len(r.Segments); n++ {
		if r.Name(n-1) == "" {
			return // an index that is only known at run time
		}
		a.paths[pathBelow(r.Segments[parsedAt:n])]++
	}
}

func pathBelow(s []liquid.Segment) string { return liquid.Reference{Segments: s}.String() }

// misspelt reports a name with members that the flow writes otherwise everywhere else:
// parsed.dta.phone beside parsed.data.name and parsed.data.city.
func (a *inAnswer) misspelt(p *lint.Pass, r flow.Ref) bool {
	for i := parsedAt; i < len(r.Segments)-1; i++ {
		name := r.Name(i)
		if name == "" || r.Segments[i].Kind == liquid.IndexSegment || a.paths[pathBelow(r.Segments[parsedAt:i+1])] != 1 {
			continue
		}
		parent := ""
		if i > parsedAt {
			parent = pathBelow(r.Segments[parsedAt:i]) + "."
		}
		for _, other := range a.reads {
			if len(other.Segments) <= i+1 || other.Name(i) == "" || !slip(name, other.Name(i)) {
				continue
			}
			right := pathBelow(other.Segments[parsedAt : i+1])
			if right != parent+other.Name(i) || a.paths[right] < 2 {
				continue
			}
			d, _ := p.ReportOncef(r.Widget, r.SegmentPlace(i), "%s reads %s of what %s gets, and the flow reads %s of it elsewhere: most likely that is blank; did you mean %s?",
				r.Widget.Label(), words.Quote(pathBelow(r.Segments[parsedAt:i+1])), words.Quote(r.Name(1)), words.Quote(right), words.Quote(other.Name(i)))
			d.Relate(other.SegmentPlace(i), "as elsewhere")
			reads.Near{Name: other.Name(i)}.Fix(d, r.SegmentPlace(i))
			return true
		}
	}
	return false
}

// slip reports whether a name is another one with a letter too many or too few, a wrong
// one among many, or in other letters. Date and data are two words; a number or an s at
// the end makes another name.
func slip(a, b string) bool {
	const least, long = 3, 6
	bare := func(s string) string { return strings.TrimRight(strings.ToLower(s), "0123456789s") }
	switch {
	case a == b || min(len(a), len(b)) < least:
		return false
	case words.SameLetters(a, b):
		return true
	}
	return words.OneApart(a, b) && bare(a) != bare(b) && (len(a) != len(b) || len(a) >= long)
}

// misplaced reports a name that the flow reads both of an object in the answer and beside
// it: parsed.points and parsed.customer.points.
func (a *inAnswer) misplaced(p *lint.Pass, r flow.Ref) {
	last := len(r.Segments) - 1
	if last <= parsedAt || r.Name(last) == "" || r.Segments[last].Kind == liquid.IndexSegment || r.Segments[last-1].Kind == liquid.IndexSegment || reads.OfAnyList(r.Name(last)) {
		return
	}
	const short = 5 // such as id and name, which many objects have
	beside := pathBelow(append(append([]liquid.Segment{}, r.Segments[parsedAt:last-1]...), r.Segments[last]))
	if len(r.Name(last)) < short || a.paths[beside] == 0 {
		return
	}
	for _, other := range a.reads {
		if pathBelow(other.Segments[parsedAt:]) != beside {
			continue
		}
		if d, first := p.ReportOncef(nil, r.SegmentPlace(last), "the flow reads %s and %s of what %s gets: most likely the server writes %s in one of the two places only",
			words.Quote(pathBelow(r.Segments[parsedAt:])), words.Quote(beside), words.Quote(r.Name(1)), words.Quote(r.Name(last))); first {
			d.As(finding.Note).Relate(other.SegmentPlace(len(other.Segments)-1), "the other place")
		}
		return
	}
}
