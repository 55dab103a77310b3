package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportSaidTwice reports the texts for people that name a value twice where two are meant ("on {{…}} at {{…}}"):
// once.
func reportSaidTwice(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, t := range p.Flow.Templates() {
		if len(t.Liquid.Markup) < 2 || !t.IsContent() || !t.Liquid.Readable() {
			continue
		}
		at, ok := saidTwice(t)
		switch {
		case !ok || !p.Flow.Reachable(t.Widget):
		case d == nil:
			d = p.Reportf(t.Place(at), "%s says %s twice in a row, where two values are meant; write the other one",
				t.Widget.Label(), words.Quote(words.Clip(at.In(t.Text), clipTwice))).As(finding.Note).Identify(t.Widget.Label())
		default:
			d.Also(t.Place(at), "so does "+t.Widget.Label())
		}
	}
}

const clipTwice = 40

// saidTwice returns an output that stands again right after itself, with a word between that joins two values.
func saidTwice(t *flow.Template) (liquid.Span, bool) {
	all := t.Liquid.Markup
	for i := 1; i < len(all); i++ {
		before, m := all[i-1], all[i]
		if m.Kind != liquid.OutputNode || before.Kind != liquid.OutputNode || before.In(t.Text) != m.In(t.Text) {
			continue
		}
		if words.JoinsTwo(strings.Trim(t.Text[before.End:m.Start], " ,")) {
			return m.Span, true
		}
	}
	return liquid.Span{}, false
}

// reportExchangedFields reports the steps that are given two parts of what a service answered, or two variables,
// each under the name of the other; and so the labels in a text for people. It returns the steps.
func reportExchangedFields(p *lint.Pass) (told []*flow.Widget) {
	const most = 24 // values of one step
	var room [most]named
	for _, w := range p.Flow.Widgets {
		given := room[:0]
		for _, t := range p.Flow.TemplatesOf(w) {
			given = namedIn(p, t, given)
		}
		if len(given) < 2 || len(given) > most || !p.Flow.Reachable(w) {
			continue
		}
		for i := range given {
			given[i].key, given[i].own = words.In(given[i].name), words.In(given[i].of)
		}
		if a, b, ok := exchangedIn(given); !ok {
			if reportTakenName(p, w, given) {
				told = append(told, w)
			}
		} else {
			p.Reportf(a.ref.Place(), "%s has %s as %s, and %s as %s; exchange the two",
				w.Label(), reads.Path(a.ref), words.Quote(a.name), reads.Path(b.ref),
				words.Quote(b.name)).As(finding.Warning).Relate(b.ref.Place(), "the other one")
			told = append(told, w)
		}
	}
	return told
}

// namedIn adds the values of a template that are given under other names than their own.
func namedIn(p *lint.Pass, t *flow.Template, all []named) []named {
	if !t.Liquid.Readable() {
		return all
	}
	said := t.IsContent()
	for _, r := range t.Refs() {
		if _, printed := reads.Printed(r); !printed {
			continue
		}
		if !mayBeExchanged(r, said) {
			continue
		}
		name := ""
		own, answer := r.Name(len(r.Segments)-1), false
		if asked := reads.Widget(p.Flow, r); asked != nil && reads.IsAnswer(p.Flow, r) {
			own, answer = asked.Name, true
		}
		if name = reads.KeyOf(r); said {
			name = labelBefore(r)
		}
		if name != "" && !strings.EqualFold(name, own) {
			all = append(all, named{ref: r, name: name, of: own, answer: answer && !said})
		}
	}
	return all
}

// mayBeExchanged reports whether what a reference reads may have been exchanged for another value: two variables that are
// set may change places on purpose, and a text tells who wrote, and to whom, as it likes.
func mayBeExchanged(r flow.Ref, said bool) bool {
	switch r.Root() {
	case "widgets":
		return true
	case "trigger":
		return !said
	}
	return r.Root() == "flow" && r.Name(1) != "channel" && effects.ActOf(r.Widget) != effects.Sets
}

// labelBefore returns the label that stands right before an output in a text: "Date: {{…}}".
func labelBefore(r flow.Ref) string {
	before := strings.TrimRight(r.Text[:r.Liquid.Markup[r.Markup].Start], " *_")
	before, ok := strings.CutSuffix(before, ":")
	if !ok {
		return ""
	}
	return strings.Trim(before[strings.LastIndexAny(before, ".!?,;\n}")+1:], " *_-")
}

// exchangedIn returns two values that are given each under the name of the other.
func exchangedIn(all []named) (a, b named, ok bool) {
	for i, a := range all {
		if len(a.key) == 0 || len(a.own) == 0 || areNamedIn(a.key, a.own) {
			continue
		}
		sides := slices.ContainsFunc(a.key, words.ChangesSides)
		for _, b := range all[i+1:] {
			if len(b.key) == 0 || sides && slices.ContainsFunc(b.key, words.ChangesSides) || a.answer && b.answer {
				continue
			}
			if areNamedIn(a.key, b.own) && areNamedIn(b.key, a.own) && !areNamedIn(b.key, b.own) ||
				areOfEachOther(a, b) {
				return a, b, true
			}
		}
	}
	return a, b, false
}

// areNamedIn reports whether all words of a name stand for one of another name.
func areNamedIn(list, of []string) bool {
	return !slices.ContainsFunc(list, func(word string) bool {
		return !slices.ContainsFunc(of, func(other string) bool { return words.AreOneThing(word, other) })
	})
}

// areOfEachOther reports whether each of two names is one for what of a person the value of the other one is, whatever
// these are called.
func areOfEachOther(a, b named) bool {
	asked, other := words.Personal(a.name), words.Personal(b.name)
	return asked != "" && other != "" && asked != other &&
		words.Personal(b.of) == asked && words.Personal(a.of) == other
}
