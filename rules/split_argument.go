package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "split-argument", Title: "A condition tests another variable than its split",
		Group: finding.Splits, Severity: finding.Warning, Fix: finding.SometimesFix, Varies: "note for a condition that another one takes everything from, and for empty arguments",
		Doc: `Finds a condition whose "arguments" hold another variable than the "input" of its
Split Based On widget. Twilio's editor writes the same into both; they differ when
a widget was copied and changed by hand in one place only. Which of the two counts
is not documented, so the split tests something that its own text does not say.

It also finds a condition in which the two are exchanged: the fixed text stands in
"arguments", and what is tested in "value"; and one that has a fixed text in both, so that it comes
out the same for everybody; and, as a note, one whose "arguments" are empty.

The body of an answer and a member of it (parsed) may well be tested side by side. It is a note where the
body is looked through for a word before a member is held against the same word, and both lead on in the same
way: then the second one decides nothing.

The same variable with another filter is left alone; so are a split that serves
several questions and tests the answer to each of them, and what is blank anyway,
which unknown-widget, unknown-variable and read-before-run report. The same slip in several
splits of a flow (all of them still test the first question) is one finding, at the first.

Write the same variable into both, the one that is meant.`,
	},
	Check: func(p *lint.Pass) {
		told := map[string]*finding.Diagnostic{} // by slip
		for _, w := range p.Flow.Widgets {
			if w.Facts.Split {
				checkExchanged(p, w)
				checkConstant(p, w)
				reportEmptyArguments(p, w)
			}
			if w.Facts.Split {
				checkTaken(p, w)
			}
			if w.Facts.Split && !answers.Serves(p.Flow, w) {
				checkArguments(p, w, told)
			}
		}
	},
})

// checkExchanged looks for conditions that hold the value where the variable belongs:
// the variable of the split's input stands in the value, and a fixed text in its place.
func checkExchanged(p *lint.Pass, w *flow.Widget) {
	want, ok := []string(nil), false
	for _, t := range w.Transitions {
		for _, c := range t.Conditions {
			if !c.Value.Has(source.Markup) {
				continue // nearly always
			}
			if want == nil {
				if want, ok = pathsIn(p.Flow, w.Input()); !ok {
					return
				}
			}
			argument := c.Arguments.At(0)
			got, ok := pathsIn(p.Flow, c.Value)
			if !ok || c.Arguments.Len() != 1 || !slices.Equal(got, want) || !argument.IsString() || !shape.IsLiteral(p, argument) {
				continue
			}
			text, value := argument.Text(), c.Value.Text()
			d := p.Reportf(argument, "%s stands in \"arguments\" and what is tested in \"value\": the text is compared with the answer as if that were the value; exchange the two", words.Quote(text)).
				Relate(c.Value, "the value")
			d.Fixes = []finding.Fix{{Title: "Exchange value and argument", Changes: []source.Edit{argument.SetText(value), c.Value.SetText(text)}}}
		}
	}
}

// checkConstant looks for conditions that compare one fixed text with another: once a split.
func checkConstant(p *lint.Pass, w *flow.Widget) {
	var d *finding.Diagnostic
	for _, t := range w.Transitions {
		for _, c := range t.Conditions {
			argument := c.Arguments.At(0)
			if !argument.IsString() || argument.Has(source.Markup) || c.Value.Has(source.Markup) {
				continue // nearly always
			}
			text := strings.TrimSpace(argument.Text())
			if input := w.Input(); text == "" || len(text) > longestKey ||
				strings.ContainsAny(text, ".{}$<%") || !shape.IsLiteral(p, argument) ||
				!shape.IsLiteral(p, c.Value) || p.Flow.TemplateAt(input) == nil || shape.IsLiteral(p, input) {
				continue // perhaps a path without braces: liquid-not-evaluated
			}
			if d == nil {
				d = p.Reportf(argument, "%s stands in \"arguments\", so this tests the same text for everybody; write the input of %s there", words.Quote(text), w.Label()).
					Relate(w.Input(), "the input")
			} else {
				d.Also(argument, "so does this")
			}
			d.SuggestMore(false, "Test the input", argument.SetText(w.Input().Text()))
		}
	}
}

// reportEmptyArguments reports the conditions of a split that name nothing to test: once a split.
func reportEmptyArguments(p *lint.Pass, w *flow.Widget) {
	var d *finding.Diagnostic
	for _, b := range reads.Untested(p.Document, w) {
		arguments := b.Condition.Arguments
		if d == nil {
			d = p.Reportf(arguments, "\"arguments\" is empty, so this condition may test nothing; write the input of %s there",
				w.Label()).As(finding.Note)
		} else {
			d.Also(arguments, "so it is here")
		}
	}
}

// longestKey is how many bytes an answer has that stands where the input belongs.
const longestKey = 20

