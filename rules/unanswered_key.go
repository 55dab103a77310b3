package rules

import (
	"slices"
	"strings"
	"unicode"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/pattern"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unanswered-key", Title: "A prompt offers what no branch takes",
		Group: finding.Splits, Severity: finding.Note,
		Doc: `Compares what a prompt offers ("press 1 for bread, 2 for cake", "reply YES or NO") with
the branches of the split that tests the answer. It finds

- a question that is answered by yes or no, while "no" fits no branch and is asked again;
- a question in Spanish, say, that takes "yes" and not "sí", and does not offer "yes"; this is
  a warning;
- a word that is taken with its accent and not without it, or the other way about (si, sí), and
  one of the prompt that the branch has in the other way (ubicación, ubicacion: a warning);
- Y that is taken in a chat and "yes" is not, while what fits no branch counts as a no; N, too;
- a number that is taken in a chat for a yes, and the word beside it ("1 - Yes") is not, where no
  text says that the number is to be written;
- whatever fits no branch in a chat and is kept as a refusal, as a branch for no is;
- whatever fits no branch counts as one answer among several that are offered, and leads
  neither to somebody to speak to nor to a last word;
- keys and words that are offered, fit no branch, and count as a wrong answer;
- one that is offered in order to go back, fits no branch, and ends the execution;
- a word that a message before the question offers ("send LEAVE at any time") and that
  another split of the flow knows, but this one does not;
- a word after which people are told to write more ("MOVE: [your new address]"), while its branch
  is equal_to that word: a warning;
- a text that says one thing for one answer, and another for whatever else was pressed
  or written ({% if widgets.ask.Digits == "1" %}Approved{% else %}Rejected{% endif %}), right
  after the question and with no split on the answer;
- the words of another menu, after a wrong answer ("reply Y or N", and the question was C or R);
- an example ("e.g. ABD", "for example 10/25/2024") that is not among the letters or numbers which
  the prompt lists, or which no branch takes;
- words that a question listens for ("hints") while no branch takes them;
- # or * that is offered as one of several keys, though it ends the input and is no part of
  the keys, while nothing comes after silence either;
- a message after which a certain word is waited for, while it neither asks anything nor
  names one ("At the gate: Ann", and YES opens it);
- a key or a word with a branch of its own that the prompt does not name, while it names
  others, and of which no other text speaks.

Left alone is one answer that "noMatch" leads on with ("press 2 for anything else"; not
somebody to speak to, where only a last word comes), a key
that repeats the prompt, the key that ends the input, the words that Twilio answers itself
(STOP, HELP), words that people write unasked (hello, agent), branches for 0, * and #, one that leads where another one leads,
and the numbers of a list before a question that itself offers all that its branches take.

It also finds the one question by message that does not take a word (agent, menu, cancel) which
all others of the flow take; the questions that do not take a word or a key which a text says is
good at any time, while another question takes it; a word that only one of two questions with the
same answers takes ("1 for yes": 1 and yes); and, once a flow, the question without numbers after which one is
told to send the number of an answer.

Add the branch, or correct the prompt.`,
	},
	Check: func(p *lint.Pass) {
		checkExceptions(p, reportAnytimes(p))
		for _, menus := range [][]answers.Menu{answers.Menus.Of(p), answers.SpokenMenus.Of(p)} {
			for _, m := range menus {
				checkForeign(p, &m)
				checkMenu(p, &m)
				checkHints(p, &m)
				checkExample(p, &m)
				checkSample(p, &m)
				checkLabelled(p, &m)
			}
		}
		reportNumberless(p)
		reportWordless(p)
		checkTextOnAnswer(p)
		checkWithMore(p)
		checkLetters(p)
	},
})

// checkLetters reports the examples of several letters of a list which that does not have: those in
// small letters, which are copied with the question, once.
func checkLetters(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks {
			continue
		}
		n := effects.Prompt(w)
		examples, at := offer.Examples(n.Text())
		for _, example := range examples[:min(len(examples), 1)] {
			if missing := offer.Missing(example, n.Text()); missing != "" && p.Flow.Reachable(w) {
				p.Reportf(n.Part(at, at+len(example)), "%s gives %s as an example, but lists no %s; correct it", w.Label(), words.Quote(example), words.Quote(missing))
			}
		}
		switch example, at := offer.Unlisted(n.Text()); {
		case example == "" || !p.Flow.Reachable(w):
		case d == nil:
			d = p.Reportf(n.Part(at, at+len(example)), "%s gives %s as an example, but its list has other letters; correct it", w.Label(), words.Quote(example)).Identify(w.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(n.Part(at, at+len(example)), "so does "+w.Label())
		}
	}
}

