package script

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"studiolint/lint/liquid/eval"
	"studiolint/lint/sim"
	"studiolint/lint/words"
)

// ask asks for what an execution lacks to go on, and goes on with it; false ends the play.
func (p *Play) ask(end *sim.End) bool {
	l := end.Lack
	line, ok := p.read(p.question(end))
	switch {
	case !ok || line == "":
		p.sayf("The execution %s.", howItEnded(end))
		return false
	case strings.HasPrefix(line, ":"):
		return p.command(line)
	}
	next, err := p.given(l, line)
	if err != nil {
		p.sayf("%v", err)
		return true
	}
	if can := p.values(l); len(can) > 0 && !slices.Contains(can, line) {
		p.sayf("Twilio documents no such %s%s", l.Facts().Name, words.DidYouMean(line, can))
	}
	p.before = append(p.before, p.x)
	p.shown = len(p.x.Visits())
	p.x = next
	return true
}

// question says what is lacking, and what can be given.
func (p *Play) question(end *sim.End) string {
	l := end.Lack
	v := p.x.Lacking(l)
	what, can := fmt.Sprintf("what %s stores as %s", v.Name, strings.Join(l.Path(), ".")), p.values(l)
	if len(can) == 0 {
		can = []string{"a text" + example(v, l), "JSON"}
	}
	switch {
	case l.Answers():
		what, can = "what "+v.Name+" got as an answer", responses(v)
	case l.Starts():
		what = "what " + strings.Join(l.Path(), ".") + " is"
	}
	return hiding(p.x)(fmt.Sprintf("%s has to know %s: %s", end.Widget, what, strings.Join(can, " | ")))
}

// values returns all texts that what is lacking ever is, as its widget is set; none when they
// are not known.
func (p *Play) values(l *sim.Lack) []string {
	if l.Facts() == nil || l.Answers() {
		return nil
	}
	w, can := p.x.Lacking(l).Widget, l.Facts().Values
	for name, by := range l.Facts().ValuesWith.All() {
		set := w.Property(name).Text()
		if facts := w.Facts.Property(name); set == "" && facts != nil {
			set = facts.Default
		}
		if some, known := by.Find(set); known {
			can = some
		}
	}
	return can
}

// example writes a text by which a branch is taken that reads what is lacking, "" for none.
func example(v *sim.Visit, l *sim.Lack) string {
	w := v.Widget
	if l.Starts() {
		w = nil
	}
	for _, c := range cellsOf(v.Program).of(w) {
		if slices.Equal(c.path, l.Path()) && len(c.texts) > 0 && !blank(c.texts[0]) {
			return " such as " + c.texts[0]
		}
	}
	return ""
}

// given returns the execution as it is with what a line gives.
func (p *Play) given(l *sim.Lack, line string) (*sim.Execution, error) {
	if l.Answers() {
		return p.x.Answered(l, response(line))
	}
	return p.x.Given(l, given(line))
}

// given reads a line as a value: JSON for a list, an object or a text in quotes, else a text.
func given(line string) eval.Value {
	if strings.ContainsAny(line[:1], `[{"`) && json.Valid([]byte(line)) {
		if value, err := eval.JSON([]byte(line)); err == nil {
			return value
		}
	}
	return eval.Text(line)
}
