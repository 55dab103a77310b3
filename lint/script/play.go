package script

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid/eval"
	"studiolint/lint/literal"
	"studiolint/lint/sim"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Play is a conversation with a flow, with a person at the keyboard: one line for each
// thing that somebody does. It ends with the input, or with ":quit".
type Play struct {
	Program *sim.Program
	Subflow func(*flow.Widget) *sim.Program // may be nil
	Event   string                          // by which it begins; "" to ask when there are several
	Settings
	In  io.Reader
	Out io.Writer
	// Visible escapes what a terminal would obey.
	Visible func(string) string

	lines  *bufio.Scanner
	x      *sim.Execution
	start  Start
	before []*sim.Execution // where one was when a line was read
	shown  int              // visits that were told
	fails  bool             // what comes next fails, when it can
}

const maxLine = 64 << 10

func (p *Play) sayf(format string, args ...any) {
	for line := range strings.SplitSeq(fmt.Sprintf(format, args...), "\n") {
		fmt.Fprintln(p.Out, p.Visible(line))
	}
}

// read returns the next line; false at the end of the input.
func (p *Play) read(prompt string) (string, bool) {
	if prompt != "" {
		p.sayf("  %s", prompt)
	}
	fmt.Fprint(p.Out, "> ")
	if !p.lines.Scan() {
		fmt.Fprintln(p.Out)
		return "", false
	}
	return strings.TrimRight(p.lines.Text(), "\r"), true
}

// Run plays until the end of the input or of the conversation.
func (p *Play) Run() error {
	p.lines = bufio.NewScanner(p.In)
	p.lines.Buffer(make([]byte, 0, 4096), maxLine)
	p.Contact, p.Channel = cmp.Or(p.Contact, defaultContact), cmp.Or(p.Channel, defaultChannel)
	if !p.begin() {
		return p.lines.Err()
	}
	for goesOn := true; goesOn; {
		p.tell()
		switch end := p.x.End(); {
		case end == nil:
			goesOn = p.step()
		case end.Lack != nil:
			goesOn = p.ask(end)
		default:
			p.sayf("The execution %s.", howItEnded(end))
			line, ok := p.read(":back goes back, :vars shows the variables, an empty line ends")
			goesOn = ok && line != "" && p.command(line)
		}
	}
	return p.lines.Err()
}

func howItEnded(end *sim.End) string {
	if end.Kind == sim.Undetermined {
		return "is undetermined at " + words.Quote(end.Widget) + ": " + end.Reason
	}
	return howEnded(end)
}

// begin starts the execution.
func (p *Play) begin() bool {
	p.start.Event = cmp.Or(p.Event, onlyEvent(p.Program.Flow))
	for p.start.Event == "" {
		var events []string
		if first := p.Program.Flow.Start(); first != nil {
			for _, t := range first.Transitions {
				if t.To != nil {
					events = append(events, t.Event)
				}
			}
		}
		if len(events) == 0 {
			p.sayf("The trigger leads nowhere.")
			return false
		}
		line, ok := p.read("How does it begin? " + strings.Join(events, ", "))
		if !ok || line == ":quit" {
			return false
		}
		if slices.Contains(events, line) {
			p.start.Event = line
		} else if line != "" {
			p.sayf("The trigger has no such event%s", words.DidYouMean(line, events))
		}
	}
	if p.reads(schemas.HoldsReply) {
		line, ok := p.read("The message that starts it:")
		if !ok || line == ":quit" {
			return false
		}
		p.start.Body = line
	}
	p.sayf("%s begins by %s; :help lists the commands.", p.Program.Name, p.start.Event)
	p.x = sim.Begin(p.Program, startOf(p.start, p.Settings, p.Subflow))
	return true
}

// reads reports whether the event that begins the execution brings something of a kind.
func (p *Play) reads(holds schemas.Content) bool {
	trigger := schemas.LiquidFacts().Root("trigger")
	return slices.ContainsFunc(trigger.Keys, func(v schemas.Variable) bool {
		return slices.Contains(v.Events, p.start.Event) && slices.ContainsFunc(v.Keys, func(k schemas.Variable) bool { return k.Holds == holds })
	})
}

// tell prints what has been said since a line was read.
func (p *Play) tell() {
	visits, hide := p.x.Visits(), hiding(p.x)
	p.shown = min(p.shown, len(visits))
	for _, v := range visits[p.shown:] {
		for _, t := range v.Said {
			text := t.Text
			if t.Why != "" {
				text += " (" + t.Why + ")"
			}
			p.sayf("%s: %s", v.Name, hide(text))
		}
		if v.Request != nil {
			p.sayf("%s asks %s %s", v.Name, hide(v.Request.ByMethod()), hide(v.Request.Body.Text))
		}
		for _, t := range v.JSON {
			p.sayf("%s sends %s", v.Name, hide(t.Text))
		}
	}
	p.shown = len(visits)
}

