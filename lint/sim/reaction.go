package sim

import (
	"fmt"
	"mime"
	"strconv"
	"strings"
	"time"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid/eval"
	"studiolint/schemas"
)

// A Reaction is what happens at a widget that waits. The zero Reaction is what happens when
// all goes well and nobody does anything of note.
type Reaction struct {
	// Event is the event, when it is named. Else By says what somebody does, or Response what
	// comes back, and the event follows from that.
	Event string
	By    schemas.Cause

	Text  string   // the keys, what was said, the reply
	Media []string // files that come with a reply

	Response *Response
	Outputs  eval.Value // an object: what the widget stores beside that
}

// A Response is the answer to a request.
type Response struct {
	Status int
	Type   string // media type
	Body   string
}

const (
	firstFailure = 400 // statuses from here on are failures
	jsonType     = "application/json"
)

// An AskedError says that a widget does not take a reaction.
type AskedError struct {
	Visit  *Visit
	Events []string // those by which the widget can be left
	Why    string   // a clause
}

func (e *AskedError) Error() string { return e.Why }

// EventOf returns the event by which a widget is left where the execution waits.
func (x *Execution) EventOf(r Reaction) (string, error) {
	v := x.At()
	w := v.Widget
	refuse := func(format string, args ...any) (string, error) {
		return "", &AskedError{v, EventsOf(w), fmt.Sprintf(format, args...)}
	}
	switch {
	case r.Event != "":
		if w.On(r.Event) == nil && w.Facts.Event(r.Event) == nil {
			return refuse("%s has no event %s", w.Label(), r.Event)
		}
		return r.Event, nil
	case r.By == schemas.ByHangUp:
		if e := effects.Raised(w, r.By); e != nil {
			return e.Name, nil
		}
		if !x.has.Has(schemas.NeedsCall) {
			return refuse("there is no call that could be hung up at %s", w.Label())
		}
		return HungUp, nil
	case r.By != "":
		if e := effects.Raised(w, r.By); e != nil {
			return e.Name, nil
		}
		return refuse("%s does not ask for that", w.Label())
	case r.Response != nil:
		kind := schemas.KindSuccess
		if r.Response.Status >= firstFailure {
			kind = schemas.KindFailure
		}
		for i := range w.Facts.Events {
			if e := &w.Facts.Events[i]; e.Kind == kind {
				return e.Name, nil
			}
		}
		return refuse("%s makes no request", w.Label())
	}
	if e := effects.Usual(w); e != nil {
		return e.Name, nil
	}
	return refuse("%s waits for somebody", w.Label())
}

// EventsOf returns the events by which a widget can be left: those that its transitions
// name, then what the catalogue knows beside them.
func EventsOf(w *flow.Widget) []string {
	var events []string
	seen := map[string]bool{}
	add := func(name string) {
		if name != "" && !seen[name] {
			seen[name] = true
			events = append(events, name)
		}
	}
	for _, t := range w.Transitions {
		add(t.Event)
	}
	for i := range w.Facts.Events {
		add(w.Facts.Events[i].Name)
	}
	return events
}

// Leave lets something happen where the execution waits. The error is an *AskedError; then
// nothing has happened.
func (x *Execution) Leave(r Reaction) error {
	event, err := x.EventOf(r)
	if err != nil {
		return err
	}
	v := x.mine(len(x.visits) - 1)
	v.Reaction = r
	facts := v.Widget.Facts.EventFacts(event)
	if event == HungUp && !facts.Known() {
		v.Event = HungUp
		x.finish(Ended, v, HungUp)
		return nil
	}
	if why := tooLarge(v, r.Response); why != "" {
		x.undetermined(v, "%s", why)
		return nil
	}
	x.store(v, event, r)
	if facts.Kind == schemas.KindTimeout || facts.By == schemas.BySilence {
		x.wait(v.Widget)
	}
	x.leave(event, nil)
	x.run()
	return nil
}

// wait moves the clock by what a widget waits at most.
func (x *Execution) wait(w *flow.Widget) {
	seconds, known := effects.Waits(w)
	if !known {
		x.now = time.Time{}
	}
	if !x.now.IsZero() {
		x.now = x.now.Add(time.Duration(seconds) * time.Second)
	}
}

func tooLarge(v *Visit, r *Response) string {
	limit := v.Widget.Facts.Limit("response-size")
	if r == nil || limit == nil || len(r.Body) <= limit.Max {
		return ""
	}
	return fmt.Sprintf("the answer has %d bytes, more than the %d that Studio takes, and what it does then is not documented", len(r.Body), limit.Max)
}

