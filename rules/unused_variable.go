package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unused-variable", Title: "A variable that nothing reads",
		Group: finding.Liquid, Severity: finding.Note, Fix: finding.UnsafeFix, AcrossFiles: true, Unnecessary: true,
		Doc: `Finds a key of Set Variables that no template of the flow reads, neither as
flow.variables.KEY nor as widgets.NAME.KEY. Often the reader was removed, or reads
another key. Those that one widget is the first to set are one finding.

Nothing is reported in a flow that can be run as a subflow, since its variables are
what it returns; in one that runs subflows; in one that prints all of its variables;
and where a template reads a name nearly alike, {{orderNumber}} among them, which
unknown-variable reports. A text whose Liquid cannot be read counts as reading each name in it.

It also finds a counter ({{flow.variables.tries | plus: 1}}) that nothing but its own count reads, a text that
nothing reads but what is appended to it ({{flow.variables.said | append: widgets.ask.SpeechResult}}), and
a variable that the next Set Variables sets anew before anything reads it. So it does one that is set on
one of several ways, and set to something else on each way from there before anything reads it, and one that keeps an answer, and the
answer to another question before anything reads the first.

Remove the variable, or read it. Where a REST request starts the flow, which ends with the variable set,
its execution may be asked for it from outside: then leave it.`,
	},
	Check: func(p *lint.Pass) {
		reportCounted(p)
		reportOverwritten(p)
		reportVain(p, wellFormed)
		reportReplacedAnswers(p, wellFormed)
		if start := p.Flow.Begin(); start == nil || !start.Facts.Starts ||
			!slices.ContainsFunc(p.Flow.Variables(), isUnread) || returnsVariables(p) || readsAll(p.Flow) {
			return
		}
		var unset reads.Nearest // read, and set by nothing
		for _, v := range p.Flow.Variables() {
			if len(v.Writes) == 0 {
				unset.Names = append(unset.Names, v.Key)
			}
		}
		for _, r := range p.Flow.Refs() {
			if schemas.LiquidFacts().Root(r.Root()) == nil { // unknown-variable: perhaps a variable is meant
				for i := range r.Segments {
					unset.Names = append(unset.Names, r.Name(i))
				}
			}
		}
		unread := neverRead(p, unset)
		if len(unread) == 0 || !wellFormed(p) {
			return
		}
		left := itemsLeft(unread)
		byWidget := map[*flow.Widget][]*flow.Variable{} // those of one widget are one finding
		for _, v := range unread {
			w := v.Writes[0].Widget
			byWidget[w] = append(byWidget[w], v)
		}
		for _, v := range unread {
			if list := byWidget[v.Writes[0].Widget]; list[0] == v && !areOnlyResults(p.Flow, list) {
				reportUnused(p, list, left)
			}
		}
	},
})

// reportCounted reports the variables that nothing but their own count reads, so that nothing tests how many there
// are, and those that only what adds to them reads: each once.
func reportCounted(p *lint.Pass) {
	var counted, gathered *finding.Diagnostic
	for _, v := range p.Flow.Variables() {
		if len(v.Reads) == 0 || len(v.Writes) == 0 || !isOnlyItsOwn(p.Flow, v) {
			continue
		}
		if counted == nil && gathered == nil {
			if start := p.Flow.Begin(); start == nil || !start.Facts.Starts || returnsVariables(p) || readsAll(p.Flow) || !wellFormed(p) {
				return
			}
		}
		r := v.Reads[0]
		d := &gathered
		if r.Liquid.HasFilter(liquid.FilterPlus) {
			d = &counted
		}
		switch {
		case *d != nil:
			(*d).Also(r.Place(), "so it is with "+words.Quote(v.Key))
		case d == &counted:
			counted = p.Reportf(r.Place(), "%s counts %s, but nothing else reads it: no round ends by it; test it in a split, or remove it", r.Widget.Label(), words.Quote(v.Key)).Identify(v.Key)
		default:
			cure := "use it, or remove it"
			if p.Flow.Entry(flow.RequestEvent) != nil {
				cure = "keep it if whoever starts the flow reads it of the execution, else remove it"
			}
			gathered = p.Reportf(r.Place(), "%s adds to %s, but nothing else reads it; %s", r.Widget.Label(), words.Quote(v.Key), cure).Identify(v.Key)
		}
	}
}