// checkExample reports an example that no branch of a menu takes, which it asks again for.
func checkExample(p *lint.Pass, m *answers.Menu) {
	n := effects.Prompt(m.Question)
	examples, at := offer.Examples(n.Text())
	if len(examples) == 0 || !m.Again() || !m.SingleKeys() {
		return
	}
	for _, example := range examples {
		if len(example) == 1 && !m.Takes(example) && !slices.ContainsFunc(m.Offers, func(o answers.Offer) bool { return o.Answer == example }) {
			p.Reportf(n.Part(at, at+len(examples[0])), "%s gives %s as an example, which no branch of %s takes; correct it", m.Question.Label(), words.Quote(example), m.Split.Label()).
				Relate(m.Split, "the split on the answer")
			return
		}
	}
}

// checkWithMore reports the words after which people are told to write more, while the branch
// takes the word alone: once.
func checkWithMore(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, a := range answers.Arguments.Of(p) {
		switch word := words.Quote(strings.ToUpper(a.Word)); {
		case d == nil:
			d = p.Reportf(a.Branch, "%s tells people to write more after %s, but %s takes the word alone, so it fits nothing; compare by starts_with",
				a.By.Label(), word, a.Branch.Transition.From.Label()).As(finding.Warning).Relate(a.By, "where it is told").Identify(a.Word)
		case len(d.Related) < lint.MaxRelated:
			d.Relate(a.Branch, "so it is with "+word)
		}
	}
}

// onOneAnswer is a text that decides by one answer, and says something for all others.
var onOneAnswer = pattern.Lazy(`(?s)\{%-?\s*if\s+widgets\.([\w-]+)\.[\w.]+\s*==\s*["']([^"']+)["']\s*-?%\}(.*?)\{%-?\s*else\s*-?%\}(.*?)\{%-?\s*endif`)

// checkTextOnAnswer reports a text right after a question that takes any answer but one for
// the other one.
func checkTextOnAnswer(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells {
			continue
		}
		n := effects.Prompt(w)
		if !strings.Contains(n.Text(), "{%") || !p.Flow.Reachable(w) {
			continue
		}
		m := onOneAnswer().FindStringSubmatch(n.Text())
		if m == nil || strings.Count(n.Text(), "{%") != 3 || strings.TrimSpace(m[4]) == "" {
			continue
		}
		q := p.Flow.Only(m[1])
		if q == nil || !answers.Asks(q) || !slices.ContainsFunc(w.In, func(t *flow.Transition) bool { return t.From == q && t.Facts.Kind == schemas.KindInput }) || isTested(p, q) {
			continue
		}
		p.Reportf(n, "%s takes any answer to %s but %s for the other one: a wrong key gets that word, too; test the answer in a split, and ask again",
			w.Label(), q.Label(), words.Quote(m[2])).Relate(q, "the question")
	}
}

// isTested reports whether a split tests what a question has stored.
func isTested(p *lint.Pass, q *flow.Widget) bool {
	return slices.ContainsFunc(p.Flow.Refs(), func(r flow.Ref) bool {
		return r.Widget.Facts.Split && r.Root() == "widgets" && r.Name(1) == q.Name
	})
}

// checkForeign reports a question that takes its yes in another language than it asks in.
func checkForeign(p *lint.Pass, m *answers.Menu) {
	if word, tongue := m.Foreign(p.Document); word != "" {
		p.Reportf(m.Split, "%s asks in %s, but %s takes \"yes\" and not %s, which people answer; add it",
			m.Question.Label(), words.TongueName(tongue), m.Split.Label(), words.Quote(word)).As(finding.Warning).Relate(m.Question, "the question")
	}
}

