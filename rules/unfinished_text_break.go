package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// mayBreakOff reports whether a text ends with a colon, or a line of it does.
func mayBreakOff(text string) bool { return breaksOff(text) || strings.Contains(text, ":\n") }

// emptyLabel returns a line that is only a label, where the line before it has announced
// what was to come, and neither it nor the next line brings it; "" when there is none:
// Your number is:, No.:, and then something else.
func emptyLabel(text string) string {
	const most = 3 // words of a label
	if !strings.Contains(text, ":\n\n") {
		return ""
	}
	announced := false
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if announced && breaksOff(line) && len(strings.Fields(line)) <= most && i+2 < len(lines) && strings.TrimSpace(lines[i+1]) == "" {
			return line
		}
		announced = breaksOff(line)
	}
	return ""
}

// partsWith returns what comes after a widget when that is a fixed word of goodbye, after
// which nothing comes; else nil.
func partsWith(w *flow.Widget) *flow.Widget {
	next := effects.Next(w.Onward(), effects.Tells)
	if next == nil || slices.ContainsFunc(next.Transitions, func(t *flow.Transition) bool { return !t.Ends() }) {
		return nil
	}
	if text := effects.Prompt(next).Text(); offer.OnlyParts(text) && !liquid.HasMarkup(text) && !strings.ContainsAny(text, "0123456789") {
		return next
	}
	return nil
}

// breaksOff reports whether a text ends with a colon.
func breaksOff(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：")
}

// hearsMore reports whether anything is said, sent or asked after a widget.
func hearsMore(p *lint.Pass, w *flow.Widget) bool {
	noticed := values.Noticed.Of(p)
	for _, t := range w.Transitions {
		if t.Meant != nil && t.Facts.Kind != schemas.KindFailure && noticed[t.Meant.Index] {
			return true
		}
	}
	return false
}

// lastWords are the last words of a text.
func lastWords(text string) string {
	const most = 4
	all := strings.Fields(text)
	return strings.Join(all[max(0, len(all)-most):], " ")
}

// checkSentence reports a sentence of a text that lacks a word or has one twice, one a text.
func checkSentence(p *lint.Pass, w *flow.Widget, told map[string]*finding.Diagnostic) {
	n := effects.Prompt(w)
	text := n.Text()
	if len(text) < len("please call") || liquid.HasTags(text) || strings.HasPrefix(text, "<") {
		return
	}
	start, end, what := offer.BrokenAt(text)
	if what == "" && effects.ActOf(w) == effects.Tells && len(effects.Says(w)) == 1 && !hearsMore(p, w) && offer.BreaksOff(text) {
		start, end, what = 0, len(text), "breaks off"
	}
	if what == "" && effects.ActOf(w) == effects.Asks && offer.OptionsLeftOut(text) {
		start, end, what = 0, len(text), "breaks off"
	}
	if what == "" || !p.Flow.Reachable(w) {
		return
	}
	if d := told[text]; d != nil {
		d.Also(n, "and "+w.Label())
		return
	}
	shown := words.Quote(strings.TrimSpace(text[start:end]))
	at := n.Part(start, end)
	switch what {
	case "twice":
		if key := offer.KeyLeftOut(text, start); key != "" {
			told[text] = p.Reportf(at, "%s has %s where a key is to stand; write %s", w.Label(), shown, words.Quote(key+" to"))
			return
		}
		told[text] = p.Reportf(at, "%s has a word twice: %s; take one away", w.Label(), shown)
	case "gap":
		told[text] = p.Reportf(at, "%s has a gap: %s; write what was to come there", w.Label(), shown)
	default:
		told[text] = p.Reportf(n, "%s ends with %s, and nothing follows; write what was to come, or end the sentence", w.Label(), words.Quote(lastWords(text)))
	}
}
