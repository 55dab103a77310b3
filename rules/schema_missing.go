package rules

import (
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// missing reports a member that is not there: at the member that was written in
// its place when there is one, else where the thing that lacks it is named.
func (c schemaCheck) missing(s subject, v schemas.Violation, at source.Node) {
	name := v.Expected[0]
	if s.Known.Known() && s.Known.FlexTask != nil && at == s.Widget.Properties {
		task := s.Known.FlexTask
		if name == task.Channel || name == task.Workflow && shape.LacksAll(s.Widget, task.Channel, task.Workflow) {
			return // the rule flex-channel reports it
		}
	}
	place, of := s.Place(), s.Name()
	switch {
	case at == s.Root:
	case s.Widget != nil && at == s.Widget.Properties:
		of = s.Known.Type + " " + s.Name()
	default:
		place, of = at.Opening(), s.element(at)
		if e := at.Get("event"); e.IsString() {
			place = e.Place()
		}
	}
	hint := "add it"
	if p := s.PropertyAt(at, name); p != nil && p.Meaning != "" {
		hint = "add it: " + words.LowerFirst(strings.TrimSuffix(p.Meaning, "."))
	}
	written, what := s.Instead(at, name, s.SchemaAt(v.Path))
	switch argument := shape.ValueAmongArguments(at); {
	case written.Exists():
		place, hint = written.KeyPlace(), what
	case name == "value" && argument.Exists():
		place, hint = argument.Place(), "move "+words.Quote(argument.Text())+" from \"arguments\" there"
	}
	d := c.Reportf(place, "%s has no %s, which Twilio requires; %s", of, words.Quote(name), hint).
		Says(c.Pass.Document.PropertyPath(at)+"/"+name, "is missing but it is required")
	s.offerMember(d, at, written, name)
}

// offerMember offers to give a member the name that it was meant to have.
func (s subject) offerMember(d *finding.Diagnostic, at, written source.Node, name string) {
	if written.Exists() && written.Parent() == at {
		d.SuggestName(s.AliasesAt(at).Get(written.Key()) == name || words.IsSlip(written.Key(), name), name, written.Rename(name))
	}
}