// checkExceptions reports the questions that do not take a word which all others take, but for
// those words that are told.
func checkExceptions(p *lint.Pass, told []answers.Anytime) {
	for _, e := range answers.Exceptions.Of(p) {
		if slices.ContainsFunc(told, func(a answers.Anytime) bool { return a.Answer == e.Word }) {
			continue
		}
		p.Reportf(e.Menu.Split, "%s does not take %s, which all other questions of the flow take; add the branch", e.Menu.Split.Label(), words.Quote(e.Word)).
			Relate(e.Other, "one that takes it").Relate(e.Menu.Question, "the question").Identify(e.Word)
	}
}

// checkHints reports the words that a question listens for, when some of them are taken and others
// only make that it is asked again.
func checkHints(p *lint.Pass, m *answers.Menu) {
	if !m.Spoken || m.Question.Facts.Speech == nil || !m.Again() {
		return
	}
	n := m.Question.Property(m.Question.Facts.Speech.Hints)
	if liquid.HasMarkup(n.Text()) || strings.Contains(n.Text(), "$") { // a class of words, such as $DAY
		return
	}
	var missing []string
	taken := 0
	for hint := range strings.SplitSeq(n.Text(), ",") {
		hint = strings.TrimSpace(hint)
		switch fits := fitsBranch(m, strings.ToLower(hint)); {
		case hint == "":
		case fits == split.Yes:
			taken++
		case fits == split.Unsure:
			return
		default:
			missing = append(missing, hint)
		}
	}
	if taken > 0 && len(missing) > 0 {
		p.Reportf(n, "%s listens for %s, which no branch of %s takes, so whoever says it is asked again; add a branch",
			m.Question.Label(), words.List(missing), m.Split.Label()).Relate(m.Split, "the split on the answer")
	}
}

// fitsBranch reports whether an answer fits some branch of a menu.
func fitsBranch(m *answers.Menu, answer string) split.Answer {
	fits := split.No
	for _, b := range m.Branches {
		switch b.Comparison.Holds(answer) {
		case split.Yes:
			return split.Yes
		case split.No:
		default:
			fits = split.Unsure
		}
	}
	return fits
}

func checkMenu(p *lint.Pass, m *answers.Menu) {
	missing, by := otherMenu(m)
	if by == nil {
		missing, by = inVain(p, m)
	}
	if len(missing) > 0 {
		what := "is told that it is wrong"
		if !m.Again() {
			what = "gets what any other answer does"
		} else if m.Otherwise.Meant == m.Question {
			what = "is only asked again"
		}
		d := p.Reportf(by, "%s offers %s, which no branch of %s takes: whoever chooses it %s; add a branch, or correct the prompt",
			by.Label(), words.List(missing), m.Split.Label(), what).Relate(m.Split, "the split on the answer")
		if by == m.Question && m.Again() && len(missing) < len(m.Offers) {
			d.As(finding.Warning) // the menu works, but for this
		}
		return
	}
	if o := wayBack(m); o != nil {
		p.Reportf(m.Question, "%s offers %s to go back, but no branch of %s takes it, and what fits none ends without a word (%s); add a branch",
			m.Question.Label(), words.Quote(o.Answer), m.Split.Label(), values.Unsaid(m.Otherwise)).Relate(m.Split, "the split on the answer")
	}
	if no, only := m.Refused(); no != "" {
		p.Reportf(m.Split, "%s asks for a yes or a no, and no branch of %s takes %s: whoever declines is asked again; add a branch",
			m.Question.Label(), m.Split.Label(), words.Quote(no)).Relate(m.Question, "the question")
	} else if only != "" {
		p.Reportf(m.Split, "%s asks for a yes or a no, and %s takes only %s: whoever declines is asked again, also after silence; add a branch",
			m.Question.Label(), m.Split.Label(), words.Quote(only)).Relate(m.Question, "the question")
	}
	if written, takes := m.Accented(); written != "" && !isMistyped(p, m, written) {
		d := p.Reportf(m.Question, "%s names %s, but %s takes %s: whoever writes the word as it stands there fits no branch; take both",
			m.Question.Label(), words.Quote(written), m.Split.Label(), words.Quote(takes)).Relate(m.Split, "the split on the answer")
		if offer.TellsToWrite(effects.Prompt(m.Question).Text()) {
			d.As(finding.Warning)
		}
	} else if takes, not := m.OneSpelling(reads.Listed.Of(p)); takes != "" {
		p.Reportf(m.Split, "%s takes %s and not %s, and people write both; add it", m.Split.Label(), words.Quote(takes), words.Quote(not)).Relate(m.Question, "the question")
	}
	if letter, word := m.Abridged(); letter != "" {
		p.Reportf(m.Split, "%s takes %s and not %s, which people write, too: that gets what any other answer does; add it", m.Split.Label(), words.Quote(strings.ToUpper(letter)), words.Quote(word)).
			Relate(m.Question, "the question")
	}
	if w := refusal(m); w != nil {
		p.Reportf(m.Otherwise, "%s takes whatever fits no branch for a refusal (%s), also a yes in other words; ask again", m.Split.Label(), w.Label()).
			Relate(m.Question, "the question")
	}
	if b := takenFor(m); b != nil {
		p.Reportf(m.Otherwise, "%s takes whatever fits no branch for %s, so a slip counts as that; ask again",
			m.Split.Label(), words.Quote(b.Comparison.Value())).Relate(m.Question, "the question")
	}
	checkFinish(p, m)
	checkUntoldWords(p, m)
	for _, b := range untold(p, m) {
		p.Reportf(b, "%s takes %s, but no prompt of %s offers it; name it there, or remove the branch",
			b.Transition.From.Label(), words.Quote(b.Comparison.Value()), m.Question.Label()).Relate(m.Question, "the question")
	}
}

