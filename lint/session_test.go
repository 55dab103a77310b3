package lint

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/input"
)

// memory is a file system that no disk has.
type memory struct{ fstest.MapFS }

func (m memory) name(name string) string {
	return strings.TrimPrefix(strings.TrimPrefix(name, "/"), "nowhere/")
}
func (m memory) Open(name string) (fs.File, error)          { return m.MapFS.Open(m.name(name)) }
func (m memory) Stat(name string) (fs.FileInfo, error)      { return m.MapFS.Stat(m.name(name)) }
func (m memory) Lstat(name string) (fs.FileInfo, error)     { return m.MapFS.Stat(m.name(name)) }
func (m memory) ReadDir(name string) ([]fs.DirEntry, error) { return m.MapFS.ReadDir(m.name(name)) }
func (m memory) EvalSymlinks(name string) (string, error)   { return name, nil }

// A counter counts how often rules look at a file.
type counter struct {
	mu    sync.Mutex
	calls []string
}

// watched returns the rules with every call counted.
func (c *counter) watched(rules []*Rule) []*Rule {
	var list []*Rule
	for _, r := range rules {
		w := *r
		w.Check = func(p *Pass) {
			c.mu.Lock()
			c.calls = append(c.calls, r.ID+" "+p.path)
			c.mu.Unlock()
			r.Check(p)
		}
		list = append(list, &w)
	}
	return list
}

// taken returns the calls since it was asked last, sorted.
func (c *counter) taken() string {
	slices.Sort(c.calls)
	s := strings.Join(c.calls, ", ")
	c.calls = nil
	return s
}

func checkSession(t *testing.T, s *Session) *Result {
	t.Helper()
	r, err := s.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Only what a change can have touched is checked again.
func TestSessionChecksWhatChanged(t *testing.T) {
	var c counter
	s := NewSession(Options{Rules: c.watched([]*Rule{ruleTalk, ruleAcross, ruleText})})
	text := func(widgets ...string) []byte { return []byte(flowText("", widgets...)) }
	s.Open(input.FromBytes("a.json", text("one=talk")))
	s.Open(input.FromBytes("b.json", text("two=talk")))
	all := "across a.json, across b.json, talk a.json, talk b.json, text a.json, text b.json"
	first := summary(checkSession(t, s))
	for _, step := range []struct {
		name   string
		change func()
		want   string
	}{
		{"the first time", func() {}, all},
		{"nothing", func() {}, ""},
		{"the same text", func() { s.Change("a.json", text("one=talk")) }, ""},
		{"another text", func() { s.Change("a.json", text("one=talk", "more=talk")) }, "across a.json, across b.json, talk a.json, text a.json"},
		{"a file that is not open", func() { s.Change("c.json", text("one=talk")) }, ""},
		{"a file comes", func() { s.Open(input.FromBytes("c.json", text("one=x"))) }, "across a.json, across b.json, across c.json, talk c.json, text c.json"},
		{"a file goes", func() { s.Close("c.json") }, "across a.json, across b.json"},
		{"as it was", func() { s.Change("a.json", text("one=talk")) }, "across a.json, across b.json, talk a.json, text a.json"},
	} {
		step.change()
		if step.name != "the first time" {
			checkSession(t, s)
		}
		if got := c.taken(); got != step.want {
			t.Errorf("%s: these looked again: %s; want %s", step.name, got, step.want)
		}
	}
	if diff := cmp.Diff(first, summary(checkSession(t, s))); diff != "" {
		t.Errorf("something else is found in the same files: %s", diff)
	}
}

// A check that is cancelled says so and finds nothing; the next one finds everything,
// and does not do again what was done.
func TestSessionCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	stop := &Rule{Rule: finding.Rule{ID: "stop", Severity: finding.Error}, Check: func(p *Pass) {
		if p.path == "b.json" {
			cancel()
			<-p.Context.Done() // as a rule does that looks now and then
			return
		}
		p.Reportf(p.Flow.States.Opening(), "seen")
	}}
	var c counter
	s := NewSession(Options{Rules: c.watched([]*Rule{stop, ruleTalk}), Jobs: 1})
	for _, name := range []string{"a.json", "b.json", "c.json"} {
		s.Open(input.FromBytes(name, []byte(flowText("", "one=talk"))))
	}
	if r, err := s.Check(ctx); !errors.Is(err, context.Canceled) || r != nil {
		t.Fatalf("%v, %v", r, err)
	}
	if got := c.taken(); got != "stop a.json, stop b.json, talk a.json" {
		t.Errorf("these looked: %s", got)
	}
	if _, err := s.Check(ctx); !errors.Is(err, context.Canceled) || c.taken() != "" {
		t.Error("a check that is cancelled from the beginning looks at something")
	}
	// b.json is asked again, whose rule now meets a context that has not ended.
	cancel = func() {}
	soon, end := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer end()
	if _, err := s.Check(soon); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	if got := c.taken(); got != "stop b.json" {
		t.Errorf("these looked again: %s", got)
	}
	s.Close("b.json")
	expect(t, checkSession(t, s), `
a.json:1:72 error seen [stop]
a.json:2:25 warning "one" may not talk [talk] in one
c.json:1:72 error seen [stop]
c.json:2:25 warning "one" may not talk [talk] in one
`)
}

