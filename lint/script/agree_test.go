package script

import (
	"fmt"
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/input"
	"studiolint/lint/project"
	"studiolint/lint/sim"
	"studiolint/lint/source"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/rules"
)

// A claimed flow is one with what rules say of it.
type claimed struct {
	name     string
	document *project.Document
	program  *sim.Program
	found    []*finding.Diagnostic
}

// claims returns the flows of the rules' archives, and those of the corpus where there is
// one, with what the rules say of them.
func claims(t *testing.T) (all []claimed) {
	t.Helper()
	add := func(name string, text []byte) {
		candidate := input.FromBytes(name, text)
		candidate.Named, candidate.SkipOther = true, true
		var documents []*project.Document
		capture := &lint.Rule{Rule: finding.Rule{ID: "capture", Severity: finding.Note}, Check: func(p *lint.Pass) { documents = append(documents, p.Document) }}
		result := lint.Run([]input.Candidate{candidate}, lint.Options{Rules: append(slices.Clone(rules.All()), capture), Jobs: 1})
		if len(documents) != 1 || len(documents[0].Flow.Entries()) == 0 {
			return
		}
		all = append(all, claimed{name, documents[0], sim.Compile(documents[0].Flow, name), result.Diagnostics})
	}
	archives, err := filepath.Glob("../../testdata/rules/*.txtar")
	if err != nil || len(archives) < 50 {
		t.Fatalf("%d archives: %v", len(archives), err)
	}
	for i, name := range archives {
		if testing.Short() && i%6 != 0 {
			continue // some are enough for a quick look
		}
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if filepath.Ext(f.Name) == ".json" {
				add(filepath.Base(name)+"/"+f.Name, f.Data)
			}
		}
	}
	if dir := os.Getenv("STUDIOLINT_CORPUS"); dir != "" && !testing.Short() {
		root, paths := corpus(t)
		for _, name := range paths {
			if text, err := root.ReadFile(name, 16<<20); err == nil {
				add(name, text)
			}
		}
	}
	if len(all) < 40 {
		t.Fatalf("%d flows only", len(all))
	}
	return all
}

// What rules and analyses claim of all executions holds for each that is tried: what is
// never run is not visited, a branch that is never reached is not taken, a path that must
// be blank is, and one that can hold some texts holds one of them.
func TestAgreesWithLint(t *testing.T) {
	walks := 300
	if os.Getenv("STUDIOLINT_CORPUS") != "" && !testing.Short() {
		walks = 10_000
		if os.Getenv("STUDIOLINT_LONG") == "1" {
			walks = 100_000
		}
	}
	flows := claims(t)
	each := (walks + len(flows) - 1) / len(flows)
	told, checked, blanks, stays := map[string]bool{}, 0, 0, 0
	for _, c := range flows {
		w := newWalker(c.program)
		seed := fnv.New64a()
		seed.Write([]byte(c.name))
		random := rand.New(rand.NewPCG(seed.Sum64(), 1))
		held := values.Held.Of(c.document)
		never := c.never()
		disagree := func(format string, args ...any) {
			if text := c.name + ": " + fmt.Sprintf(format, args...); !told[text] {
				told[text] = true
				t.Error(text)
			}
		}
		var rounds map[*flow.Loop]map[string]string // by loop that is gone round: what it leaves alone
		watch := func(x *sim.Execution, p *sim.Program, at *flow.Widget) {
			loop := p.Flow.LoopOf(at)
			maps.DeleteFunc(rounds, func(l *flow.Loop, _ map[string]string) bool { return l != loop })
			if loop != nil && rounds[loop] == nil {
				rounds[loop] = map[string]string{}
			}
			for _, template := range p.Flow.TemplatesOf(at) {
				for _, r := range template.Refs() {
					checked++
					contradiction(held.At(r), x, r, disagree)
					if text, known := heldNow(x, r); known && loop != nil && held.Round(loop).Of(r) == values.Stays {
						stays++
						path := r.Reference.String()
						if before, ok := rounds[loop][path]; ok && before != text {
							disagree("%s holds %q and then %q at %s, in a loop that leaves it alone", path, before, text, at.Name)
						}
						rounds[loop][path] = text
					}
					if d := never.blank(r); d != nil {
						blanks++
						if text, known := heldNow(x, r); known && text != "" {
							disagree("%d: %s: %s holds %q", d.Range.Start.Line, d.Rule.ID, r.Reference, text)
						}
					}
				}
			}
		}
		for range each {
			rounds = map[*flow.Loop]map[string]string{}
			x := w.walk(random, 60, watch)
			if x == nil {
				break
			}
			guessed := false // the simulator goes any way where it is only guessed what stands there
			for _, v := range x.Visits() {
				if from := x.Visits()[0]; v != from && from.Taken != nil && !guessed && !slices.Contains(held.Begins(v.Widget), from.Taken.Raised()) && !slices.Contains(held.Begins(v.Widget), "") {
					disagree("%s is visited after %s, which never leads there", v.Name, from.Taken.Event)
				}
				if never.widgets[v.Widget] || !p(c).Reachable(v.Widget) {
					disagree("%s is visited, and never runs", v.Name)
				}
				if never.branches[v.Taken] {
					disagree("%s takes branch %d, which is never reached", v.Name, v.Taken.Index)
				}
				guessed = guessed || v.Widget.TypeGuessed
			}
		}
	}
	t.Logf("%d flows, %d walks each, %d values, %d that are called blank, %d that loops leave alone", len(flows), each, checked, blanks, stays)
}

