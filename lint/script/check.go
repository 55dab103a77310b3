package script

import (
	"fmt"
	"slices"
	"strings"

	"studiolint/lint/glob"
	"studiolint/lint/liquid/eval"
	"studiolint/lint/sim"
	"studiolint/lint/words"
)

// A miss is why an expectation is not met.
type miss struct {
	message string
	diff    []words.Piece
	unclear bool  // it is not known whether it is met
	edit    *edit // what would be met
	// is is what came instead of the value at these keys of the expectation, as it stands in
	// a test file; "" when no value did.
	keys []string
	is   string
}

// meet checks an expectation, and fails the test when it is not met.
func (r *runner) meet(e *Expect, v *sim.Visit) bool {
	m := r.check(e, v, "")
	switch {
	case m == nil:
	case m.unclear:
		r.doubt(v, r.line(e.at), "%s", m.message)
	default:
		r.fail(v, r.line(e.at), "%s", m.message)
		r.verdict.diff, r.verdict.edit = m.diff, m.edit
		if m.is != "" {
			r.verdict.edit = instead(valueIn(e.values, m.keys...), m.is)
		}
		return false
	}
	return true
}

// check looks whether an expectation is met by what has happened since somebody last did
// something. leaving is the event by which the last widget is about to be left, "".
func (r *runner) check(e *Expect, at *sim.Visit, leaving string) *miss {
	visits := r.x.Visits()[min(r.since, len(r.x.Visits())):]
	var found []*sim.Visit
	for i, v := range visits {
		if e.Widget == "" || isNamed(v.Name, e.Widget) {
			event := v.Event
			if v == at && leaving != "" {
				event = leaving
			}
			if e.Event == "" || e.Event == event {
				found = append(found, visits[i])
			}
		}
	}
	switch {
	case len(found) == 0 && e.Event != "":
		return leftOtherwise(e, visits)
	case len(found) == 0:
		return &miss{message: fmt.Sprintf("%s was expected; the execution came through %s", words.Quote(e.Widget), trail(visits))}
	}
	if e.Attributes.Exists() {
		if m := best(found, func(v *sim.Visit) *miss { return r.sends(v, e.Attributes) }); m != nil {
			return m
		}
	}
	if e.Request != nil {
		if m := best(found, func(v *sim.Visit) *miss { return r.asks(v, e.Request) }); m != nil {
			return m
		}
	}
	if e.Text == "" && e.Equals == nil && e.Matches == nil {
		return nil
	}
	return r.said(e, found)
}

// leftOtherwise is the miss of a widget that was left by another event, or not visited.
func leftOtherwise(e *Expect, visits []*sim.Visit) *miss {
	m := &miss{message: fmt.Sprintf("%s was expected to be left by %s; the execution came through %s", words.Quote(e.Widget), e.Event, trail(visits))}
	for _, v := range visits {
		if isNamed(v.Name, e.Widget) && v.Event != "" {
			m.keys, m.is = []string{"event"}, plainOrQuoted(v.Event)
		}
	}
	return m
}

// best returns nil when one of some visits will do, else why the last one does not.
func best(visits []*sim.Visit, try func(*sim.Visit) *miss) (m *miss) {
	for _, v := range visits {
		if m = try(v); m == nil {
			return nil
		}
	}
	return m
}

// trail names the widgets of some visits.
func trail(visits []*sim.Visit) string {
	var names []string
	for _, v := range visits {
		names = append(names, v.Name)
	}
	const most = 8
	if len(names) > most {
		names = append([]string{names[0], "…"}, names[len(names)-most+2:]...)
	}
	return strings.Join(names, " → ")
}

