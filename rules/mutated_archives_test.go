package rules

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"hash/fnv"
	"iter"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/report"
	"studiolint/lint/source"
)

var (
	mangledEach = flag.Int("mangled", 0, "mangled copies of each flow of the archives; 0 for one of every sixteenth flow")
	mangledSeed = flag.Uint64("mangled-seed", 1, "what the copies depend on")
)

// TestMangledArchives lints flows of the archives after something in them was taken out, doubled, exchanged or broken,
// whatever comes of it: no rule panics, none hangs or takes much longer than with the flow as it was, what is found is
// in order and points into the text, and a second run finds the same. A failure prints the flow. STUDIOLINT_GROWTH=1
// takes all flows, -mangled=N each of them N times.
func TestMangledArchives(t *testing.T) {
	t.Parallel()
	copies, step := *mangledEach, 1
	switch {
	case copies > 0:
	case os.Getenv("STUDIOLINT_GROWTH") == "1":
		copies = 4
	default:
		copies, step = 1, 16
	}
	flows := archivedFlows(t)
	var some []flowText
	for i := int(*mangledSeed) % step; i < len(flows); i += step {
		some = append(some, flows[i])
	}
	if len(some) < 100 {
		t.Errorf("only %d flows are looked at", len(some))
	}
	each(some, func(s flowText) {
		runtime.LockOSThread() // whose time is looked at
		defer runtime.UnlockOSThread()
		like := lintMangled(t, s.text)
		for n := range copies {
			h := fnv.New64a()
			fmt.Fprint(h, s.path, n)
			m := mangler{rand.New(rand.NewPCG(*mangledSeed, h.Sum64()))}
			text, done := m.mangle(s.text)
			name := fmt.Sprintf("%s, copy %d (%s)", s.path, n, strings.Join(done, ", "))
			checkMangled(t, name, text, like)
		}
	})
}

// hangs is after how long nobody waits for a run any more. It is long: the machine may be busy.
const hangs = time.Minute

// A mangledRun is what linting a flow has found, and how long it took.
type mangledRun struct {
	*lint.Result
	size int
	took time.Duration
}

// lintMangled lints a flow with all rules, those too that are off by choice. Where that never ends, the process does,
// with the flow and with where it was.
func lintMangled(t *testing.T, text []byte) mangledRun {
	t.Helper()
	hung := time.AfterFunc(hangs, func() {
		fmt.Fprintf(os.Stderr, "%s: this flow takes more than %v:\n%s\n", t.Name(), hangs, text)
		panic("a rule hangs")
	})
	defer hung.Stop()
	start := spent()
	r := lintText("flow.json", text, ids()...)
	return mangledRun{r, len(text), spent() - start}
}

// ids are those of all rules.
func ids() (list []string) {
	for _, r := range every() {
		list = append(list, r.ID)
	}
	return list
}

// checkMangled checks what is found in a mangled flow. Like is what was found before.
func checkMangled(t *testing.T, name string, text []byte, like mangledRun) {
	t.Helper()
	fails := func(format string, args ...any) {
		t.Helper()
		t.Errorf("%s: %s\n%s", name, fmt.Sprintf(format, args...), text)
	}
	first := lintMangled(t, text)
	for _, p := range first.Problems {
		var failed *finding.InternalError
		if errors.As(p, &failed) { // else it is no flow any more
			fails("%v\n%s", failed, failed.Stack)
		}
	}
	if err := misplaced(text, first.Diagnostics); err != nil {
		fails("%v", err)
	}
	second := lintMangled(t, text)
	if a, b := inJSON(t, first.Result), inJSON(t, second.Result); !bytes.Equal(a, b) {
		fails("a second run finds something else:\n%s\n%s", a, b)
	}
	// What is begun in vain, as a look at where a text goes on, may take several times as long.
	const alone, times = 50 * time.Millisecond, 8
	most := alone + times*like.took*time.Duration(max(len(text), like.size))/time.Duration(like.size)
	took := min(first.took, second.took)
	for range 3 {
		if took > most {
			took = min(took, lintMangled(t, text).took)
		}
	}
	if took > most {
		fails("it takes %v, and before it was mangled %v", took, like.took)
	}
}

// misplaced returns what is wrong with the places of findings, or with their order.
func misplaced(text []byte, found []*finding.Diagnostic) error {
	inOrder := slices.Clone(found)
	if finding.Sort(inOrder); !slices.Equal(inOrder, found) {
		return fmt.Errorf("the findings are not in order")
	}
	for _, d := range found {
		for what, r := range rangesOf(d) {
			if r.Start.Offset > r.End.Offset || !isPlace(text, r.Start) || !isPlace(text, r.End) {
				return fmt.Errorf("%s [%s] has %s at %+v", d.Message, d.Rule.ID, what, r)
			}
		}
		if d.Message == "" || len(d.Message) > 2000 && d.Rule.ID != "resource-fields" { // that repeats what Twilio says
			return fmt.Errorf("the message is %.2000q [%s]", d.Message, d.Rule.ID)
		}
	}
	return nil
}

