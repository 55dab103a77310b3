package rules

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// A copied flow is one whose widgets, all but the trigger, stand in a flow many times, behind one split.
type copied struct {
	start   string   // the name of the trigger
	trigger string   // itself, leading to the split
	first   []string // the widgets to which it led
	states  string   // all but the trigger, with a nameMark behind each of their names
}

// nameMark is where the number of the copy is put.
const nameMark = "\x01"

// copyOf reads a flow of an archive; ok is false for what is no flow with widgets.
func copyOf(text []byte) (c copied, ok bool) {
	type transition struct {
		Event string `json:"event"`
		Next  string `json:"next"`
	}
	type widget struct {
		Name        string       `json:"name"`
		Type        string       `json:"type"`
		Transitions []transition `json:"transitions"`
	}
	var f struct {
		States  []json.RawMessage `json:"states"`
		Initial string            `json:"initial_state"`
	}
	if json.Unmarshal(text, &f) != nil || len(f.States) < 2 {
		return c, false
	}
	names := map[string]bool{}
	widgets := make([]widget, len(f.States))
	for i, raw := range f.States {
		if json.Unmarshal(raw, &widgets[i]) != nil || widgets[i].Name == "" || names[widgets[i].Name] {
			return c, false
		}
		names[widgets[i].Name] = true
	}
	var others []string
	for i, w := range widgets {
		if w.Name != f.Initial || w.Type != "trigger" {
			others = append(others, marked(string(f.States[i]), names, f.Initial))
			continue
		}
		var events []string
		for _, t := range w.Transitions {
			event := fmt.Sprintf(`{"event": %q}`, t.Event)
			if names[t.Next] {
				event = fmt.Sprintf(`{"event": %q, "next": "hub"}`, t.Event)
				if !slices.Contains(c.first, t.Next) {
					c.first = append(c.first, t.Next)
				}
			}
			events = append(events, event)
		}
		c.trigger = fmt.Sprintf(`{"name": %q, "type": "trigger", "properties": {}, "transitions": [%s]}`, w.Name, strings.Join(events, ", "))
	}
	c.states, c.start = strings.Join(others, ",\n"), f.Initial
	return c, len(c.first) > 0
}

var (
	nameMember = regexp.MustCompile(`("(?:name|next)"\s*:\s*")([^"\\]*)"`)
	nameInText = regexp.MustCompile(`(widgets(?:\.|\[\\?['"]))([A-Za-z0-9_-]+)`)
)

// marked puts a mark behind each name of a widget.
func marked(text string, names map[string]bool, but string) string {
	text = nameMember.ReplaceAllStringFunc(text, func(s string) string {
		m := nameMember.FindStringSubmatch(s)
		if !names[m[2]] || m[2] == but {
			return s
		}
		return m[1] + m[2] + nameMark + `"`
	})
	return nameInText.ReplaceAllStringFunc(text, func(s string) string {
		m := nameInText.FindStringSubmatch(s)
		if !names[m[2]] || m[2] == but {
			return s
		}
		return s + nameMark
	})
}

// times writes a flow with so many copies behind one split.
func (c copied) times(n int) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, `{"description": "", "initial_state": %q, "flags": {"allow_concurrent_calls": true}, "states": [%s,
{"name": "hub", "type": "split-based-on", "properties": {"input": "{{trigger.parent.parameters.n}}"}, "transitions": [{"event": "noMatch"}`, c.start, c.trigger)
	for i := range n * len(c.first) {
		fmt.Fprintf(&b, `,
{"event": "match", "next": "%s_%d", "conditions": [{"friendly_name": "n %d", "arguments": ["{{trigger.parent.parameters.n}}"], "type": "equal_to", "value": "%d"}]}`, c.first[i%len(c.first)], i/len(c.first), i, i)
	}
	b.WriteString("]}")
	for i := range n {
		b.WriteString(",\n")
		b.WriteString(strings.ReplaceAll(c.states, nameMark, fmt.Sprintf("_%d", i)))
	}
	b.WriteString("]}\n")
	return []byte(b.String())
}

// By how much more four times as many copies may take. What the processor does grows a little faster than the copies by
// itself, for a flow soon is larger than what is near to it, the more so on a busy machine; the square of them would be
// 16.
const (
	steepestMemory = 5.5
	steepestTime   = 8
)

// copiesShare says which flows one process looks at: "1/4" are the second of every four.
const copiesShare = "STUDIOLINT_COPIES"

