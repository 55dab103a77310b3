package lint

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"studiolint/lint/accept"
	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/input"
)

// A keeper is a sink that keeps what it is given.
type keeper struct{ found []*finding.Diagnostic }

func (k *keeper) Render(found []*finding.Diagnostic) (kept any, size int) { return found, 0 }
func (k *keeper) Take(kept any)                                           { k.found = append(k.found, kept.([]*finding.Diagnostic)...) }

// streamed is what a stream finds, as Run returns it.
func streamed(candidates []input.Candidate, o Options) *Result {
	var k keeper
	r := Stream(candidates, o, &k)
	r.Diagnostics, r.Dropped = k.found, finding.Totals{}
	return r
}

// ruleRelated tells with which other documents a flow has to do.
var ruleRelated = &Rule{Rule: finding.Rule{ID: "related", Severity: finding.Note, AcrossFiles: true}, Check: func(p *Pass) {
	at := p.Flow.States.Opening()
	for _, c := range p.Project.Calls(p.Document) {
		for _, target := range c.Targets {
			p.Reportf(at, "runs %s with %d widgets", target.Label(), len(target.Flow.Widgets))
		}
		if n, first := p.Project.InCircle(c); n > 0 {
			p.Reportf(at, "in a circle of %d from %s", n, first.Label())
		}
		if p.Project.KnowsOther(p.Document) {
			p.Reportf(at, "others are known")
		}
	}
	for _, c := range p.Project.Callers(p.Document) {
		p.Reportf(at, "is run by %s, before it: %t", c.From.Label(), p.Project.Place(c.From) < p.Project.Place(p.Document))
	}
	for _, s := range p.Project.FlexStarts(p.Document) {
		p.Reportf(at, "is started by %s", s.ChannelType)
	}
	if twin := p.Project.Twin(p.Document); twin != nil {
		p.Reportf(at, "differs from %s", twin.File.Source.Path)
	}
}}

// relatedFlow is a flow of a random kind that may have to do with others.
func relatedFlow(random *rand.Rand, i int) string {
	sid := func() string { return fmt.Sprintf("FW0123456789abcdef0123456789abcd%02d", random.IntN(12)) }
	text := flowText("", "one=talk", fmt.Sprintf("w%d=shout", i))
	if random.IntN(3) == 0 {
		text = strings.Replace(text, `"states": [`, `"states": [{"name": "sub", "type": "run-subflow", "transitions": [], "properties": {"flow_sid": "`+sid()+`"}},`, 1)
	}
	if random.IntN(8) == 0 {
		text = strings.Replace(text, `"description": ""`, `"description": "studiolint-ignore `+[]string{"talk", "shout one"}[random.IntN(2)]+`: agreed, see `+sid()+`"`, 1)
	}
	switch random.IntN(6) {
	case 0, 1:
		text = fmt.Sprintf("{\"sid\" \n:\t%q, \"revision\": %d, \"definition\": %s}", sid(), random.IntN(2), text)
	case 2:
		text = fmt.Sprintf(`{"\u0073id": %q, "definition": %s}`, sid(), text)
	case 4:
		text = fmt.Sprintf("{\"sid\" /* ours */ : // this one\n%q, \"definition\": %s,}", sid(), text)
	case 3:
		text = fmt.Sprintf(`{"sid": "FO0123456789abcdef0123456789abcdef", "channel_type": "sms", "integration_type": "studio", "integration": {"flow_sid": %q}}`, sid())
	}
	return text
}

// A stream, which keeps next to nothing, finds what a run finds that has everything at
// hand: whichever files have to do with each other, and however little may wait.
func TestStreamFindsWhatARunFinds(t *testing.T) {
	defer func(most int) { maxWaiting = most }(maxWaiting)
	random := rand.New(rand.NewPCG(3, 4))
	rules := []*Rule{ruleText, ruleKind, ruleTalk, ruleShout, ruleRelated, ruleUnused}
	related := 0
	for round := range 150 {
		disk := memory{fstest.MapFS{}}
		var list []input.Candidate
		for i := range 1 + random.IntN(12) {
			name := fmt.Sprintf("%s%d.json", []string{"", "sub/"}[random.IntN(2)], i)
			text := relatedFlow(random, i)
			switch random.IntN(12) {
			case 0:
				text = "{}"
			case 1:
				text = text[:len(text)/2]
			}
			disk.MapFS[name] = &fstest.MapFile{Data: []byte(text)}
			list = append(list, input.Candidate{Path: name, Named: random.IntN(2) == 0})
		}
		if random.IntN(2) == 0 {
			disk.MapFS["sub/"+config.Name] = &fstest.MapFile{Data: []byte("ignore:\n  - {rule: talk, files: 1.json, reason: x}\n  - {rule: shout, reason: y}\n" +
				"subflows: {FW0123456789abcdef0123456789abcd03: 3.json, FW0123456789abcdef0123456789abcd04: ../4.json}\n" +
				"flex: {flex-flows: [{channel-type: web, flow: 5.json}, {channel-type: sms, flow: FW0123456789abcdef0123456789abcd01}]}\n")}
		}
		root := files.Root{FS: disk, Dir: "/nowhere"}
		o := Options{Root: root, Rules: rules, Covered: []string{"."}, Today: today}
		o.Configs = config.NewFinder(Data(rules), root, config.Options{})
		if random.IntN(3) == 0 {
			o.Baseline = accept.NewBaseline(root, "base.json", "", Run(list[:1], o).Diagnostics)
		}
		want := Run(list, o)
		related += strings.Count(summary(want), "[related]")
		for _, o.Jobs = range []int{1, 2, 8} {
			maxWaiting = random.IntN(2) * 1000
			got := streamed(list, o)
			if diff := cmp.Diff(summary(want), summary(got)); diff != "" {
				t.Fatalf("round %d, %d jobs: -run +stream\n%s", round, o.Jobs, diff)
			}
			if want.Files != got.Files || want.Flows != got.Flows || want.Skipped != got.Skipped {
				t.Fatalf("round %d: %d %d %d, not %d %d %d", round, got.Files, got.Flows, got.Skipped, want.Files, want.Flows, want.Skipped)
			}
			for i, f := range want.Run.Files {
				if diff := cmp.Diff(ran(f), ran(got.Run.Files[i])); diff != "" {
					t.Fatalf("round %d, %s: %s", round, f.Path, diff)
				}
			}
		}
	}
	if related < 100 {
		t.Errorf("hardly any file has to do with another: %d findings", related)
	}
}

