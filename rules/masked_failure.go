package rules

import (
	"slices"
	"strings"
	"sync"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/pattern"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "masked-failure", Title: "A failure is told as something else",
		Group: finding.Paths, Severity: finding.Note, Varies: "warning for a payment that was not made",
		Doc: `Finds a request or a Function whose failure a person cannot tell from an answer:

- success and failure lead to the same last word ("your order is stored"), so the
  failure is confirmed as a success;
- the failure leads to the same question as a wrong answer, or back to the one whose answer
  the request takes: while the service is down, the person is asked again and again, and
  never told why.

- the only request of a flow leads to the same place when it works and when it fails, and
  nothing reads what comes back, though a person's answer led to it; or, where there are
  several requests, one that is given the answer does (one finding a flow);

- one that is given an answer, after a word of thanks, ends either way;

- the failure leads to the word that tells of a wrong choice in a menu ("not a valid
  option"), so an outage is told as that;

- silence at a question leads to the word that an answer of the service that says no leads
  to, so who said nothing is told that nothing was found;

- the failure leads to the split on what the service answers, which then finds nothing and
  tells of a wrong choice, or that there is nothing;

- the failure leads to the same word as an answer of the service that says no ("we
  have no such booking"), so an outage is told as that; or to words that say so ("that is not
  a valid number", "you have no appointments"). Those of several requests that lead to the
  same word are one finding;

- the failure leads to a word of its own that says that it was done ("your order is
  placed").

- a text that comes when the request has failed gives a number, or a no, as the default for what
  it would have brought ("your balance is 0").

- a message says that it was done ("you have been registered") before the request that does it,
  and when that message cannot be sent the request is skipped;

- a payment that was not made leads to thanks for it, or to the same request as one that was
  made, while nothing reads what came of it: a warning.

A last word that itself tells the two apart, in Liquid, is left alone, and so is a step
whose success goes on to more, that does not come right after a person's answer, or whose
name says that it only keeps a record (log, track, audit), unless it is given the answer and the
last word says that this was stored.

Lead the failure to a message of its own and to an end, or count the attempts. Where a service
fails for such an answer only, that may be what is meant.`,
	},
	Check: func(p *lint.Pass) {
		var lost []*flow.Transition
		read := sync.OnceValue(func() map[string]bool { return readNames(p.Flow) })
		wrong := wrongChoices(p)
		var assumed *finding.Diagnostic
		denied := denials{}
		for _, w := range p.Flow.Widgets {
			if w.Facts.Dialog != schemas.DialogSilent || !p.Flow.Reachable(w) {
				continue
			}
			worked, failed := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
			if worked == nil || failed == nil {
				continue
			}
			assumed = reportAssumed(p, w, failed, assumed)
			if worked.Meant == nil || failed.Meant == nil {
				if worked.Ends() && failed.Ends() && losesAnswer(p, w, read) && values.Waiting.Of(p)[w.Index] == 0 {
					lost = append(lost, failed)
				}
				continue
			}
			if m := wrong[failed.Meant]; m != nil && worked.Meant != failed.Meant && failed.Meant != m.Otherwise.From {
				p.Reportf(failed.NextNode, "%s of %s leads to %s, as a wrong answer to %s does, so an outage is told as that; give it a message of its own",
					words.Quote(failed.Event), w.Label(), failed.Meant.Label(), m.Question.Label())
			} else if told := blankTold(p, w, failed); told != nil {
				p.Reportf(failed.NextNode, "when %s fails (%s), %s finds nothing and leads to %s, so an outage is told as that; give it a message of its own",
					w.Label(), words.Quote(failed.Event), failed.Meant.Label(), told.Label()).Relate(told, "what is told then")
			} else if confirms(failed.Meant) && worked.Meant != failed.Meant {
				p.Reportf(failed.NextNode, "when %s fails (%s), %s tells the person that it was done; say that it was not", w.Label(), words.Quote(failed.Event), failed.Meant.Label()).
					Relate(failed.Meant, "what is told then")
			} else if worked.Meant != failed.Meant {
				checkAnother(p, w, worked, failed, denied)
			} else if checkSame(p, w, failed, read) {
				lost = append(lost, failed)
			}
		}
		reportLostAnswers(p, lost)
		reportSilence(p)
		reportTooSoon(p)
		checkPayments(p, read)
	},
})