// isOnlyItsOwn reports whether all that reads a variable is what it is set to.
func isOnlyItsOwn(f *flow.Flow, v *flow.Variable) bool {
	return !slices.ContainsFunc(v.Reads, func(r flow.Ref) bool {
		return !slices.ContainsFunc(v.Writes, func(w flow.Write) bool { return f.TemplateAt(w.Value) == r.Template })
	})
}

// isUnread reports whether no template names a variable that is set.
func isUnread(v *flow.Variable) bool { return len(v.Reads) == 0 && len(v.Writes) > 0 }

// neverRead returns the variables that are set and that nothing reads; unset are the names
// that are read and set by nothing, with which one of them may be meant.
func neverRead(p *lint.Pass, unset reads.Nearest) (list []*flow.Variable) {
	broken := unreadable(p.Flow)
	for _, v := range p.Flow.Variables() {
		if !isUnread(v) || reads.Opaque(p, v.Key) || liquid.HasMarkup(v.Key) || unset.To(v.Key).Name != "" ||
			slices.Contains(unset.Names, v.Key) || strings.Contains(broken, v.Key) || isReadAsMember(unset, v.Key) {
			continue
		}
		list = append(list, v)
	}
	return list
}

// isReadAsMember reports whether a key has a dot and its beginning is read and set by nothing: unknown-variable tells it.
func isReadAsMember(unset reads.Nearest, key string) bool {
	name, _, ok := strings.Cut(key, ".")
	return ok && slices.Contains(unset.Names, name)
}

// reportUnused reports variables that a widget is the first to set; left is what is left of
// the lists without all that nothing reads.
func reportUnused(p *lint.Pass, list []*flow.Variable, left map[source.Node]int) {
	first, it := list[0].Writes[0], "it"
	keys := make([]string, len(list))
	for i, v := range list {
		keys[i] = v.Key
	}
	if len(list) > 1 {
		it = "them"
	}
	cure := "remove " + it + ", or read {{flow.variables." + words.Shorten(keys[0]) + "}}"
	if areResults(p.Flow, list) {
		cure = "keep " + it + " if whoever starts the flow reads " + it + " of the execution, else remove " + it
	}
	d := p.Reportf(first.Key, "%s sets %s, but no template reads %s; %s", first.Widget.Label(), words.List(keys), it, cure)
	for i, v := range list {
		for j, w := range v.Writes {
			switch {
			case d.Full() || i+j == 0:
			case j > 0:
				d.Also(w.Key, w.Widget.Label()+" sets "+words.Quote(v.Key)+" too")
			default:
				d.Also(w.Key, "here is "+words.Quote(v.Key))
			}
		}
	}
	d.SuggestMore(false, "Remove "+it, withoutWrites(list, left)...)
}

// areResults reports whether variables may be what an execution is asked for from outside: a REST request has
// started it, and it ends with them.
func areResults(f *flow.Flow, list []*flow.Variable) bool {
	return f.Entry(flow.RequestEvent) != nil && !slices.ContainsFunc(list, func(v *flow.Variable) bool {
		return slices.ContainsFunc(v.Writes, func(w flow.Write) bool {
			next := w.Widget.Onward()
			return next == nil || !next.Ends()
		})
	})
}

// areOnlyResults reports whether variables are what an execution is asked for from outside, as far as is known: nothing
// but a REST request starts the flow, and it ends with them.
func areOnlyResults(f *flow.Flow, list []*flow.Variable) bool {
	requested := false
	for _, t := range f.Begin().Transitions {
		byRequest := t.Raised() == flow.RequestEvent
		if t.Next != "" && !byRequest {
			return false
		}
		requested = requested || byRequest && t.Node.Get("next").Exists()
	}
	return requested && !slices.ContainsFunc(list, func(v *flow.Variable) bool {
		return slices.ContainsFunc(v.Writes, func(w flow.Write) bool {
			return slices.ContainsFunc(w.Widget.Transitions, func(t *flow.Transition) bool { return t.Meant != nil })
		})
	})
}

// itemsLeft returns how many items of each list of variables are left without some variables.
func itemsLeft(list []*flow.Variable) map[source.Node]int {
	left := map[source.Node]int{}
	for _, v := range list {
		for _, w := range v.Writes {
			all := w.Key.Parent().Parent()
			if _, known := left[all]; !known {
				left[all] = all.Len()
			}
			left[all]--
		}
	}
	return left
}