// step lets one thing happen where the execution waits; false ends the play.
func (p *Play) step() bool {
	v := p.x.At()
	usual := effects.Usual(v.Widget)
	if usual != nil && p.fails && failure(v.Widget) != "" {
		p.fails = false
		p.sayf("%s fails: %s", v.Name, failure(v.Widget))
		return p.leave(sim.Reaction{Event: failure(v.Widget)})
	}
	if usual != nil && v.Act() == effects.Tells || usual != nil && len(sim.EventsOf(v.Widget)) < 2 {
		return p.leave(sim.Reaction{})
	}
	line, ok := p.read(p.offer(v))
	if !ok {
		return false
	}
	if strings.HasPrefix(line, ":") {
		return p.command(line)
	}
	p.before = append(p.before, p.x.Clone())
	reaction, err := p.reaction(v, line)
	if err == nil {
		err = p.x.Leave(reaction)
	}
	if err != nil {
		p.before = p.before[:len(p.before)-1]
		p.sayf("%v", err)
	}
	return true
}

func (p *Play) leave(r sim.Reaction) bool {
	if err := p.x.Leave(r); err != nil {
		p.sayf("%v", err)
		return false
	}
	return true
}

// failure returns the event of a widget that fails, "" when it cannot.
func failure(w *flow.Widget) string {
	for i := range w.Facts.Events {
		if e := &w.Facts.Events[i]; e.Kind == schemas.KindFailure && w.On(e.Name) != nil {
			return e.Name
		}
	}
	return ""
}

// offer says what can be done at a widget.
func (p *Play) offer(v *sim.Visit) string {
	var parts, open []string
	if v.Act() == effects.Requests {
		parts = append(parts, responses(v)...)
	}
	for _, name := range sim.EventsOf(v.Widget) {
		part := named[v.Widget.Facts.EventFacts(name).By]
		if part == "" {
			part = name
		}
		if v.Widget.On(name) == nil {
			open = append(open, part)
		} else {
			parts = append(parts, part)
		}
	}
	if usual := effects.Usual(v.Widget); usual != nil && v.Act() != effects.Requests {
		parts = append(parts, "an empty line for "+usual.Name)
	}
	text := v.Name + " waits for " + strings.Join(parts, " | ")
	if len(open) > 0 {
		text += " (without a transition: " + strings.Join(open, ", ") + ")"
	}
	return text
}

// named is how one does at the keyboard what a person does.
var named = map[schemas.Cause]string{
	schemas.ByKeys: "keys", schemas.BySpeech: "words", schemas.ByReply: "a reply", schemas.BySilence: "an empty line for silence", schemas.ByHangUp: ":hang-up",
}

// responses say how one writes what comes back from a request.
func responses(v *sim.Visit) []string {
	return []string{"JSON" + hint(v), "a status and a text such as 404 Not found"}
}

// hint writes what the flow reads of an answer, as an example.
func hint(v *sim.Visit) string {
	own := slices.DeleteFunc(cellsOf(v.Program).of(v.Widget), func(c *cell) bool {
		k := v.Widget.Facts.Outputs.Key(c.path[0])
		return k == nil || k.Holds != schemas.HoldsResponseJSON || len(c.path) < 2
	})
	if len(own) == 0 {
		return ""
	}
	text, _ := tree(own, vary(own, func(c *cell) []string { return []string{c.path[len(c.path)-1]} })[0], own).JSON()
	return " such as " + text
}

// reaction reads a line as what happens at a widget.
func (p *Play) reaction(v *sim.Visit, line string) (sim.Reaction, error) {
	w := v.Widget
	has := func(by schemas.Cause) bool { return effects.Raised(w, by) != nil }
	switch {
	case line != "" && slices.Contains(sim.EventsOf(w), line):
		return sim.Reaction{Event: line}, nil
	case v.Act() == effects.Requests:
		return sim.Reaction{Response: response(line)}, nil
	case line == "" && has(schemas.BySilence):
		return sim.Reaction{By: schemas.BySilence}, nil
	case has(schemas.ByKeys) && literal.AreKeys(line):
		return sim.Reaction{By: schemas.ByKeys, Text: line}, nil
	case has(schemas.BySpeech) && line != "":
		return sim.Reaction{By: schemas.BySpeech, Text: line}, nil
	case has(schemas.ByReply):
		return sim.Reaction{By: schemas.ByReply, Text: line}, nil
	case has(schemas.ByRecording) && line == "":
		return sim.Reaction{By: schemas.ByRecording}, nil
	case line == "" && v.Act() == effects.RunsFlow:
		return sim.Reaction{Event: effects.Usual(w).Name}, nil // a test needs a fake for it
	case line == "" && effects.Usual(w) != nil:
		return sim.Reaction{}, nil
	}
	events := sim.EventsOf(w)
	return sim.Reaction{}, fmt.Errorf("%s does not take that: write one of %s%s", v.Name, strings.Join(events, ", "), words.DidYouMean(line, events))
}

