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
	"studiolint/lint/pattern"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unfinished-text", Title: "A text that is not ready to be sent",
		Group: finding.Values, Severity: finding.Note, Varies: "warning for the name of a text",
		Doc: `Finds what is said or sent and ends with a colon ("Your code is:"), when nothing is said,
sent or asked after it, or only a goodbye: the value that was to follow was forgotten. So it
was after a label on a line of its own, below a line that ends with a colon, too.

It also finds what is said or sent and was to be replaced first: a text that is nothing but the
name of one (office_closed_message), of a widget or of a variable, and letters as a web page
writes them (l&#39;heure). Of the answer of a request that has failed, its status or its text, which is
sent to the person, it tells once a flow.

It finds sentences in which something is missing ("call us at .", "Hello , welcome"), which
break off where nothing follows ("please visit"), and in which a small word stands twice, or for a
key ("press to to hear it"); a list of one thing that ends with "and so on"; and the words of
developers ("the widget failed") that are sent or said to the person. On calls
it finds tags for the voice (SSML) that are not closed, or were never opened. And it finds messages
that speak of a link or of buttons ("click the link below") and have none, nor a picture or a
template beside the text, while no message around brings one: once a flow.

Of a figure or a date that a text without Liquid tells as one's own ("your balance is $350") it says
so, once a flow; and of a key that is written onto the word before it (press1).
A note of what is still to be done (TODO, FIXME, TBD in capitals) in such a text, or in the
description of the flow, is told, once a flow. It finds quotes without
the other one, a line that begins in small letters after a full stop when all others do not, an example
of letters that are not offered, and a first sentence that was said right before.

And it finds a line break that is written as a backslash and a letter (\n) in the text itself, so that
people read those: once a flow.

Left alone are questions ("Your name:"), what has a picture or a recording beside the text,
and texts after which another message, a question or an agent comes; names that are sent to
somebody else than the person, and letters of a web page in quotes.

Write the value after the colon, as {{widgets.NAME.parsed.code}}, or end the sentence; write
the text, and the letter itself.`,
	},
	Check: func(p *lint.Pass) {
		told := map[string]*finding.Diagnostic{}
		reportMarkup(p)
		reportTechnical(p)
		reportRough(p)
		reportNoLink(p)
		reportOwnFigures(p)
		reportBackslashes(p)
		reportToDo(p)
		reportMarks(p)
		for _, w := range p.Flow.Widgets {
			checkUnreplaced(p, w)
			if isTold(w) {
				checkSentence(p, w, told)
			}
			if effects.ActOf(w) != effects.Tells || w.Incomplete || !slices.ContainsFunc(w.Facts.Content, func(name string) bool { return mayBreakOff(w.Property(name).Text()) }) {
				continue
			}
			prompt := effects.Prompt(w)
			text := strings.TrimSpace(prompt.Text())
			if len(effects.Says(w)) != 1 || !p.Flow.Reachable(w) {
				continue
			}
			if label := emptyLabel(text); label != "" {
				p.Reportf(prompt, "%s has %s on a line of its own, and nothing after it; write what was to come, or take it away", w.Label(), words.Quote(label))
			} else if breaksOff(text) && !hearsMore(p, w) {
				p.Reportf(prompt, "%s ends with %s, and nothing follows; write what was to come, or end the sentence", w.Label(), words.Quote(lastWords(text)))
			} else if next := partsWith(w); breaksOff(text) && next != nil {
				p.Reportf(prompt, "%s ends with %s, and %s, which comes next, only says goodbye; write what was to come, or end the sentence",
					w.Label(), words.Quote(lastWords(text)), next.Label()).Relate(next, "what comes next")
			}
		}
	},
})

// reportRough reports the texts that a developer wrote for a while: what a person does not understand,
// and a list that was to be filled.
func reportRough(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if !isTold(w) || len(w.Facts.Content) == 0 {
			continue
		}
		n := effects.Prompt(w)
		text := n.Text()
		if start, end := offer.Filler(text); end > 0 && p.Flow.Reachable(w) {
			p.Reportf(n.Part(start, end), "%s lists one thing and %s; name the others, or end the sentence", w.Label(), words.Quote(text[start:end]))
		}
		if start, end := offer.Developers(text); end > 0 && toContact(w) && p.Flow.Reachable(w) {
			p.Reportf(n.Part(start, end), "%s tells a person %s, which only developers understand; say what it means for him", w.Label(), words.Quote(text[start:end]))
		}
	}
}