// rangesOf yields the ranges of a finding, and what each is for.
func rangesOf(d *finding.Diagnostic) iter.Seq2[string, source.Range] {
	return func(yield func(string, source.Range) bool) {
		if !yield("its place", d.Range) {
			return
		}
		for _, r := range d.Related {
			if !yield("its related place ("+r.Message+")", r.Range) {
				return
			}
		}
		for _, f := range d.Fixes {
			for _, e := range f.Edits {
				if !yield("an edit ("+f.Title+")", e.Range) {
					return
				}
			}
		}
	}
}

// isPlace reports whether a position is one of a text: its line is that of its offset, and no letter is cut.
func isPlace(text []byte, p source.Position) bool {
	if p.Offset < 0 || p.Offset > len(text) || p.Column < 1 {
		return false
	}
	return p.Line == 1+bytes.Count(text[:p.Offset], []byte("\n")) &&
		(p.Offset == len(text) || utf8.RuneStart(text[p.Offset]))
}

// inJSON is a report with all there is about each finding.
func inJSON(t *testing.T, r *lint.Result) []byte {
	t.Helper()
	format, _ := report.Find("json")
	var out bytes.Buffer
	if err := format.Write(&out, &r.Result, report.Options{}); err != nil {
		t.Error(err)
	}
	return out.Bytes()
}

// A mangler breaks flows by chance.
type mangler struct{ *rand.Rand }

// mangle changes a flow in a few places. It says what it did, in order.
func (m mangler) mangle(text []byte) (mangled []byte, done []string) {
	kinds := []struct {
		name string
		do   func(broken) []edit
	}{
		{"removed", m.removed}, {"doubled", m.doubled}, {"exchanged", m.exchanged}, {"of another type", m.retyped},
		{"an extreme", m.extreme}, {"led elsewhere", m.ledElsewhere}, {"renamed", m.renamed}, {"Liquid", m.liquid},
		{"a state twice", m.stateTwice}, {"borrowed", m.borrowed}, {"a word", m.word},
	}
	for range 1 + m.IntN(4) {
		b := newBroken(text)
		if len(b.nodes) == 0 {
			break
		}
		k := kinds[m.IntN(len(kinds))]
		if edits := k.do(b); len(edits) > 0 {
			text = (&fault{edits: inOrder(edits...)}).apply(text)
			done = append(done, k.name)
		}
	}
	return text, done
}

// A broken flow is one that is about to be: its nodes but the root, and among them the ones that break most.
type broken struct {
	nodes, texts, names, nexts, states []source.Node
}

func newBroken(text []byte) (b broken) {
	file := source.Parse("flow.json", text)
	for i := 1; file.Node(i).Exists(); i++ {
		n := file.Node(i)
		b.nodes = append(b.nodes, n)
		if n.Parent().Key() == "states" {
			b.states = append(b.states, n)
		}
		switch {
		case !n.IsString():
		case n.Key() == "next":
			b.nexts = append(b.nexts, n)
		case n.Key() == "name" && n.Parent().Parent().Key() == "states":
			b.names = append(b.names, n)
		default:
			b.texts = append(b.texts, n)
		}
	}
	return b
}

// one returns any of a list, absent when that is empty.
func (m mangler) one(list []source.Node) source.Node {
	if len(list) == 0 {
		return source.Node{}
	}
	return list[m.IntN(len(list))]
}

func (m mangler) removed(b broken) []edit { return []edit{remove(m.one(b.nodes))} }

func (m mangler) doubled(b broken) []edit {
	n := m.one(b.nodes)
	if n.Parent().IsArray() {
		return []edit{repeatElement(n)}
	}
	return []edit{writeTwice(n)}
}

// exchanged puts each of two values in the place of the other.
func (m mangler) exchanged(b broken) []edit {
	list := b.nodes
	if m.IntN(2) == 0 {
		list = b.texts
	}
	one, other := m.one(list), m.one(list)
	if one.Span().Start < other.Span().End && other.Span().Start < one.Span().End {
		return nil // one holds the other
	}
	return []edit{replace(one, string(other.Raw())), replace(other, string(one.Raw()))}
}

func (m mangler) retyped(b broken) []edit {
	return []edit{replace(m.one(b.nodes), anything[m.IntN(len(anything))])}
}

// extreme makes a value as large, small, long or empty as can be.
func (m mangler) extreme(b broken) []edit {
	n := m.one(b.nodes)
	values := []string{`""`, `" "`, `0`, `-1`, `1e308`, `-99999999999999999999999`, `0.0000000000000001`, `"0"`, `"-1"`,
		`"99999999999999999999999"`, `"1e999"`, `"٣"`, `"\u0000"`, `"\ud800"`, `"\u202e"`}
	if n.IsString() && m.IntN(3) == 0 {
		const longest = 20_000
		return []edit{replace(n, quoteJSON(strings.Repeat(n.Text(), 2+m.IntN(1+longest/(1+len(n.Text()))))))}
	}
	return []edit{replace(n, values[m.IntN(len(values))])}
}