// heldNow returns the text that a path holds, without blanks around it, and whether that is
// known.
func heldNow(x *sim.Execution, r flow.Ref) (string, bool) {
	path := fixed(r)
	if len(path) != len(r.Segments) {
		return "", false
	}
	text, ok := x.Value(path).Plain()
	return strings.TrimSpace(text), ok
}

func p(c claimed) *flow.Flow { return c.document.Flow }

// contradiction reports a value that is none of those that a path can hold.
func contradiction(v values.Value, x *sim.Execution, r flow.Ref, disagree func(string, ...any)) {
	path := fixed(r)
	if !v.Known || len(path) != len(r.Segments) {
		return
	}
	got := x.Value(path)
	text, ok := got.Plain()
	switch {
	case got.Unknown() != "" || !ok:
		return
	case v.MustBeBlank() && strings.TrimSpace(text) != "":
		disagree("%s holds %q at %s, and must be blank", r.Reference, text, r.Widget.Name)
	case !v.Text && strings.TrimSpace(text) != "" && !slices.ContainsFunc(v.Constants, func(c string) bool { return split.Normal(c) == split.Normal(text) }):
		disagree("%s holds %q at %s, and can only hold %q", r.Reference, text, r.Widget.Name, v.Constants)
	case !v.MayBeBlank() && !v.Text && !got.Exists():
		disagree("%s has no value at %s, and always has one", r.Reference, r.Widget.Name)
	}
}

// nevers are what rules say is never come to.
type nevers struct {
	widgets  map[*flow.Widget]bool
	branches map[*flow.Transition]bool
	blanks   map[source.Place]*finding.Diagnostic
}

// blank returns the finding that calls what a template reads blank, nil when there is none.
func (n nevers) blank(r flow.Ref) *finding.Diagnostic {
	for i := range r.Segments {
		if d := n.blanks[r.SegmentPlace(i)]; d != nil {
			return d
		}
	}
	return nil
}

func (c claimed) never() nevers {
	n := nevers{map[*flow.Widget]bool{}, map[*flow.Transition]bool{}, map[source.Place]*finding.Diagnostic{}}
	for _, d := range c.found {
		switch d.Rule.ID {
		case "unreachable-widget":
			if w := p(c).Widget(d.Widget); w != nil {
				n.widgets[w] = true
			}
		case "read-before-run", "unknown-output", "unknown-variable", "unknown-widget":
			if strings.Contains(d.Message, "it is blank") || strings.Contains(d.Message, "so the value is blank") || strings.Contains(d.Message, ": the value is blank") {
				if !strings.Contains(d.Message, "then") && !strings.Contains(d.Message, "as a rule") {
					n.blanks[d.At] = d
				}
			}
		case "shadowed-condition":
			if !strings.Contains(d.Message, "is never reached") {
				continue // an entry of a list, or to the same place
			}
			for t := range p(c).Transitions() {
				if strings.HasPrefix(d.Pointer()+"/", t.Node.Pointer()+"/") {
					n.branches[t] = true
				}
			}
		}
	}
	return n
}

// untaken are the paths of findings that no execution takes: the flow, as a pattern, the
// widgets to which the path leads, and the reason.
var untaken = []struct{ flow, to, why string }{
	{"after-hangup.txtar/good_no_call.json", "again", "the path leads through a widget that needs a call, without one: what Studio does there is not documented"},
	{"unknown-output.txtar/bad-settings.json", "connect", "the flow tests an output that the widget does not store as it is set, which unknown-output reports; no other way leads there"},
	{"unknown-output.txtar/bad-more.json", "ask last", "the flow tests an output that the widget never stores, which unknown-output reports; no other way leads there"},
	{"list-item.txtar/good.json", "bed", "the split before it tests an output of the widget that has not run on that path, by a name that is made at run time"},
	{"converted/*volunteer-communication-center*", "AskToCoordinator CheckResponse IfCoordinator", "the flow tests the output of a widget that has not run there, which read-before-run reports; no other way leads there"},
	{"*/Nsight-Live*", "SendMessageToAgent SendCallToAgent", "the flow counts with plus from a number with line breaks around it, of which engines make different numbers"},
	{"flows/todd-twilio*", "send_completion", "three of the five members of one answer that the flow tests have to fit at once, more than what is tried"},
}

