package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "subflow-parameters", Title: "A subflow and its parent do not agree on the parameters",
		Group: finding.Flex, Severity: finding.Warning, Varies: "note for a variable that some way does not set", AcrossFiles: true,
		Doc: `A parent passes parameters to a subflow, which reads them as
{{trigger.parent.parameters.NAME}}. Names are case-sensitive. Where both flows are
among the files, finds a parameter that is passed and that the subflow never reads,
and one that the subflow reads and that is not passed: it is blank.

A parameter counts as one that may be left out when the subflow splits on it, tests
it with if, or gives it a default. A subflow that reads the parameters as a whole
may read any of them.

As a note, once a flow, it finds an end of a subflow before which a variable was not set that the
other ways set to one of several fixed texts, and that the subflow does not read itself: it is what
the parent gets. Where all parents are among the files and only split on it, nothing is said.

Write the same name on both sides, or remove the parameter.`,
	},
	Check: func(p *lint.Pass) {
		for _, c := range p.Project.Calls(p.Document) {
			if len(c.Targets) > 0 {
				checkPassed(p, c)
			}
		}
		checkRead(p)
		reportUnset(p)
	},
})

// parameters are what a subflow reads of what it is passed.
type parameters struct {
	reads map[string]*flow.Ref // the first reference to each
	names []string             // in order of the text
	needs []string             // those that cannot be left out
	any   bool                 // it may read what no name tells
}

// parametersOf collects what a flow reads below trigger.parent.parameters.
func parametersOf(d *project.Document) *parameters {
	ps := &parameters{reads: map[string]*flow.Ref{}}
	needed, optional := map[string]bool{}, map[string]bool{}
	entry := d.Flow.Entry(flow.ParentEvent)
	for _, r := range d.Flow.Refs() {
		if r.Root() != "trigger" {
			continue
		}
		name := r.Name(3)
		switch {
		case r.Name(1) == "parent" && r.Name(2) == "parameters" && name != "":
			if ps.reads[name] == nil {
				ps.reads[name] = &r
				ps.names = append(ps.names, name)
			}
			needed[name] = needed[name] || entry != nil && entry.Reaches(r.Widget)
			optional[name] = optional[name] || mayBeBlank(r)
		case r.Name(1) == "", r.Name(1) == "parent" && (r.Name(2) == "" || r.Name(2) == "parameters"):
			ps.any = true
		}
	}
	for _, name := range ps.names {
		if needed[name] && !optional[name] {
			ps.needs = append(ps.needs, name)
		}
	}
	return ps
}

// mayBeBlank reports whether a flow reads a value where it looks whether there is
// one.
func mayBeBlank(r flow.Ref) bool { return r.Widget.Facts.Split || reads.AsksFor(r) }

// passedBy returns the names of the parameters that a widget passes, and whether it
// may pass others as well: a name that is not known.
func passedBy(p *lint.Pass, c *project.Call) (names []source.Node, others bool) {
	for _, item := range c.Parameters.Elements() {
		key := item.Get("key")
		if !shape.IsLiteral(p, key) {
			others = true
			continue
		}
		names = append(names, key)
	}
	return names, others
}

func passes(names []source.Node, name string) bool {
	return slices.ContainsFunc(names, func(n source.Node) bool { return n.Text() == name })
}

// checkPassed compares what one widget passes with what the subflow reads.
func checkPassed(p *lint.Pass, c *project.Call) {
	child := parametersOf(c.Targets[0])
	for _, d := range c.Targets[1:] {
		if other := parametersOf(d); other.any || !slices.Equal(other.names, child.names) {
			return // which of them is meant is not known
		}
	}
	names, others := passedBy(p, c)
	meant := map[string]bool{} // parameters that were passed under a misspelt name
	for _, key := range names {
		name := key.Text()
		if child.any || name == "" || child.reads[name] != nil {
			continue
		}
		var free []string
		for _, read := range child.names {
			if !passes(names, read) {
				free = append(free, read)
			}
		}
		if near := words.Nearest(name, free); near != "" {
			meant[near] = true
			p.Reportf(key, "%s passes %s, which %s never reads; did you mean %s?", c.Widget.Label(), words.Quote(name), c.Targets[0].Label(), words.QuoteBeside(near, name)).
				Relate(child.reads[near], "here the subflow reads it")
			continue
		}
		p.Reportf(key, "%s passes %s, which %s never reads; remove it, or read {{trigger.parent.parameters.%s}} there",
			c.Widget.Label(), words.Quote(name), c.Targets[0].Label(), name)
	}
	if others {
		return
	}
	for _, name := range child.needs {
		if passes(names, name) || meant[name] || !passedToAny(p, c.Targets[0], name, false) {
			continue
		}
		p.Reportf(c.Widget, "%s does not pass %s, which %s reads, and other widgets pass it; add it to the parameters", c.Widget.Label(), words.Quote(name), c.Targets[0].Label()).
			Relate(child.reads[name], "here the subflow reads it")
	}
}

// passedToAny reports whether some widget of the run passes a parameter to a flow;
// with maybe, also whether one may do so.
func passedToAny(p *lint.Pass, d *project.Document, name string, maybe bool) bool {
	return slices.ContainsFunc(p.Project.Callers(d), func(c *project.Call) bool {
		names, others := passedBy(p, c)
		return maybe && others || passes(names, name)
	})
}

