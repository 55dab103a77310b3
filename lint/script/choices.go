package script

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid/eval"
	"studiolint/lint/literal"
	"studiolint/lint/sim"
	"studiolint/schemas"
)

// maxChoices is how many ways to react are tried at one widget for one event.
const maxChoices = 120

// choices returns the ways in which one may react at a widget: each event that it has a
// transition for, with each answer that may matter later.
func (cs *cells) choices(v *sim.Visit) (all []sim.Reaction) {
	seen := map[string]bool{}
	for _, t := range v.Widget.Transitions {
		if t.Event == "" || seen[t.Event] {
			continue
		}
		seen[t.Event] = true
		all = append(all, cs.byEvent(v, t.Event)...)
	}
	return all
}

func (cs *cells) byEvent(v *sim.Visit, event string) []sim.Reaction {
	w := v.Widget
	facts := w.Facts.EventFacts(event)
	answer := effects.AnswerOn(w, event)
	stored := effects.Stores(w, event)
	own := slices.DeleteFunc(cs.of(w), func(c *cell) bool {
		known := w.Facts.Outputs.Key(c.path[0])
		return known != nil && !slices.Contains(stored, known) || w.Facts.Aliases.Outputs.Get(c.path[0]) != ""
	})
	switch {
	case facts.By == schemas.BySilence || facts.By == schemas.ByHangUp:
		return []sim.Reaction{{By: facts.By}}
	case answer != "" && facts.By != "":
		return cs.answers(v, event, answer, own)
	case v.Act() == effects.Requests:
		return cs.responses(v, event, own)
	}
	var all []sim.Reaction
	for _, set := range vary(own, func(*cell) []string { return nil }) {
		all = append(all, sim.Reaction{Event: event, Outputs: tree(own, set, nil)})
	}
	return all
}

// plainAnswers are what somebody may answer to any question, the most usual first.
var plainAnswers = map[schemas.Cause][]string{
	schemas.ByKeys:   {"1", "9", "0", "5", "77", "1234"},
	schemas.BySpeech: {"yes", "something else"},
	schemas.ByReply:  {"yes", "something else"},
}

// answers are what somebody may press, say or write.
func (cs *cells) answers(v *sim.Visit, event, path string, own []*cell) (all []sim.Reaction) {
	by := v.Widget.Facts.EventFacts(event).By
	var rest []*cell
	texts := []string{}
	media := false
	for _, c := range own {
		switch name := strings.Join(c.path, "."); {
		case name == path:
			texts = append(texts, c.texts...)
		case isMedia(v.Widget, c.path):
			media = true
		case !isTold(v.Widget, c.path):
			rest = append(rest, c)
		}
	}
	texts = append(texts, plainAnswers[by]...)
	usual := texts[len(texts)-len(plainAnswers[by])]
	for _, text := range texts {
		if by == schemas.ByKeys && !literal.AreKeys(text) ||
			by == schemas.BySpeech && strings.TrimSpace(text) == "" {
			continue
		}
		all = append(all, sim.Reaction{By: by, Text: text})
		if media {
			all = append(all, sim.Reaction{By: by, Text: text, Media: []string{picture}})
		}
	}
	for _, set := range vary(rest, func(*cell) []string { return nil }) {
		if outputs := tree(rest, set, nil); outputs.Exists() {
			all = append(all, sim.Reaction{By: by, Text: usual, Outputs: outputs})
		}
	}
	return all
}

// storedAt returns what the catalogue knows of what a widget stores under a path; nil for nothing.
func storedAt(w *flow.Widget, path []string) *schemas.Variable {
	k := w.Facts.Outputs.Key(path[0])
	for _, name := range path[1:] {
		if k == nil {
			return nil
		}
		k = k.Key(name)
	}
	return k
}

// isTold reports whether what a widget stores under a path follows from what happened.
func isTold(w *flow.Widget, path []string) bool {
	k := storedAt(w, path)
	if k == nil || k.Holds == schemas.HoldsMediaType || k.Holds == schemas.HoldsOptOut || k.Holds.Tapped() {
		return false
	}
	return k.Holds != "" || k.Property != "" || len(k.Keys) > 0
}