// checkPayments looks at what comes after a payment that was not made.
func checkPayments(p *lint.Pass, read func() map[string]bool) {
	for _, w := range p.Flow.Widgets {
		worked := w.OnKind(schemas.KindSuccess)
		if effects.ActOf(w) != effects.Asks || worked == nil || w.OnKind(schemas.KindFailure) == nil || !p.Flow.Reachable(w) {
			continue
		}
		var d *finding.Diagnostic
		for _, t := range w.Transitions {
			if t.Facts.Kind != schemas.KindFailure {
				continue
			}
			told := firstWord(t)
			switch {
			case told != nil && offer.ConfirmsPayment(plainWord(p.Flow, told)):
			case told == nil && t.Meant != nil && t.Meant == worked.Meant && t.Meant.Facts.Request != nil && !read()[w.Name] && !read()[""]:
			default:
				continue
			}
			switch {
			case d != nil:
				d.Relate(t.NextNode, "and "+words.Quote(t.Event))
			case told != nil:
				d = p.Reportf(t.NextNode, "%s of %s, when nothing was paid, leads to %s, which says that it was; say that it was not",
					words.Quote(t.Event), w.Label(), told.Label()).As(finding.Warning).Relate(told, "what is told then")
			default:
				d = p.Reportf(t.NextNode, "%s of %s, when nothing was paid, leads to %s as a payment does, and nothing reads its Result; lead it elsewhere",
					words.Quote(t.Event), w.Label(), t.Meant.Label()).As(finding.Warning)
			}
		}
	}
}

// reportSilence reports the questions whose silence is told as what a service has answered: that
// it found nothing. Once.
func reportSilence(p *lint.Pass) {
	denied := deniedByService(p.Flow)
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		t := w.OnKind(schemas.KindTimeout)
		if t == nil || effects.ActOf(w) != effects.Asks || !p.Flow.Reachable(w) {
			continue
		}
		what, told := "an answer of the service that says no", firstWord(t)
		switch {
		case told == nil:
			continue
		case denied[told]:
		case tellsOfNothing(p.Flow, told):
			what = "a search that found nothing"
		default:
			continue
		}
		if d == nil {
			d = p.Reportf(placeOfNext(t), "%s of %s leads to %s, as %s does: silence is told as that; say that nothing was heard",
				words.Quote(t.Event), w.Label(), told.Label(), what).Relate(told, "what is told then").Identify(w.Label())
		} else if len(d.Related) < lint.MaxRelated {
			d.Relate(placeOfNext(t), "so does that of "+w.Label())
		}
	}
}

// tellsOfNothing reports whether a widget tells a person that there is nothing to be had, and not
// that nothing was heard.
func tellsOfNothing(f *flow.Flow, w *flow.Widget) bool {
	text := plainWord(f, w)
	return offer.HasNone(text) && !offer.Unheard(text) && !offer.Troubled(text)
}

// deniedByService returns what tells a person no, and not that nothing was heard, after a split
// on what a request has brought.
func deniedByService(f *flow.Flow) map[*flow.Widget]bool {
	var denied map[*flow.Widget]bool
	for _, w := range f.Widgets {
		if !w.Facts.Split || !f.Reachable(w) || !slices.ContainsFunc(reads.Compared(f, w), func(r flow.Ref) bool {
			by := reads.Widget(f, r)
			return by != nil && by.Facts.Request != nil
		}) {
			continue
		}
		for _, t := range w.Transitions {
			if told := firstWord(t); told != nil && offer.Refuses(plainWord(f, told)) && !offer.Unheard(effects.Prompt(told).Text()) {
				if denied == nil {
					denied = map[*flow.Widget]bool{}
				}
				denied[told] = true
			}
		}
	}
	return denied
}

// confirms reports whether a widget tells a person, in fixed words, that something was done.
func confirms(w *flow.Widget) bool {
	if !fixedWord(w) {
		return false
	}
	return offer.Confirms(effects.Prompt(w).Text())
}

