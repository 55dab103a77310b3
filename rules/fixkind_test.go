package rules

import (
	"context"
	"strings"
	"testing"

	"studiolint/lint"
	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/fix"
	"studiolint/lint/input"
)

// opened are files as package fix mends them.
type opened struct{ *lint.Session }

func (o opened) Check() (*finding.Result, error) {
	r, err := o.Session.Check(context.Background())
	if err != nil {
		return nil, err
	}
	return &r.Result, nil
}

// mendText makes all fixes of a kind in a text, as the command does.
func mendText(t testing.TB, name string, text []byte, unsafe bool) *fix.Outcome {
	t.Helper()
	s := lint.NewSession(lint.Options{Root: files.Root{}, Rules: every()})
	s.Open(input.FromBytes(name, text))
	out, err := fix.Mend(opened{s}, fix.Safe(unsafe))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Each rule has the kind of fix that it declares: its archive shows one of them, and none
// of another kind.
func TestFixKinds(t *testing.T) {
	t.Parallel()
	for _, r := range every() {
		var safe, unsafe bool
		folder, cases := archiveOf(t, r.ID).extract(t)
		for _, c := range cases {
			for _, d := range lintPath(t, folder, c, r.ID).Diagnostics {
				for _, f := range d.Fixes {
					safe, unsafe = safe || f.Safe, unsafe || !f.Safe
				}
			}
		}
		kind := finding.NoFix
		switch {
		case safe && unsafe:
			kind = finding.SometimesFix
		case safe:
			kind = finding.SafeFix
		case unsafe:
			kind = finding.UnsafeFix
		}
		if kind != r.Fix {
			t.Errorf("%s declares %v, and its archive shows %v", r.ID, r.Fix, kind)
		}
	}
}

// What is mended in the archives is mended: no safe fix of a flow in them is refused, a
// second run changes nothing, and nothing is left that could be mended.
func TestFixesMend(t *testing.T) {
	t.Parallel()
	made := 0
	for _, a := range archives(t) {
		for _, f := range a.Files {
			if !strings.HasSuffix(f.Name, ".json") || strings.Contains(f.Name, "/") {
				continue
			}
			out := mendText(t, f.Name, f.Data, false)
			made += len(out.Made)
			for _, c := range out.Refused {
				if c.Fix.Title == `Write "say-play"` && f.Name == "bad-states.json" {
					continue // once its type is known, more is wrong with that state
				}
				t.Errorf("%s, %s: %q of %s is refused: %s", a.name, f.Name, c.Fix.Title, c.Finding.Rule.ID, c.Why)
			}
			if after := out.After[f.Name]; after != nil {
				if again := mendText(t, f.Name, after, false); len(again.Made) > 0 {
					t.Errorf("%s, %s: a second run changes something", a.name, f.Name)
				}
			}
		}
	}
	if made < 20 {
		t.Errorf("only %d fixes", made)
	}
}