// reportMarkup reports the texts for a voice whose marks are broken: once.
func reportMarkup(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		n := effects.Prompt(w)
		start, end := offer.BrokenMarkup(n.Text())
		switch {
		case end == 0 || w.Needs() != schemas.NeedsCall:
		case d == nil:
			d = p.Reportf(n.Part(start, end), "%s has a broken tag for the voice, %s: close it, as in <say-as …>…</say-as> or <break …/>",
				w.Label(), words.Quote(n.Text()[start:end]))
		case len(d.Related) < lint.MaxRelated:
			d.Relate(n.Part(start, end), "and one of "+w.Label())
		}
	}
}

// checkUnreplaced reports what is sent to the person though it was to be replaced first.
func checkUnreplaced(p *lint.Pass, w *flow.Widget) {
	if w.Needs() != schemas.NeedsMessage && w.Needs() != schemas.NeedsCall || len(w.Facts.Content) == 0 {
		return
	}
	n := effects.Prompt(w)
	text := n.Text()
	if len(text) > 0 && strings.IndexByte(text, ' ') < 0 && isName(p.Flow, w, text) && toContact(w) && p.Flow.Reachable(w) {
		does := "sends"
		if w.Needs() == schemas.NeedsCall {
			does = "says"
		}
		p.Reportf(n, "%s %s %s, which looks like the name of a text and not like the text; write the text, or {{…}} around the path to it",
			w.Label(), does, words.Quote(text)).As(finding.Warning)
	}
	if w.Needs() != schemas.NeedsMessage {
		return // XML of a voice has such letters
	}
	if _, after, ok := strings.Cut(text, "&"); !ok || strings.IndexByte(after, ';') < 0 {
		return
	}
	if m := webLetter().FindStringSubmatchIndex(text); m != nil {
		p.Reportf(n.Part(m[2], m[3]), "%s sends %s as it stands here: only a web page makes a letter of it; write the letter",
			w.Label(), words.Quote(text[m[2]:m[3]]))
	}
}

// isName reports whether a text is a name as programs write it: of three words, or of two that
// are read to a caller or are what the flow calls a widget or a variable.
func isName(f *flow.Flow, w *flow.Widget, text string) bool {
	if !shortName().MatchString(text) {
		return false
	}
	return w.Needs() == schemas.NeedsCall || f.Widget(text) != nil || isVariable(f, text) || bareName().MatchString(text)
}

// isVariable reports whether the flow sets a variable of a name.
func isVariable(f *flow.Flow, name string) bool {
	v := f.Variable(name)
	return v != nil && len(v.Writes) > 0
}

var (
	// bareName is a name of three words and more, as programs and not people write it.
	bareName = pattern.Lazy(`^[a-z][a-z0-9]*(?:_[a-z0-9]+){2,}$`)

	// shortName is one of two words and more, the second of which may be a number.
	shortName = pattern.Lazy(`^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$`)

	// webLetter is a letter as HTML writes it, but not in quotes.
	webLetter = pattern.Lazy("(?i)(?:^|[^`'\"“*])(&(?:#[0-9]{2,5}|#x[0-9a-f]{2,4}|amp|quot|apos|lt|gt|nbsp|[aeiou](?:acute|grave|circ|uml)|ntilde|ccedil);)")
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
	t := w.Onward()
	if t == nil || t.Meant == nil || effects.ActOf(t.Meant) != effects.Tells || slices.ContainsFunc(t.Meant.Transitions, func(t *flow.Transition) bool { return !t.Ends() }) {
		return nil
	}
	if text := effects.Prompt(t.Meant).Text(); offer.OnlyParts(text) && !liquid.HasMarkup(text) && !strings.ContainsAny(text, "0123456789") {
		return t.Meant
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
	if len(text) < len("please call") || strings.Contains(text, "{%") || strings.HasPrefix(text, "<") {
		return
	}
	start, end, what := offer.BrokenAt(text)
	if what == "" && effects.ActOf(w) == effects.Tells && len(effects.Says(w)) == 1 && !hearsMore(p, w) && offer.BreaksOff(text) {
		start, end, what = 0, len(text), "breaks off"
	}
	if what == "" || !p.Flow.Reachable(w) {
		return
	}
	if d := told[text]; d != nil {
		if len(d.Related) < lint.MaxRelated {
			d.Relate(n, "and "+w.Label())
		}
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
