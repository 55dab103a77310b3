package lint

import (
	"strings"
	"testing"

	"studiolint/lint/finding"
)

// TestReportSomef holds few findings of a kind as they are, and many as the first five, with the others at the last of
// these; the fingerprint does not know how many there are.
func TestReportSomef(t *testing.T) {
	rule := &Rule{Rule: finding.Rule{ID: "some", Severity: finding.Note}, Check: func(p *Pass) {
		for _, w := range p.Flow.Widgets {
			p.ReportSomef(w.Type, w, "%s is wrong", w.Name)
		}
	}}
	few := strings.Fields("a=x b=x c=x d=x e=x z=y")
	many := append(few[:len(few):len(few)], strings.Fields("f=x g=x")...)
	r := Run(candidates(file{"few.json", flowText("", few...)}), Options{Rules: []*Rule{rule}})
	all := Run(candidates(file{"few.json", flowText("", many...)}), Options{Rules: []*Rule{rule}})
	if len(r.Diagnostics) != len(few) || len(all.Diagnostics) != len(few) {
		t.Fatalf("%d and %d findings instead of %d", len(r.Diagnostics), len(all.Diagnostics), len(few))
	}
	for i, d := range all.Diagnostics {
		if d.Fingerprint() != r.Diagnostics[i].Fingerprint() {
			t.Errorf("%q has another fingerprint beside more", d.Message)
		}
		if last := d.Widget == "e"; last != (len(d.Related) == 2) || last != strings.HasSuffix(d.Message, " (and 2 more)") {
			t.Errorf("%q has %d related places", d.Message, len(d.Related))
		}
	}
}