// claims reports whether a widget tells a person that something was done or stored.
func claims(w *flow.Widget) bool {
	_, stored := offer.Promises(effects.Prompt(w).Text(), offer.Stored)
	return stored || confirms(w)
}

// reportTooSoon reports the messages that say that something was done before the only request that
// may do it, which is skipped when they fail: once.
func reportTooSoon(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		sent, failed := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
		if effects.ActOf(w) != effects.Tells || w.Incomplete || sent == nil || failed == nil || !says(w) || !p.Flow.Reachable(w) {
			continue
		}
		request := requestAfter(sent)
		if request == nil || keepsRecord().MatchString(request.Name) || !givenAnswer(p.Flow, request) || mayReach(failed, request) ||
			slices.ContainsFunc(p.Flow.Widgets, func(other *flow.Widget) bool {
				act := effects.ActOf(other)
				return (act == effects.Requests || act == effects.RunsFlow || act == effects.Anything) && p.Flow.CanPrecede(other, w)
			}) {
			continue
		}
		if d == nil {
			d = p.Reportf(effects.Prompt(w), "%s says that it was done before %s does it, which is skipped when the message fails (%s); make the request first",
				w.Label(), request.Label(), words.Quote(failed.Event)).Relate(request, "what does it").Identify(w.Label())
		} else if len(d.Related) < lint.MaxRelated {
			d.Relate(effects.Prompt(w), "so does "+w.Label())
		}
	}
}

// says reports whether a widget tells a person, whatever Liquid puts in, that something was done.
func says(w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	_, stored := offer.Promises(text, offer.Stored)
	return (stored || offer.Confirms(text)) && !strings.Contains(text, "{%")
}

// requestAfter returns the request that comes next, over steps that set variables.
func requestAfter(t *flow.Transition) *flow.Widget {
	const far = 4
	for range far {
		if t == nil || t.Meant == nil {
			return nil
		}
		switch effects.ActOf(t.Meant) {
		case effects.Requests:
			return t.Meant
		case effects.Sets:
			t = t.Meant.Onward()
		default:
			return nil
		}
	}
	return nil
}

// mayReach reports whether a transition leads to a widget, at once or later, or nobody knows where.
func mayReach(t *flow.Transition, to *flow.Widget) bool {
	if t.Meant == nil {
		return !t.Ends()
	}
	seen := map[*flow.Widget]bool{t.Meant: true}
	for queue := []*flow.Widget{t.Meant}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == to {
			return true
		}
		for _, t := range queue[0].Transitions {
			if t.Meant != nil && !seen[t.Meant] {
				seen[t.Meant] = true
				queue = append(queue, t.Meant)
			}
		}
	}
	return false
}

// wrongChoices returns what tells a person that an answer to a menu fits nowhere.
func wrongChoices(p *lint.Pass) map[*flow.Widget]*answers.Menu {
	all := map[*flow.Widget]*answers.Menu{}
	for _, menus := range [][]answers.Menu{answers.Menus.Of(p), answers.SpokenMenus.Of(p)} {
		for i := range menus {
			m := &menus[i]
			if m.Otherwise == nil || m.Otherwise.Meant == nil || all[m.Otherwise.Meant] != nil {
				continue
			}
			if told := m.Otherwise.Meant; fixedWord(told) && offer.SaysWrong(effects.Prompt(told).Text()) {
				all[told] = m
			}
		}
	}
	return all
}

// blankTold returns what tells a person of a wrong choice, or that there is nothing, when a
// request fails, because its failure leads to the split on its answer, which is then blank.
func blankTold(p *lint.Pass, w *flow.Widget, failed *flow.Transition) *flow.Widget {
	f, split := p.Flow, failed.Meant
	if !split.Facts.Split || w.Facts.Request == nil {
		return nil
	}
	for _, r := range reads.Compared(f, split) {
		name, key, ok := r.Output()
		if known := w.Facts.Outputs.Key(key); !ok || name != w.Name || known != nil && known.Holds == schemas.HoldsResponseStatus {
			return nil
		}
	}
	const far = 6
	next := onNothing(p, split)
	for range far {
		if next == nil || next.Meant == nil {
			return nil
		}
		switch at := next.Meant; effects.ActOf(at) {
		case effects.Tells, effects.Asks:
			if text := effects.Prompt(at).Text(); fixedWord(at) && offer.SaysWrong(text) || offer.Refuses(plainWord(f, at)) {
				return at
			}
			return nil
		case effects.Sets:
			next = at.OnKind(schemas.KindAlways)
		case effects.Splits:
			next = at.OnKind(schemas.KindNoMatch)
		default:
			return nil
		}
	}
	return nil
}

