package rules

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/loops"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// reportUnraised reports the limits of counters that are set to numbers alone and never counted on the way to
// them: one for each counter.
func reportUnraised(p *lint.Pass) {
	told := map[string]*finding.Diagnostic{}
	dead := loops.DeadCounters.Of(p)
	stuck := loops.StuckReads.Of(p)
	for b := range reads.EachBranch(p) {
		key, numbers, ok := unraised(p, b)
		w := b.Transition.From
		if !ok || stuck[loops.Read{Widget: w, Key: key}] || slices.ContainsFunc(dead, func(c loops.DeadCounter) bool { return c.Split == w }) {
			continue
		}
		never := b.Words()
		if b.Condition.Operator == split.LessThan {
			never = "anything but " + never
		}
		if d := told[key]; d != nil {
			d.Also(b, "nor "+never+" in "+w.Label())
			continue
		}
		write := p.Flow.Variable(key).Writes[0]
		at := write.Value
		if !at.Exists() {
			at = write.Key
		}
		told[key] = p.Reportf(b, "nothing counts flow.variables.%s on the way here: it is %s, and %s never comes; count it before %s",
			words.Shorten(key), strings.Join(numbers, " or "), never, w.Label()).
			Relate(at, write.Widget.Label()+" sets it").Identify(w.Label())
	}
}

// unraised returns the counter that a branch compares with a limit which it never reaches, as nothing but a few
// numbers are set on the ways to the split, and these.
func unraised(p *lint.Pass, b reads.Branch) (key string, numbers []string, ok bool) {
	r, key := counterTested(p, b)
	if key == "" {
		return "", nil, false
	}
	const few = 3
	held := values.Held.Of(p)
	v := held.At(r)
	if !v.Known || v.Text || len(v.Constants) == 0 || len(v.Constants) > few ||
		split.TakesText(b.Condition.Operator) && len(held.FixedTexts(r)) > 0 { // condition-value
		return "", nil, false
	}
	always := split.No
	if b.Condition.Operator == split.LessThan {
		if always = split.Yes; v.MayBeBlank() {
			return "", nil, false
		}
	}
	for _, c := range v.Constants {
		number := strings.TrimSpace(c)
		if _, err := strconv.Atoi(number); err != nil || b.Comparison.Holds(number) != always {
			return "", nil, false
		}
		numbers = append(numbers, number)
	}
	return key, numbers, !isSwitch(append(numbers, b.Comparison.Value()))
}

// isSwitch reports whether numbers are none but 0 and 1, as of what is on or off.
func isSwitch(numbers []string) bool {
	return !slices.ContainsFunc(numbers, func(n string) bool { return n != "0" && n != "1" })
}

// counterTested returns the variable that a branch compares with a number, as it is, where that is one that counts; ""
// for any other branch.
func counterTested(p *lint.Pass, b reads.Branch) (r flow.Ref, key string) {
	operator, limit := b.Condition.Operator, b.Comparison.Value()
	if !b.Literal || operator != split.EqualTo && !split.IsBound(operator) || !split.IsNumber(limit) {
		return r, ""
	}
	r, read := reads.OnlyRead(p.Flow, b.Condition)
	if !read {
		return r, ""
	}
	key, _ = reads.VariableOf(p.Flow, r)
	if filters, printed := reads.Printed(r); key == "" || !printed || !values.KeepText(filters) {
		return r, ""
	}
	if w := b.Transition.From; !looksCounted(p.Flow, w, key, limit) || !p.Flow.Reachable(w) {
		return r, ""
	}
	return r, key
}

// looksCounted reports whether a variable that a split compares with a limit may be one that counts rounds: the split is in
// a loop, the name is not that of a setting ("max_attempts"), and is one of a counter where the limit is 0 or 1.
func looksCounted(f *flow.Flow, w *flow.Widget, key, limit string) bool {
	return len(f.Variable(key).Writes) > 0 && f.LoopOf(w) != nil && !offer.NamesSetting(key) &&
		(limit != "0" && limit != "1" || offer.NamesCounter(key))
}