// A path that proves a finding can be taken, going round loops on the way if need be, and a
// loop that is said not to end reaches one of Studio's limits.
func TestWitnessesCanBeTaken(t *testing.T) {
	counts := map[string]int{}
	excused := map[int]bool{}
	for _, c := range claims(t) {
		w := newWalker(c.program)
		for _, d := range c.found {
			if !c.followable(d.Path) {
				continue
			}
			counts["paths"]++
			there := w.follows(d.Path, false)
			if len(there) == 0 {
				if there = w.follows(d.Path, true); len(there) > 0 {
					counts["with rounds"]++
				}
			}
			if len(there) == 0 {
				if i := c.excuse(d.Path); i >= 0 {
					excused[i] = true
					counts["excused"]++
				} else {
					t.Errorf("%s:%d: %s: no execution was found that takes %s", c.name, d.Range.Start.Line, d.Rule.ID, steps(d.Path))
				}
				continue
			}
			c.blankAfter(t, d, there, counts)
			if d.Rule.ID != "endless-loop" {
				continue
			}
			last := len(d.Path) - 1
			first := slices.IndexFunc(d.Path, func(s finding.Step) bool { return s.Widget == d.Path[last].Widget })
			counts["loops"]++
			if end := w.around(there[0], d.Path[first:last]); end == nil || end.Kind != sim.Limit {
				t.Errorf("%s:%d: the loop ends as %+v after %s", c.name, d.Range.Start.Line, end, steps(d.Path))
			}
		}
	}
	t.Log(counts)
	for i, u := range untaken {
		if !excused[i] && !testing.Short() && (os.Getenv("STUDIOLINT_CORPUS") != "" || strings.Contains(u.flow, ".txtar/")) {
			t.Errorf("%s: its paths can be taken", u.flow)
		}
	}
}

// blankAfter checks that what is said to be blank at the end of a path is.
func (c *claimed) blankAfter(t *testing.T, d *finding.Diagnostic, there []*sim.Execution, counts map[string]int) {
	if d.Rule.ID != "read-before-run" || !strings.Contains(d.Message, "blank") || strings.Contains(d.Message, "as a rule") {
		return
	}
	for _, template := range p(*c).TemplatesOf(p(*c).Widget(d.Widget)) {
		for _, r := range template.Refs() {
			if !slices.ContainsFunc([]int{1, 2}, func(i int) bool { return i < len(r.Segments) && r.SegmentPlace(i) == d.At }) {
				continue
			}
			for _, x := range there {
				if last := x.Visits()[len(x.Visits())-1]; last.Name != d.Widget {
					continue // it has gone on, and what it stores counts
				}
				counts["blank"]++
				if text, known := heldNow(x, r); known && text != "" {
					t.Errorf("%s:%d: %s holds %q after %s", c.name, d.Range.Start.Line, r.Reference, text, steps(d.Path))
				}
			}
		}
	}
}

// excuse returns the exception for a path, -1 when there is none.
func (c claimed) excuse(p []finding.Step) int {
	return slices.IndexFunc(untaken, func(u struct{ flow, to, why string }) bool {
		matches, _ := path.Match(u.flow, c.name)
		return matches && slices.Contains(strings.Fields(u.to), p[len(p)-1].Widget)
	})
}

// followable reports whether a path begins at the trigger and leads along what is written.
func (c claimed) followable(way []finding.Step) bool {
	if len(way) < 2 || p(c).Start() == nil || way[0].Widget != p(c).Start().Name {
		return false
	}
	for _, s := range way[:len(way)-1] {
		w := p(c).Widget(s.Widget)
		if w == nil || w.TypeGuessed || w.On(s.Event) == nil || p(c).Only(s.Widget) == nil {
			return false
		}
		for _, t := range w.Transitions {
			if t.Event == s.Event && (t.Dangling() || t.NextNode.Exists() && t.NextNode.Key() != "next" || t.EventGuessed) ||
				slices.ContainsFunc(t.Conditions, func(c flow.Condition) bool { return c.Guessed }) {
				return false
			}
		}
	}
	return true
}

func steps(way []finding.Step) string {
	var parts []string
	for _, s := range way {
		parts = append(parts, s.Widget+" "+s.Event)
	}
	return strings.Join(parts, " → ")
}
