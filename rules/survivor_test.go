package rules

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
)

// maxLost is how many of a hundred findings a fault elsewhere may hide, exceptions and all. Failures
// of one flow are one finding, so there are fewer findings than places that they tell of.
const maxLost = 2.3

// TestSurvivors looks whether what is said of a flow is said all the same when one fault is
// planted in it: a mistake hides no finding about something else. It judges the faults of
// TestMutations.
func TestSurvivors(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing between goroutines")
	}
	t.Parallel()
	s := mutated(t).survivors
	t.Logf("of %d findings beside %d faults %d are hidden", s.findings, s.faults, s.lost)
	for _, group := range slices.Sorted(maps.Keys(s.bad)) {
		t.Errorf("%d times a fault (%s) hides a finding, and that is not among the exceptions, as in\n%s", len(s.bad[group]), group, slices.Min(s.bad[group]))
	}
	if os.Getenv("STUDIOLINT_CORPUS") == "" {
		return // of the good flows of testdata hardly anything is said
	}
	if share := percent(s.lost, s.findings); share > maxLost {
		t.Errorf("%.2f %% of the findings are hidden, more than %.2f %%", share, maxLost)
	}
	for i, e := range lossExceptions {
		if !s.needed[i] {
			t.Errorf("no fault needs the exception for %s (%s)", e.rules, e.why)
		}
	}
}

// Kinds of faults, for the exceptions.
const (
	lostWays   = "dangling target, misspelt target, wrong case target, wrong type next, removed event, wrong type event, removed list of transitions, wrong type list of transitions"
	lostNames  = "removed name, wrong type name, out of range value of name, misspelt name, wrong case name, duplicated state"
	lostTexts  = "removed property, misspelt property, wrong case property, wrong type property, moved property, removed properties, misspelt properties, wrong case properties, wrong type properties"
	lostItems  = "removed member of an item, misspelt member of an item, wrong case member of an item, wrong type member of an item"
	lostTests  = "duplicated condition, removed list of conditions, out of range list of conditions, wrong type list of conditions, wrong type condition, removed member of a condition, wrong type member of a condition, moved argument of a condition"
	lostReads  = "misspelt name in a template, wrong case name in a template"
	otherWords = "out of range value of property, misspelt value of property"
)

// lossExceptions are findings that are not told beside a fault, each with the reason.
var lossExceptions = []lossException{
	{lostWays, "unreachable-widget", "apart down up same flow", "a way that is lost may have led there"},
	{"duplicated state, moved initial state, out of range value of name", "unreachable-widget", "same flow", "what leads there, or is to, names another widget"},
	{lostWays, "read-before-run", "apart down up same", "what runs before depends on all ways"},
	{lostWays, "unread-answer unused-variable", "apart down up loop same", "what is missing may read it"},
	{lostWays, "unescaped-input prompt-mismatch stray-blank liquid-comparison subflow-parameters condition-label crossed-twins masked-failure unanswered-key voice-language one-way-split half-open-question no-last-word unknown-variable voice-without-call unfinished-text condition-value unhandled-timeout after-hangup wrong-question repeat-limit", "apart down up loop same", "it depends on what comes before, or behind"},
	{lostWays, "endless-loop retry-on-self menu-keys", "loop up same", "the loop is no longer closed"},
	{lostWays, "unhandled-failure unhandled-no-match unhandled-timeout queue-after-voicemail partly-handled", "up down loop same", "the part behind the way that is lost stands elsewhere, or it is the way that has no event"},
	{lostNames, "unread-answer unused-variable read-before-run unescaped-input unhandled-no-match unknown-widget unknown-output unanswered-call masked-failure json-output condition-label unhandled-failure prompt-mismatch liquid-comparison lost-choice unanswered-key unhandled-timeout menu-keys repeat-limit", "apart down up loop same flow", "who reads what is told by the name"},
	{lostNames, "dangling-transition initial-state endless-loop retry-on-self", "up loop same flow", "the name may be the one that is missing elsewhere"},
	{lostTexts + ", " + lostItems, "unread-answer unused-variable", "apart down up loop same", "the text that cannot be read may read it"},
	{lostTexts + ", " + lostItems, "unhandled-no-match assembled-url subflow-parameters read-before-run stray-blank unhandled-timeout unhandled-failure odd-time prompt-mismatch crossed-twins masked-failure unescaped-input function-mismatch queue-after-voicemail two-spellings unfinished-text repeat-limit", "apart down up loop same", "it is not known which variables are set, or to what"},
	{lostTexts + ", " + otherWords, "prompt-mismatch unescaped-input json-output transcription voice-language menu-keys half-open-question http-request odd-time assembled-url unread-answer misspelling unhandled-timeout unanswered-key masked-failure queue-after-voicemail wrong-question", "apart down up loop same", "it was about the text that is replaced, or lost"},
	{lostTests, "unread-answer unused-variable unhandled-no-match condition-label condition-value menu-keys prompt-mismatch unanswered-key liquid-comparison lost-choice two-spellings read-before-run crossed-twins", "apart down up loop same", "what is asked of an answer cannot be told"},
	{"misspelt member of a condition", "condition-label", "same", "the label, or what it should say, is what is misspelt"},
	{lostReads, "unread-answer unused-variable read-before-run unescaped-input masked-failure json-output unhandled-timeout wait-as-pause prompt-mismatch two-spellings repeat-limit", "apart down up loop same", "the name that is misspelt was the one that was read"},
	{"misspelt list of transitions, wrong case list of transitions", "unused-variable", "apart down up loop same", "templates stand where they are not looked for"},
	{"misspelt event, wrong case event, removed event, wrong type event", "half-open-question unhandled-no-match missing-transition unanswered-call unread-answer prompt-mismatch menu-keys condition-value", "up down apart same", "the event may have been another one"},
	{"duplicated transition", "unhandled-failure unread-answer", "same", "which of two transitions is taken is not known"},
	{"removed type", "unhandled-failure unhandled-no-match misplaced-conditions unknown-property", "up same", "several types fit"},
	{"duplicated state, removed name, out of range value of name", "wrong-question", "same flow", "which step is meant is no longer known"},
	{"removed type, misspelt type, wrong case type, wrong type type", "wrong-question", "up same", "two steps are no longer alike"},
	{"misspelt member of the flow, wrong case member of the flow, wrong type member of the flow, out of range value of member of the flow", "initial-state", "flow", "it was about what is replaced"},
}