// refusal returns what keeps a refusal, by its name, when both a branch of a menu and what fits
// none lead there; else nil.
func refusal(m *answers.Menu) *flow.Widget {
	if m.Otherwise == nil || m.Otherwise.Meant == nil || len(m.Branches) < 2 || m.Question.Facts.KeyEntry != nil {
		return nil
	}
	w := m.Otherwise.Meant
	act := effects.ActOf(w)
	if act != effects.Sets && act != effects.Requests || !offer.NamesRefusal(w.Name) ||
		!slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return b.Transition.Meant == w }) {
		return nil
	}
	return w
}

// takenFor returns the branch of a menu for an answer that its prompt offers for something,
// among others, to which whatever fits no branch leads, too; nil when there is none, or when it
// is a way for everybody: a person to speak to, a word at the end, the question itself.
func takenFor(m *answers.Menu) *reads.Branch {
	if m.Otherwise == nil || m.Otherwise.Meant == nil || m.Again() || refusal(m) != nil {
		return nil
	}
	to := m.Otherwise.Meant
	if act := effects.ActOf(to); act == effects.HandsOver || onlyEnds(m.Otherwise) || offer.AnythingElse(effects.Prompt(m.Question).Text()) {
		return nil
	}
	i := slices.IndexFunc(m.Branches, func(b reads.Branch) bool { return b.Transition.Meant == to })
	if i < 0 || !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return b.Transition.Meant != to && b.Transition.Meant != nil }) {
		return nil
	}
	b := &m.Branches[i]
	if !slices.ContainsFunc(m.Offers, func(o answers.Offer) bool { return b.Comparison.Holds(strings.ToLower(o.Answer)) == split.Yes }) {
		return nil
	}
	return b
}

// checkUntoldWords reports a message that waits for certain words, though it asks nothing and
// neither it nor what comes before it names one of them.
func checkUntoldWords(p *lint.Pass, m *answers.Menu) {
	text := effects.Prompt(m.Question).Text()
	if m.Spoken || m.Question.Facts.KeyEntry != nil || text == "" || len(m.Offers) > 0 || offer.AsksAnything(text) || writtenElsewhere(p, m.Question) {
		return
	}
	var wanted []string
	for _, b := range m.Branches {
		texts, ok := b.Comparison.Texts()
		if !ok || slices.ContainsFunc(texts, func(text string) bool {
			return schemas.KeywordOf(text) != nil || strings.ContainsAny(text, "0123456789") || told(p, text)
		}) {
			return
		}
		wanted = append(wanted, texts[0])
	}
	if len(wanted) > 3 {
		wanted = wanted[:3]
	}
	p.Reportf(m.Question, "%s waits for %s, but its text asks nothing, and none names an answer: nobody knows what to write; name it there",
		m.Question.Label(), words.List(wanted)).Relate(m.Split, "the split on the answer")
}

