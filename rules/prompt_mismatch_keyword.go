package rules

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportKeywords reports the last words that tell people to write a word, when a message with it is told
// what any other is, as nothing in the flow looks for it: once.
func reportKeywords(p *lint.Pass) {
	first := firstOfMessages(p.Flow)
	if first == nil {
		return
	}
	reportSameHelp(p)
	const most = 24
	var d *finding.Diagnostic
	var told []string
	for _, w := range p.Flow.Widgets {
		n := effects.Prompt(w)
		if effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsMessage || w.Incomplete ||
			!mayMarkWord(n.Text()) || !endsTalk(p, w) || effects.HeardBy(p.Flow, w) != effects.Contact {
			continue
		}
		for _, word := range wordsToWrite(n.Text()) {
			if len(told) == most {
				return // each is looked for on all ways
			}
			if slices.Contains(told, word) || schemas.IsForTwilio(word) || !p.Flow.Reachable(w) {
				continue
			}
			told = append(told, word)
			h := heardWord{p: p, written: word, word: strings.ToLower(word)}
			answer := h.unknown(first)
			switch {
			case answer == nil:
			case d == nil:
				d = p.Reportf(n, "%s tells people to write %s, but nothing looks for it: it is answered by %s, as any message is; add a branch, or correct the text",
					w.Label(), words.Quote(word), answer.Label()).As(finding.Note).Relate(answer, "the answer").Identify(w.Label(), word)
			default:
				d.Also(n, "so does "+w.Label()+" with "+words.Quote(word))
			}
		}
	}
}

// reportSameHelp reports the words that a text tells people to write, when what answers them is the same text: once.
func reportSameHelp(p *lint.Pass) {
	texts := map[string]*flow.Widget{} // what is said of others, by its words
	for _, w := range p.Flow.Widgets {
		n := effects.Prompt(w)
		if effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsMessage || !mayMarkWord(n.Text()) ||
			p.Flow.TemplateAt(n) != nil || !endsTalk(p, w) || !p.Flow.Reachable(w) {
			continue
		}
		said := strings.Join(strings.Fields(n.Text()), " ")
		other := texts[said]
		if other == nil {
			texts[said] = w
			continue
		}
		for _, word := range wordsToWrite(n.Text()) {
			by, told := onlyByWord(p, other, word), w
			if by == nil {
				by, told = onlyByWord(p, w, word), other
			}
			if by == nil {
				continue
			}
			answer := effects.PastSetting(by)
			p.Reportf(effects.Prompt(answer), "%s answers %s with the text of %s, which tells people to write it; write what they ask for",
				answer.Label(), words.Quote(word), told.Label()).As(finding.Note).Relate(by, "the branch for it").Identify(answer.Label(), word)
			return
		}
	}
}

// onlyByWord returns the branch by which alone one comes to a text, when it takes a word; nil for none.
func onlyByWord(p *lint.Pass, w *flow.Widget, word string) *flow.Transition {
	into := effects.Into(w)
	if len(into) != 1 || into[0].Facts.Kind != schemas.KindBranch {
		return nil
	}
	all := reads.BranchesOf(p, into[0])
	if len(all) != 1 || !all[0].Literal || all[0].Comparison.Holds(strings.ToLower(word)) != split.Yes {
		return nil
	}
	return into[0]
}

// mayMarkWord is a quick look for what marks a word: quotes, asterisks or capitals.
func mayMarkWord(text string) bool {
	return words.HoldsCapitals(text) || strings.IndexByte(text, '"') >= 0 || strings.IndexByte(text, '*') >= 0 ||
		strings.Contains(text, "“") || strings.Contains(text, "«")
}

// wordsToWrite returns the words that a text tells people to write: marked ones, and those in capitals.
func wordsToWrite(text string) []string {
	all := slices.DeleteFunc(offer.Keywords(text), func(word string) bool { return isPartOfPhrase(text, word) })
	for _, o := range offer.In(text) {
		if word := o.Answer; len(word) > 2 && strings.ToUpper(word) == word && strings.ToLower(word) != word &&
			!strings.Contains(word, " ") && !slices.Contains(all, word) && !isPartOfPhrase(text, word) {
			all = append(all, word)
		}
	}
	return all
}

// isPartOfPhrase reports whether another word in capitals stands beside one.
func isPartOfPhrase(text, word string) bool {
	at := strings.Index(text, word)
	before, after := strings.Fields(text[:max(0, at)]), text[max(0, at)+len(word):]
	return words.BeginsInCapitals(after) || len(before) > 0 && words.BeginsInCapitals(before[len(before)-1])
}

// firstOfMessages returns what a message leads to that begins an execution; nil when it begins none, or when
// a parent may know what was written.
func firstOfMessages(f *flow.Flow) (first *flow.Widget) {
	if f.Entry(flow.ParentEvent) != nil || f.Unread() {
		return nil
	}
	for _, e := range f.Entries() {
		if e.Channels()&(flow.Message|flow.Conversation) == 0 {
			continue
		}
		if first != nil || len(e.Transitions) != 1 {
			return nil
		}
		first = e.Transitions[0].Meant
	}
	return first
}

// endsTalk reports whether nothing is heard after a widget, however it is left.
func endsTalk(p *lint.Pass, w *flow.Widget) bool {
	return len(w.Transitions) > 0 &&
		!slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return !values.EndsUnheard(p, t) })
}

