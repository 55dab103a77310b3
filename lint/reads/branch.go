package reads

import (
	"iter"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/placeholder"
	"studiolint/lint/project"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Branch is one condition of a split's match whose parts are known.
type Branch struct {
	Transition *flow.Transition
	Condition  flow.Condition
	Comparison split.Comparison

	// Subject is what is tested, written in one way; "" when a deployment step
	// fills it in.
	Subject string

	// Literal says that the value is known: no Liquid, no placeholder.
	Literal bool
}

// Branches are, by the index of a split, its matches with a single condition, in their
// order; those that are written in another way are left out.
var Branches = lint.NewFact(func(d *project.Document) [][]Branch {
	all := make([][]Branch, len(d.Flow.Widgets))
	for i, w := range d.Flow.Widgets {
		if !w.Facts.Split {
			continue
		}
		all[i] = make([]Branch, 0, len(w.Transitions))
		for _, t := range w.Transitions {
			if t.Facts.Kind == schemas.KindBranch && len(t.Conditions) == 1 {
				all[i] = append(all[i], BranchesOf(d, t)...)
			}
		}
	}
	return all
})

// EachBranch yields the branches of all splits.
func EachBranch(s lint.Subject) iter.Seq[Branch] {
	return func(yield func(Branch) bool) {
		for _, branches := range Branches.Of(s) {
			for _, b := range branches {
				if !yield(b) {
					return
				}
			}
		}
	}
}

// BranchesOf returns the conditions of a match of a split, all of which have to hold; those
// that are written in another way are left out.
func BranchesOf(s lint.Subject, t *flow.Transition) []Branch {
	return conditions.Of(s)[t.From.Index][t.Index]
}

// conditions are those of the matches of splits, by the index of the widget and of the
// transition.
var conditions = lint.NewFact(func(d *project.Document) [][][]Branch {
	all := make([][][]Branch, len(d.Flow.Widgets))
	for i, w := range d.Flow.Widgets {
		if !w.Facts.Split {
			continue
		}
		all[i] = make([][]Branch, len(w.Transitions))
		for j, t := range w.Transitions {
			if t.Facts.Kind == schemas.KindBranch {
				all[i][j] = branchesOf(d, t)
			}
		}
	}
	return all
})

func branchesOf(d *project.Document, t *flow.Transition) []Branch {
	all := make([]Branch, 0, len(t.Conditions))
	for _, c := range t.Conditions {
		if !c.Facts.Known() || c.Arguments.Len() != 1 || !c.Value.Exists() && c.Facts.Value != schemas.ValueNone {
			continue
		}
		all = append(all, branchOf(d, t, c))
	}
	return all
}

func branchOf(d *project.Document, t *flow.Transition, c flow.Condition) Branch {
	value := c.Value.Text()
	return Branch{
		Transition: t, Condition: c, Comparison: split.Compare(c.Operator, value), Subject: Subject(d, c.Arguments.At(0)),
		Literal: c.Facts.Value == schemas.ValueNone || !liquid.HasMarkup(value) && !shape.IsPlaceholder(d, c.Value),
	}
}

// Untested returns the conditions of a split whose list of what they test is empty: none of them is among its Branches,
// as nobody knows what is compared, but what it is compared with is known.
func Untested(d *project.Document, w *flow.Widget) (all []Branch) {
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch {
			continue
		}
		for _, c := range t.Conditions {
			if c.Arguments.Exists() && c.Arguments.Len() == 0 && c.Facts.Known() &&
				(c.Value.Exists() || c.Facts.Value == schemas.ValueNone) {
				all = append(all, branchOf(d, t, c))
			}
		}
	}
	return all
}

// Subject writes the template that is tested in one way; "" when a deployment step fills
// it in.
func Subject(d *project.Document, n source.Node) string {
	text := n.Text()
	if placeholder.Token(text) || d.Config.IsPlaceholder(text) {
		return ""
	}
	return strings.Join(strings.Fields(text), "")
}

// Place is where a finding about the branch points: the value that is compared,
// or the operator when it takes none.
func (b Branch) Place() source.Place {
	operator := b.Condition.Facts
	if b.Condition.Value.Exists() && operator.Value != schemas.ValueNone {
		return b.Condition.Value.Place()
	}
	return b.Condition.Node.Get("type").Place()
}

// Words writes what the branch asks: contains "a", is blank.
func (b Branch) Words() string {
	asks := strings.ReplaceAll(b.Condition.Operator, "_", " ")
	if operator := b.Condition.Facts; operator.Value == schemas.ValueNone {
		return asks
	}
	return asks + " " + words.Quote(strings.TrimSpace(b.Condition.Value.Text()))
}

// Target writes where a transition leads: to "menu", to the end.
func Target(t *flow.Transition) string {
	if t.Next == "" {
		return "the end"
	}
	return words.Quote(t.Next)
}

// States returns the words of what holds when a branch is taken: those that it compares with,
// or, where that is true, those of the name of what is tested: open, of isOpen. A label of the
// author's own says it, too.
func (b Branch) States() []string {
	texts, ok := b.Comparison.Texts()
	if !ok || len(texts) != 1 {
		return nil
	}
	var all []string
	switch text := texts[0]; text {
	case "true", "yes", "1":
		if all = StateNamed(b.Subject); all == nil {
			return nil
		}
	default:
		all = words.In(text)
	}
	return append(all, words.In(b.Condition.OwnLabel())...)
}

// StateNamed returns the words of what holds where a template that reads one path is true: is and
// open, of {{widgets.check.parsed.isOpen}}; nil for what does not hold then.
func StateNamed(template string) []string {
	path := strings.TrimRight(template, "} ")
	if i := strings.IndexByte(path, '|'); i >= 0 {
		path = path[:i]
	}
	all := words.In(path[strings.LastIndexByte(path, '.')+1:])
	if slices.ContainsFunc(all, func(word string) bool { return word == "not" || word == "no" || word == "un" }) {
		return nil
	}
	return all
}
