package fix

import (
	"fmt"
	"strings"
	"testing"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// numbers are a file with a list of numbers. Each above 0 is a finding that is mended by
// one less; 13 is an error, and 20 while the number before it is above 0; that of 7 breaks
// the file, and 5 is accepted.
type numbers struct {
	text  string
	valid bool
	rule  finding.Rule
}

func (n *numbers) Change(_ string, text []byte) { n.text = string(text) }
func (n *numbers) Valid(string) bool            { return n.valid }

func (n *numbers) Check() (*finding.Result, error) {
	f, result := source.Parse("a.json", []byte(n.text)), &finding.Result{}
	n.valid = f.Syntax == nil
	var before float64
	for i, e := range f.Root().Elements() {
		value, _ := e.Number()
		last := before
		if before = value; value < 1 {
			continue
		}
		d := finding.New(&n.rule, e, "%v at %d", value, i)
		less := e.SetValue(source.Integer(value - 1))
		switch value {
		case 13:
			d.As(finding.Error)
		case 20:
			if last > 0 {
				d.As(finding.Error)
			}
			less = e.SetValue(source.Integer(0))
		case 7:
			less = f.Place(e.Span()).Replace("]")
		case 5:
			d.Suppressed = &finding.Suppression{}
		}
		d.Fixes = []finding.Fix{{Title: "One less", Changes: []source.Edit{less}, Safe: value != 3}}
		d.Resolve()
		d.Configure(finding.Warning, false)
		result.Diagnostics = append(result.Diagnostics, d)
	}
	return result, nil
}

func TestMend(t *testing.T) {
	tests := []struct {
		name, before, after string
		unsafe              bool
		made                int
		refused             string
	}{
		{"nothing", "[0]", "[0]", false, 0, ""},
		{"round after round", "[2, 0, 1]", "[0, 0, 0]", false, 3, ""},
		{"at most ten rounds", "[40]", "[30]", false, 10, ""},
		{"what is accepted stays", "[6]", "[5]", false, 1, ""},
		{"what is unsafe stays", "[4]", "[3]", false, 1, ""},
		{"unless it is asked for", "[4]", "[0]", true, 4, ""},
		{"a new error", "[1, 14, 2, 1]", "[0, 14, 0, 0]", false, 4, "it would lead to an error: 13 at 1 [x]"},
		{"a new error until others are mended", "[3, 21]", "[0, 0]", true, 5, ""},
		{"an error becomes a warning", "[13]", "[7]", false, 6, "the file would no longer be what it is"},
		{"two that break the file", "[1, 7, 7, 2]", "[0, 7, 7, 0]", false, 3, "the file would no longer be what it is; the file would no longer be what it is"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n := &numbers{text: tt.before, rule: finding.Rule{ID: "x", Severity: finding.Warning}}
			out, err := Mend(n, Safe(tt.unsafe))
			if err != nil {
				t.Fatal(err)
			}
			if n.text != tt.after || len(out.Made) != tt.made {
				t.Errorf("%s after %d fixes, want %s after %d", n.text, len(out.Made), tt.after, tt.made)
			}
			var refused []string
			for _, c := range out.Refused {
				refused = append(refused, c.Why)
			}
			if got := strings.Join(refused, "; "); got != tt.refused {
				t.Errorf("refused %q, want %q", got, tt.refused)
			}
			want := map[bool]string{false: fmt.Sprint(tt.before, tt.after)}[tt.before == tt.after]
			if got := string(out.Before["a.json"]) + string(out.After["a.json"]); got != want {
				t.Errorf("before and after are %q, want %q", got, want)
			}
		})
	}
}