// withoutWrites returns the edits that take the items out by which variables are set; none
// where nothing else would be left of what a widget does.
func withoutWrites(list []*flow.Variable, left map[source.Node]int) []source.Edit {
	var edits []source.Edit
	for _, v := range list {
		for _, w := range v.Writes {
			item := w.Key.Parent()
			if all := item.Parent(); !item.IsObject() || !all.IsArray() || left[all] == 0 {
				return nil
			}
			edits = append(edits, item.Remove())
		}
	}
	return edits
}

// returnsVariables reports whether others may read what the flow sets: a parent, or
// a subflow. A parent may start it also where the way from there dangles, or cannot be read.
func returnsVariables(p *lint.Pass) bool {
	start := p.Flow.Begin()
	if !start.Listed() || slices.ContainsFunc(start.Transitions, func(t *flow.Transition) bool {
		return t.Raised() == flow.ParentEvent && t.Dangling() || !t.Facts.Known()
	}) {
		return true
	}
	return p.Flow.Entry(flow.ParentEvent) != nil || len(p.Project.Calls(p.Document)) > 0 || len(p.Project.Callers(p.Document)) > 0
}

// readsAll reports whether a template may read any variable.
func readsAll(f *flow.Flow) bool {
	known := schemas.LiquidFacts()
	if len(f.ReadsOfAny()) > 0 {
		return true
	}
	for _, r := range f.Refs() {
		if !r.Liquid.Readable() {
			continue // see unreadable
		}
		switch r.Root() {
		case "":
			return true
		case "widgets":
			if name, _, ok := r.Output(); !ok || f.Widget(name) == nil && mayBeVariable(f, r.Name(2)) {
				return true // of no widget: perhaps a misspelt one that sets variables
			}
		case "trigger":
			if r.Name(1) == "" {
				return true
			}
		case "flow":
			if r.Broken || known.Root("flow").Key(r.Name(1)) == nil {
				return true
			}
		default:
			if known.Root(r.Root()) == nil && (r.Broken || words.Nearest(r.Root(), reads.Names(known.Roots)) != "") {
				return true // misspelt: flw.variables
			}
		}
	}
	return slices.ContainsFunc(f.Templates(), mayReadUnseen)
}

// mayBeVariable reports whether an output that is read of no widget may be a variable, by its name.
func mayBeVariable(f *flow.Flow, key string) bool {
	if key == "" || strings.ContainsAny(key, "{[") {
		return true
	}
	return slices.ContainsFunc(f.Variables(), func(v *flow.Variable) bool { return len(v.Writes) > 0 && strings.EqualFold(v.Key, key) })
}

// mayReadUnseen reports whether a template may read what cannot be seen.
func mayReadUnseen(t *flow.Template) bool {
	return !t.Liquid.Readable() && reads.NamesAllVariables(t.Text) || strings.Contains(t.Text, "${") || strings.Contains(t.Text, "%{")
}

// unreadable returns the templates whose Liquid cannot be read, as after a {{ that is never
// closed: whatever name they hold may be meant.
func unreadable(f *flow.Flow) string {
	var all strings.Builder
	for _, t := range f.Templates() {
		if !t.Liquid.Readable() {
			all.WriteString(t.Text)
		}
	}
	return all.String()
}

// wellFormed reports whether all templates are where they are looked for: nothing hides what a
// widget reads, and none stands beside the members that a state has.
func wellFormed(p *lint.Pass) bool {
	for _, w := range p.Flow.Widgets {
		known := w.Facts
		if !known.Known() {
			return false
		}
		for key, n := range w.Node.Members() {
			if known.Schema.Properties.Get(key) == nil && n != w.Properties && liquid.HasMarkup(string(n.Raw())) {
				return false
			}
		}
	}
	return !shape.MayReadAny(p) && !hasUnknown(p.Flow.Definition)
}

// hasUnknown reports whether an expression stands for a value, or for the whole of a
// text: it may be a template that reads what cannot be seen.
func hasUnknown(n source.Node) bool {
	if !n.File().HasExpressions() {
		return false
	}
	for c := range n.Children() {
		text := c.Text()
		if c.Unknown() || c.Filled() && strings.HasPrefix(text, "${") && strings.IndexByte(text, '}') == len(text)-1 || hasUnknown(c) {
			return true
		}
	}
	return false
}
