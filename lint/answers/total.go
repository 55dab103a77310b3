package answers

import (
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
)

// A Total is a text that tells how far a number has come ("{{…}}/5"), while a split waits until it is
// larger than that.
type Total struct {
	Ref    flow.Ref
	Of     int
	Branch reads.Branch
}

// Totals are those of a flow, one a number.
var Totals = lint.NewFact(func(d *project.Document) (all []Total) {
	type total struct {
		name string
		of   int
	}
	told, looked := map[string]bool{}, map[total]bool{}
	for _, r := range d.Flow.Refs() {
		if !r.IsContent() || r.Widget.Off(r.Facts) {
			continue
		}
		of, ok := totalAfter(r)
		if !ok || !d.Flow.Reachable(r.Widget) {
			continue
		}
		t := total{r.Reference.String(), of}
		if told[t.name] || looked[t] {
			continue
		}
		looked[t] = true
		if b := beyond(numbersTested.Of(d)[t.name], of); b != nil {
			told[t.name] = true
			all = append(all, Total{r, of, *b})
		}
	}
	return all
})

// totalAfter returns the number that stands right after a value that is printed: {{…}}/5, {{…}} of 5.
func totalAfter(r flow.Ref) (of int, ok bool) {
	if filters, printed := reads.Printed(r); !printed || len(filters) > 0 {
		return 0, false
	}
	rest := r.Text[r.Liquid.Outputs[r.Liquid.Markup[r.Markup].Index].End:]
	const longest = len(" out of 100")
	rest = strings.TrimLeft(rest[:min(len(rest), longest+1)], " ")
	for _, word := range [...]string{"/", "out of ", "of ", "de ", "von ", "sur ", "di ", "van "} {
		if after, found := strings.CutPrefix(rest, word); found {
			after = strings.TrimLeft(after, " ")
			n := 0
			for n < len(after) && '0' <= after[n] && after[n] <= '9' {
				n++
			}
			of, err := strconv.Atoi(after[:n])
			return of, err == nil && of > 1 && (n == len(after) || after[n] != '/' && after[n] != '.')
		}
	}
	return 0, false
}

// beyond returns the branch of a split that waits for a number which is larger than the total that
// is told, where none waits for one near it.
func beyond(branches []numberTested, of int) (far *reads.Branch) {
	for _, b := range branches {
		switch {
		case b.number >= of-1 && b.number <= of+1:
			return nil // counted from 0 or from 1
		case b.number > of:
			far = b.branch
		}
	}
	return far
}

// A numberTested is a branch that waits for a number, or for one above it.
type numberTested struct {
	branch *reads.Branch
	number int
}

// numbersTested are those of a flow, by what they test.
var numbersTested = lint.NewFact(func(d *project.Document) map[string][]numberTested {
	all := map[string][]numberTested{}
	for _, branches := range reads.Branches.Of(d) {
		for i := range branches {
			b := &branches[i]
			number, err := strconv.Atoi(b.Comparison.Value())
			if operator := b.Comparison.Operator(); err != nil || !b.Literal || operator != split.EqualTo && operator != split.GreaterThan {
				continue
			}
			if tested, ok := reads.OnlyRead(d.Flow, b.Condition); ok {
				name := tested.Reference.String()
				all[name] = append(all[name], numberTested{b, number})
			}
		}
	}
	return all
})
