package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/pattern"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// An Untaught is a call that is handed over as a task without attributes, after a question whose
// answer nothing but splits, prompts and a look-up read: whoever takes the call does not learn it.
type Untaught struct {
	Agent      *flow.Widget
	Attributes string // the property
	Question   *flow.Widget
	LookedUp   *flow.Widget // the request that is given the answer; nil for none
}

// UntaughtAgents are those of a flow, one an agent. In a chat the agent reads the answers.
var UntaughtAgents = lint.NewFact(func(d *project.Document) []Untaught {
	if !slices.ContainsFunc(d.Flow.Widgets, func(w *flow.Widget) bool { return bareAttributes(d.Flow, w) != "" }) || !known.Of(d).ok {
		return nil
	}
	lost := LostChoices.Of(d)
	var all []Untaught
	agents := 0 // for each, all questions are looked at
	for _, w := range d.Flow.Widgets {
		attributes := bareAttributes(d.Flow, w)
		if attributes == "" || !d.Flow.Reachable(w) || agents == near {
			continue
		}
		agents++
		if q := questionFor(d, w); q != nil && shape.Clear(d, q, w) && !shape.MayRead(d, q) && !slices.ContainsFunc(lost, func(l Lost) bool { return l.To == w }) {
			all = append(all, Untaught{w, attributes, q, lookedUpBy(d.Flow, q, w)})
		}
	}
	return all
})

// bareAttributes returns the property for the attributes of a task that a widget makes without
// any, or with nothing but who calls; "" for every other widget.
func bareAttributes(f *flow.Flow, w *flow.Widget) string {
	if w.Facts.Dialog != schemas.DialogHandsOver {
		return ""
	}
	name, makesTask := "", false
	for i := range w.Facts.Properties {
		switch known := &w.Facts.Properties[i]; {
		case known.Format == schemas.FormatJSON:
			if n := w.Property(known.Name); !shape.Unfilled(w, known.Name) &&
				(!n.IsString() || !tellsCaller(f, n) || shape.PropertyInstead(w, known.Name).Exists()) {
				return ""
			}
			name = known.Name
		case slices.Contains(known.SID, "WW"):
			makesTask = w.Property(known.Name).Text() != ""
		}
	}
	if !makesTask {
		return "" // a queue without tasks
	}
	return name
}

// tellsCaller reports whether attributes tell of nothing but the call and who calls.
func tellsCaller(f *flow.Flow, attributes source.Node) bool {
	t := f.TemplateAt(attributes)
	if t == nil || !t.Liquid.Readable() || len(t.Refs()) == 0 || strings.Contains(t.Text, "{%") {
		return false
	}
	var plain strings.Builder
	end := 0
	for _, m := range t.Liquid.Markup {
		plain.WriteString(t.Text[end:m.Start])
		end = m.End
	}
	plain.WriteString(t.Text[end:])
	if fixedValue.MatchString(strings.ReplaceAll(plain.String(), `"inbound"`, `""`)) { // the usual type of a task for a call
		return false
	}
	return !slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
		return r.Root() != "contact" && (r.Root() != "trigger" || r.Name(1) != "call") && (r.Root() != "flow" || r.Name(1) != "channel" && r.Name(1) != "sid")
	})
}

// fixedValue is a value of attributes that is written out.
var fixedValue = pattern.Lazy(`:\s*(?:"[^"]*[^"\s][^"]*"|[-\[0-9tfn])`)

// questionFor returns a question on a call whose answer an agent has to ask for again: one for a
// name or a number, or a menu of which two choices lead to him; nil when there is none, or
// something on the way may pass the answers on.
func questionFor(d *project.Document, agent *flow.Widget) *flow.Widget {
	unread := Unread.Of(d)
	for _, w := range d.Flow.Widgets {
		if !Asks(w) || w.Needs() != schemas.NeedsCall || unread[w.Index] || d.Flow.Only(w.Name) != w ||
			!d.Flow.CanPrecede(w, agent) {
			continue
		}
		decides := onlyDecides(d.Flow, w)
		if !decides && lookedUpBy(d.Flow, w, agent) == nil {
			continue
		}
		text := effects.ToldBefore(w)
		n, _ := offer.Digits(text)
		data := len(offer.In(text)) == 0 && (n > 1 || offer.AsksForData(text) || offer.AsksNumber(text))
		if data && !decides {
			return w
		}
		if data &&
			choicesBefore(d, w, agent, d.Flow.CanPrecede) > 0 ||
			choicesBefore(d, w, agent, func(*flow.Widget, *flow.Widget) bool { return false }) > 1 {
			return w
		}
	}
	return nil
}

// lookedUpBy returns the request by which the answer to a question is looked up before an agent takes over, where
// nothing but that, splits and what is said read it, also from a variable; nil else.
func lookedUpBy(f *flow.Flow, question, agent *flow.Widget) (by *flow.Widget) {
	const most = 8 // variables
	all := f.OutputRefs(question.Name)
	for kept := 0; len(all) > 0; all = all[1:] {
		r := all[0]
		switch effects.ActOf(r.Widget) {
		case effects.Splits, effects.Tells, effects.Asks:
		case effects.Requests:
			switch {
			case !f.CanPrecede(r.Widget, agent):
			case !offer.NamesLookingUp(bareName(r.Widget.Name)):
				return nil // who takes over may learn it from there
			default:
				by = r.Widget
			}
		case effects.Sets:
			v := f.Variable(r.Node.Parent().Get("key").Text())
			if kept++; v == nil || len(v.Writes) > 1 || kept > most {
				return nil
			}
			all = append(slices.Clone(all), v.Reads...)
		default:
			return nil
		}
	}
	return by
}

// bareName is a name without what only says of what kind the step is: function_GetCode.
func bareName(name string) string {
	for _, kind := range []string{"function_", "fn_", "run_", "http_", "api_", "request_"} {
		if rest, ok := strings.CutPrefix(name, kind); ok {
			return rest
		}
	}
	return name
}

// onlyDecides reports whether nothing but splits and what is said read the answer to a question.
func onlyDecides(f *flow.Flow, w *flow.Widget) bool {
	for r := range reads.UsesOf(f, w) {
		if act := effects.ActOf(r.Widget); act != effects.Splits && act != effects.Tells && act != effects.Asks {
			return false
		}
	}
	return true
}

// choicesBefore returns how many branches for the answer to a question lead to an agent, at once or
// after a word, or as leads tells.
func choicesBefore(d *project.Document, question, agent *flow.Widget, leads func(from, to *flow.Widget) bool) int {
	lead := 0
	for _, m := range AllMenus.Of(d) {
		if m.Question != question {
			continue
		}
		n := 0
		var last *flow.Transition
		for _, b := range m.Branches {
			to := effects.PastIdle(d.Flow, b.Transition)
			if b.Transition != last && to != nil && (after(to, effects.Tells) == agent || leads(to, agent)) {
				n++
			}
			last = b.Transition
		}
		lead = max(lead, n)
	}
	return lead
}