// A heardWord follows a message that is one word through a flow.
type heardWord struct {
	p       *lint.Pass
	written string // as the text writes it
	word    string // in small letters

	requests, tested bool // what was met on the way: a request, a split that tests the word
}

// unknown returns the text that answers the word when nothing on its way knows it, as far as can be told: no
// branch takes it, and no step but a text follows, which names it only beside words that are known. It is nil
// otherwise, also where any message makes a request: that may be what the word is for.
func (h *heardWord) unknown(first *flow.Widget) (answer *flow.Widget) {
	walk := flow.WalkFrom(first)
	for w := range walk.All() {
		next, sure := h.after(w)
		if !sure || w.Incomplete {
			return nil
		}
		if effects.ActOf(w) == effects.Tells && effects.HeardBy(h.p.Flow, w) == effects.Contact {
			answer = w
		}
		for _, on := range next {
			walk.Add(on)
		}
	}
	if h.requests && !h.tested {
		return nil
	}
	return answer
}

// after returns where the word leads from a widget; it is not sure where something may know the word.
func (h *heardWord) after(w *flow.Widget) (next []*flow.Widget, sure bool) {
	switch effects.ActOf(w) {
	case effects.Tells:
		text := effects.Prompt(w).Text()
		if text == "" || strings.Contains(text, h.written) && !h.namesKnown(text) {
			return nil, effects.HeardBy(h.p.Flow, w) != effects.Contact
		}
	case effects.Requests:
		if h.requests = true; h.isGiven(w) {
			return nil, false
		}
	case effects.Sets:
	case effects.Splits:
		otherwise, tests, sure := h.at(w)
		if !sure {
			return nil, false
		}
		if tests {
			h.tested = true
			return []*flow.Widget{otherwise}, true
		}
	default:
		return nil, false
	}
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindFailure {
			next = append(next, t.Meant)
		}
	}
	return next, true
}

// at returns where a split sends the word that no branch takes, and whether it tests the word at all. It is not
// sure where a branch takes it, or may.
func (h *heardWord) at(w *flow.Widget) (otherwise *flow.Widget, tests, sure bool) {
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch {
			if t.Facts.Kind == schemas.KindNoMatch {
				otherwise = t.Meant
			}
			continue
		}
		all := reads.BranchesOf(h.p, t)
		if len(all) == 0 || len(all) != t.Node.Get("conditions").Len() {
			return nil, false, false
		}
		for _, b := range all {
			if b.Subject != strings.Join(strings.Fields(w.Input().Text()), "") {
				return nil, false, false // what is meant by it may be something else
			}
			t := h.p.Flow.TemplateAt(b.Condition.Arguments.At(0))
			if t == nil || !slices.ContainsFunc(t.Refs(), h.isText) {
				continue
			}
			r := t.Refs()[0]
			if len(t.Refs()) > 1 || strings.TrimSpace(t.Text) != t.Liquid.Markup[r.Markup].In(t.Text) {
				return nil, false, false
			}
			if text, known := h.filtered(r); !known || !b.Literal || b.Comparison.Holds(text) != split.No {
				return nil, false, false
			}
			tests = true
		}
	}
	return otherwise, tests, true
}

// isText reports whether a reference reads the text of the message, itself or by a variable that keeps it.
func (h *heardWord) isText(r flow.Ref) bool {
	if r.Root() == "trigger" {
		v := reads.Value(h.p.Flow, r)
		return v == nil || v.Holds == schemas.HoldsReply || v.Object
	}
	key, ok := reads.VariableOf(h.p.Flow, r)
	return ok && h.p.Flow.Variable(key) != nil &&
		slices.ContainsFunc(h.p.Flow.Variable(key).Writes, func(by flow.Write) bool {
			t := h.p.Flow.TemplateAt(by.Value)
			return t != nil && slices.ContainsFunc(t.Refs(),
				func(r flow.Ref) bool { return r.Root() == "trigger" && h.isText(r) })
		})
}

// filtered returns what the filters of a reference make of the word.
func (h *heardWord) filtered(r flow.Ref) (text string, known bool) {
	filters, ok := reads.Printed(r)
	text = h.word
	for _, f := range filters {
		switch {
		case reads.OnlyAlter([]liquid.Filter{f}, schemas.AltersBlanks, schemas.AltersCase, schemas.AltersMissing):
		case f.Name == liquid.FilterSize:
			text = strconv.Itoa(utf8.RuneCountInString(text))
		default:
			return "", false
		}
	}
	return text, ok
}

// isGiven reports whether a request learns the text of the message.
func (h *heardWord) isGiven(w *flow.Widget) bool {
	return slices.ContainsFunc(h.p.Flow.TemplatesOf(w),
		func(t *flow.Template) bool { return slices.ContainsFunc(t.Refs(), h.isText) })
}

// namesKnown reports whether a text names another word to write that a branch takes.
func (h *heardWord) namesKnown(text string) bool {
	for _, other := range wordsToWrite(text) {
		if other = strings.ToLower(other); other != h.word &&
			slices.ContainsFunc(reads.Branches.Of(h.p), func(branches []reads.Branch) bool {
				return slices.ContainsFunc(branches,
					func(b reads.Branch) bool { return b.Literal && b.Comparison.Holds(other) == split.Yes })
			}) {
			return true
		}
	}
	return false
}