// Whatever was opened, changed, closed and checked before, a session finds what a run
// over the same files finds: ignores in files and configurations included.
func TestSessionFindsWhatARunFinds(t *testing.T) {
	disk := memory{fstest.MapFS{
		config.Name: {Data: []byte("rules: {talk: error}\nignore:\n  - {rule: talk, files: 1.json, reason: x}\n  - {rule: shout, reason: y}\n")},
	}}
	root := files.Root{FS: disk, Dir: "/nowhere"}
	options := Options{Root: root, Rules: testRules, Covered: []string{"."}, Today: today, Jobs: 2}
	options.Configs = config.NewFinder(Data(testRules), root, config.Options{})
	texts := []string{
		flowText("", "one=talk", "two=x"), flowText("", "one=shout", "two=talk softly"), flowText("studiolint-ignore talk one: agreed", "one=talk"),
		flowText("studiolint-ignore talk: in vain", "one=x"), `{"states": [{"type": "x", "transitions": [`, "{}", "no JSON at all",
	}
	random := rand.New(rand.NewPCG(1, 2))
	s := NewSession(options)
	open := []string{}
	for i := range 400 {
		name := fmt.Sprintf("%d.json", random.IntN(5))
		text := texts[random.IntN(len(texts))]
		known := slices.Contains(open, name)
		switch random.IntN(4) {
		case 0:
			if known {
				s.Close(name)
				open = slices.DeleteFunc(open, func(n string) bool { return n == name })
			}
		case 1:
			if !known {
				open = append(open, name)
			}
			disk.MapFS[name] = &fstest.MapFile{Data: []byte(text)}
			s.Open(input.Candidate{Path: name})
		default:
			if known {
				disk.MapFS[name] = &fstest.MapFile{Data: []byte(text)}
				s.Change(name, []byte(text))
				if random.IntN(2) == 0 {
					s.Change(name, nil)
				}
			}
		}
		if random.IntN(3) > 0 {
			continue
		}
		var again []input.Candidate
		for _, n := range open {
			again = append(again, input.Candidate{Path: n})
		}
		want, got := Run(again, options), checkSession(t, s)
		if diff := cmp.Diff(summary(want), summary(got)); diff != "" {
			t.Fatalf("after %d steps: -run +session\n%s", i, diff)
		}
		if want.Files != got.Files || want.Flows != got.Flows || want.Skipped != got.Skipped {
			t.Fatalf("after %d steps: %d %d %d, not %d %d %d", i, got.Files, got.Flows, got.Skipped, want.Files, want.Flows, want.Skipped)
		}
	}
}