// said looks whether a text was said. What a widget says at which somebody did something
// was said before that.
func (r *runner) said(e *Expect, visits []*sim.Visit) *miss {
	var heard []string
	doubt := ""
	first := r.x.Visits()[min(r.since, len(r.x.Visits())-1)]
	for _, v := range visits {
		if v == first && r.since > 0 && e.Widget == "" {
			continue
		}
		for _, t := range v.Said {
			if t.Filled && e.Equals == nil && e.Matches == nil && !strings.Contains(e.Text, "${") &&
				strings.Contains(squeezed(t.Text), squeezed(e.Text)) {
				return nil
			}
			if t.Why != "" {
				doubt = fmt.Sprintf("what %s says is not determined: %s", words.Quote(v.Name), t.Why)
				continue
			}
			ok, unclear := e.holds(t.Text)
			if ok {
				return nil
			}
			if unclear {
				doubt = "whether the regular expression matches cannot be told"
			}
			heard = append(heard, t.Text)
		}
	}
	if ok, _ := e.holds(strings.Join(heard, "\n")); ok && len(heard) > 1 && e.Equals == nil {
		return nil
	}
	want := e.written
	if e.Equals != nil {
		want = *e.Equals
	}
	switch {
	case doubt != "":
		return &miss{message: doubt, unclear: true}
	case len(heard) == 0:
		return &miss{message: fmt.Sprintf("%s was expected, and nothing was said or sent", words.Quote(want))}
	}
	near, hide := nearest(want, heard), hiding(r.x)
	return &miss{
		message: fmt.Sprintf("%s was expected; said was %s", words.Quote(hide(want)), words.Quote(hide(near))),
		diff:    diff(hide(want), hide(near)),
		edit:    e.instead(near),
	}
}

// instead returns the edit that makes a text what is expected. A text between slashes is
// no regular expression when it is the whole text.
func (e *Expect) instead(text string) *edit {
	switch {
	case e.Equals != nil:
		return &edit{e.equalsAt, *e.Equals, plainOrQuoted(text)}
	case e.Matches != nil:
		return nil // only its author knows what it is to match
	case e.short && strings.HasPrefix(text, "/"):
		return &edit{e.textAt, e.written, "{equals: " + quoted(text) + "}"}
	case strings.HasPrefix(text, "/"):
		return nil
	}
	return &edit{e.textAt, e.written, plainOrQuoted(strings.TrimSpace(text))}
}

// holds reports whether a text is the one that is expected.
func (e *Expect) holds(text string) (ok, unclear bool) {
	switch {
	case e.Equals != nil:
		return squeezed(text) == squeezed(*e.Equals), false
	case e.Matches != nil:
		found, err := e.Matches.Find(text)
		return found && err == nil, err != nil
	}
	return strings.Contains(squeezed(text), squeezed(e.Text)), false
}

// squeezed writes all white space between words as one blank.
func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// sends looks whether the JSON that a widget sends has some members.
func (r *runner) sends(v *sim.Visit, want eval.Value) *miss {
	if len(v.JSON) == 0 {
		return &miss{message: fmt.Sprintf("%s sends no JSON", words.Quote(v.Name))}
	}
	var m *miss
	for _, t := range v.JSON {
		switch got, err := eval.JSON([]byte(t.Text)); {
		case t.Why != "":
			m = &miss{message: fmt.Sprintf("the %s of %s are not determined: %s", t.Property, words.Quote(v.Name), t.Why), unclear: true}
		case err != nil:
			m = &miss{message: fmt.Sprintf("the %s of %s are no JSON: %s",
				t.Property, words.Quote(v.Name), words.Quote(hiding(r.x)(t.Text)))}
		default:
			d := part(want, got, nil)
			if d == nil {
				return nil
			}
			m = d.miss(hiding(r.x), t.Property, v, "attributes")
		}
	}
	return m
}

// A difference is where a value is not a part of another.
type difference struct {
	keys []string // of objects, and [0] of lists
	want eval.Value
	got  eval.Value
}

// part returns where a value is not a part of another, nil when it is one.
func part(want, got eval.Value, at []string) *difference {
	if want.IsObject() && got.IsObject() {
		for _, key := range want.Keys() {
			if d := part(want.Get(key), got.Get(key), append(slices.Clip(at), key)); d != nil {
				return d
			}
		}
		return nil
	}
	if a, b := want.Items(), got.Items(); a != nil && len(a) == len(b) {
		for i := range a {
			if d := part(a[i], b[i], append(slices.Clip(at), fmt.Sprintf("[%d]", i))); d != nil {
				return d
			}
		}
		return nil
	}
	a, _ := want.JSON()
	b, _ := got.JSON()
	if a == b {
		return nil
	}
	return &difference{at, want, got}
}

