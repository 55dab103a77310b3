package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"studiolint/lint/finding"
)

// exceptions are faults that cannot bring about exactly one finding at their
// place, each with the reason. All others must.
var exceptions = []exception{
	{"out of range value of property", "unused-variable", "the text that is replaced was the only one that read the variable"},
	{"out of range value of property", "unread-answer", "the text that is replaced was the only one that read what was fetched"},
	{"removed property", "unused-variable", "the text that is removed was the only one that read the variable"},
	{"removed list of conditions", "unused-variable", "the condition that is removed was the only one that read the variable"},
	{"out of range list of conditions", "unused-variable", "the condition that is removed was the only one that read the variable"},
	{"out of range value of name", "unknown-variable", "it is told of the first widget that reads it, which has lost its name"},
	{"dangling target", "read-before-run", "the widget that was most likely meant is another one"},
	{"out of range value of a condition", "list-item", "the comparison that is replaced was the one that tests the item"},
	{"moved argument of a condition", "unescaped-input", "the split no longer lets only certain texts through"},
	{"removed event", "crossed-twins", "what was left over stands where a way may have led that is lost"},
	{"wrong type list of transitions", "masked-failure", "what was left over stands where a way may have led that is lost"},
}

type exception struct {
	group string // kind and thing
	rules string // the further findings that are right, by rule
	why   string
}

// A tally counts faults.
type tally struct {
	planted, found, placed, severity, extra, excepted int
}

func (a *tally) add(b tally) {
	a.planted += b.planted
	a.found += b.found
	a.placed += b.placed
	a.severity += b.severity
	a.extra += b.extra
	a.excepted += b.excepted
}

type score struct {
	mu     sync.Mutex
	groups map[string]*tally
	bad    map[string][]string
	needed map[exception]bool
}

func newScore() *score {
	return &score{groups: map[string]*tally{}, bad: map[string][]string{}, needed: map[exception]bool{}}
}

func (s *score) count(f flowText, m *fault, v verdict) {
	s.mu.Lock()
	defer s.mu.Unlock()
	g := m.group()
	if s.groups[g] == nil {
		s.groups[g] = &tally{}
	}
	excepted := len(v.extra) > 0
	for _, d := range v.extra {
		if !s.excepts(m, d) {
			excepted = false
		}
	}
	one := tally{planted: 1}
	bad := ""
	if excepted {
		one.excepted = 1
		v.extra = nil
	}
	if v.found {
		one.found = 1
	} else {
		bad = "not found"
	}
	if v.placed {
		one.placed = 1
	} else if v.found {
		bad = "elsewhere"
	}
	if v.severity {
		one.severity = 1
	} else if v.placed {
		bad = "another severity"
	}
	if len(v.extra) > 0 {
		one.extra = 1
		bad += " more than one"
	}
	s.groups[g].add(one)
	if bad == "" {
		return
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s (%s): %s\n    %s\n", g, strings.TrimSpace(bad), m.severity, f.path, m.context(f.text))
	for _, d := range v.all {
		fmt.Fprintf(&b, "    %d:%d %s %s [%s]\n", d.Range.Start.Line, d.Range.Start.Column, d.Severity, d.Message, d.Rule.ID)
	}
	s.bad[g] = append(s.bad[g], b.String())
}

// excepts reports whether a further finding is among the exceptions.
func (s *score) excepts(m *fault, d *finding.Diagnostic) bool {
	for _, e := range exceptions {
		if e.group == m.group() && slices.Contains(strings.Fields(e.rules), d.Rule.ID) {
			s.needed[e] = true
			return true
		}
	}
	return false
}

// unused lists the exceptions that no fault needed.
func (s *score) unused() []string {
	var list []string
	for _, e := range exceptions {
		if !s.needed[e] {
			list = append(list, e.group+" ("+e.rules+")")
		}
	}
	return list
}

// context shows the edits of a fault.
func (m *fault) context(text []byte) string {
	var b strings.Builder
	for _, e := range m.edits {
		was := string(text[e.at.Start:e.at.End])
		fmt.Fprintf(&b, "at %d: %s -> %s; ", e.at.Start, cut(was), cut(e.text))
	}
	return b.String()
}

func cut(s string) string {
	if len(s) > 80 {
		return s[:80] + "…"
	}
	return s
}

func (s *score) total() tally {
	var all tally
	for _, g := range s.groups {
		all.add(*g)
	}
	return all
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

// String is a table of the score.
func (s *score) String() string {
	var b strings.Builder
	line := func(name string, t tally) {
		fmt.Fprintf(&b, "%-45s %7d %8.2f %8.2f %8.2f %8d %8d\n", name, t.planted,
			percent(t.found, t.planted), percent(t.placed, t.planted), percent(t.severity, t.planted), t.extra, t.excepted)
	}
	fmt.Fprintf(&b, "%-45s %7s %8s %8s %8s %8s %8s\n", "fault", "planted", "found %", "place %", "grave %", "several", "excepted")
	for _, g := range slices.Sorted(maps.Keys(s.groups)) {
		line(g, *s.groups[g])
	}
	line("all", s.total())
	return b.String()
}

// examples shows some of the faults that were not found, or not as they should
// be, of each group.
func (s *score) examples() string {
	most := 2
	var b strings.Builder
	for _, g := range slices.Sorted(maps.Keys(s.bad)) {
		bad := s.bad[g]
		slices.Sort(bad)
		b.WriteString(strings.Join(bad[:min(most, len(bad))], ""))
	}
	return b.String()
}