// onNothing returns where a split leads when what it tests is blank, or has its default.
func onNothing(p *lint.Pass, w *flow.Widget) *flow.Transition {
	for _, b := range reads.Branches.Of(p)[w.Index] {
		t := p.Flow.TemplateAt(b.Condition.Arguments.At(0))
		if t == nil || !b.Literal || len(t.Refs()) != 1 {
			continue
		}
		r := t.Refs()[0]
		if filters, _ := reads.Printed(r); len(filters) == 1 {
			if text := defaultText(r, filters[0]); text != "" && b.Comparison.Holds(strings.ToLower(text)) == split.Yes {
				return b.Transition
			}
		}
	}
	return w.OnKind(schemas.KindNoMatch)
}

// defaultText is the fixed text that a filter gives a value that is missing; "" for any other.
func defaultText(r flow.Ref, f liquid.Filter) string {
	if f.Name != "default" {
		return ""
	}
	text := strings.TrimSpace(f.Args.In(r.Text))
	if bare := strings.Trim(text, `"'`); bare != text || strings.Trim(text, "0123456789.") == "" {
		return bare
	}
	return ""
}

// reportAssumed reports a text that comes when a request has failed, and gives a default as if the
// request had brought that: one a flow.
func reportAssumed(p *lint.Pass, w *flow.Widget, failed *flow.Transition, d *finding.Diagnostic) *finding.Diagnostic {
	told := firstWord(failed)
	if told == nil || w.Facts.Request == nil || d != nil && len(d.Related) == lint.MaxRelated {
		return d
	}
	n := effects.Prompt(told)
	t := p.Flow.TemplateAt(n)
	if t == nil || !strings.Contains(n.Text(), "default") || strings.Contains(n.Text(), "{%") {
		return d
	}
	for _, r := range t.Refs() {
		filters, ok := reads.Printed(r)
		if !ok || reads.Widget(p.Flow, r) != w || r.Name(2) != "parsed" {
			continue
		}
		for _, f := range filters {
			switch text := defaultText(r, f); {
			case !isClaim().MatchString(text):
			case d == nil:
				d = p.Reportf(t.Place(r.Reference.Span), "when %s fails (%s), %s says %s for %s, as if it were so; give the failure a message of its own",
					w.Label(), words.Quote(failed.Event), told.Label(), words.Quote(text), reads.Path(r)).Relate(failed, "the failure").Identify(told.Label())
			default:
				d.Relate(t.Place(r.Reference.Span), "so it is with "+reads.Path(r))
			}
		}
	}
	return d
}

// isClaim is a default that says something, and does not say that nothing is known.
var isClaim = pattern.Lazy(`(?i)^(?:[$€£]?[0-9]+(?:[.,][0-9]+)?|no|none|never|closed|open|ningun[oa]|nenhuma?|keine?|aucune?|nessuno)$`)

// plainWord is what a widget says or asks without the values that Liquid puts in; "" where
// Liquid decides what is said.
func plainWord(f *flow.Flow, w *flow.Widget) string {
	n := effects.Prompt(w)
	if strings.Contains(n.Text(), "{%") {
		return ""
	}
	return f.Plain(n)
}

// firstWord returns what a person hears or is asked first after a transition, over steps that
// set variables; nil where anything else comes first.
func firstWord(t *flow.Transition) *flow.Widget {
	const far = 6
	for range far {
		if t == nil || t.Meant == nil {
			return nil
		}
		switch w := t.Meant; effects.ActOf(w) {
		case effects.Tells, effects.Asks:
			return w
		case effects.Sets:
			t = w.OnKind(schemas.KindAlways)
		default:
			return nil
		}
	}
	return nil
}

