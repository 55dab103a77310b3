package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unknown-property", Title: "A member that Studio does not know and ignores",
		Group: finding.Text, Severity: finding.Warning, Fix: finding.SometimesFix,
		Varies: "error where a split was to branch by it; note for what stands beside \"states\" and is like no member of a flow: nothing it could say changes the flow",
		Doc: `Finds members of the flow, of states, properties, transitions and conditions that
the catalogue does not know: misspelt ones, ones in another style (numDigits for
number_of_digits), the labels of the editor instead of the names in the JSON
(send_twilio_credentials for add_twilio_auth), "name" instead of "next" in a
transition.

Twilio accepts such a member without a word and then ignores it: the branch ends,
the timeout stays what it was.

Names that differ from known ones in their style alone (numberOfDigits) are one finding a
flow, and one fix.

By an invented member, such as the "schedule" of a split whose branches have no
condition, nothing is ever decided: that is an error.

Write the name that is suggested, or remove the member. Where a required member
was misspelt, Twilio does refuse the flow, and the rule schema reports it instead.`,
	},
	Check: func(p *lint.Pass) {
		u := unknownMembers{Pass: p}
		u.check(object{shape.OfFlow(p.Flow)}, p.Flow.Definition, schemas.Flow().Schema)
		for _, w := range p.Flow.Widgets {
			if shape.Plain(p, w) {
				continue
			}
			s := object{shape.OfWidget(w)}
			u.check(s, w.Node, s.Doc.Schema)
		}
	},
})

type unknownMembers struct {
	*lint.Pass

	style *finding.Diagnostic // the first name in another style: one habit, one finding
}

// An object is what members are looked for in: a flow or a state.
type object struct{ shape.Subject }

// check looks at an object and goes down where the schema lists members.
func (u *unknownMembers) check(s object, at source.Node, schema *schemas.Schema) {
	if schema == nil {
		return
	}
	for _, e := range at.Elements() {
		u.check(s, e, schema.Items)
	}
	if len(schema.Properties) == 0 || s.open(at) {
		return
	}
	var lacks *lacking
	for key, member := range at.Members() {
		if shape.Lost(u.Pass, member) {
			continue
		}
		if sub := schema.Properties.Get(key); sub != nil {
			u.check(s, member, sub)
			continue
		}
		if key == "" || shape.IsPlaceholder(u.Pass, member) && shape.HoldsPlaceholder(u.Pass, key) {
			continue
		}
		if at.Parent().Key() == "transitions" && (key == "conditions" || s.isConditionBeside(at, member)) {
			continue // misplaced-conditions reports it
		}
		if lacks == nil {
			lacks = s.lacking(at, schema)
		}
		if !lacks.claimed[member] {
			u.report(s, at, member, lacks)
		}
	}
}

// isConditionBeside reports whether a member of a transition was most likely meant as its condition.
func (s object) isConditionBeside(transition, member source.Node) bool {
	if s.Widget == nil || len(s.Widget.Facts.Conditions) == 0 || shape.DecidedBy(s.Widget).Exists() {
		return false
	}
	return slices.Contains(shape.ConditionBeside(transition, s.Widget.Facts.EventFacts(transition.Get("event").Text()).Kind), member)
}

// open says that the catalogue does not claim to know all members of an object.
func (s object) open(at source.Node) bool {
	return s.Widget != nil && at == s.Widget.Properties && (!s.Known.Known() || s.Known.OpenProperties)
}

// lacking is what an object lacks.
type lacking struct {
	names []string // members that the catalogue knows

	// claimed are members that stand for a required one, which the rule schema or
	// flex-channel reports at this very place.
	claimed map[source.Node]bool
	hints   int

	decided *finding.Diagnostic // by what a split was to branch
}

func (s object) lacking(at source.Node, schema *schemas.Schema) *lacking {
	l := &lacking{claimed: map[source.Node]bool{}}
	for name := range schema.Properties.All() {
		if !at.Get(name).Exists() {
			l.names = append(l.names, name)
		}
	}
	slices.Sort(l.names)
	s.claim(l, at, schema)
	// What a state lacks may stand in its properties, and the other way round.
	switch {
	case !s.Known.Known():
	case at == s.Root:
		s.claim(l, s.Widget.Properties, s.Known.Schema.At("properties"))
	case at == s.Widget.Properties:
		s.claim(l, s.Root, s.Known.Schema)
	}
	return l
}