// TestCopies has every flow of the archives stand in one flow many times, and looks whether the work grows faster than
// their number: then something walks all widgets for each widget. It takes a minute or two of all processors, so .ci/run
// alone asks for it. Each processor has a process of its own, since what is allocated is counted for a whole process.
func TestCopies(t *testing.T) {
	if os.Getenv("STUDIOLINT_GROWTH") != "1" {
		t.Skip("STUDIOLINT_GROWTH=1 runs it")
	}
	if share := os.Getenv(copiesShare); share != "" {
		var index, of int
		if _, err := fmt.Sscanf(share, "%d/%d", &index, &of); err != nil {
			t.Fatalf("%s=%s: %v", copiesShare, share, err)
		}
		copiesGrow(t, index, of)
		return
	}
	var all sync.WaitGroup
	processes := runtime.NumCPU()
	for i := range processes {
		all.Go(func() {
			cmd := exec.Command(os.Args[0], "-test.run=^TestCopies$", "-test.timeout=20m")
			cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d/%d", copiesShare, i, processes))
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("share %d of %d: %v\n%s", i, processes, err, out)
			}
		})
	}
	flows := 0
	copies(t, func(string, copied) { flows++ })
	if flows < 2000 {
		t.Errorf("there are only %d flows", flows)
	}
	all.Wait()
}

// copies goes over the flows of the archives that can be copied.
func copies(t *testing.T, each func(name string, c copied)) {
	for _, a := range archives(t) {
		folder, _ := a.extract(t)
		files := folder.FS.(memory).MapFS
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if c, ok := copyOf(files[name].Data); ok {
				each(a.id()+"/"+name, c)
			}
		}
	}
}

// copiesGrow looks at a share of the flows: a few copies first, and more of what may be steep.
func copiesGrow(t *testing.T, index, of int) {
	runtime.LockOSThread() // whose time is looked at
	defer runtime.UnlockOSThread()
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // when it comes is chance
	flow := -1
	copies(t, func(name string, c copied) {
		if flow++; flow%of != index {
			return
		}
		for _, look := range []struct {
			few, runs    int
			memory, time float64 // up to which the work is no reason to look again
		}{{12, 1, 4.3, 4.6}, {20, 1, 4.8, 4.8}, {40, 2, steepestMemory, steepestTime}} {
			if g := c.growth(look.few, 4*look.few, look.runs); g.memory <= look.memory && g.time <= look.time {
				return
			}
		}
		if g := c.growth(80, 320, 3); g.memory > steepestMemory || g.time > steepestTime {
			t.Errorf("%s: %s", name, g.said)
		}
	})
}

// A copiedGrowth is by how much more many copies take than a quarter of them; 0 for what is too little to tell.
type copiedGrowth struct {
	time, memory float64
	said         string
}

// growth returns it for the least work of some runs.
func (c copied) growth(few, many, runs int) (g copiedGrowth) {
	const littleTime, littleMemory = 6 * time.Millisecond, 2 << 20
	first, last := workOn(c.times(few), runs), workOn(c.times(many), runs)
	if last.cpu > littleTime {
		g.time = float64(last.cpu) / float64(first.cpu)
	}
	if last.bytes > littleMemory {
		g.memory = float64(last.bytes) / float64(first.bytes)
	}
	g.said = fmt.Sprintf("%d copies take %v and %d kB, %d take %v and %d kB: %.1f and %.1f times as much, where 4 is expected",
		few, first.cpu, first.bytes>>10, many, last.cpu, last.bytes>>10, g.time, g.memory)
	return g
}

type work struct {
	cpu   time.Duration
	bytes uint64 // allocated
}

// workOn returns the least work of some runs on a flow.
func workOn(text []byte, runs int) work {
	const enough = 96 << 20 // of memory that nothing needs any more
	var before, after runtime.MemStats
	least := work{math.MaxInt64, math.MaxUint64}
	for range runs {
		runtime.ReadMemStats(&before)
		if before.HeapAlloc > enough {
			runtime.GC()
			runtime.ReadMemStats(&before)
		}
		start := spent()
		lintText("flow.json", text)
		least.cpu = min(least.cpu, spent()-start)
		runtime.ReadMemStats(&after)
		least.bytes = min(least.bytes, after.TotalAlloc-before.TotalAlloc)
	}
	return least
}