// Standard input may go by the name of a file that is checked too.
func TestStreamOfOneName(t *testing.T) {
	list := candidates(file{"a.json", flowText("", "one=talk")}, file{"b.json", flowText("", "one=talk")}, file{"a.json", flowText("", "one=talk", "two=shout")})
	o := Options{Rules: testRules[:3]}
	if diff := cmp.Diff(summary(Run(list, o)), summary(streamed(list, o))); diff != "" {
		t.Error(diff)
	}
	var calls atomic.Int64
	Stream(list, o, sinkFunc(func([]*finding.Diagnostic) int { calls.Add(1); return 0 }))
	if calls.Load() != 1 {
		t.Errorf("findings of files of one name come in %d parts", calls.Load())
	}
}

// A sinkFunc says how much waits of the findings of a file.
type sinkFunc func([]*finding.Diagnostic) int

func (f sinkFunc) Render(found []*finding.Diagnostic) (kept any, size int) {
	return len(found), f(found)
}
func (sinkFunc) Take(any) {}

// Nobody runs far ahead of a file that takes long, nor of a reader that does.
func TestStreamWaits(t *testing.T) {
	const each = 1 << 20 // bytes that wait of a file
	const jobs = 3
	texts := make([]file, 60)
	batch := len(texts) / (4 * jobs) // what a job takes together at first
	most := maxWaiting/each + jobs*batch
	var (
		begun atomic.Int64
		ahead atomic.Int64
		slow  sync.WaitGroup
	)
	for i := range texts {
		texts[i] = file{fmt.Sprintf("%02d.json", i), flowText("", "one=talk")}
	}
	slow.Add(1)
	rule := &Rule{Rule: finding.Rule{ID: "slow", Severity: finding.Error}, Check: func(p *Pass) {
		p.Reportf(p.Flow.States.Opening(), "seen")
		if p.path == "00.json" {
			slow.Wait()
		}
		begun.Add(1)
	}}
	go func() {
		for last := int64(-1); begun.Load() == 0 || begun.Load() != last; time.Sleep(50 * time.Millisecond) {
			last = begun.Load()
		}
		ahead.Store(begun.Load())
		slow.Done()
	}()
	r := Stream(candidates(texts...), Options{Rules: []*Rule{rule}, Jobs: jobs}, sinkFunc(func([]*finding.Diagnostic) int { return each }))
	if n := int(ahead.Load()); n > most || n == 0 {
		t.Errorf("%d files were checked while the first was; at most %d may be", n, most)
	}
	if n := r.Totals().All(); n != len(texts) {
		t.Errorf("%d findings", n)
	}
}

// What is left of a run does not grow with what the files hold.
func TestStreamKeepsNothing(t *testing.T) {
	kept := func(n, size int) int {
		var list []input.Candidate
		disk := memory{fstest.MapFS{}}
		for i := range n {
			name := fmt.Sprintf("%d.json", i)
			disk.MapFS[name] = &fstest.MapFile{Data: []byte(flowText(strings.Repeat("x", size), fmt.Sprintf("one%d=talk", i)))}
			list = append(list, input.Candidate{Path: name})
		}
		// Between the files, what is alive beside their texts is measured.
		alive := func() int {
			var m runtime.MemStats
			runtime.GC()
			runtime.GC() // what is kept to be used again goes with the second
			runtime.ReadMemStats(&m)
			return int(m.HeapAlloc)
		}
		texts, most := alive(), 0
		Stream(list, Options{Root: files.Root{FS: disk, Dir: "/nowhere"}, Rules: testRules, Jobs: 1}, sinkFunc(func(found []*finding.Diagnostic) int {
			if strings.HasSuffix(found[0].File, "00.json") {
				most = max(most, alive())
			}
			return 0
		}))
		return most - texts
	}
	kept(200, 50_000) // what is built at its first use is not of the files
	small, large := kept(200, 100), kept(200, 50_000)
	if grown := large - small; grown > 1<<20 {
		t.Errorf("with 10 MB of text instead of 20 KB, %d KB more are kept", grown>>10)
	}
}

// ran returns the rules that looked at a file: none where there was nothing to look at.
func ran(f *accept.File) map[string]bool {
	if f.Ran == nil {
		return map[string]bool{}
	}
	return f.Ran()
}

func TestShares(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7, 100, 1001} {
		for _, jobs := range []int{1, 2, 5} {
			var (
				mu     sync.Mutex
				seen   = make([]int, n)
				longer int
			)
			shares(n, jobs, func(from, to int) {
				mu.Lock()
				defer mu.Unlock()
				if to-from > batchFiles {
					longer++
				}
				for i := from; i < to; i++ {
					seen[i]++
				}
			})
			for i, times := range seen {
				if times != 1 {
					t.Errorf("%d of %d files with %d jobs: taken %d times", i, n, jobs, times)
				}
			}
			if longer > 0 {
				t.Errorf("%d files, %d jobs: %d shares are larger than a batch", n, jobs, longer)
			}
		}
	}
}
