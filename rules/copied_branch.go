package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/twins"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "copied-branch", Title: "A branch does what another one does",
		Group: finding.Paths, Severity: finding.Warning, Varies: "note when nothing in it names the other branch",
		Doc: `Finds two branches of a split that each lead to a widget of their own, a request, a
Function, Set Variables or Send to Flex, both of which do exactly the same and lead to the same: what
is sent or kept does not tell which of the two was taken. Most likely the second was
copied from the first, and what was to differ was not replaced: yes and no both send
{"answer": "yes"}. That is a warning when what stands in it names the one branch, or its
widget, and not the other.

As a note it finds two Send to Flex widgets that make the same task, each after an announcement of its own
on a branch of its own: "somebody in dispatch" and "somebody in sales" are the same people.

As a note it finds two answers that a menu offers for different things ("1 for sales, 2 for billing") and that call the same
number, or wait in the same queue, by a widget each, while every other answer has a number of its own.

As a note it finds two widgets on two branches that run one subflow with the same parameters, though their names share no
word and each tells of another success: "paid", "thank you for the survey".

Steps that send what the split tests are left alone, and so are those after which the
two ways part: a flow has no other way to do something in both.

Write into the copy what belongs there, or lead both branches to one widget.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if w.Facts.Split && p.Flow.Reachable(w) {
				checkCopied(p, w)
				reportSameSubflows(p, w)
			}
		}
		reportSameTasks(p)
		reportSameCalls(p)
	},
})

func checkCopied(p *lint.Pass, w *flow.Widget) {
	const most = 40 // branches that are compared
	for i, b := range w.Transitions[:min(len(w.Transitions), most)] {
		second := ownStep(p.Flow, b)
		if second == nil {
			continue
		}
		for _, a := range w.Transitions[:i] {
			first, by := ownStep(p.Flow, a), b
			if first == nil || !sameStep(p.Flow, first, second) || tellsApart(p, w, first) {
				continue
			}
			own, other := branchWords(p, a, first), branchWords(p, b, second)
			names, namesOther := namesBranch(p, first, own, other), namesBranch(p, second, other, own)
			if namesOther && !names {
				first, second, by = second, first, a
			}
			d := p.Reportf(second, "%s does exactly what %s does, on the other branch of %s, and leads to the same, so nobody can tell the two apart: a copy in which nothing was replaced? write what belongs there",
				second.Label(), first.Label(), w.Label()).
				Relate(first, "the other").Relate(by.NextNode, "the branch")
			if names == namesOther {
				d.As(finding.Note)
			}
			break
		}
	}
}

// ownStep returns the widget that does something unheard, or hands over to an agent, to which a branch leads and
// nothing else, also after a text of the branch's own; nil where it leads to none.
func ownStep(f *flow.Flow, t *flow.Transition) *flow.Widget {
	w := effects.PastIdle(f, t)
	if w == nil || w.Facts.Split || effects.OnlyInto(w) == nil {
		return nil
	}
	if w.Facts.FlexTask != nil {
		return w
	}
	told := w
	if onward := effects.PastIdle(f, w.Onward()); effects.ActOf(w) == effects.Tells && onward != nil {
		w = onward
	}
	acts := w.Facts.Request != nil || w.Facts.Outputs.From == schemas.FromVariables
	switch {
	case w.Facts.Dialog != schemas.DialogSilent || !acts:
		return nil
	case w != told && slices.ContainsFunc(effects.Into(w), func(in *flow.Transition) bool { return in.From != told }):
		return nil
	}
	return w
}

// sameStep reports whether two widgets do the same and lead to the same.
func sameStep(f *flow.Flow, a, b *flow.Widget) bool {
	if a == b || len(a.Transitions) != len(b.Transitions) || !twins.AreAlike(a, b) {
		return false
	}
	for i, t := range a.Transitions {
		if u := b.Transitions[i]; t.Event != u.Event || t.Next != u.Next && effects.PastIdle(f, t) != effects.PastIdle(f, u) || t.Dangling() || u.Dangling() {
			return false
		}
	}
	return true
}

// tellsApart reports whether a step reads what a split tests, so that it differs by
// itself, or hands the execution on, in which all of it can be looked up.
func tellsApart(p *lint.Pass, split, w *flow.Widget) bool {
	tested := map[string]bool{"flow.sid": true}
	for _, r := range reads.Compared(p.Flow, split) {
		tested[r.Reference.String()] = true
		tested[reads.Origin(p.Flow, r).Reference.String()] = true
	}
	return p.Flow.Reads(w, func(r flow.Ref) bool { return tested[r.Reference.String()] })
}

// namesBranch reports whether a fixed value in the widget of a branch is what the branch
// is taken for, or a word of the widget's name, and not of the other branch, whose widget
// does the same.
func namesBranch(p *lint.Pass, step *flow.Widget, own, not []string) bool {
	own = slices.DeleteFunc(slices.Clone(own), func(word string) bool { return len(word) < 2 || slices.Contains(not, word) })
	for n := range step.Properties.Strings() {
		text := strings.ToLower(p.Flow.Plain(n))
		if n.Key() != "key" && slices.ContainsFunc(own, func(word string) bool { return hasWord(text, word) }) {
			return true
		}
	}
	return false
}

// branchWords are the texts that a branch is taken for and the words of the name of its widget.
func branchWords(p *lint.Pass, t *flow.Transition, step *flow.Widget) []string {
	all := nameWords(step.Name)
	for _, c := range t.Conditions {
		if text, ok := shape.Literal(p, c.Value); ok {
			for entry := range strings.SplitSeq(text, ",") {
				all = append(all, strings.ToLower(strings.TrimSpace(entry)))
			}
		}
	}
	return all
}

// nameWords are the words of a widget's name.
func nameWords(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == '_' || r == '-' || r == ' ' || r == '.' })
}

// hasWord reports whether a word stands in a text, with no letter or digit beside it.
func hasWord(text, word string) bool {
	letter := func(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80 }
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(word)
		if (i == 0 || !letter(text[i-1])) && (end == len(text) || !letter(text[end])) {
			return true
		}
		from = end
	}
}
