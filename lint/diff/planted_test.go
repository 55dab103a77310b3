package diff

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/schemas"
	"studiolint/testdata"
)

type object = map[string]any

// samples returns flows of at least four widgets: those of the archives, and those of
// the corpus where there is one.
func samples(t testing.TB) [][]byte {
	t.Helper()
	var list [][]byte
	add := func(data []byte) {
		f := parse(data)
		if f == nil || len(f.Widgets) < 4 || len(f.Names()) < len(f.Widgets) {
			return
		}
		list = append(list, data)
	}
	entries, err := testdata.Rules.ReadDir("rules")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := testdata.Rules.ReadFile("rules/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range txtar.Parse(data).Files {
			add(file.Data)
		}
	}
	if corpus := os.Getenv("STUDIOLINT_CORPUS"); corpus != "" {
		list = nil // real flows are enough
		err := filepath.WalkDir(corpus, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".json" {
				return err
			}
			data, err := os.ReadFile(path)
			add(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(list) < 50 {
		t.Fatalf("only %d flows", len(list))
	}
	return list
}

func parse(data []byte) *flow.Flow {
	file := source.Parse("flow.json", data)
	if file.Syntax != nil || !file.Root().Get("states").IsArray() {
		return nil
	}
	return flow.New(file.Root(), schemas.Catalogue{})
}

func decode(t testing.TB, data []byte) object {
	t.Helper()
	var flow object
	if err := json.Unmarshal(data, &flow); err != nil {
		t.Fatal(err)
	}
	return flow
}

func encode(t testing.TB, flow object) []byte {
	t.Helper()
	data, err := json.Marshal(flow)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func states(f object) []any { list, _ := f["states"].([]any); return list }

// rename gives a widget another name, everywhere.
func rename(t testing.TB, data []byte, old, new string) []byte {
	text := string(data)
	quoted := func(s string) string { q, _ := json.Marshal(s); return string(q) }
	for _, member := range []string{"name", "next", "initial_state"} {
		text = strings.ReplaceAll(text, `"`+member+`":`+quoted(old), `"`+member+`":`+quoted(new))
	}
	reference := regexp.MustCompile(`(widgets\.|widgets\[\\?['"])` + regexp.QuoteMeta(old) + `\b`)
	return []byte(reference.ReplaceAllStringFunc(text, func(s string) string { return strings.TrimSuffix(s, old) + new }))
}

// A planted rename is found as one, and nothing else is said to have changed.
func TestRenames(t *testing.T) {
	flows := samples(t)
	random := rand.New(rand.NewPCG(1, 2))
	const rounds = 1000
	right := 0
	for i := range rounds {
		before := encode(t, decode(t, flows[i%len(flows)]))
		f := parse(before)
		w := f.Widgets[random.IntN(len(f.Widgets))]
		if w == f.Start() || w.Name == "" {
			w = f.Widgets[len(f.Widgets)-1]
		}
		name := fmt.Sprintf("%s_%d", []string{"step", "new", "x", w.Type}[random.IntN(4)], random.IntN(1000))
		r := Compare(f, parse(rename(t, before, w.Name, name)))
		if len(r.Changes) == 1 && r.Changes[0].Kind == Renamed && r.Changes[0].Widget == name && r.Changes[0].Was == w.Name {
			right++
		} else {
			t.Logf("flow %d: %s became %s: %+v", i%len(flows), w.Name, name, summary(r))
		}
	}
	t.Logf("%d of %d", right, rounds)
	if right < rounds*98/100 {
		t.Errorf("%d of %d renamed widgets are found", right, rounds)
	}
}

func summary(r *Result) []string {
	var list []string
	for _, c := range r.Changes {
		list = append(list, strings.TrimSpace(fmt.Sprint(c.Kind, " ", c.Widget, " ", c.Was, " ", c.Event, " ", c.Member)))
	}
	return list
}

// In edits that rename nothing, nothing is said to be renamed, and what was done is what
// is said.
func TestPlainEdits(t *testing.T) {
	flows := samples(t)
	random := rand.New(rand.NewPCG(3, 4))
	const rounds = 1000
	for i := range rounds {
		data := flows[i%len(flows)]
		f := decode(t, data)
		list := states(f)
		k := 1 + random.IntN(len(list)-1)
		state, _ := list[k].(object)
		if state == nil {
			continue
		}
		name, _ := state["name"].(string)
		want := ""
		switch random.IntN(5) {
		case 0: // a widget is gone
			f["states"] = slices.Delete(list, k, k+1)
			want = "removed " + name
		case 1: // a copy of a widget, as people make them
			twin := decode(t, encode(t, state))
			twin["name"] = "copy_of_it"
			f["states"] = append(list, twin)
			want = "added copy_of_it"
		case 2: // something quite different
			f["states"] = append(list, object{"name": "brand_new", "type": "send-message", "transitions": []any{}, "properties": object{"body": "Something that nobody said before", "from": "x"}})
			want = "added brand_new"
		case 3: // another text
			properties, _ := state["properties"].(object)
			if properties == nil {
				continue
			}
			properties["say"] = "Quite another text from now on"
			want = "changed " + name + "   properties.say"
		case 4: // one goes, another one comes
			state["name"], state["type"] = "brand_new", "a-type-of-its-own"
			state["properties"] = object{"text": "Something that nobody said before"}
			state["transitions"] = []any{object{"event": "done"}}
			want = "added brand_new"
		}
		r := Compare(parse(data), parse(encode(t, f)))
		if r.Count(Renamed) > 0 || !slices.Contains(summary(r), want) {
			t.Errorf("flow %d: %q is told as %q", i%len(flows), want, summary(r))
		}
	}
}

// What is only written in another way means the same.
func TestSameMeaning(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for i, data := range samples(t) {
		f := decode(t, data)
		list := states(f)
		random.Shuffle(len(list), func(a, b int) { list[a], list[b] = list[b], list[a] })
		moved := 0
		for _, s := range list {
			state, _ := s.(object)
			properties, _ := state["properties"].(object)
			if properties == nil {
				continue
			}
			if offset, ok := properties["offset"].(object); ok {
				if _, ok := offset["x"].(float64); ok {
					offset["x"] = offset["x"].(float64) + 10
					moved++
				}
			}
			properties["nothing"] = nil
		}
		text, err := json.MarshalIndent(f, "\t", "   ")
		if err != nil {
			t.Fatal(err)
		}
		if len(parse(data).Names()) < len(list) {
			continue // the order of widgets with one name tells them apart
		}
		r := Compare(parse(data), parse(text))
		if len(r.Changes) > 0 || r.Moved != moved {
			t.Errorf("flow %d: %q, %d of %d moved", i, summary(r), r.Moved, moved)
		}
		if r := Compare(parse(data), parse(data)); len(r.Changes) > 0 {
			t.Errorf("flow %d differs from itself: %q", i, summary(r))
		}
	}
}
