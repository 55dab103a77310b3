package values

import (
	"io/fs"
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"studiolint/lint/flow"
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
			startsAgree(t, h)
			roundsAgree(t, h)
		})
	})
}

// startsAgree checks that what is taken from an entry leads on from where one comes to.
func startsAgree(t *testing.T, h *Holding) {
	for i, e := range h.document.Flow.Entries() {
		for tr := range h.document.Flow.Transitions() {
			reach := h.get()[i]
			if tr.From.Facts.Split && h.From(e).Takes(tr) && reach.known && (reach.in[tr.From.Index] == nil || tr.Meant != nil && tr.Meant != e.Start && reach.in[tr.Meant.Index] == nil) {
				t.Errorf("%q: %s is left on %q, and nobody comes there", e.Event, tr.From.Label(), tr.Event)
			}
		}
	}
}

// roundsAgree checks that no widget of a loop may set what the loop leaves alone.
func roundsAgree(t *testing.T, h *Holding) {
	for _, loop := range h.document.Flow.Loops() {
		round := h.Round(loop)
		for _, w := range loop.Widgets {
			if w.Facts.Split {
				round.StaysUnanswered(w)
			}
			for _, tmpl := range h.document.Flow.TemplatesOf(w) {
				for _, r := range tmpl.Refs() {
					if h.steps.of(r) >= 0 && round.Of(r) == Stays && slices.ContainsFunc(loop.Widgets, func(w *flow.Widget) bool { return h.MaySet(w, r) }) {
						t.Errorf("%s is left alone by a loop of %s, which may set it", r.Reference, w.Label())
					}
				}
			}
		}
	}
}

// nowhere is a test to which it does not matter what a file is.
type nowhere struct{ testing.TB }

func (nowhere) Error(...any) {}
