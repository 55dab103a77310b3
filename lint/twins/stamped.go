package twins

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Stamped is a word for success that is kept or handed on after a step has failed.
type Stamped struct {
	Failed *flow.Transition
	Mark   Mark  // what is kept after the failure
	Worked *Mark // what is kept under the same name after the success; nil for nothing
}

// OneStep reports whether it is one step that keeps it either way.
func (s *Stamped) OneStep() bool { return s.Worked != nil && s.Worked.Widget == s.Mark.Widget }

// A Mark is a value that a step keeps, or hands on, under a name.
type Mark struct {
	Widget     *flow.Widget
	Key, Value string
	node       source.Node
}

// Place is where it is written.
func (m *Mark) Place() source.Place {
	text := m.node.Text()
	if at := strings.Index(text, strconv.Quote(m.Key)); at >= 0 && strings.Contains(text[at:], m.Value) {
		at += strings.Index(text[at:], m.Value)
		return m.node.Part(at, at+len(m.Value))
	}
	return m.node.Part(0, len(text))
}

// StampedOn returns those of a flow, by the step that fails.
func StampedOn(d *project.Document) (all map[*flow.Widget]Stamped) {
	for _, w := range d.Flow.Widgets {
		worked, failed := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
		if worked == nil || !mayStamp(failed) || w.Incomplete || words.KeepsRecord(w.Name) || effects.LooksUp(w) || !d.Flow.Reachable(w) ||
			len(d.Flow.ReadsOfAny()) > 0 || d.Flow.Unread() || d.Flow.HandsOutItself() {
			continue
		}
		if s, ok := stamped(d, worked, failed); ok {
			if all == nil {
				all = map[*flow.Widget]Stamped{}
			}
			all[w] = s
		}
	}
	return all
}

// mayStamp is a quick look: whether a word for success stands somewhere in the steps after a transition.
func mayStamp(t *flow.Transition) bool {
	for range mostKept {
		w, on := stepAfter(t)
		if w == nil {
			return false
		}
		t = on
		for _, n := range w.Properties.Members() {
			if n.IsString() && offer.MayBeSuccess(n.Text()) {
				return true
			}
			for _, item := range n.Elements() {
				if value := item.Get("value"); value.IsString() && offer.MayBeSuccess(value.Text()) {
					return true
				}
			}
		}
	}
	return false
}

// stamped returns the word for success that comes after a failure.
func stamped(d *project.Document, worked, failed *flow.Transition) (s Stamped, ok bool) {
	bad := marksAfter(d, failed)
	if !slices.ContainsFunc(bad, isWord) || slices.ContainsFunc(bad, saysBad) {
		return s, false
	}
	good := marksAfter(d, worked)
	alike := len(good) == len(bad) &&
		!slices.ContainsFunc(good, func(m Mark) bool { return markOf(bad, m.Key, m.Value) == nil })
	for _, m := range bad {
		if !isWord(m) {
			continue
		}
		if other := markOf(good, m.Key, m.Value); other != nil {
			ok = alike && isStamp(d, m, other, failed.From)
			s = Stamped{failed, m, other}
		} else {
			other = markOf(good, m.Key, "")
			contrary := other != nil && offer.SaysItFailed(other.Value)
			ok = (contrary || other == nil && isOf(m, failed.From, false)) && effects.AfterFailures(m.Widget)
			s = Stamped{failed, m, other}
		}
		if ok {
			return s, true
		}
	}
	return s, false
}

// saysBad reports whether a mark tells of what did not work.
func saysBad(m Mark) bool { return offer.SaysItFailed(m.Value) || offer.NamesBad(m.Key) }

// isStamp reports whether a word for success that is written either way is about the step that failed. Where a step of
// its own was made for the failure, any word is.
func isStamp(d *project.Document, m Mark, other *Mark, step *flow.Widget) bool {
	if m.Widget == other.Widget {
		return !words.IsTrue(m.Value) && isOf(m, step, false)
	}
	return !(words.IsTrue(m.Value) && guards(d.Flow, m.Key, step)) && isOf(m, step, takesAnswers(d, step))
}

// guards reports whether a variable is read before a step is run: then it may say that it was tried.
func guards(f *flow.Flow, key string, w *flow.Widget) bool {
	v := f.Variable(key)
	return v != nil && slices.ContainsFunc(v.Reads, func(r flow.Ref) bool { return f.CanPrecede(r.Widget, w) })
}

