package shape

import (
	"strconv"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Fault is one way in which a value does not keep the schema of the catalogue.
type Fault struct {
	Subject           // what the schema was applied to
	schemas.Violation // the zero Violation when State says what is wrong
	At                source.Node
	State             StateFault
}

// A StateFault is what is wrong with a state of which no schema can be told.
type StateFault uint8

// What is wrong with a state.
const (
	NotWrong    StateFault = iota
	NotObject              // the state is no object; At is the state
	NoType                 // its type is missing, empty or no text; At is the state
	UnknownType            // the catalogue does not know its type; At is the type
)

// Faults returns what of a definition has the wrong shape, in the order of the text of
// the states. Values that are filled in later are among it.
func Faults(s lint.Subject) []Fault { return shapes.Of(s).faults }

// Sound reports whether a value of the definition is there and fits, with all that is
// below it, what the catalogue wants in its place. What is not sound has been reported
// as it is: nothing more is to be said of it.
func Sound(s lint.Subject, n source.Node) bool {
	sh := shapes.Of(s)
	return n.Exists() && !sh.unsound[n] && !sh.lost[n]
}

// Lacks reports whether an object must have a member and has it not, nor another one that
// does as well. Where the object itself is absent, what it lacks is not known: false.
func Lacks(s lint.Subject, object source.Node, name string) bool {
	return shapes.Of(s).lacks[missing{object, name}]
}

// missing is a member that an object must have.
type missing struct {
	object source.Node
	name   string
}

// shape is what is wrong with the shape of one document.
type shape struct {
	flow    *flow.Flow
	faults  []Fault
	unsound map[source.Node]bool // what is at fault, and what holds it
	lacks   map[missing]bool
	lost    map[source.Node]bool // what a later member of the same name replaces
	opaque  bool                 // which widgets there are, or where the flow begins, is filled in
	blurs   []blur               // by widget: what cannot be told of it
	blurred []*flow.Widget       // those of which something cannot be told
	plain   []bool               // by widget: its schema names all members that are there
}

// Plain reports whether a widget surely has no member but those that its schema names.
func Plain(s lint.Subject, w *flow.Widget) bool { return shapes.Of(s).plain[w.Index] }

var shapes = lint.NewFact(func(d *project.Document) *shape {
	sh := &shape{flow: d.Flow, unsound: map[source.Node]bool{}, lost: map[source.Node]bool{}, lacks: map[missing]bool{}}
	if d.Flow == nil {
		return sh
	}
	sh.plain = make([]bool, len(d.Flow.Widgets))
	sh.blurs = make([]blur, len(d.Flow.Widgets))
	if !d.Flow.Legacy { // else none of it has the form that is asked for today
		faults, _ := judge(OfFlow(d.Flow))
		sh.add(faults...)
	}
	for _, state := range d.Flow.States.Elements() {
		sh.state(d, state)
	}
	sh.expressions(d.Flow)
	sh.blurAll(d.Flow)
	for _, duplicate := range d.Flow.Definition.File().Duplicates {
		sh.lost[duplicate.Lost] = true
	}
	return sh
})

// expressions remembers the values that Terraform fills in: what they are is not
// known, and so not of what holds them.
func (sh *shape) expressions(flow *flow.Flow) {
	definition := flow.Definition
	f := definition.File()
	if !f.HasExpressions() {
		return
	}
	for i := definition.Order(); ; i++ {
		n := f.Node(i)
		if !n.Exists() || n.Span().Start >= definition.Span().End {
			return
		}
		if n.Unknown() {
			sh.unsoundFrom(n)
			sh.fill(n)
		}
	}
}

// holds reports whether a node stands below another.
func holds(above, n source.Node) bool {
	i := n.Order() - above.Order()
	return above.Exists() && i > 0 && i < above.Size()
}

// isNoTemplate reports whether a property holds a SID, something else in which Studio
// evaluates no Liquid, or a number, a switch or a voice, in which nobody reads an answer.
func isNoTemplate(w *flow.Widget, name string) bool {
	known := w.Facts.Property(name)
	if known == nil {
		return false
	}
	speech := w.Facts.Speech
	return len(known.SID) > 0 || !known.Liquid || known.Range != nil || known.Format == schemas.FormatNumber || known.Format == schemas.FormatBoolean ||
		speech != nil && (name == speech.Voice || name == speech.Language)
}

func (sh *shape) unsoundFrom(n source.Node) {
	for ; n.Exists() && !sh.unsound[n]; n = n.Parent() {
		sh.unsound[n] = true
	}
}

func (sh *shape) state(d *project.Document, state source.Node) {
	if state.Unknown() {
		return
	}
	if !state.IsObject() {
		sh.add(Fault{Subject: OfFlow(d.Flow), At: state, State: NotObject})
		return
	}
	w := d.Flow.WidgetAt(state)
	s := OfWidget(w)
	switch {
	case w.Type == "" || !state.Get("type").Exists():
		sh.add(Fault{Subject: s, At: state, State: NoType})
		sh.stateAsMeant(s)
	case w.TypeGuessed && !IsPlaceholder(d, w.TypeNode):
		sh.add(Fault{Subject: s, At: w.TypeNode, State: UnknownType})
		sh.stateAsMeant(s)
	case w.Facts.Known() || w.Facts.Declared || IsPlaceholder(d, w.TypeNode):
		faults, strange := judge(s)
		sh.add(faults...)
		sh.plain[w.Index] = !strange
	default:
		sh.add(Fault{Subject: s, At: w.TypeNode, State: UnknownType})
	}
}

// stateAsMeant looks at a state of which the type is missing or unknown, as one of the type that
// was most likely meant: what else is wrong with it is a fault of its own where that is certain.
func (sh *shape) stateAsMeant(s Subject) {
	w := s.Widget
	if !w.Facts.Known() {
		return
	}
	// What has another name and says nothing is perhaps a part of what was meant: its type is the mistake.
	part := w.Type != "" && !words.SameLetters(w.Type, w.Facts.Type) && len(w.Facts.Content) > 0 && LacksAll(w, w.Facts.Content...)
	certain := w.TypeSure() && !part
	faults, _ := judge(s)
	for _, f := range faults {
		switch {
		case f.At == w.TypeNode || f.At == s.Root && f.Keyword == "required" && f.Expected[0] == "type":
		case certain:
			sh.add(f)
		default:
			sh.mark(f)
		}
	}
}

// judge applies its schema to a subject. It tells whether there may be members that the
// schema does not name.
func judge(s Subject) (faults []Fault, strange bool) {
	violations, strange := viewOf(s.Root).Look(s.Doc, s.Root)
	for _, v := range violations {
		at := s.Root
		for _, part := range v.Path {
			if at.IsArray() {
				i, _ := strconv.Atoi(part)
				at = at.At(i)
			} else {
				at = at.Get(part)
			}
		}
		if !at.Exists() {
			at = s.Root
		}
		if !at.Unknown() && !needless(s, v, at) {
			faults = append(faults, Fault{Subject: s, Violation: v, At: at})
		}
	}
	return faults, strange
}

// needless reports whether what is missing is the value of a comparison that takes none.
func needless(s Subject, v schemas.Violation, at source.Node) bool {
	if v.Keyword != "required" || v.Expected[0] != "value" || at.Parent().Key() != "conditions" || !s.Known.Known() {
		return false
	}
	operator := s.Known.Operator(at.Get("type").Text())
	return operator != nil && operator.Value == "none"
}

func (sh *shape) add(faults ...Fault) {
	sh.faults = append(sh.faults, faults...)
	for _, f := range faults {
		sh.mark(f)
	}
}

// mark remembers what is not sound for a fault.
func (sh *shape) mark(f Fault) {
	if f.Keyword == "required" || f.Keyword == "oneOf" && len(f.Present) == 0 {
		for _, name := range f.Expected {
			sh.lacks[missing{f.At, name}] = true
		}
	}
	sh.unsoundFrom(f.At)
}