func (s object) claim(l *lacking, object source.Node, schema *schemas.Schema) {
	for _, name := range schema.Required {
		if !object.Get(name).Exists() {
			m, _ := s.Instead(object, name, schema)
			l.claimed[m] = true
		}
	}
	if schema.OneOfRequired == nil || shape.Matching(object, schema.OneOfRequired) > 0 {
		return
	}
	for _, name := range slices.Concat(schema.OneOfRequired...) {
		if m, _ := s.Instead(object, name, schema); m.Exists() {
			l.claimed[m] = true
			return // schema reports the first of them
		}
	}
}

// maxHints is for how many members of one object the nearest name is looked for.
const maxHints = 1000

func (u *unknownMembers) report(s object, at, member source.Node, lacks *lacking) {
	key := member.Key()
	decides := s.Widget != nil && at == s.Widget.Properties && s.Doc.Aliases.Hints.Get(key) != "" && shape.DecidedBy(s.Widget).Exists()
	if decides && lacks.decided != nil {
		lacks.decided.Relate(member.KeyPlace(), "and this")
		return
	}
	hint, near := s.instead(at, key, lacks)
	style := !decides && near != "" && !at.Get(near).Exists() && words.SameLetters(key, near)
	safe := s.AliasesAt(at).Get(key) == near || words.IsSlip(key, near)
	if style && u.style != nil {
		u.goWithFirst(member, near, safe)
		return
	}
	d := u.Reportf(member.KeyPlace(), "%s is no member of %s, so Studio ignores it; %s", words.Quote(key), s.name(at), hint)
	if decides {
		lacks.decided = d.As(finding.Error)
	}
	if s.Widget == nil && !strings.HasPrefix(hint, "did you mean") && !strings.HasPrefix(hint, "write ") {
		d.As(finding.Note)
	}
	if near != "" && !at.Get(near).Exists() {
		d.SuggestName(safe, near, member.Rename(near))
	}
	if style {
		u.style = d
	}
}

// goWithFirst adds a name in another style to the finding of the first of the flow.
func (u *unknownMembers) goWithFirst(member source.Node, near string, safe bool) {
	u.style.Also(member.KeyPlace(), "and "+words.Quote(member.Key())+", which is "+words.Quote(near))
	u.style.SuggestMore(safe, "", member.Rename(near))
	u.style.Fixes[0].Title = "Write the names as Studio does"
}

// instead returns what is to be done about a member that is not known, and the name that was
// most likely meant; "" for none.
func (s object) instead(at source.Node, key string, lacks *lacking) (hint, near string) {
	if right := s.AliasesAt(at).Get(key); right != "" {
		return "write " + words.Quote(right), right
	}
	if at.Parent().Key() == "transitions" && shape.IsConditions(at.Get(key)) && !at.Get("conditions").Exists() {
		return `write "conditions"`, "conditions"
	}
	if hint := words.LowerFirst(words.TrimStop(s.Doc.Aliases.Hints.Get(key))); hint != "" {
		return hint, ""
	}
	if lacks.hints++; lacks.hints <= maxHints {
		near = words.Nearest(key, lacks.names)
	}
	switch {
	case near != "" && s.callsByMethod(at.Get(key), near):
		return words.Quote(near) + " is missing, too; write that", ""
	case near != "":
		return "did you mean " + words.Quote(near) + "?", near
	case s.Known.Known() && at == s.Root && s.Known.Schema.At("properties", key) != nil:
		return "move it " + s.Home(s.Widget.Properties), ""
	}
	return "remove it", ""
}

// callsByMethod reports whether a member holds a method of HTTP, and its nearest name wants an address.
func (s object) callsByMethod(member source.Node, near string) bool {
	if text := member.Text(); text != "GET" && text != "POST" {
		return false
	}
	known := s.Known.Property(near)
	return known != nil && known.IsURL()
}

// name names an object for a message.
func (s object) name(at source.Node) string {
	list := at.Parent()
	switch {
	case at == s.Root && s.Widget == nil:
		return "a flow"
	case at == s.Root:
		return "a state"
	case s.Widget != nil && at == s.Widget.Properties:
		return widgetKind(s.Widget)
	case !list.IsArray():
		return words.Quote(at.Key())
	}
	switch list.Key() {
	case "states":
		return "a state"
	case "transitions":
		return "a transition"
	case "conditions":
		return "a condition"
	}
	return "an item of " + words.Quote(list.Key())
}

func widgetKind(w *flow.Widget) string { return "the properties of " + w.Facts.Type }
