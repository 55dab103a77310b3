package script

import (
	"fmt"
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/glob"
	"studiolint/lint/sim"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A runner runs one test.
type runner struct {
	*bound
	test     *Test
	x        *sim.Execution
	next     int           // the step to come
	since    int           // the visit at which somebody last did something
	used     map[*Fake]int // how many of its answers
	failing  int           // of fail-each: the request that fails, counted from 1; 0 for none
	free     bool          // the steps hold no longer: see fail-each
	requests []int         // visits that made one

	verdict   *verdict
	undecided *verdict // the first thing that is not known
}

// A verdict is why a test fails, or is undetermined.
type verdict struct {
	message string
	diff    []words.Piece
	visit   *sim.Visit // where; nil for nowhere
	at      int        // the line of the test file
	edit    *edit      // what --update makes of the expectation; nil when it cannot
}

// run runs a test.
func (b *bound) run(t *Test) *runner {
	r := &runner{bound: b, test: t, used: map[*Fake]int{}}
	r.play()
	return r
}

// play goes through the steps of the test.
func (r *runner) play() {
	r.begin()
	for r.verdict == nil && r.x.At() != nil {
		if !r.react(r.x.At()) {
			break
		}
	}
	if r.verdict == nil {
		r.finish()
	}
}

// begin starts the execution.
func (r *runner) begin() {
	t := r.test
	start := startOf(t.Start, t.Settings, r.subflowOf)
	if start.Event == "" {
		start.Event = onlyEvent(r.program.Flow)
	}
	if start.Event == "" {
		r.x = sim.Begin(r.program, start)
		r.verdict = &verdict{message: "the trigger has several events that lead somewhere: say below start by which one the execution begins", at: r.line(t.at)}
		return
	}
	r.x = sim.Begin(r.program, start)
	if visits := r.x.Visits(); len(visits) == 1 && r.x.End() != nil && r.x.End().Kind != sim.Undetermined {
		r.fail(visits[0], r.line(t.at), "the trigger does not wire %s: no execution begins with it", start.Event)
	}
}

// onlyEvent returns the one event of the trigger that leads anywhere, "" when there are
// several, or none.
func onlyEvent(f *flow.Flow) string {
	first, only := f.Start(), ""
	if first == nil {
		return ""
	}
	for _, t := range first.Transitions {
		if t.To == nil {
			continue
		}
		if only != "" {
			return ""
		}
		only = t.Event
	}
	return only
}

// subflowOf returns the flow that a widget runs, unless a fake stands for it.
func (r *runner) subflowOf(w *flow.Widget) *sim.Program {
	if slices.ContainsFunc(r.test.Fakes, func(f *Fake) bool { return f.Key == w.Name }) {
		return nil
	}
	p, err := r.subflow(r.test.Subflows, w.Property(w.Facts.Subflow.Flow).Text())
	if err != nil {
		return nil // it was reported
	}
	return p
}

func (r *runner) fail(v *sim.Visit, line int, format string, args ...any) {
	if r.verdict == nil {
		r.verdict = &verdict{message: fmt.Sprintf(format, args...), visit: v, at: line}
	}
}

func (r *runner) doubt(v *sim.Visit, line int, format string, args ...any) {
	if r.undecided == nil {
		r.undecided = &verdict{message: fmt.Sprintf(format, args...), visit: v, at: line}
	}
}

// react lets something happen at a widget; false says that nothing does any more.
func (r *runner) react(v *sim.Visit) bool {
	reaction, ok := r.reaction(v)
	if !ok {
		return false
	}
	if reaction.Event == "" && effects.Usual(v.Widget) == nil && reaction.By == "" {
		r.fail(v, r.line(r.test.at), "%s waits for somebody", v.Widget.Label())
		return false
	}
	if err := r.x.Leave(reaction); err != nil {
		r.fail(v, r.line(r.test.at), "%v", err)
		return false
	}
	return true
}

// reaction works out what happens at a widget.
func (r *runner) reaction(v *sim.Visit) (sim.Reaction, bool) {
	if v.Act() == effects.Requests || v.Act() == effects.RunsFlow {
		r.requests = append(r.requests, len(r.x.Visits())-1)
		if len(r.requests) == r.failing {
			r.free, r.since = true, len(r.x.Visits())-1
			return r.failure(v), true
		}
	}
	answer := r.answer(v)
	if effects.Usual(v.Widget) == nil && (answer == nil || answer.Event == "") {
		reaction, ok := r.asked(v)
		if answer != nil {
			reaction.Outputs = answer.Outputs
		}
		return reaction, ok
	}
	if s := r.named(v); s != nil {
		reaction := sim.Reaction{Event: s.Do}
		if answer != nil {
			reaction.Outputs = answer.Outputs
		}
		return reaction, true
	}
	if answer != nil {
		return sim.Reaction{Event: answer.Event, Response: r.response(answer), Outputs: answer.Outputs}, r.fits(v, answer)
	}
	switch {
	case v.Request != nil && v.Request.URL.Why != "":
		r.fail(v, r.line(r.test.at), "%s makes a request and has no fake: add one by its name (its address is not known: %s)", v.Widget.Label(), v.Request.URL.Why)
		return sim.Reaction{}, false
	case v.Act() == effects.Requests:
		r.fail(v, r.line(r.test.at), "%s makes a request and has no fake: add one for %s or \"%s\"",
			v.Widget.Label(), words.Quote(v.Name), hiding(r.x)(fakeKey(v.Request)))
		return sim.Reaction{}, false
	case v.Act() == effects.RunsFlow:
		r.fail(v, r.line(r.test.at), "%s runs a subflow of which there is no file and no fake: add it below subflows, or a fake for %s", v.Widget.Label(), words.Quote(v.Name))
		return sim.Reaction{}, false
	}
	return sim.Reaction{}, true
}

// fakeKey is how a fake may name a request: whole, to be copied, but for what stands in its
// query.
func fakeKey(q *sim.Request) string {
	if address, _, ok := strings.Cut(q.ByMethod(), "?"); ok {
		return address + "*"
	}
	return q.ByMethod()
}

// fits reports a fake that its widget cannot have.
func (r *runner) fits(v *sim.Visit, a *Answer) bool {
	if a.Event != "" && v.Widget.On(a.Event) == nil && v.Widget.Facts.Event(a.Event) == nil {
		r.fail(v, r.line(a.at), "the fake for %s has the event %s, which the widget has not: %s", v.Widget.Label(), a.Event, known(v.Widget))
		return false
	}
	if v.Act() != effects.Requests && r.response(a) != nil {
		r.fail(v, r.line(a.at), "the fake for %s has a status or a body, and the widget makes no request: write its event", v.Widget.Label())
		return false
	}
	return true
}

func known(w *flow.Widget) string { return "it has " + strings.Join(sim.EventsOf(w), ", ") }

// failure is how a request or a subflow fails.
func (r *runner) failure(v *sim.Visit) sim.Reaction {
	for i := range v.Widget.Facts.Events {
		if e := &v.Widget.Facts.Events[i]; e.Kind == schemas.KindFailure {
			return sim.Reaction{Event: e.Name}
		}
	}
	return sim.Reaction{}
}

// answer returns what a fake answers at a widget, nil when there is none.
func (r *runner) answer(v *sim.Visit) *Answer {
	for _, f := range r.test.Fakes {
		if !r.stands(f, v) {
			continue
		}
		n := min(r.used[f], len(f.Answers)-1)
		r.used[f]++
		return &f.Answers[n]
	}
	return nil
}

// stands reports whether a fake is for a widget.
func (r *runner) stands(f *Fake, v *sim.Visit) bool {
	method, address, ok := f.address()
	if !ok {
		return isNamed(v.Name, f.Key)
	}
	if v.Request == nil || v.Request.URL.Why != "" {
		return false
	}
	return glob.MatchName(method+" "+address, v.Request.ByMethod()) || v.Request.Method == "" && glob.MatchName(address, v.Request.URL.Text)
}

// named returns the next step when it is an event by its name, and this widget has it;
// what is expected before it must have happened by now. The step is used up.
func (r *runner) named(v *sim.Visit) *Step {
	if r.free {
		return nil
	}
	at := r.next
	for at < len(r.test.Steps) && r.test.Steps[at].Expect != nil {
		at++
	}
	if at == len(r.test.Steps) {
		return nil
	}
	s := &r.test.Steps[at]
	if slices.Contains(stepWords, s.Do) || s.Widget != "" && !isNamed(v.Name, s.Widget) ||
		v.Widget.On(s.Do) == nil && v.Widget.Facts.Event(s.Do) == nil {
		return nil
	}
	for i := r.next; i < at; i++ {
		if r.check(r.test.Steps[i].Expect, v, s.Do) != nil {
			return nil
		}
	}
	r.did(at)
	return s
}

// did notes that somebody has done what a step says.
func (r *runner) did(at int) {
	r.next, r.since = at+1, len(r.x.Visits())-1
}

// asked works out what somebody does at a widget that waits for it.
func (r *runner) asked(v *sim.Visit) (sim.Reaction, bool) {
	if r.free {
		return r.freely(v)
	}
	for ; r.next < len(r.test.Steps) && r.test.Steps[r.next].Expect != nil; r.next++ {
		if !r.meet(r.test.Steps[r.next].Expect, v) {
			return sim.Reaction{}, false
		}
	}
	if r.next == len(r.test.Steps) {
		return sim.Reaction{}, false // it waits
	}
	s := &r.test.Steps[r.next]
	reaction := s.reaction()
	if _, err := r.x.EventOf(reaction); err != nil {
		r.fail(v, r.line(s.at), "%s is there, and the step %q is not what it asks for: %s", v.Widget.Label(), s.Do, r.wants(v))
		return sim.Reaction{}, false
	}
	if s.Widget != "" && !isNamed(v.Name, s.Widget) {
		r.fail(v, r.line(s.at), "%s is there, and the step %q is meant for %s", v.Widget.Label(), s.Do, words.Quote(s.Widget))
		return sim.Reaction{}, false
	}
	r.did(r.next)
	return reaction, true
}

// causes are what people do, by the words of steps.
var causes = map[string]schemas.Cause{
	doPress: schemas.ByKeys, doSay: schemas.BySpeech, doReply: schemas.ByReply, doSilence: schemas.BySilence, doHangUp: schemas.ByHangUp,
}

// reaction returns what a step does.
func (s *Step) reaction() sim.Reaction {
	if by, ok := causes[s.Do]; ok {
		return sim.Reaction{By: by, Text: s.Text, Media: s.Media}
	}
	return sim.Reaction{Event: s.Do}
}

// wants says by which steps a widget goes on.
func (r *runner) wants(v *sim.Visit) string {
	var steps []string
	for _, name := range sim.EventsOf(v.Widget) {
		steps = append(steps, stepFor(v.Widget, name))
	}
	return "it goes on by " + strings.Join(slices.Compact(steps), ", ")
}

// stepFor returns the word of the step by which an event is raised.
func stepFor(w *flow.Widget, event string) string {
	by := w.Facts.EventFacts(event).By
	for _, word := range stepWords {
		if causes[word] == by && by != "" {
			return word
		}
	}
	return event
}

// freely is what somebody does when the steps hold no longer: what the next step that fits
// says, or nothing.
func (r *runner) freely(v *sim.Visit) (sim.Reaction, bool) {
	for ; r.next < len(r.test.Steps); r.next++ {
		s := &r.test.Steps[r.next]
		if s.Expect != nil || s.Do == doHangUp {
			continue
		}
		reaction := s.reaction()
		if _, err := r.x.EventOf(reaction); err == nil {
			r.next++
			return reaction, true
		}
	}
	for _, by := range []schemas.Cause{schemas.BySilence, schemas.ByRecording, schemas.ByPickUp, schemas.ByHangUp} {
		if _, err := r.x.EventOf(sim.Reaction{By: by}); err == nil {
			return sim.Reaction{By: by}, true
		}
	}
	return sim.Reaction{}, false
}
