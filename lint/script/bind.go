package script

import (
	"errors"

	"path"
	"slices"
	"strings"

	"studiolint/lint/files"
	"studiolint/lint/flow"
	"studiolint/lint/form"
	"studiolint/lint/sim"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/lint/yaml"
)

// A bound suite is one with its flows: every name in it has been looked up.
type bound struct {
	*Suite
	root     files.Root
	loader   *Loader
	program  *sim.Program
	subflows map[string]string // of the configuration, absolute
	bodies   map[*Answer]string
	names    []string // of all widgets, those of subflows with the widget that runs them
	events   []string
}

// maxBody is how large a file with the body of an answer may be.
const maxBody = 1 << 20

// bind loads the flow of a suite and looks up what the suite names. The error is one for
// people, or several of them joined.
func bind(s *Suite, l *Loader) (*bound, error) {
	at, err := s.resolve(l.Root, s.Flow, s.flowAt)
	if err != nil {
		return nil, err
	}
	b := &bound{Suite: s, root: l.Root, loader: l, bodies: map[*Answer]string{}}
	if b.program, b.subflows, err = l.Program(at); err != nil {
		return nil, form.ErrorAt(s.file, source.Span(s.flowAt), "the flow cannot be tried: %v", err)
	}
	r := &reader{File: s.file}
	b.collect(r)
	for _, t := range s.Tests {
		b.look(r, t)
	}
	seen := map[*Fake]bool{}
	fake := func(f *Fake) {
		if !seen[f] {
			seen[f] = true
			b.fake(r, f)
		}
	}
	for _, f := range s.common.Fakes {
		fake(f)
	}
	for _, t := range s.Tests {
		for _, f := range t.Fakes {
			fake(f)
		}
	}
	return b, r.Err()
}

// collect gathers the names and events of all flows of the suite.
func (b *bound) collect(r *reader) {
	paths := map[string]bool{}
	sids := []map[string]string{b.common.Subflows}
	for _, t := range b.Tests {
		if len(t.Subflows) > 0 {
			sids = append(sids, t.Subflows)
		}
	}
	add := func(f *flow.Flow, prefix string) {
		for _, w := range f.Widgets {
			b.names = append(b.names, prefix+w.Name)
			b.events = append(b.events, sim.EventsOf(w)...)
		}
	}
	add(b.program.Flow, "")
	for _, call := range b.program.Flow.SubflowCalls() {
		for _, m := range sids {
			sub, err := b.subflow(m, call.SID.Text())
			if err != nil {
				r.Add(asError(err))
				continue
			}
			if sub != nil && !paths[call.Widget.Name+" "+sub.Name] {
				paths[call.Widget.Name+" "+sub.Name] = true
				add(sub.Flow, call.Widget.Name+"/")
			}
		}
	}
	slices.Sort(b.events)
	b.events = slices.Compact(b.events)
}

func asError(err error) *form.Error {
	var e *form.Error
	if errors.As(err, &e) {
		return e
	}
	return &form.Error{Message: err.Error()}
}

// subflow returns the flow with a SID, nil when there is no file of it.
func (b *bound) subflow(own map[string]string, sid string) (*sim.Program, error) {
	name, ok := own[sid]
	if ok {
		at, err := b.resolve(b.root, name, b.common.at)
		if err != nil {
			return nil, err
		}
		name = at
	} else if name, ok = b.subflows[sid]; !ok {
		return nil, nil
	}
	p, _, err := b.loader.Program(name)
	if err != nil {
		return nil, form.ErrorAt(b.file, source.Span(b.common.at), "the subflow %s cannot be tried: %v", sid, err)
	}
	return p, nil
}

// look looks up the names of a test.
func (b *bound) look(r *reader, t *Test) {
	place := func(key string) yaml.Span { return placeOf(t.item, key) }
	if t.Start.Event != "" {
		b.startEvent(r, t)
	}
	for i := range t.Steps {
		b.step(r, &t.Steps[i])
	}
	for _, name := range t.Visits {
		b.widget(r, name, place("visits"))
	}
	for _, name := range t.Never {
		b.widget(r, name, place("never"))
	}
	if t.End != nil {
		b.widget(r, t.End.Widget, t.End.at)
		b.widget(r, t.End.Waiting, t.End.at)
	}
}

// placeOf returns where the key of a mapping stands.
func placeOf(n yaml.Node, key string) yaml.Span {
	for _, k := range n.Keys {
		if k.Text == key {
			return k.Span
		}
	}
	return n.Span
}

