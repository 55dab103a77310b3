package script

import (
	"fmt"
	"strings"

	"studiolint/lint/sim"
	"studiolint/schemas"
)

// outcome tells how a test went.
func (r *runner) outcome(name string) *Outcome {
	o := &Outcome{File: r.Path, Flow: r.program.Name, Name: name, Status: Passed, At: r.line(r.test.at), x: r.x, used: r.used}
	said := r.verdict
	switch {
	case r.verdict != nil:
		o.Status = Failed
	case r.undecided != nil:
		o.Status, said = Unclear, r.undecided
	}
	if said != nil {
		o.Message, o.Diff, o.At = said.message, said.diff, said.at
		if said.visit != nil {
			o.Widget, o.Line, o.Place = said.visit.Name, lineOf(said.visit), said.visit.Program.Name
		}
	}
	o.Notes = r.notes()
	return o
}

// What follows is for Options.Texts: afterwards it is known no more.

// End returns how the execution ended, or where it waited when the steps were used up.
func (o *Outcome) End() sim.End {
	if end := o.x.End(); end != nil {
		return *end
	}
	v := o.x.At()
	return sim.End{Kind: sim.Waiting, Widget: v.Name, Visit: v}
}

// Visits returns the names of the widgets that were visited, in order.
func (o *Outcome) Visits() []string {
	names := []string{}
	for _, v := range o.x.Visits() {
		names = append(names, v.Name)
	}
	return names
}

// Said returns what was said, played or sent, in order.
func (o *Outcome) Said() []Said {
	all, hide := []Said{}, hiding(o.x)
	for _, v := range o.x.Visits() {
		for _, t := range v.Said {
			all = append(all, Said{v.Name, hide(t.Text)})
		}
	}
	return all
}

// Blanks returns what came out blank, in order.
func (o *Outcome) Blanks() []Blank {
	all, hide := []Blank{}, hiding(o.x)
	for _, v := range o.x.Visits() {
		for _, b := range v.Blanks {
			file, span := b.At.Locate()
			all = append(all, Blank{b.Widget, hide(b.Expression), file.Position(span.Start).Line})
		}
	}
	return all
}

// Variables returns what flow.variables held at the end, as far as that is known; lists and
// objects as JSON.
func (o *Outcome) Variables() map[string]string {
	all, hide := map[string]string{}, hiding(o.x)
	for key, value := range o.x.Variables() {
		text, ok := value.Plain()
		if !ok {
			text, ok = value.JSON()
		}
		if ok {
			all[key] = hide(text)
		}
	}
	return all
}

// notes are what is worth telling of a test whatever its status.
func (r *runner) notes() (notes []string) {
	for _, f := range r.test.Fakes {
		if r.used[f] == 0 && !r.shared(f) && r.verdict == nil && !r.free {
			notes = append(notes, fmt.Sprintf("line %d: the fake %q is not used", r.line(f.at), f.Key))
		}
	}
	for _, m := range r.x.Unfaked() {
		notes = append(notes, fmt.Sprintf("the flow reads widgets.%s.%s, which its fake does not have", m.Widget, m.Path))
	}
	return notes
}

// shared reports whether a fake stands beside the tests: another one may use it.
func (r *runner) shared(f *Fake) bool {
	for _, common := range r.common.Fakes {
		if common == f {
			return true
		}
	}
	return false
}

// Transcript returns what happened, line by line.
func (o *Outcome) Transcript() (lines []Line) {
	hide := hiding(o.x)
	for _, v := range o.x.Visits() {
		add := func(what, text string) {
			lines = append(lines, Line{v.Name, lineOf(v), what, hide(text)})
		}
		for _, t := range v.Said {
			if t.Why != "" {
				add("says", t.Text+" ("+t.Why+")")
				continue
			}
			add("says", t.Text)
		}
		if v.Request != nil {
			add("asks", v.Request.ByMethod())
		}
		if what, text := answered(v.Reaction); what != "" {
			add(what, text)
		}
		if v.Event != "" {
			add("leaves by", v.Event)
		}
	}
	return lines
}

// answered says what somebody did, or what came back.
func answered(a sim.Reaction) (what, text string) {
	switch a.By {
	case schemas.ByKeys:
		return "keys", a.Text
	case schemas.BySpeech:
		return "hears", a.Text
	case schemas.ByReply:
		return "reads", strings.TrimSpace(a.Text + " " + strings.Join(a.Media, " "))
	case schemas.BySilence:
		return "waits", "nobody answers"
	case schemas.ByHangUp:
		return "loses", "the caller hangs up"
	}
	if a.Response != nil {
		return "gets", fmt.Sprintf("%d %s", a.Response.Status, a.Response.Body)
	}
	return "", ""
}