// ledElsewhere has a way lead to any widget, its own too, and sometimes to none.
func (m mangler) ledElsewhere(b broken) []edit {
	next, name := m.one(b.nexts), m.one(b.names)
	switch {
	case !next.Exists() || !name.Exists():
		return nil
	case m.IntN(4) == 0:
		name = next.Parent().Parent().Parent().Get("name")
	case m.IntN(8) == 0:
		return []edit{replace(next, `""`)}
	}
	return []edit{replace(next, string(name.Raw()))}
}

// renamed gives a widget another name, sometimes in all ways that lead to it.
func (m mangler) renamed(b broken) []edit {
	n := m.one(b.names)
	if !n.Exists() {
		return nil
	}
	names := []string{`""`, `"a.b"`, `"ä b"`, `"menu"`, `"menu_1"`, `"Trigger"`, `"error"`, string(m.one(b.names).Raw())}
	name := names[m.IntN(len(names))]
	edits := []edit{replace(n, name)}
	if m.IntN(2) == 0 {
		for _, next := range b.nexts {
			if next.Text() == n.Text() {
				edits = append(edits, replace(next, name))
			}
		}
	}
	return edits
}

// liquid breaks the Liquid of a text, or puts some into it.
func (m mangler) liquid(b broken) []edit {
	n := m.one(b.texts)
	if open := slices.DeleteFunc(slices.Clone(b.texts), func(n source.Node) bool { return !strings.Contains(n.Text(), "{") }); len(open) > 0 && m.IntN(4) > 0 {
		n = m.one(open)
	}
	if !n.Exists() {
		return nil
	}
	text := n.Text()
	pieces := []string{"{{", "}}", "{%", "%}", "{{}}", "{% if x %}", "{% endif %}", "{%- raw -%}", "{{ 'a", "|", "|| ", " | split: ',' | last", "{% for a in b %}", "{{ flow.variables", ".", "[", "]", "'", `"`, ":"}
	marks := []string{"{{", "}}", "{%", "%}", "{", "}", "|", ".", "'", " "}
	switch m.IntN(3) {
	case 0:
		at := m.IntN(len(text) + 1)
		return []edit{replace(n, quoteJSON(text[:at]+pieces[m.IntN(len(pieces))]+text[at:]))}
	case 1:
		mark := marks[m.IntN(len(marks))]
		return []edit{replace(n, quoteJSON(strings.Replace(text, mark, pieces[m.IntN(len(pieces))], 1+m.IntN(3))))}
	}
	from := m.IntN(len(text) + 1)
	return []edit{replace(n, quoteJSON(text[:from]+text[from+m.IntN(len(text)-from+1):]))} // a part is missing
}

// stateTwice puts a copy of a state after it, with another name or the same.
func (m mangler) stateTwice(b broken) []edit {
	state := m.one(b.states)
	name := state.Get("name")
	if !name.IsString() || m.IntN(4) == 0 {
		return []edit{repeatElement(m.one(b.nodes))}
	}
	raw, at := state.Raw(), name.Span().Start-state.Span().Start
	other := quoteJSON(name.Text() + "_" + strconv.Itoa(m.IntN(3)))
	end := state.Span().End
	text := ", " + string(raw[:at]) + other + string(raw[at+name.Span().Len():])
	edits := []edit{{at: source.Span{Start: end, End: end}, text: text}}
	if next := m.one(b.nexts); next.Exists() && !(state.Span().Start <= next.Span().Start && next.Span().Start < end) {
		edits = append(edits, replace(next, other))
	}
	return edits
}

// borrowed puts the value of one member in the place of another's of the same name.
func (m mangler) borrowed(b broken) []edit {
	n := m.one(b.texts)
	same := slices.DeleteFunc(slices.Clone(b.nodes), func(o source.Node) bool { return o == n || o.Key() != n.Key() })
	if len(same) == 0 {
		return nil
	}
	return []edit{replace(n, string(m.one(same).Raw()))}
}

// word takes a word of a text out, doubles it or puts it at the end.
func (m mangler) word(b broken) []edit {
	n := m.one(b.texts)
	list := strings.Split(n.Text(), " ")
	i := m.IntN(len(list))
	w := list[i]
	switch m.IntN(3) {
	case 0:
		list = slices.Delete(list, i, i+1)
	case 1:
		list = slices.Insert(list, i, w)
	default:
		list = append(slices.Delete(list, i, i+1), w)
	}
	if !n.Exists() {
		return nil
	}
	return []edit{replace(n, quoteJSON(strings.Join(list, " ")))}
}
