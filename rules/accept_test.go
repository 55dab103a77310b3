package rules

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"testing"

	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// TestAccepts holds the walk over the nodes against the JSON Schema library: over
// every flow and state of testdata and of the corpus as they are, and over each state
// and each kind of resource with one part of it changed at a time. The walk may only
// say yes when the library does, and must when no member is written twice.
func TestAccepts(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing between goroutines")
	}
	t.Parallel()
	texts := mutationTexts(t)
	for _, typ := range schemas.Types() {
		texts = append(texts, flowText{path: typ, text: sampleFlow(t, typ)})
	}
	a := acceptance{T: t, seen: map[uint64]bool{}}
	for _, text := range texts {
		root := source.Parse(text.path, text.text).Root()
		a.agree(root, schemas.Flow(), text.path)
		for _, state := range root.Get("states").Elements() {
			doc := schemas.State()
			if known := schemas.Lookup(state.Get("type").Text()); known != nil {
				doc = &known.Document
			}
			a.agree(state, doc, text.path)
			if a.isNew(state) {
				a.mutate(state, doc, text.path)
			}
		}
	}
	a.mutate(source.Parse("flow", sampleFlow(t, "trigger")).Root(), schemas.Flow(), "flow")
	for _, name := range []string{"flow", "flow-request", "flex-flow", "flex-flow-request"} {
		doc := schemas.Resource(name)
		text := source.Parse(name, []byte(sampleResource(doc)))
		a.agree(text.Root(), doc, name)
		a.mutate(text.Root(), doc, name)
	}
	t.Logf("%d values, of which the walk accepts %d", a.all, a.yes)
	if a.yes < 100 || a.all-a.yes < 100 {
		t.Error("too few of one kind to tell")
	}
}

// sampleResource writes a resource with all members that its schema knows.
func sampleResource(doc *schemas.Document) string {
	var write func(s *schemas.Schema) string
	write = func(s *schemas.Schema) string {
		switch {
		case s.Properties != nil:
			var members []string
			for name, sub := range s.Properties.All() {
				members = append(members, quoteJSON(name)+": "+write(sub))
			}
			return "{" + strings.Join(members, ", ") + "}"
		case s.Types == 0 || s.Types.Accepts(schemas.String):
			return `"text"`
		case s.Types.Accepts(schemas.Integer):
			return "1"
		case s.Types.Accepts(schemas.Boolean):
			return "true"
		case s.Types.Accepts(schemas.Array):
			return "[]"
		}
		return "{}"
	}
	return write(doc.Schema)
}

type acceptance struct {
	*testing.T
	all, yes int
	seen     map[uint64]bool // shapes of states that have been changed
}

func (a *acceptance) agree(n source.Node, doc *schemas.Document, what string) {
	a.Helper()
	walk, library := shape.Accepts(n, doc.Schema), doc.Validate(n.Any(func(text string) any { return json.Number(text) }))
	a.all++
	if walk {
		a.yes++
	}
	if walk != (len(library) == 0) && (walk || len(n.File().Duplicates) == 0) {
		a.Errorf("%s, %s: the walk says %v, the library %v\n%.300s", what, doc.Name, walk, library, n.Raw())
	}
}

// isNew reports whether a state has members that no state before it had in this
// combination and of these types.
func (a *acceptance) isNew(state source.Node) bool {
	h := fnv.New64a()
	for key, n := range state.Get("properties").Members() {
		fmt.Fprintln(h, key, n.Kind())
	}
	fmt.Fprintln(h, state.Get("type").Text())
	sum := h.Sum64()
	isNew := !a.seen[sum]
	a.seen[sum] = true
	return isNew
}

func (a *acceptance) mutate(state source.Node, doc *schemas.Document, what string) {
	text := bytes.Clone(state.Raw())
	file := source.Parse(what, text)
	change := func(e edit) {
		m := fault{edits: []edit{e}}
		changed := source.Parse(what, m.apply(text))
		if changed.Syntax != nil {
			a.Fatalf("%s: %v\n%s", what, changed.Syntax, changed.Bytes)
		}
		a.agree(changed.Root(), doc, what)
	}
	for i := 0; file.Node(i).Exists(); i++ {
		n := file.Node(i)
		for _, value := range slices.Concat(anything, []string{`""`, `"auto"`, `-0`, `2.0`, `1e400`, `1e-400`, `[[]]`, `[{}]`, `["x", "x"]`, quoteJSON(doc.Name)}) {
			change(replace(n, value))
		}
		switch {
		case n == file.Root():
		case n.Parent().IsObject():
			change(remove(n))
			change(rename(n, n.Key()+"s"))
			change(writeTwice(n))
		default:
			change(remove(n))
			change(repeatElement(n))
		}
		if n.IsObject() {
			change(insertMember(n, "unheard-of", "1"))
		}
	}
}
