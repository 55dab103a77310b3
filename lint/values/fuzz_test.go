package values

import (
	"io/fs"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"studiolint/lint/project"
	"studiolint/testdata"
)

// Nothing is asked of a flow that makes the analysis fail, and what surely is blank may
// be.
func FuzzHeld(f *testing.F) {
	names, err := fs.Glob(testdata.Rules, "rules/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		b, err := testdata.Rules.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range txtar.Parse(b).Files {
			f.Add(file.Data)
		}
	}
	f.Fuzz(func(t *testing.T, definition []byte) {
		inside(nowhere{t}, definition, func(d *project.Document) {
			if d.Flow == nil {
				return
			}
			h := Held.Of(d)
			for _, r := range d.Flow.Refs() {
				v := h.At(r)
				if v.MustBeBlank() && !v.MayBeBlank() {
					t.Errorf("%s is surely blank, and never", r.Reference)
				}
				if path, ok := h.WayUnset(r); ok && !v.Unset && v.Known {
					t.Errorf("%s is unset on a path of %d transitions, and never", r.Reference, len(path))
				}
			}
		})
	})
}

// nowhere is a test to which it does not matter what a file is.
type nowhere struct{ testing.TB }

func (nowhere) Error(...any) {}