// A lossException is about faults, in the words of fault.group and separated by commas, and what
// they hide where; its fields are lists.
type lossException struct{ faults, rules, where, why string }

func (e lossException) holds(m *fault, rule, where string) bool {
	return slices.Contains(strings.Split(e.faults, ", "), m.group()) && slices.Contains(strings.Fields(e.rules), rule) && slices.Contains(strings.Fields(e.where), where)
}

// survivors counts the findings that are told beside a fault, and those that are hidden.
type survivors struct {
	mu                     sync.Mutex
	faults, findings, lost int
	bad                    map[string][]string // by fault, rule and where: examples
	needed                 []bool              // by exception
}

func newSurvivors() *survivors {
	return &survivors{bad: map[string][]string{}, needed: make([]bool, len(lossExceptions))}
}

// count looks which findings of a flow a fault hides.
func (s *survivors) count(t flowText, f *flow.Flow, m *fault, before, after []*finding.Diagnostic) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults++
	s.findings += len(before)
	for _, d := range m.hidden(before, after) {
		s.lost++
		where := between(f, m.edits[0].at.Start, d.Range.Start.Offset)
		excepted := false
		for i, e := range lossExceptions {
			if e.holds(m, d.Rule.ID, where) {
				s.needed[i], excepted = true, true
			}
		}
		if !excepted {
			group := fmt.Sprintf("%s, %s, %s", m.group(), d.Rule.ID, where)
			s.bad[group] = append(s.bad[group], fmt.Sprintf("%s: %s\n    %d:%d %s", t.path, m.context(t.text), d.Range.Start.Line, d.Range.Start.Column, d.Message))
		}
	}
}

// hidden returns the findings that are told no more: not by the same rule at the same place, in
// the same words, of the same widget, nor among other places. What the fault has replaced
// can bring about none.
func (m *fault) hidden(before, after []*finding.Diagnostic) (hidden []*finding.Diagnostic) {
	for _, b := range before {
		offset, ok := m.moved(b.Range.Start.Offset)
		if ok && !slices.ContainsFunc(after, func(a *finding.Diagnostic) bool {
			return a.Rule == b.Rule && (a.Message == b.Message || slices.Contains(placesOf(a), offset) || stateOf(a) == stateOf(b))
		}) {
			hidden = append(hidden, b)
		}
	}
	return hidden
}

// between says how the widget of a fault stands to that of a finding: it is the same, one leads
// to the other (up: the fault comes first), or each to each in a loop, or they are apart; flow is
// for what stands in none.
func between(f *flow.Flow, fault, told int) string {
	at := func(offset int) *flow.Widget {
		i := slices.IndexFunc(f.Widgets, func(w *flow.Widget) bool {
			s := w.Node.Span()
			return s.Start <= offset && offset < s.End
		})
		if i < 0 {
			return nil
		}
		return f.Widgets[i]
	}
	a, b := at(fault), at(told)
	switch {
	case a == nil || b == nil:
		return "flow"
	case a == b:
		return "same"
	}
	_, up := f.PathBetween(a, b, nil)
	_, down := f.PathBetween(b, a, nil)
	switch {
	case up && down:
		return "loop"
	case up:
		return "up"
	case down:
		return "down"
	}
	return "apart"
}