// checkRead finds what a subflow reads and nobody among the files passes.
func checkRead(p *lint.Pass) {
	callers := p.Project.Callers(p.Document)
	if len(callers) == 0 || slices.ContainsFunc(callers, func(c *project.Call) bool { return len(c.Targets) > 1 }) {
		return // nobody is known to run it, or perhaps another flow of its SID is meant
	}
	own := parametersOf(p.Document)
	for _, name := range own.needs {
		if passedToAny(p, p.Document, name, true) || slices.ContainsFunc(callers, func(c *project.Call) bool { return misspells(p, c, own, name) }) {
			continue
		}
		d := p.Reportf(own.reads[name], "no flow that runs this one passes the parameter %s, so it is blank here; add it to the parameters of %s", words.Quote(name), callers[0].Widget.Label())
		for _, c := range callers {
			d.Relate(c.Widget, "runs this flow without it")
		}
	}
}

// misspells reports whether a widget passes a parameter under another name, which
// is reported there.
func misspells(p *lint.Pass, c *project.Call, child *parameters, name string) bool {
	names, _ := passedBy(p, c)
	return slices.ContainsFunc(names, func(n source.Node) bool {
		return child.reads[n.Text()] == nil && words.Nearest(n.Text(), []string{name}) != ""
	})
}

// reportUnset reports the first end of a subflow that comes without the result that other ways set, with the
// others, also those behind a failure: where only failures lack it, that may be meant.
func reportUnset(p *lint.Pass) {
	parent := p.Flow.Entry(flow.ParentEvent)
	if parent == nil || len(p.Flow.ReadsOfAny()) > 0 || len(p.Flow.Unfollowable()) > 0 || shape.UnreadKeys.Of(p) {
		return
	}
	for _, v := range p.Flow.Variables() {
		if !isResult(p, parent, v) || !wantsResult(p, v.Key) {
			continue
		}
		unset := func(failures bool) *flow.Paths {
			return parent.Walk(func(t *flow.Transition) bool {
				return t.Facts.Known() && !sets(v, t.From) && (failures || t.Facts.Kind != schemas.KindFailure)
			})
		}
		if d := reportEnd(p, v, unset(false)); d != nil {
			alsoEnds(p, d, v, unset(true))
			return
		}
	}
}

// reportEnd reports the first end on some ways that do not set a result; nil for none.
func reportEnd(p *lint.Pass, v *flow.Variable, unset *flow.Paths) *finding.Diagnostic {
	for _, w := range p.Flow.Widgets {
		end := openEnd(w)
		if end == nil || sets(v, w) || !shape.Clear(p, w) || !unset.Reach(w) {
			continue
		}
		path, _ := unset.To(w)
		return p.Reportf(end, "the subflow can end here (%s) without %s, which other ways set: the parent gets nothing; set it here, too", words.Quote(end.Event), words.Quote(v.Key)).
			As(finding.Note).Along(finding.Steps(path, w)).Relate(v.Writes[0].Key, v.Writes[0].Widget.Label()+" sets it").Identify(v.Key)
	}
	return nil
}

// alsoEnds adds the other ends on ways that do not set a result.
func alsoEnds(p *lint.Pass, d *finding.Diagnostic, v *flow.Variable, unset *flow.Paths) {
	for _, w := range p.Flow.Widgets {
		if end := openEnd(w); end != nil && end.Place() != d.At && !sets(v, w) && unset.Reach(w) {
			d.Also(end, "and here ("+words.Quote(end.Event)+")")
		}
	}
}

// openEnd returns the transition by which a subflow ends after a step that has worked, or an answer
// that fits nowhere.
func openEnd(w *flow.Widget) *flow.Transition {
	for _, t := range w.Transitions {
		switch t.Facts.Kind {
		case schemas.KindSuccess, schemas.KindAlways, schemas.KindInput, schemas.KindBranch, schemas.KindNoMatch, schemas.KindTimeout:
			if t.Ends() && answers.Unopened(w) != t && !guessesEvent(w) {
				return t
			}
		}
	}
	return nil
}

// guessesEvent reports whether an event of a widget is misspelt: what its other events are for cannot be told then.
func guessesEvent(w *flow.Widget) bool {
	return slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return t.EventGuessed })
}

// isResult reports whether a variable is what a subflow returns: nothing in it reads it, and several
// widgets set it to different fixed texts.
func isResult(p *lint.Pass, parent *flow.Entry, v *flow.Variable) bool {
	if len(v.Reads) > 0 || len(v.Writes) < 2 {
		return false
	}
	differ := false
	for _, write := range v.Writes {
		if !shape.IsLiteral(p, write.Value) || write.Value.Text() == "" || !parent.Reaches(write.Widget) {
			return false
		}
		differ = differ || write.Value.Text() != v.Writes[0].Value.Text()
	}
	return differ
}

func sets(v *flow.Variable, w *flow.Widget) bool {
	return slices.ContainsFunc(v.Writes, func(write flow.Write) bool { return write.Widget == w })
}

// wantsResult reports whether a parent may read a variable elsewhere than in a split, which takes
// what is blank, too.
func wantsResult(p *lint.Pass, key string) bool {
	callers := p.Project.Callers(p.Document)
	return len(callers) == 0 || slices.ContainsFunc(callers, func(c *project.Call) bool {
		return slices.ContainsFunc(c.From.Flow.OutputRefs(c.Widget.Name), func(r flow.Ref) bool { return r.Name(2) == key && !mayBeBlank(r) })
	})
}