// isAlsoAnswered reports whether a split on what a request has brought leads to a word, too:
// right after its success, or over other splits and steps that set variables.
func isAlsoAnswered(f *flow.Flow, w *flow.Widget, worked *flow.Transition, told *flow.Widget) bool {
	const far = 8
	seen := map[*flow.Widget]bool{}
	for queue := []*flow.Transition{worked}; len(queue) > 0 && len(seen) < far; queue = queue[1:] {
		at := queue[0].Meant
		if at == nil || seen[at] {
			continue
		}
		seen[at] = true
		switch effects.ActOf(at) {
		case effects.Sets:
			queue = append(queue, at.Transitions...)
		case effects.Splits:
			tests := slices.ContainsFunc(reads.Compared(f, at), func(r flow.Ref) bool { return reads.Widget(f, r) == w })
			if tests && slices.ContainsFunc(at.Transitions, func(t *flow.Transition) bool { return firstWord(t) == told }) {
				return true
			}
			queue = append(queue, at.Transitions...)
		}
	}
	return false
}

// checkAnother looks at a failure that leads elsewhere than the success does.
func checkAnother(p *lint.Pass, w *flow.Widget, worked, failed *flow.Transition, denied denials) {
	told := firstWord(failed)
	switch {
	case told != nil && w.Facts.Request != nil && firstWord(worked) != told && offer.Refuses(plainWord(p.Flow, told)):
		denied.add(p, failed, told, isAlsoAnswered(p.Flow, w, worked, told))
	case negative(worked.Meant, failed.Meant) && fixedWord(failed.Meant) && takesAnswer(w) && !offer.Troubled(effects.Prompt(failed.Meant).Text()):
		p.Reportf(failed.NextNode, "%s of %s leads to %s, as an answer that says no does, so an outage is told as that; give it a message of its own",
			words.Quote(failed.Event), w.Label(), failed.Meant.Label())
	case askedAgain(p.Flow, w, failed.Meant):
		p.Reportf(failed.NextNode, "when %s fails (%s), %s is asked again without a word, and so on while the service is down; say so, and count",
			w.Label(), words.Quote(failed.Event), failed.Meant.Label())
	case wrongAnswer(worked.Meant, failed.Meant) && p.Flow.SameLoop(failed.Meant, w):
		p.Reportf(failed.NextNode, "%s of %s leads to %s, as a wrong answer does: while the service is down the person is asked for ever; give it a message of its own and an end",
			words.Quote(failed.Event), w.Label(), failed.Meant.Label())
	}
}

// denials are the findings about what tells a person no when a request fails: one for each text.
type denials map[*flow.Widget]*finding.Diagnostic

func (all denials) add(p *lint.Pass, failed *flow.Transition, told *flow.Widget, alsoAnswered bool) {
	w := failed.From
	if d := all[told]; d != nil {
		if len(d.Related) < lint.MaxRelated {
			d.Relate(failed.NextNode, "so is a failure of "+w.Label())
		}
		return
	}
	format := "%s of %s leads to %s, which says no, so an outage is told as an answer; say what it is"
	if alsoAnswered {
		format = "%s of %s leads to %s, as an answer that says no does, so an outage is told as that; say what it is"
	}
	d := p.Reportf(failed.NextNode, format, words.Quote(failed.Event), w.Label(), told.Label())
	if told != failed.Meant {
		d.Relate(told, "what is told then")
	}
	all[told] = d
}

// askedAgain reports whether a question's answer leads right to a request, over steps of which
// nobody notices anything, and the question does not tell what came of it.
func askedAgain(f *flow.Flow, w, question *flow.Widget) bool {
	if w.Facts.Request == nil || effects.ActOf(question) != effects.Asks || slices.ContainsFunc(f.TemplatesOf(question), func(t *flow.Template) bool {
		return slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { return r.Root() != "widgets" && r.Name(1) == "variables" || r.Name(1) == w.Name })
	}) {
		return false
	}
	return answerBefore(w, func(t *flow.Transition) bool { return t.From == question })
}

