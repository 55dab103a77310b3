package answers

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/pattern"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/split"
)

// Tries returns how often the only question of a loop is asked until a branch of a split that counts the
// rounds, or what is left of them, ends it; false when that is not known for sure.
func Tries(d *project.Document, b reads.Branch) (n int, ok bool) {
	f := d.Flow
	test := b.Transition.From
	loop := f.LoopOf(test)
	limit, err := strconv.Atoi(b.Comparison.Value())
	if loop == nil || err != nil || !b.Literal || len(reads.Branches.Of(d)[test.Index]) != 1 {
		return 0, false
	}
	question := onlyQuestion(loop)
	start, by := counterOf(d, b, loop)
	if question == nil || by == nil {
		return 0, false
	}
	before, known := countedBefore(f, question, by, test)
	if !known {
		return 0, false
	}
	if !before {
		start--
	}
	stays := b.Transition.Meant != nil && loop.Has(b.Transition.Meant)
	switch operator := b.Comparison.Operator(); {
	case operator == split.GreaterThan && !stays:
		n = limit - start + 1
	case operator == split.EqualTo && !stays, operator == split.LessThan && stays:
		n = limit - start
	}
	return n, n > 0
}

// onlyQuestion returns the question of a loop, nil when there is none or several.
func onlyQuestion(loop *flow.Loop) (question *flow.Widget) {
	for _, w := range loop.Widgets {
		switch act := effects.ActOf(w); {
		case act != effects.Asks:
		case question != nil:
			return nil
		default:
			question = w
		}
	}
	return question
}

// counterOf returns where a counter that a branch tests begins, and what adds one to it in a loop; nil when
// anything else sets it.
func counterOf(d *project.Document, b reads.Branch, loop *flow.Loop) (start int, by *flow.Widget) {
	v := counterTested(d, b)
	if v == nil {
		return 0, nil
	}
	begun := false // it has a value, or needs none
	for _, write := range v.Writes {
		number, known := numberOf(d, write)
		switch inside := loop.Has(write.Widget); {
		case known && !inside && (!begun || number == start):
			start, begun = number, true
		case inside && by == nil && countsItself(write, v.Key):
			by = write.Widget
		default:
			return 0, nil
		}
		if write.Widget != by || !mayBegin(write) {
			continue
		}
		if begun && start != 0 {
			return 0, nil
		}
		begun = true
	}
	if !begun {
		return 0, nil
	}
	return start, by
}

// counterTested returns the variable that a branch tests, and nothing else; nil where that is none that a few places set.
func counterTested(d *project.Document, b reads.Branch) *flow.Variable {
	const most = 8 // places that set one
	r, ok := reads.OnlyRead(d.Flow, b.Condition)
	if !ok || r.Liquid.HasFilter() {
		return nil
	}
	key, _ := reads.VariableOf(d.Flow, r)
	if v := d.Flow.Variable(key); key != "" && v != nil && len(v.Writes) <= most {
		return v
	}
	return nil
}

// numberOf returns the whole number to which a variable is set, when it is one.
func numberOf(d *project.Document, write flow.Write) (n int, ok bool) {
	text, literal := shape.Literal(d, write.Value)
	if !literal {
		return 0, false
	}
	n, err := strconv.Atoi(strings.TrimSpace(text))
	return n, err == nil
}

// countsItself reports whether a variable is set to itself and one, and to nothing else, which is more than that one is
// added to something (reads.AddsOne): what it holds is then known.
func countsItself(write flow.Write, key string) bool {
	m := plusOne.FindStringSubmatch(strings.TrimSpace(write.Value.Text()))
	return m != nil && !slices.ContainsFunc(m[1:], func(name string) bool { return name != "" && name != key })
}

// mayBegin reports whether what adds one to a variable says itself what it is at first: none.
func mayBegin(write flow.Write) bool {
	return strings.Contains(write.Value.Text(), "%") || strings.Contains(write.Value.Text(), "default")
}

// plusOne is how one is added to a variable, which may have no value at first.
var plusOne = pattern.Lazy(`^(?:\{\{-?\s*flow\.variables\.(\w+)(?:\s*\|\s*default:\s*["']?0["']?)?\s*\|\s*plus:\s*["']?1["']?\s*-?\}\}` +
	`|\{%-?\s*if\s+flow\.variables\.(\w+)(?:\s*!=\s*(?:blank|empty|nil|null|""|''))?\s*-?%\}\s*\{\{-?\s*flow\.variables\.(\w+)\s*\|\s*plus:\s*["']?1["']?\s*-?\}\}\s*\{%-?\s*else\s*-?%\}\s*1\s*\{%-?\s*endif\s*-?%\}` +
	`|\{%-?\s*if\s+flow\.variables\.(\w+)\s*==\s*(?:blank|empty|nil|null|""|'')\s*-?%\}\s*1\s*\{%-?\s*else\s*-?%\}\s*\{\{-?\s*flow\.variables\.(\w+)\s*\|\s*plus:\s*["']?1["']?\s*-?\}\}\s*\{%-?\s*endif\s*-?%\}` +
	`|\{%-?\s*assign\s+\w+\s*=\s*flow\.variables\.(\w+)\s*\|\s*plus:\s*["']?1["']?\s*-?%\}\s*\{\{-?\s*\w+\s*-?\}\})$`)

// countedBefore reports whether an answer is counted before it is tested how many there were; it is not
// known where both happen.
func countedBefore(f *flow.Flow, question, by, test *flow.Widget) (before, known bool) {
	_, past := f.PathBetween(question, test, func(t *flow.Transition) bool { return t.From != by })
	_, over := f.PathBetween(by, test, func(t *flow.Transition) bool { return t.From != question })
	return over, past != over
}