func (b *bound) startEvent(r *reader, t *Test) {
	first := b.program.Flow.Start()
	if first == nil {
		return
	}
	if events := sim.EventsOf(first); !slices.Contains(events, t.Start.Event) {
		r.Errorf(t.Start.at, "the trigger has no event %q%s", t.Start.Event, form.Meant(t.Start.Event, events))
	}
}

func (b *bound) step(r *reader, s *Step) {
	switch {
	case s.Do == "":
	case s.Expect != nil:
		b.widget(r, s.Expect.Widget, s.Expect.at)
		if e := s.Expect.Event; e != "" && e != sim.HungUp && !slices.Contains(b.events, e) {
			r.Errorf(s.Expect.at, "no widget of the flow has an event %q%s", e, words.DidYouMean(e, b.events))
		}
	case slices.Contains(stepWords, s.Do):
	case !slices.Contains(b.events, s.Do):
		hint := words.DidYouMean(s.Do, append(slices.Clone(stepWords), b.events...))
		if hint == "" {
			hint = "; known are " + strings.Join(stepWords, ", ") + " and the events of the flow's widgets"
		}
		r.Errorf(s.at, "there is no step %q, and no widget of the flow has an event of that name%s", s.Do, hint)
	default:
		b.widget(r, s.Widget, s.value)
	}
}

// widget reports a name that no widget has.
func (b *bound) widget(r *reader, name string, at yaml.Span) {
	if name == "" || b.has(name) {
		return
	}
	r.Errorf(at, "%s has no widget %q%s", b.program.Name, name, words.DidYouMean(name, b.names))
}

func (b *bound) has(name string) bool {
	return slices.ContainsFunc(b.names, func(n string) bool { return isNamed(n, name) })
}

// isNamed reports whether a widget is meant by a name: its own, or that with the widget
// before it that runs its flow as a subflow.
func isNamed(visit, name string) bool {
	return visit == name || !strings.Contains(name, "/") && strings.HasSuffix(visit, "/"+name)
}

// fake looks up a fake, and reads the files of its answers.
func (b *bound) fake(r *reader, f *Fake) {
	method, _, ok := f.address()
	switch {
	case ok && !isMethod(method):
		r.Errorf(f.at, "%q is no method of a request: write GET or POST", method)
	case !ok && !b.has(f.Key):
		r.Errorf(f.at, "%s has no widget %q%s (an address is written as \"GET https://example.com/*\")", b.program.Name, f.Key, words.DidYouMean(f.Key, b.names))
	}
	for i := range f.Answers {
		a := &f.Answers[i]
		if a.Event != "" && !slices.Contains(b.events, a.Event) {
			r.Errorf(f.at, "no widget of the flow has an event %q%s", a.Event, words.DidYouMean(a.Event, b.events))
		}
		if a.File == "" {
			continue
		}
		if a.Body != nil {
			r.Errorf(a.fileAt, "body and file are two bodies: write one of them")
		}
		if _, read := b.bodies[a]; read {
			continue
		}
		body, err := b.body(a)
		if err != nil {
			r.Add(err)
			continue
		}
		b.bodies[a] = body
	}
}

func isMethod(s string) bool {
	return slices.Contains([]string{"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "*"}, s)
}

// body reads the file with the body of an answer.
func (b *bound) body(a *Answer) (string, *form.Error) {
	at, err := b.resolve(b.root, a.File, a.fileAt)
	if err != nil {
		return "", asError(err)
	}
	b.loader.reads(at)
	data, err := b.root.ReadFile(at, maxBody)
	if err != nil {
		return "", form.ErrorAt(b.file, source.Span(a.fileAt), "the body cannot be read: %v", err)
	}
	return string(data), nil
}

// response returns what an answer answers to a request.
func (b *bound) response(a *Answer) *sim.Response {
	if a.Status == 0 && a.Body == nil && a.File == "" && a.Type == "" {
		return nil
	}
	response := &sim.Response{Status: a.Status, Type: a.Type}
	if response.Status == 0 {
		response.Status = 200
	}
	switch {
	case a.File != "":
		response.Body = b.bodies[a]
		if a.Type == "" && path.Ext(a.File) == ".json" {
			response.Type = jsonType
		}
	case a.Body != nil:
		response.Body = *a.Body
	}
	if response.Type == "" {
		response.Type = textType
	}
	return response
}