// checkSame looks at a step whose failure leads to the same as its success, where that is right
// after a person's answer. It reports true where, among several requests, an answer is lost so.
func checkSame(p *lint.Pass, w *flow.Widget, failed *flow.Transition, read func() map[string]bool) (lost bool) {
	switch {
	case lastWord(p, failed.Meant):
		if takesAnswer(w) && (!keepsRecord().MatchString(w.Name) || givenAnswer(p.Flow, w) && claims(failed.Meant)) {
			p.Reportf(failed.NextNode, "%s leads to the same last word %s when it works and when it fails, so a failure is confirmed as a success; give %s a message of its own",
				w.Label(), failed.Meant.Label(), words.Quote(failed.Event))
		}
	case w.Facts.Request == nil || read()[w.Name] || read()[""]:
	case onlyRequest(p.Flow, w) && takesAnswer(w):
		p.Reportf(failed.NextNode, "%s is the only request of this flow, leads to %s when it works and when it fails, and nothing reads what comes back: nobody ever learns that it failed; lead %s elsewhere",
			w.Label(), failed.Meant.Label(), words.Quote(failed.Event))
	default:
		return takesAnswer(w) && losesAnswer(p, w, read) && !isGivenAgain(p.Flow, failed)
	}
	return false
}

// near is how many steps after a failure are looked at.
const near = 100

// isGivenAgain reports whether a request that comes later is given an answer, too, that the one
// that failed was given, before the question is asked once more.
func isGivenAgain(f *flow.Flow, failed *flow.Transition) bool {
	given := map[string]bool{}
	seen := map[*flow.Widget]bool{failed.From: true, failed.Meant: true}
	for _, r := range answersGiven(f, failed.From) {
		given[r.Reference.String()] = true
		if asked := reads.Widget(f, r); asked != nil {
			seen[asked] = true
		}
	}
	for queue := []*flow.Widget{failed.Meant}; len(queue) > 0 && len(seen) < near; queue = queue[1:] {
		w := queue[0]
		if w.Facts.Request != nil && slices.ContainsFunc(answersGiven(f, w), func(r flow.Ref) bool { return given[r.Reference.String()] }) {
			return true
		}
		for _, t := range w.Transitions {
			if t.Meant != nil && !seen[t.Meant] {
				seen[t.Meant] = true
				queue = append(queue, t.Meant)
			}
		}
	}
	return false
}

// answersGiven returns what a widget reads of what a person answered.
func answersGiven(f *flow.Flow, w *flow.Widget) []flow.Ref {
	var given []flow.Ref
	for _, t := range f.TemplatesOf(w) {
		for _, r := range t.Refs() {
			if reads.IsAnswer(f, r) {
				given = append(given, r)
			}
		}
	}
	return given
}

// losesAnswer reports whether a request is given what a person answered, and nothing reads
// what comes back.
func losesAnswer(p *lint.Pass, w *flow.Widget, read func() map[string]bool) bool {
	return w.Facts.Request != nil && !read()[w.Name] && !read()[""] && !keepsRecord().MatchString(w.Name) && givenAnswer(p.Flow, w)
}

// reportLostAnswers reports the requests whose failure loses an answer: once.
func reportLostAnswers(p *lint.Pass, lost []*flow.Transition) {
	if len(lost) == 0 {
		return
	}
	first := lost[0]
	var d *finding.Diagnostic
	if first.Meant == nil {
		d = p.Reportf(first, "%s ends also when it fails, so the answer that it is given is lost unseen; lead %s elsewhere", first.From.Label(), words.Quote(first.Event))
	} else {
		d = p.Reportf(first.NextNode, "%s is given an answer, leads to %s also when it fails, and nothing reads what comes back: the answer is then lost unseen; lead %s elsewhere",
			first.From.Label(), first.Meant.Label(), words.Quote(first.Event))
	}
	d.Identify(first.From.Label())
	for _, t := range lost[1:min(len(lost), lint.MaxRelated)] {
		d.Relate(placeOfNext(t), "so is "+t.From.Label())
	}
}