// writtenElsewhere reports whether a text is written, at least in part, by a server or another
// widget, so that it may well ask.
func writtenElsewhere(p *lint.Pass, w *flow.Widget) bool {
	t := p.Flow.TemplateAt(effects.Prompt(w))
	return t == nil || !t.Liquid.Readable() || slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { return r.Root() == "widgets" || r.Name(1) == "variables" })
}

// checkFinish reports the key that ends the input where a menu of single keys offers it for
// something. Pressed alone it is no key at all, so where silence leads on, that is how it
// is taken.
func checkFinish(p *lint.Pass, m *answers.Menu) {
	silence := m.Question.OnKind(schemas.KindTimeout)
	if m.Spoken || len(m.Offers) < 2 || !m.SingleKeys() || silence != nil && silence.Meant != nil {
		return
	}
	for _, o := range m.Offers {
		if o.By == m.Question && answers.EndsInput(m.Question, o.Answer) && !m.Takes(o.Answer) && o.Purpose() != "" && !offer.Finishes(o.Purpose()) {
			p.Reportf(m.Question, "%s offers %s, but that key ends the input and is no part of it, so no branch can take it, and after silence nothing comes; choose another finish_on_key",
				m.Question.Label(), words.Quote(o.Answer))
		}
	}
}

// isMistyped reports whether a branch takes an answer misspelt, of which condition-value tells.
func isMistyped(p *lint.Pass, m *answers.Menu, answer string) bool {
	return slices.ContainsFunc(answers.Mistypes.Of(p), func(t answers.Mistyped) bool { return t.Question == m.Question && strings.EqualFold(t.Offered, answer) })
}

// inVain returns the answers that are offered in vain, and who offers the first.
func inVain(p *lint.Pass, m *answers.Menu) (missing []string, by *flow.Widget) {
	again, person := m.Again(), false // is somebody offered to speak to?
	for _, o := range m.Offers {
		if m.Takes(o.Answer) || answers.EndsInput(m.Question, o.Answer) || o.Repeats() && (again || m.Otherwise == nil) {
			continue
		}
		if o.By == m.Question && notForFlow(p, m, o) {
			continue
		}
		if o.By != m.Question && !o.IsKey() {
			if knownElsewhere(p, o.Answer) || isInstead(p, m, &o) {
				return []string{o.Answer}, o.By
			}
			continue
		}
		if by == nil {
			by = o.By
		}
		missing = append(missing, o.Answer)
		person = offer.ForPerson(o.Purpose())
	}
	if !again && (len(missing) == 0 || len(missing) == len(m.Offers) || len(missing) < 2 && !(person && onlyEnds(m.Otherwise))) {
		return nil, nil
	}
	return missing, by
}

// otherMenu returns the words that a text after a wrong answer offers when none of them is taken,
// but all that the question itself offers: they are those of another menu.
func otherMenu(m *answers.Menu) (words []string, by *flow.Widget) {
	const fewest = 2
	if m.Otherwise == nil || m.Otherwise.Meant == m.Question || !slices.ContainsFunc(m.Offers, func(o answers.Offer) bool { return o.By == m.Otherwise.Meant }) {
		return nil, nil
	}
	own := 0
	for _, o := range m.Offers {
		switch {
		case o.By == m.Question:
			if !m.Takes(o.Answer) {
				return nil, nil
			}
			own++
		case o.By == m.Otherwise.Meant:
			if m.Takes(o.Answer) || carriers(o.Answer) || o.Repeats() {
				return nil, nil
			}
			words, by = append(words, o.Answer), o.By
		}
	}
	if own < fewest || len(words) < fewest {
		return nil, nil
	}
	return words, by
}

// isInstead reports whether a word is offered after a wrong answer, in place of another one that
// the menu takes and nothing names.
func isInstead(p *lint.Pass, m *answers.Menu, o *answers.Offer) bool {
	if m.Otherwise == nil || m.Otherwise.Meant != o.By || carriers(o.Answer) || o.Repeats() {
		return false
	}
	return slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return isUntold(p, b) })
}