// response reads a line as what comes back from a request: JSON, or a status and a text.
func response(line string) *sim.Response {
	r := &sim.Response{Status: 200, Type: textType}
	if number, rest, _ := strings.Cut(line, " "); len(number) == 3 {
		if status, err := strconv.Atoi(number); err == nil && status >= 100 {
			r.Status, line = status, rest
		}
	}
	r.Body = line
	if line == "" || json.Valid([]byte(line)) {
		r.Type, r.Body = jsonType, cmp.Or(line, "{}")
	}
	return r
}

const help = `:vars    the variables
:where   the widget, its place in the file, and where its events lead
:back    undo the last line
:fail    the request or message that comes next fails
:hang-up the caller hangs up
:quit    end`

// command does what a line that begins with a colon says; false ends the play.
func (p *Play) command(line string) bool {
	switch line {
	case ":quit":
		return false
	case ":vars":
		p.variables()
	case ":where":
		p.where()
	case ":back":
		if len(p.before) == 0 {
			p.sayf("There is nothing to go back to.")
			break
		}
		p.x, p.before = p.before[len(p.before)-1], p.before[:len(p.before)-1]
		p.shown = len(p.x.Visits()) - 1
	case ":fail":
		if v := p.x.At(); v != nil && failure(v.Widget) != "" {
			p.before = append(p.before, p.x.Clone())
			return p.leave(sim.Reaction{Event: failure(v.Widget)})
		}
		p.fails = true
		p.sayf("What comes next fails, when it can.")
	case ":hang-up":
		if p.x.At() == nil {
			p.sayf("The execution %s.", howItEnded(p.x.End()))
			break
		}
		p.before = append(p.before, p.x.Clone())
		if err := p.x.Leave(sim.Reaction{By: schemas.ByHangUp}); err != nil {
			p.before = p.before[:len(p.before)-1]
			p.sayf("%v", err)
		}
	default:
		if line != ":help" {
			p.sayf("There is no command %s%s", line, words.DidYouMean(line, []string{":vars", ":where", ":back", ":fail", ":hang-up", ":quit", ":help"}))
		}
		p.sayf("%s", help)
	}
	return true
}

// variables prints flow.variables.
func (p *Play) variables() {
	all, hide := p.x.Variables(), hiding(p.x)
	if len(all) == 0 {
		p.sayf("No variable is set.")
	}
	for _, key := range sorted(all) {
		p.sayf("%s = %s", key, hide(shown(all[key])))
	}
}

func shown(v eval.Value) string {
	if why := v.Unknown(); why != "" {
		return "not known: " + why
	}
	text, ok := v.Plain()
	if !ok || !v.IsText() {
		text, _ = v.JSON()
	}
	return text
}

// where prints where the execution is.
func (p *Play) where() {
	visits := p.x.Visits()
	v := visits[len(visits)-1]
	p.sayf("%s:%d: %s", v.Program.Name, lineOf(v), v.Name)
	for _, t := range v.Widget.Transitions {
		to := "the end"
		if t.Next != "" {
			to = t.Next
		}
		p.sayf("  %s leads to %s", t.Event, to)
	}
}

// Record returns what was played as a test file; from is the path of the flow as that file
// has it.
func (p *Play) Record(from, name string) []byte {
	if p.x == nil {
		return nil
	}
	w := &writer{b: bytes.Buffer{}}
	w.head(from, p.Program)
	played := &way{x: p.x, start: p.start, settings: p.Settings}
	played.start.Data = p.x.Data()
	// A test does not wait where nobody is asked, whoever ended the play there.
	s := &search{cells: cellsOf(p.Program), program: p.Program, subflow: p.Subflow}
	if whole := s.complete(played); whole != nil {
		played = whole
	}
	w.test(name, played)
	return w.b.Bytes()
}
