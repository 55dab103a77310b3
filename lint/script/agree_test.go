package script

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
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
	if os.Getenv("STUDIOLINT_LONG") != "" {
		walks = 100_000
	}
	flows := claims(t)
	each := max(walks/len(flows), 1)
	told, checked := map[string]bool{}, 0
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
		watch := func(x *sim.Execution, p *sim.Program, at *flow.Widget) {
			for _, template := range p.Flow.TemplatesOf(at) {
				for _, r := range template.Refs() {
					checked++
					contradiction(held.At(r), x, r, disagree)
				}
			}
		}
		for range each {
			x := w.walk(random, 60, watch)
			if x == nil {
				break
			}
			for _, v := range x.Visits() {
				if never.widgets[v.Widget] || !p(c).Reachable(v.Widget) {
					disagree("%s is visited, and never runs", v.Name)
				}
				if never.branches[v.Taken] {
					disagree("%s takes branch %d, which is never reached", v.Name, v.Taken.Index)
				}
			}
		}
	}
	t.Logf("%d flows, %d walks each, %d values", len(flows), each, checked)
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
}

func (c claimed) never() nevers {
	n := nevers{map[*flow.Widget]bool{}, map[*flow.Transition]bool{}}
	for _, d := range c.found {
		switch d.Rule.ID {
		case "unreachable-widget":
			if w := p(c).Widget(d.Widget); w != nil {
				n.widgets[w] = true
			}
		case "shadowed-condition":
			if !strings.Contains(d.Message, "is never reached") {
				continue // an entry of a list, or to the same place
			}
			for t := range p(c).Transitions() {
				if strings.HasPrefix(d.Pointer+"/", t.Node.Pointer()+"/") {
					n.branches[t] = true
				}
			}
		}
	}
	return n
}

// untaken are the paths of the archives' findings that no execution takes, with the reason.
var untaken = map[string]string{
	"endless-loop.txtar/bad_outer_circle.json":    "the path leaves out the rounds of a circle within, which counts to five",
	"stuck-counter.txtar/good_inner_counter.json": "the path leaves out the rounds of a circle within, which counts to five",
	"flex-without-contact.txtar/good_reply.json":  "the path takes a branch on trigger.call, which a request does not fill: the rule's witness does not look at that",
	"unknown-output.txtar/good-open.json":         "the split reads an output that nobody knows",
	"voice-without-call.txtar/bad_ivr.json":       "the path leads through a widget that needs a call, without one: what Studio does there is not documented",
}

// A path that proves a finding can be taken, and a loop that is said not to end reaches one
// of Studio's limits.
func TestWitnessesCanBeTaken(t *testing.T) {
	counts := map[string]int{}
	for _, c := range claims(t) {
		w := newWalker(c.program)
		for _, d := range c.found {
			if !c.followable(d.Path) {
				continue
			}
			archived := strings.Contains(c.name, ".txtar/")
			counts["paths"]++
			there := w.follows(d.Path)
			switch {
			case len(there) > 0:
			case archived && untaken[c.name] == "":
				t.Errorf("%s:%d: %s: no execution was found that takes %s", c.name, d.Range.Start.Line, d.Rule.ID, steps(d.Path))
			default:
				counts["not taken"]++
				t.Logf("%s:%d: %s: no execution was found that takes %s", c.name, d.Range.Start.Line, d.Rule.ID, steps(d.Path))
			}
			if d.Rule.ID != "endless-loop" || len(there) == 0 {
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
	if counts["not taken"]*20 > counts["paths"] {
		t.Errorf("%d of %d paths cannot be taken", counts["not taken"], counts["paths"])
	}
}

// followable reports whether a path begins at the trigger and leads along what is written.
func (c claimed) followable(path []finding.Step) bool {
	if len(path) < 2 || p(c).Start() == nil || path[0].Widget != p(c).Start().Name {
		return false
	}
	for _, s := range path[:len(path)-1] {
		w := p(c).Widget(s.Widget)
		if w == nil || w.On(s.Event) == nil || p(c).Only(s.Widget) == nil {
			return false
		}
		for _, t := range w.Transitions {
			if t.Event == s.Event && (t.Dangling() || t.NextNode.Exists() && t.NextNode.Key() != "next") {
				return false
			}
		}
	}
	return true
}

func steps(path []finding.Step) string {
	var parts []string
	for _, s := range path {
		parts = append(parts, s.Widget+" "+s.Event)
	}
	return strings.Join(parts, " → ")
}