// takesAnswers reports whether a request is given something that somebody answered: then what it does is what the talk
// is about.
func takesAnswers(d *project.Document, w *flow.Widget) bool {
	return w.Facts.Request != nil && slices.ContainsFunc(d.Flow.TemplatesOf(w), func(t *flow.Template) bool {
		return slices.ContainsFunc(t.Refs(),
			func(r flow.Ref) bool { return r.Root() == "widgets" || r.Root() == "flow" })
	})
}

// isWord reports whether a mark is a word for success, or says of one that it is so.
func isWord(m Mark) bool {
	is, _ := offer.IsSuccess(m.Value)
	return is || offer.IsDone(m.Value) || words.IsTrue(m.Value) && doneIn(m.Key) != ""
}

// doneIn returns the word of a name for what has been done; "" for none.
func doneIn(key string) string {
	for _, word := range words.In(key) {
		if is, ofStep := offer.IsSuccess(word); is && ofStep || offer.IsDone(word) {
			return word
		}
	}
	return ""
}

// isOf reports whether a word for success is about what a step does: it is the word for that very thing, or, where any
// will do, one for no other; or its name has a word of the step's.
func isOf(m Mark, w *flow.Widget, anyWord bool) bool {
	done := m.Value
	if words.IsTrue(done) {
		done = doneIn(m.Key)
	}
	step := w.Name
	switch request := w.Facts.Request; {
	case request != nil:
		url := w.Property(request.URL).Text()
		step += " " + url[strings.LastIndexByte(url, '/')+1:]
	case effects.AmountOf(w).Exists():
		step += " pay charge"
	case effects.IsTold(w):
		step = "send deliver notify" // its name is that of what it tells
	}
	if offer.IsDoneBy(done, step) {
		return true
	}
	is, ofStep := offer.IsSuccess(done)
	return is && anyWord || (ofStep || !is) && slices.ContainsFunc(words.In(m.Key), func(word string) bool {
		return !words.MayNameState(word) && !words.SaysNothing(word) && offer.IsDoneBy(word, step)
	})
}

// markOf returns the mark of a name among some, with a value if one is given; nil for none.
func markOf(all []Mark, key, value string) *Mark {
	for i := range all {
		if all[i].Key == key && (value == "" || all[i].Value == value) {
			return &all[i]
		}
	}
	return nil
}

// stepAfter returns the first step after a transition that keeps something or hands it on, as far as nothing is asked,
// decided or requested before, and the transition to what comes after it; nil where it is the last of them.
func stepAfter(t *flow.Transition) (w *flow.Widget, on *flow.Transition) {
	const far = 4 // texts
	for w := range t.Ahead(far) {
		switch effects.ActOf(w) {
		case effects.Sets:
			return w, w.OnKind(schemas.KindAlways)
		case effects.Tells:
		default:
			if w.Facts.Request != nil || w.Facts.FlexTask != nil {
				return w, nil
			}
			return nil, nil
		}
	}
	return nil, nil
}

// mostKept is how many steps in a row are looked at.
const mostKept = 4

// marksAfter returns what is kept and read later, or handed on, after a transition; nothing where the step that it
// leaves is tried again.
func marksAfter(d *project.Document, t *flow.Transition) (all []Mark) {
	from, on := t.From, t
	for range mostKept {
		var w *flow.Widget
		if w, on = stepAfter(on); w == nil {
			break
		}
		switch {
		case effects.ActOf(w) == effects.Sets:
			all = addKept(d.Flow, all, w)
		case w.Facts.Request != nil && w.Type == from.Type && compareCalls(w, from) == 0:
			return nil
		default:
			all = append(all, marksOf(d, w)...)
		}
	}
	return all
}

// addKept adds what a step keeps in variables that are read after it.
func addKept(f *flow.Flow, all []Mark, w *flow.Widget) []Mark {
	for _, write := range f.Writes(w) {
		v := f.Variable(write.Key.Text())
		if v != nil && slices.ContainsFunc(v.Reads, func(r flow.Ref) bool { return f.CanPrecede(w, r.Widget) }) {
			all = append(all, Mark{w, v.Key, write.Value.Text(), write.Value})
		}
	}
	return all
}