// isMedia reports whether a path below what a widget stores is a file that came with a
// message, or their number.
func isMedia(w *flow.Widget, path []string) bool {
	k := storedAt(w, path)
	return k != nil && (k.Holds == schemas.HoldsMedia || k.Holds == schemas.HoldsMediaCount)
}

// responses are what may come back from a request.
func (cs *cells) responses(v *sim.Visit, event string, own []*cell) (all []sim.Reaction) {
	w := v.Widget
	status, body := 200, []string{}
	failed := w.Facts.EventFacts(event).Kind == schemas.KindFailure
	var parsed []*cell
	for _, c := range own {
		k := w.Facts.Outputs.Key(c.path[0])
		switch {
		case k == nil:
		case k.Holds == schemas.HoldsResponseJSON && len(c.path) > 1:
			parsed = append(parsed, c)
		case k.Holds == schemas.HoldsResponseBody:
			body = append(body, c.texts...)
		}
	}
	if failed {
		all = append(all, sim.Reaction{Event: event})
		status = 500
	}
	for _, text := range body {
		all = append(all, sim.Reaction{Response: &sim.Response{Status: status, Type: textType, Body: text}})
	}
	if failed && len(parsed) == 0 {
		return all
	}
	for _, set := range vary(parsed, func(c *cell) []string { return []string{c.path[len(c.path)-1]} }) {
		text, _ := tree(parsed, set, parsed).JSON()
		all = append(all, sim.Reaction{Response: &sim.Response{Status: status, Type: jsonType, Body: text}})
	}
	return all
}

// vary returns assignments of texts to cells: all the first ones, then each cell's others
// in turn, then two cells' at a time. "\x00" stands for none. usual are the texts of a cell
// that nothing compares.
func vary(list []*cell, usual func(*cell) []string) [][]string {
	texts := make([][]string, len(list))
	first := make([]string, len(list))
	for i, c := range list {
		texts[i] = append(slices.Clone(c.texts), usual(c)...)
		if len(c.texts) == 0 && len(texts[i]) == 0 {
			texts[i] = []string{missing}
		} else if len(c.texts) > 0 {
			texts[i] = append(texts[i], missing)
		}
		first[i] = texts[i][0]
	}
	all := [][]string{first}
	with := func(base []string, i int, text string) []string {
		next := slices.Clone(base)
		next[i] = text
		return next
	}
	for i := range list {
		for _, text := range texts[i][1:] {
			all = append(all, with(first, i, text))
		}
	}
	for i := range list {
		for j := i + 1; j < len(list); j++ {
			for _, a := range texts[i][1:] {
				for _, b := range texts[j][1:] {
					if len(all) >= maxChoices {
						return all
					}
					all = append(all, with(with(first, i, a), j, b))
				}
			}
		}
	}
	return all[:min(len(all), maxChoices)]
}

// missing is the text of a cell that is left out.
const missing = "\x00"

// tree puts the texts of some cells into an object. The paths of those in below lose their
// first name. Nothing is made of no texts.
func tree(list []*cell, texts []string, below []*cell) eval.Value {
	root := eval.Value{}
	for i, c := range list {
		path := c.path
		if slices.ContainsFunc(list, func(over *cell) bool { return texts[slices.Index(list, over)] == missing && isBelow(c.path, over.path) }) {
			continue
		}
		if len(below) > 0 {
			path = path[1:]
		}
		if texts[i] != missing {
			root = put(root, path, c.value(texts[i]))
		}
	}
	if !root.Exists() && len(below) > 0 {
		return eval.Object(nil, nil)
	}
	return root
}

// value returns what a cell holds for a text.
func (c *cell) value(text string) eval.Value {
	if c.listed {
		return eval.List(eval.Text(text))
	}
	return eval.Text(text)
}

// isBelow reports whether a path leads further than another one.
func isBelow(path, other []string) bool {
	return len(path) > len(other) && slices.Equal(path[:len(other)], other)
}

