package rules

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/input"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// How many faults of one kind and one thing are planted in one flow. They are
// chosen by a hash of their place, so that each run plants the same; more of them
// find the same weaknesses again.
var (
	perGroup         = flag.Int("faults", 4, "faults of each group that are planted in a flow of testdata")
	perGroupInCorpus = flag.Int("corpus-faults", 2, "the same for a flow of the corpus")
)

// TestMutations plants one fault at a time in real flows and looks whether the
// linter finds it: one new finding, at the place of the fault, as grave as it is.
func TestMutations(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing between goroutines")
	}
	t.Parallel()
	r := mutated(t)
	score := r.score
	t.Logf("%d flows\n%s", r.flows, score)

	all := score.total()
	if all.planted < 1000 {
		t.Errorf("only %d faults were planted", all.planted)
	}
	if all.found != all.planted || all.placed != all.planted || all.severity != all.planted || all.extra > 0 {
		t.Errorf("of %d faults %d are found, %d of them at their place and %d as grave as they are, and %d are found more than once; none of it is among the exceptions:\n%s",
			all.planted, all.found, all.placed, all.severity, all.extra, score.examples())
	}
	if os.Getenv("STUDIOLINT_CORPUS") != "" {
		for _, e := range score.unused() {
			t.Errorf("no fault needs the exception %s", e)
		}
	}
}

// A mutationRun is what has come of the faults that were planted.
type mutationRun struct {
	flows     int
	score     *score
	survivors *survivors
	problems  []error
}

// planted makes the run for the tests that ask for it, once.
var planted struct {
	once sync.Once
	run  mutationRun
}

// mutated plants the faults, if no other test has.
func mutated(t *testing.T) *mutationRun {
	r := &planted.run
	planted.once.Do(func() {
		texts := mutationTexts(t)
		*r = mutationRun{flows: len(texts), score: newScore(), survivors: newSurvivors()}
		each(texts, func(s flowText) { mutate(s, r) })
	})
	for _, err := range r.problems {
		t.Error(err)
	}
	return r
}

// fails notes what should not happen whatever is wrong with a flow.
func (r *mutationRun) fails(err error) {
	r.score.mu.Lock()
	defer r.score.mu.Unlock()
	r.problems = append(r.problems, err)
}

// A flowText is one definition as a text of its own.
type flowText struct {
	path string
	text []byte
	most int // faults of each group
}

// mutationTexts returns the good flows of testdata, and the corpus when there is
// one.
func mutationTexts(t *testing.T) []flowText {
	texts := flowTexts(t, "../testdata/flows/good", *perGroup)
	if len(texts) == 0 {
		t.Fatal("there are no flows")
	}
	if corpus := os.Getenv("STUDIOLINT_CORPUS"); corpus != "" {
		texts = append(texts, flowTexts(t, corpus, *perGroupInCorpus)...)
	}
	return texts
}

// flowTexts returns the definitions in a folder, also those that stand in a
// resource or in a string.
func flowTexts(t *testing.T, folder string, most int) []flowText {
	candidates, problems := input.Find([]string{folder}, input.FindOptions{Root: files.Here()})
	for _, p := range problems {
		t.Error(p)
	}
	var texts []flowText
	for _, c := range candidates {
		f, err := c.Load(files.Here())
		if err != nil {
			t.Error(err)
			continue
		}
		if f == nil {
			continue
		}
		for _, d := range f.Documents {
			if d.Kind != input.Legacy && d.Definition.Exists() {
				texts = append(texts, flowText{filepath.Base(c.Path), bytes.Clone(d.Definition.Raw()), most})
			}
		}
	}
	return texts
}

func flowOf(s flowText) *flow.Flow {
	return flow.New(source.Parse(s.path, s.text).Root(), schemas.Catalogue{})
}

func mutate(s flowText, r *mutationRun) {
	before := lintText(s.path, s.text)
	for _, problem := range before.Problems {
		r.fails(problem)
	}
	definition := flowOf(s)
	nothing := func(n source.Node, least finding.Severity) bool {
		span := n.Span()
		if key := n.KeySpan(); key.Len() > 0 {
			span.Start = key.Start
		}
		return !slices.ContainsFunc(before.Diagnostics, func(d *finding.Diagnostic) bool {
			return d.Severity >= least && span.Start <= d.Range.Start.Offset && d.Range.Start.Offset < span.End
		})
	}
	p := planter{
		flow: definition, text: s.text,
		clean: func(n source.Node) bool { return nothing(n, finding.Error) },
		bare:  func(n source.Node) bool { return nothing(n, finding.Note) },
	}
	faults := sample(p.plant(), s.most)
	for i := range faults {
		m := &faults[i]
		text := m.apply(s.text)
		after := lintText(s.path, text)
		for _, problem := range after.Problems {
			r.fails(fmt.Errorf("%s %s: %w\n%s", m.what, m.kind, problem, m.context(s.text)))
		}
		r.score.count(s, m, m.judge(before.Diagnostics, after.Diagnostics))
		r.survivors.count(s, definition, m, before.Diagnostics, after.Diagnostics)
	}
}

// sample keeps some faults of each group.
func sample(all []fault, most int) []fault {
	groups := map[string][]fault{}
	for _, m := range all {
		groups[m.group()] = append(groups[m.group()], m)
	}
	var kept []fault
	for _, group := range groups {
		slices.SortStableFunc(group, func(a, b fault) int { return cmp.Compare(a.hash(), b.hash()) })
		kept = append(kept, group[:min(most, len(group))]...)
	}
	return kept
}

func (m *fault) group() string { return m.kind + " " + m.what }

func (m *fault) hash() uint32 {
	h := fnv.New32a()
	for _, e := range m.edits {
		fmt.Fprint(h, e.at.Start, e.text)
	}
	return h.Sum32()
}

// each calls f for every flow, two at a time, the longest first so that no long one
// is left for the end.
func each(texts []flowText, f func(flowText)) {
	texts = slices.Clone(texts)
	slices.SortStableFunc(texts, func(a, b flowText) int { return len(b.text) - len(a.text) })
	var wg sync.WaitGroup
	next := make(chan flowText)
	for range 2 {
		wg.Go(func() {
			for s := range next {
				f(s)
			}
		})
	}
	for _, s := range texts {
		next <- s
	}
	close(next)
	wg.Wait()
}
