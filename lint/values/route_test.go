package values

import (
	"io/fs"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"studiolint/lint/project"
	"studiolint/testdata"
)

// What a trail says of a path does not depend on where it was before.
func TestTrail(t *testing.T) {
	names, err := fs.Glob(testdata.Rules, "rules/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	asked, never := 0, 0
	look := func(d *project.Document) {
		if d.Flow == nil {
			return
		}
		n := len(d.Flow.Widgets)
		for i, paths := range d.Flow.Everywhere() {
			kept := hold(d)
			for step := range 3 * n {
				w := d.Flow.Widgets[step%n]
				if step >= n {
					w = d.Flow.Widgets[step*7%n] // to and fro
				}
				path, ok := paths.To(w)
				if !ok {
					continue
				}
				asked++
				got, want := kept.trail(paths, i).takes(path), hold(d).trail(paths, i).takes(path)
				if got != want {
					t.Errorf("the path to %s can be taken: %v, but on a trail that was elsewhere before: %v", w.Label(), want, got)
				}
				if !want {
					never++
				}
			}
		}
	}
	for _, name := range names {
		b, err := testdata.Rules.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range txtar.Parse(b).Files {
			inside(nowhere{t}, file.Data, look)
		}
	}
	inside(t, plain(60), look)
	if never == 0 {
		t.Errorf("of %d paths each can be taken", asked)
	}
}
