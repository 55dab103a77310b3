package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unknown-variable", Title: "A template reads a variable that has no value",
		Group: finding.Liquid, Severity: finding.Warning, Fix: finding.SometimesFix, Varies: "note where something else may set it, or only some executions lack it", AcrossFiles: true,
		Doc: `Finds

* paths that begin with something else than flow, trigger, widgets, contact or a name
  that the template itself assigns: {{From}}, {{incoming.Body}}, {{contact_sid}};
* names below contact, flow and trigger that are not there: the only one of contact
  is contact.channel.address;
* flow.variables.NAME that no widget sets, wrong case first; where a REST request begins,
  which brings flow.data, all of them are one finding. When the flow can be run
  as a subflow, runs one before, or sets a variable whose key holds Liquid, it is a
  note; so is one that the template tests, or gives a default. Where it keeps a loop
  from ending, stuck-counter reports it;
* flow.variables.NAME that the flow sets to a blank and to nothing else;
* flow.data and what stands below trigger, of a trigger that is not connected or does
  not lead to the widget: trigger.call where only messages arrive. As a note, of one
  that does, where another event leads to the widget too;
* what a template reads in the branch in which its own condition says that it is blank, as in
  the else of {% if trigger.call %}, or where there is another kind of start.
* names below flow.data, trigger.parent.parameters, trigger.request.parameters and parsed of a request
  that are written in two ways, msgBody and msgbody: the rarer one, or, as a note, one of them. As a
  note, two that differ in _ or -, in a short form or a slip (slot_time and slotTime, appt_date and
  appointment_date, docter and doctor). As a note, once a flow, the one text that prints another of them where all
  others print one and the same in the same words, when nothing else reads it.

Nothing fails: the value is blank. The same name is one finding a flow, with the other
places as related ones; a name that is suggested is first one that the widget itself
uses.

Messages and conversations are not told apart, since many flows serve both, and what
the editor fills in by itself (service, channel, attributes) is left alone. A name in
capitals alone, {{LAMBDA_URL}}, is for the rule placeholder.`,
	},
	Check: func(p *lint.Pass) {
		c := newVariableChecker(p)
		for _, r := range p.Flow.Refs() {
			if !r.Broken && r.Root() != "" {
				c.check(r)
			}
		}
		c.reportPassed()
		reportOnlyBlank(p)
		names := openNamesOf(p)
		reportCases(p, names.twice)
		reportAlike(p, names.all)
		reportOddReader(p)
		for _, t := range p.Flow.Templates() {
			for _, e := range reads.ExcludedIn(t) {
				c.excluded(e)
			}
		}
	},
})

func (c *variableChecker) check(r flow.Ref) {
	if r.Root() == "widgets" {
		return // unknown-widget and unknown-output
	}
	if key, ok := r.Variable(); ok {
		if key != "" && len(c.Flow.Variable(key).Writes) == 0 && !reads.Opaque(c.Pass, key) {
			c.unset(r, key)
		}
		return
	}
	if root := c.facts.Root(r.Root()); root != nil {
		c.path(r, root)
		return
	}
	if c.last != r.Liquid {
		c.last, c.locals = r.Liquid, map[string]bool{}
		c.sound = r.Liquid.Readable() && !r.Liquid.HasUnknownTag()
		for _, l := range r.Liquid.Locals {
			c.locals[l.Name] = true
		}
	}
	// What a broken or unknown tag should have named is not known.
	if c.sound && r.Use != liquid.UseUnknown && !reads.Unfilled(r.Template, r.Reference) && !reads.Opaque(c.Pass, r.Root()) {
		c.root(r)
	}
}