func put(v eval.Value, path []string, leaf eval.Value) eval.Value {
	if len(path) == 0 {
		if v.IsObject() {
			return v // something stands below it already
		}
		return leaf
	}
	if !v.IsObject() {
		v = eval.Object(nil, nil)
	}
	return v.With(path[0], put(v.Get(path[0]), path[1:], leaf))
}

// starts returns the ways in which an execution may begin.
func (cs *cells) starts(f *flow.Flow) (all []Start, settings []Settings) {
	own := cs.of(nil)
	first := f.Start()
	if first == nil {
		return nil, nil
	}
	for _, t := range first.Transitions {
		if t.To == nil || first.On(t.Event) != t {
			continue
		}
		for _, set := range vary(own, func(*cell) []string { return nil }) {
			start, common := begin(t.Event, own, set)
			all, settings = append(all, start), append(settings, common)
		}
		if counters := cs.counters(); len(counters) > 0 {
			start, common := begin(t.Event, own, vary(own, func(*cell) []string { return nil })[0])
			common.Variables = counters
			all, settings = append(all, start), append(settings, common)
		}
		if !cs.clock {
			continue
		}
		for _, now := range clocks {
			start, common := begin(t.Event, own, vary(own, func(*cell) []string { return nil })[0])
			common.Now = now
			all, settings = append(all, start), append(settings, common)
		}
	}
	return all, settings
}

// counters returns the variables that a flow counts with, at nought: what they hold before
// anything has set them is not the same to every engine.
func (cs *cells) counters() map[string]string {
	at := map[string]string{}
	for _, v := range cs.flow.Variables() {
		for _, item := range v.Writes {
			t := cs.flow.TemplateAt(item.Value)
			if t == nil {
				continue
			}
			for _, r := range t.Refs() {
				if key, ok := r.Variable(); ok && key == v.Key {
					at[key] = "0"
				}
			}
		}
	}
	return at
}

// clocks are times at which the flows of an office do different things: on a Monday through
// the day and the night, on a Saturday and a Sunday, by the clock of Los Angeles.
var clocks = []string{
	"2026-03-02T18:30:00Z", "2026-03-02T08:30:00Z", "2026-03-02T14:30:00Z", "2026-03-02T16:30:00Z", "2026-03-02T20:30:00Z", "2026-03-03T00:30:00Z",
	"2026-03-03T02:30:00Z", "2026-03-03T06:30:00Z", "2026-03-07T20:30:00Z", "2026-03-08T20:30:00Z",
}

// begin makes a start of the texts of some cells.
func begin(event string, own []*cell, set []string) (Start, Settings) {
	s, common := Start{Event: event}, Settings{}
	for i, c := range own {
		text := set[i]
		if text == missing {
			continue
		}
		switch holds, rest := contentOf(c.path); holds {
		case schemas.HoldsReply:
			s.Body = text
		case schemas.HoldsMedia, schemas.HoldsMediaCount:
			if text != "0" && text != "" {
				s.Media = []string{picture}
			}
		case schemas.HoldsContact:
			common.Contact = text
		case schemas.HoldsAddress:
			common.Channel = text
		case schemas.HoldsParameters:
			s.Data = put(s.Data, rest, eval.Text(text))
		default:
			if c.path[0] == "trigger" && len(c.path) > 2 && event != flow.ParentEvent {
				s.Data = put(s.Data, c.path[2:], eval.Text(text))
			}
		}
	}
	if event == flow.ParentEvent {
		s.Parameters, s.Data = s.Data, eval.Value{}
	}
	return s, common
}

// picture is the address of a file that comes with a message.
const picture = "https://example.com/picture.jpg"

// contentOf returns what a path holds below flow, trigger or contact, as the catalogue
// knows it, and the rest of the path below that.
func contentOf(path []string) (holds schemas.Content, rest []string) {
	v := schemas.LiquidFacts().Root(path[0])
	for i := 1; v != nil; i++ {
		if v.Holds != "" || i == len(path) {
			return v.Holds, path[i:]
		}
		v = v.Key(path[i])
	}
	return "", nil
}