// checkArguments looks at the conditions of one split. What was told of others before is in
// told: the same slip again belongs to it.
func checkArguments(p *lint.Pass, w *flow.Widget, told map[string]*finding.Diagnostic) {
	input := w.Input()
	if !input.IsString() || reads.Subject(p.Document, input) == "" {
		return
	}
	want, ok := pathsIn(p.Flow, input)
	if !ok {
		return
	}
	blank := blankAnyway(p, input)
	var found []wrongArgument
	distinct, same := 0, 0 // texts that differ; conditions that test the input
	for _, t := range w.Transitions {
		for _, c := range t.Conditions {
			for _, argument := range c.Arguments.Elements() {
				if t := p.Flow.TemplateAt(argument); t != nil && t.Liquid == p.Flow.TemplateAt(input).Liquid {
					same++
					continue
				}
				got, equal := otherPaths(p, w, argument, want)
				if equal {
					same++
				}
				if got == nil || blank && root(got) == root(want) {
					continue // or the input is misspelt, which is found as such
				}
				if !slices.ContainsFunc(found, func(o wrongArgument) bool { return o.node.Text() == argument.Text() }) {
					distinct++
				}
				found = append(found, wrongArgument{argument, got})
			}
		}
	}
	// Where the input was changed and no condition was, nobody knows which is meant.
	sure := distinct == 1 && same > len(found)
	cure := cureOf(distinct, same, len(found))
	for _, a := range found {
		slip := a.slip(want)
		d, again := told[slip]
		switch {
		case !again:
			d = p.Reportf(a.node, "this condition tests %s, but the input of %s is %s; %s",
				words.Quote(strings.TrimSpace(a.node.Text())), w.Label(), words.Quote(strings.TrimSpace(input.Text())), cure).
				Relate(input, "the input of "+w.Label())
			told[slip] = d
		case d.Full():
		case d.Related[0].At.Node == input:
			d.Relate(a.node, "so does this condition")
		default:
			d.Relate(a.node, "so does this condition of "+w.Label()+", whose input is "+words.Quote(strings.TrimSpace(input.Text())))
		}
		d.SuggestMore(sure && sameOutput(a.paths, want), "Test the input", a.node.SetText(input.Text()))
	}
}

// A wrongArgument is an argument that tests other paths than the input.
type wrongArgument struct {
	node  source.Node
	paths []string
}

// cureOf says what to do where conditions do not test the input: distinct texts of so many, while same do.
func cureOf(distinct, same, found int) string {
	if distinct > 1 && same <= found { // several values are meant
		return "test each value in a split of its own"
	}
	return "make them the same"
}

// slip says what went wrong, so that the same in several splits is told once: they test the
// answers to other questions, or other outputs of the same ones, or the same text was left in all.
func (a wrongArgument) slip(want []string) string {
	if len(a.paths) == 1 && len(want) == 1 {
		x, y := strings.SplitN(a.paths[0], ".", 3), strings.SplitN(want[0], ".", 3)
		if len(x) == 3 && len(y) == 3 && x[0] == "widgets" && y[0] == "widgets" && (x[1] == y[1] || x[2] == y[2]) {
			return x[2] + " for " + y[2]
		}
	}
	return a.node.Text()
}

// otherPaths returns the paths that an argument tests, when they are others than those of
// the input and no other rule speaks of them, or reports that they are equal.
func otherPaths(p *lint.Pass, w *flow.Widget, argument source.Node, want []string) (got []string, equal bool) {
	got, ok := pathsIn(p.Flow, argument)
	switch {
	case !ok:
		return nil, false
	case slices.Equal(got, want):
		return nil, true
	case ofOneAnswer(got, want), reads.Subject(p.Document, argument) == "" || namesDiffer(p.Flow, got, want) || blankAnyway(p, argument):
		return nil, false
	}
	return got, false
}

// root returns the root of the first of some paths.
func root(paths []string) string {
	name, _, _ := strings.Cut(paths[0], ".")
	return name
}

// sameOutput reports whether two paths read the same output of two widgets: that of the
// wrong one was left when the split was copied.
func sameOutput(a, b []string) bool {
	if len(a) != 1 || len(b) != 1 {
		return false
	}
	x, y := strings.SplitN(a[0], ".", 3), strings.SplitN(b[0], ".", 3)
	return len(x) == 3 && len(y) == 3 && x[0] == "widgets" && y[0] == "widgets" && x[2] == y[2]
}

// namesDiffer reports whether both lists hold outputs of widgets alone, and one of the
// widgets does not exist: then a wrong name is all the difference.
func namesDiffer(f *flow.Flow, a, b []string) bool {
	absent := false
	for _, path := range slices.Concat(a, b) {
		rest, ok := strings.CutPrefix(path, "widgets.")
		if !ok {
			return false
		}
		name, _, _ := strings.Cut(rest, ".")
		absent = absent || f.Widget(name) == nil
	}
	return absent
}

// pathsIn returns the variables that a template reads, each once, sorted. It
// reports false when it reads none, or one that is not fixed.
func pathsIn(f *flow.Flow, n source.Node) ([]string, bool) {
	t := f.TemplateAt(n)
	if t == nil {
		return nil, false
	}
	var paths []string
	for _, r := range t.Refs() {
		var names []string
		for i := range r.Segments {
			name := r.Name(i)
			if name == "" {
				return nil, false
			}
			names = append(names, name)
		}
		paths = append(paths, strings.Join(names, "."))
	}
	slices.Sort(paths)
	return slices.Compact(paths), len(paths) > 0
}

// blankAnyway reports whether a text reads what is blank wherever it stands. That is another rule's finding, and
// says what to write.
func blankAnyway(p *lint.Pass, n source.Node) bool {
	return slices.ContainsFunc(p.Flow.TemplateAt(n).Refs(), func(r flow.Ref) bool { return reads.AlwaysBlank(p.Document, r) })
}
