package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/source"
)

// TestNeutralSteps puts a step that sets a variable which nothing reads on one way after the other of the flows of the
// archives: a bad one breaks its rule all the same, and a good one keeps it. Checks ask lint/effects what a way leads
// to past such steps (PastSetting, PastIdle), and what comes before them (Into). Where the step does make a difference
// to whoever runs the flow, a person says so among the exceptions.
func TestNeutralSteps(t *testing.T) {
	t.Parallel()
	n := neutral{needed: make([]bool, len(neutralExceptions))}
	each(archivedFlows(t), n.try)
	t.Logf("%d steps in bad flows and %d in good ones; %d are not neutral", n.bad, n.good, len(n.found))
	if n.bad < 1000 || n.good < 1000 {
		t.Errorf("only %d and %d steps were put in", n.bad, n.good)
	}
	slices.Sort(n.found)
	for _, line := range n.found {
		t.Errorf("a step that changes nothing is not neutral: %s", line)
	}
	for i, e := range neutralExceptions {
		if !n.needed[i] && !testing.Short() {
			t.Errorf("no flow needs the exception for %s (%s)", e.rule, e.why)
		}
	}
}

// neutralExceptions are flows for which the step is not neutral, each with the reason.
var neutralExceptions = []neutralException{
	{"unused-variable", "*", "nothing reads what the step sets"},
	{"retry-on-self", "*", "it no longer leads to itself at once"},
	{"repeat-limit", "bad bad_always", "Studio begins to count the ten anew"},
	{"one-way-split", "*", "its ways are not the same any more, for who reads the execution"},
	{"lost-choice", "bad bad_kept_for_split bad_only_repeated", "what a branch keeps may be the choice, for who reads the execution"},
	{"after-hangup", "good_elsewhere_always", "its author has thought of the one event alone"},
}

// A neutralException is about a rule and flows of its archive, parted by blanks; * is all of them.
type neutralException struct{ rule, flows, why string }

func (e neutralException) holds(rule, name string) bool {
	return e.rule == rule && (e.flows == "*" || slices.Contains(strings.Fields(e.flows), name))
}

// neutral counts what neutral steps do.
type neutral struct {
	mu        sync.Mutex
	bad, good int      // steps
	found     []string // those that are not neutral: what one does, the rule, the flow and the step
	needed    []bool   // by exception
}

// archivedFlows are the flows of the archives that are short and stand alone, named RULE/NAME.
func archivedFlows(t *testing.T) (all []flowText) {
	const longest = 40_000
	most := 1 << 20 // steps
	if testing.Short() {
		most = 2
	}
	for _, a := range archives(t) {
		for _, f := range a.Files {
			if name, ok := strings.CutSuffix(f.Name, ".json"); ok && len(f.Data) < longest && !strings.Contains(name, "/") {
				all = append(all, flowText{a.id() + "/" + name, f.Data, most})
			}
		}
	}
	return all
}

func (n *neutral) try(s flowText) {
	rule, name, _ := strings.Cut(s.path, "/")
	isBad := strings.HasPrefix(name, "bad")
	before := lintText("flow.json", s.text, rule).Diagnostics
	if isBad == (len(before) == 0) {
		return // by its configuration
	}
	all := neutralSteps(flowOf(s))
	slices.SortStableFunc(all, func(a, b fault) int { return cmp.Compare(a.hash(), b.hash()) })
	for _, m := range all[:min(len(all), s.most)] {
		n.count(rule, name, &m, before, lintText("flow.json", m.apply(s.text), rule).Diagnostics)
	}
}

func (n *neutral) count(rule, name string, m *fault, before, after []*finding.Diagnostic) {
	n.mu.Lock()
	defer n.mu.Unlock()
	does := "hides"
	if len(before) == 0 {
		does = "brings"
		n.good++
	} else {
		n.bad++
	}
	if len(after) >= len(before) && len(before) > 0 || len(after) == 0 && len(before) == 0 {
		return
	}
	for i, e := range neutralExceptions {
		if e.holds(rule, name) {
			n.needed[i] = true
			return
		}
	}
	n.found = append(n.found, does+" "+rule+" "+name+" "+m.what)
}

// neutralSteps are the ways of a flow, with a step that sets a variable put on each.
func neutralSteps(f *flow.Flow) (all []fault) {
	const step = "step_between"
	var last source.Node
	for state := range f.Definition.Get("states").Children() {
		last = state
	}
	end := source.Span{Start: last.Span().End, End: last.Span().End}
	for _, w := range f.Widgets {
		for _, t := range w.Transitions {
			if t.To == nil || !t.NextNode.IsString() {
				continue
			}
			state := fmt.Sprintf(`, {"name": %q, "type": "set-variables", "properties": {"variables": [{"key": "mark", "value": "1"}]}, "transitions": [{"event": "next", "next": %s}]}`,
				step, quoteJSON(t.Next))
			all = append(all, fault{kind: "neutral", what: "step on " + w.Name + " " + t.Event + " " + t.Next,
				edits: []edit{replace(t.NextNode, quoteJSON(step)), {at: end, text: state, aux: true}}})
		}
	}
	return all
}