// miss says that a part of what a widget sends is another one than was expected below some
// keys of the expectation.
func (d *difference) miss(hide func(string) string, what string, v *sim.Visit, below ...string) *miss {
	for _, key := range d.keys {
		if !strings.HasPrefix(key, "[") {
			key = "." + key
		}
		what += key
	}
	want, _ := d.want.JSON()
	is := "missing"
	m := &miss{keys: append(below, d.keys...)}
	if d.got.Exists() {
		is, _ = d.got.JSON()
		m.is = is
		if text, ok := d.got.Plain(); ok && d.got.IsText() {
			m.is = plainOrQuoted(text)
		}
	}
	m.message = fmt.Sprintf("%s of %s was expected to be %s, and is %s",
		what, words.Quote(v.Name), words.Clip(hide(want), 120), words.Clip(hide(is), 120))
	return m
}

// asks looks whether a widget makes a request.
func (r *runner) asks(v *sim.Visit, want *Request) *miss {
	got := v.Request
	if got == nil {
		return &miss{message: fmt.Sprintf("%s makes no request", words.Quote(v.Name))}
	}
	no := func(what, wanted, is string, keys ...string) *miss {
		hide := hiding(r.x)
		m := &miss{message: fmt.Sprintf("the %s of %s was expected to be %s, and is %s",
			what, words.Quote(v.Name), words.Quote(hide(wanted)), words.Quote(hide(is))),
			diff: diff(hide(wanted), hide(is))}
		m.keys, m.is = append([]string{"request"}, keys...), plainOrQuoted(is)
		return m
	}
	doubt := func(what, why string) *miss {
		return &miss{message: fmt.Sprintf("the %s of %s is not determined: %s", what, words.Quote(v.Name), why), unclear: true}
	}
	method, _, _ := strings.Cut(got.ByMethod(), " ")
	switch {
	case want.Method != "" && want.Method != method:
		return no("method", want.Method, method, "method")
	case want.URL != "" && got.URL.Why != "":
		return doubt("address", got.URL.Why)
	case want.URL != "" && !glob.MatchName(want.URL, got.URL.Text):
		m := no("address", want.URL, got.URL.Text, "url")
		if strings.ContainsRune(want.URL, '*') {
			m.is = "" // only its author knows what is to stay open
		}
		return m
	case want.Body.Exists() && got.Body.Why != "":
		return doubt("body", got.Body.Why)
	case want.Body.IsText():
		if text, _ := want.Body.Plain(); text != got.Body.Text {
			return no("body", text, got.Body.Text, "body")
		}
	case want.Body.Exists():
		if m := r.body(v, want.Body, got.Body.Text); m != nil {
			return m
		}
	}
	for _, key := range sorted(want.Parameters) {
		at := slices.IndexFunc(got.Fields, func(f sim.Field) bool { return f.Key == key })
		switch {
		case at < 0:
			return &miss{message: fmt.Sprintf("the request of %s has no parameter %s", words.Quote(v.Name), words.Quote(key))}
		case got.Fields[at].Value.Why != "":
			return doubt("parameter "+key, got.Fields[at].Value.Why)
		case got.Fields[at].Value.Text != want.Parameters[key]:
			return no("parameter "+key, want.Parameters[key], got.Fields[at].Value.Text, "parameters", key)
		}
	}
	return nil
}

// body looks whether JSON that is sent has some members.
func (r *runner) body(v *sim.Visit, want eval.Value, got string) *miss {
	value, err := eval.JSON([]byte(got))
	if err != nil {
		return &miss{message: fmt.Sprintf("the body of %s is no JSON: %s",
			words.Quote(v.Name), words.Quote(hiding(r.x)(got)))}
	}
	if d := part(want, value, nil); d != nil {
		return d.miss(hiding(r.x), "body", v, "request", "body")
	}
	return nil
}