// placeOfNext is where a transition says where it leads, or its event where it leads nowhere.
func placeOfNext(t *flow.Transition) finding.Placer {
	if t.NextNode.Exists() {
		return t.NextNode
	}
	return t
}

// onlyRequest reports whether a flow makes no other request than that of a widget.
func onlyRequest(f *flow.Flow, w *flow.Widget) bool {
	return !slices.ContainsFunc(f.Widgets, func(other *flow.Widget) bool { return other != w && other.Facts.Request != nil })
}

// readNames returns the names of the widgets of which some template reads what they store, ""
// when it may be any.
func readNames(f *flow.Flow) map[string]bool {
	read := map[string]bool{}
	if f.Unread() {
		read[""] = true
	}
	for _, r := range f.Refs() {
		if name, _, ok := r.Output(); ok {
			read[name] = true
		}
	}
	return read
}

// keepsRecord are names of steps that may fail without harm.
var keepsRecord = pattern.Lazy(`(?i)log|track|audit|metric|analytic|stat|record|debug|notif`)

// givenAnswer reports whether a request is given what a person answered, itself or by a
// variable.
func givenAnswer(f *flow.Flow, w *flow.Widget) bool {
	answers := func(t *flow.Template) bool {
		return t != nil && slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { return reads.IsAnswer(f, r) })
	}
	return slices.ContainsFunc(f.TemplatesOf(w), func(t *flow.Template) bool {
		return answers(t) || slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
			key, ok := reads.VariableOf(f, r)
			return ok && key != "" && f.Variable(key) != nil && slices.ContainsFunc(f.Variable(key).Writes, func(by flow.Write) bool { return answers(f.TemplateAt(by.Value)) })
		})
	})
}

// takesAnswer reports whether a widget comes right after a person's answer.
func takesAnswer(w *flow.Widget) bool {
	return answerBefore(w, func(*flow.Transition) bool { return true })
}

// answerBefore reports whether a widget comes right after one of some answers.
func answerBefore(w *flow.Widget, such func(*flow.Transition) bool) bool {
	const far = 8 // steps that are looked at
	seen := map[*flow.Widget]bool{w: true}
	for queue := []*flow.Widget{w}; len(queue) > 0 && len(seen) <= far; queue = queue[1:] {
		for _, t := range queue[0].In {
			switch {
			case t.Facts.Kind == schemas.KindInput:
				if such(t) {
					return true
				}
			case seen[t.From] || t.From.Facts.Starts || t.From.Facts.Dialog != schemas.DialogSilent:
			default:
				seen[t.From] = true
				queue = append(queue, t.From)
			}
		}
	}
	return false
}

// lastWord reports whether a widget says something fixed, and nothing is heard after it.
func lastWord(p *lint.Pass, w *flow.Widget) bool {
	if !fixedWord(w) {
		return false
	}
	for _, t := range w.Transitions {
		if !values.EndsUnheard(p, t) {
			return false
		}
	}
	return len(w.Transitions) > 0
}

// fixedWord reports whether a widget says something that Liquid does not change.
func fixedWord(w *flow.Widget) bool {
	if w.Facts.Dialog != schemas.DialogTells {
		return false
	}
	for _, name := range w.Facts.Content {
		if n := w.Property(name); n.IsString() && liquid.HasMarkup(n.Text()) {
			return false
		}
	}
	return true
}

// wrongAnswer reports whether a split sends what fits none of its branches to a widget.
func wrongAnswer(split, to *flow.Widget) bool {
	if !split.Facts.Split {
		return false
	}
	otherwise := split.OnKind(schemas.KindNoMatch)
	return otherwise != nil && otherwise.Meant == to
}

// negative reports whether a split right after a request leads to a widget when what it
// tests is not as wished: what fits no branch, or a single branch beside it.
func negative(split, to *flow.Widget) bool {
	if !wrongAnswer(split, to) {
		return false
	}
	return slices.ContainsFunc(split.Transitions, func(t *flow.Transition) bool {
		return t.Facts.Kind == schemas.KindBranch && t.Meant != nil && t.Meant != to
	})
}