// wayBack returns an answer that a question offers in order to go back, that no branch takes,
// and after which the execution ends; nil when there is none.
func wayBack(m *answers.Menu) *answers.Offer {
	if m.Otherwise == nil || !m.Otherwise.Ends() {
		return nil
	}
	i := slices.IndexFunc(m.Offers, func(o answers.Offer) bool {
		return o.By == m.Question && o.Back() && !m.Takes(o.Answer) && !answers.EndsInput(m.Question, o.Answer)
	})
	if i < 0 {
		return nil
	}
	return &m.Offers[i]
}

// notForFlow reports whether an answer is not for the flow to take, or is told of already, or is to be said and not
// pressed.
func notForFlow(p *lint.Pass, m *answers.Menu, o answers.Offer) bool {
	return isMistyped(p, m, o.Answer) || carriers(o.Answer) || !o.IsKey() && !m.Spoken && m.Question.Facts.KeyEntry != nil
}

// onlyEnds reports whether a transition leads to nothing but a last word.
func onlyEnds(t *flow.Transition) bool {
	const far = 4
	for range far {
		if t == nil || t.Meant == nil || effects.ActOf(t.Meant) != effects.Tells || len(t.Meant.Transitions) == 0 {
			return false
		}
		if t = t.Meant.Transitions[0]; t.Ends() {
			return true
		}
	}
	return false
}

// carriers reports whether Twilio acts on a word itself, and nobody writes it to a flow.
func carriers(word string) bool {
	k := schemas.KeywordOf(word)
	return k != nil && (k.Plain || k.Effect != schemas.KeywordOptIn)
}

// knownElsewhere reports whether another split of the flow tests a word.
func knownElsewhere(p *lint.Pass, word string) bool {
	text := strings.ToLower(word)
	for _, branches := range reads.Branches.Of(p) {
		for _, b := range branches {
			if texts, ok := b.Comparison.Texts(); ok && b.Literal && slices.Contains(texts, text) {
				return true
			}
		}
	}
	return false
}

// untold returns the branches for one key that no prompt names, though it names others, and
// those for a word that no text of the flow names.
func untold(p *lint.Pass, m *answers.Menu) []reads.Branch {
	offered, led := map[string]bool{}, map[*flow.Widget]bool{}
	for _, o := range m.Offers {
		offered[o.Answer] = o.IsKey()
	}
	if !m.Fixed {
		return nil
	}
	led[nil] = true // nobody would name a way that leads nowhere
	if m.Otherwise != nil {
		led[m.Otherwise.Meant] = true
	}
	keys, named := 0, 0
	for _, b := range m.Branches {
		i := slices.IndexFunc(m.Offers, func(o answers.Offer) bool { return b.Comparison.Holds(strings.ToLower(o.Answer)) == split.Yes })
		switch {
		case i < 0:
			continue
		case m.Offers[i].IsKey():
			keys++
		default:
			named++
		}
		led[b.Transition.Meant] = true
	}
	var all []reads.Branch
	for _, b := range m.Branches {
		if led[b.Transition.Meant] {
			continue
		}
		texts, ok := b.Comparison.Texts()
		switch {
		case ok && len(texts) == 1 && len(texts[0]) == 1 && texts[0] >= "1" && texts[0] <= "9":
			if keys+named > 1 && !offered[texts[0]] {
				all = append(all, b)
			}
		case named > 1 && keys == 0 && isUntold(p, b):
			all = append(all, b)
		}
	}
	return all
}

// isUntold reports whether a branch takes words of which no text of the flow speaks, and
// that nobody writes unasked.
func isUntold(p *lint.Pass, b reads.Branch) bool {
	texts, ok := b.Comparison.Texts()
	if !ok {
		if operator := b.Comparison.Operator(); operator != "contains" && operator != "starts_with" {
			return false
		}
		texts = []string{b.Comparison.Value()}
	}
	return !slices.ContainsFunc(texts, func(text string) bool {
		return len(text) < 3 || schemas.KeywordOf(text) != nil || offer.IsUnasked(text) ||
			strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' }) || told(p, text)
	})
}

// told reports whether something that the flow says or sends has a text in it.
func told(p *lint.Pass, text string) bool {
	return slices.ContainsFunc(p.Flow.Widgets, func(w *flow.Widget) bool {
		return slices.ContainsFunc(effects.Says(w), func(n source.Node) bool { return strings.Contains(strings.ToLower(n.Text()), text) })
	})
}