// store keeps what a widget stores on an event.
func (x *Execution) store(v *Visit, event string, r Reaction) {
	f, w := x.top(), v.Widget
	out := output{widget: w, visit: len(x.visits) - 1, event: event, values: map[string]eval.Value{}, faked: r.Response != nil}
	before, again := f.outputs[w.Name]
	wanted := &v.Program.steps[w.Index].reads
	for _, key := range effects.Stores(w, event) {
		if !wanted.has(key.Name) {
			continue
		}
		if value, ok := x.fill(v, key, r, before.values[key.Name], again); ok {
			out.values[key.Name] = value
		}
	}
	for key, value := range before.values {
		if _, again := out.values[key]; !again && value.Exists() {
			out.values[key] = eval.Unknown(fmt.Sprintf("whether %s keeps what an earlier visit stored as %s is not documented", v.Name, key))
		}
	}
	for _, key := range r.Outputs.Keys() {
		out.values[key] = over(out.values[key], r.Outputs.Get(key))
	}
	if name := renamed(w); name != "" {
		f.outputs[name] = out
	}
	f.outputs[w.Name] = out
}

// over lays what is given over what is there, members over members.
func over(there, given eval.Value) eval.Value {
	if !there.IsObject() || !given.IsObject() {
		return given
	}
	for _, key := range given.Keys() {
		there = there.With(key, over(there.Get(key), given.Get(key)))
	}
	return there
}

// fill returns what a widget stores under a name, below some others; ok is false when it
// stores nothing.
func (x *Execution) fill(v *Visit, key *schemas.Variable, r Reaction, before eval.Value, again bool, under ...string) (value eval.Value, ok bool) {
	switch key.Holds {
	case schemas.HoldsKeys, schemas.HoldsSpeech, schemas.HoldsReply:
		return eval.Text(r.Text), true
	case schemas.HoldsMediaCount:
		return eval.Text(strconv.Itoa(len(r.Media))), true
	case schemas.HoldsContact:
		return address(x.start.Contact, "contact"), true
	case schemas.HoldsAddress:
		return address(x.start.Channel, "channel"), true
	case schemas.HoldsResponseBody, schemas.HoldsResponseStatus, schemas.HoldsResponseType, schemas.HoldsResponseJSON:
		if r.Response == nil {
			if r.Event != "" && v.Widget.Facts.EventFacts(r.Event).Kind == schemas.KindFailure {
				return before, again && key.Merged // nothing came back
			}
			return doubt{
				"what " + v.Name + " got as an answer was not given: give it a fake",
				&Lack{visit: len(x.visits) - 1, path: append(under, key.Name), facts: key, answer: true},
			}.value(), true
		}
		return answered(key, r.Response, before, again)
	}
	if key.Property != "" {
		t := x.render(v, v.Widget.Property(key.Property))
		if t.why != "" {
			return t.doubt().value(), true
		}
		return eval.Text(t.text), true
	}
	if len(key.Keys) == 0 {
		return unstored(v.Name, len(x.visits)-1, append(under, key.Name), key), true
	}
	return x.members(v, key, r), true
}

// members returns an object such as inbound.
func (x *Execution) members(v *Visit, key *schemas.Variable, r Reaction) eval.Value {
	var keys []string
	var values []eval.Value
	for i := range key.Keys {
		k := &key.Keys[i]
		if k.Numbered {
			for n, media := range r.Media {
				if k.Holds == schemas.HoldsMedia {
					keys, values = append(keys, k.Name+strconv.Itoa(n)), append(values, eval.Text(media))
				}
			}
			continue
		}
		if value, ok := x.fill(v, k, r, eval.Value{}, false, key.Name); ok {
			keys, values = append(keys, k.Name), append(values, value)
		}
	}
	return eval.Object(keys, values)
}

// answered returns a part of an answer to a request.
func answered(key *schemas.Variable, r *Response, before eval.Value, again bool) (eval.Value, bool) {
	switch key.Holds {
	case schemas.HoldsResponseBody:
		return eval.Text(r.Body), true
	case schemas.HoldsResponseStatus:
		return eval.Int(r.Status), true
	case schemas.HoldsResponseType:
		return eval.Text(r.Type), true
	}
	parsed := eval.Value{}
	if media, _, err := mime.ParseMediaType(r.Type); err == nil && strings.EqualFold(media, jsonType) {
		if value, err := eval.JSON([]byte(r.Body)); err == nil && value.IsObject() {
			parsed = value
		}
	}
	switch {
	case !key.Merged || !again || !before.IsObject():
		return parsed, parsed.Exists()
	case !parsed.Exists():
		return before, true
	}
	for _, name := range parsed.Keys() {
		before = before.With(name, parsed.Get(name))
	}
	return before, true
}
