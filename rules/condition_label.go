package rules

import (
	"slices"
	"strings"
	"sync"
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
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/split"
	"studiolint/lint/twins"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "condition-label", Title: "A branch says something else than it does",
		Group: finding.Splits, Severity: finding.Note, Varies: "warning for two branches that are crossed",
		Doc: `Finds branches of a split whose names contradict them:

- the label of a condition ("If value equal_to 1", as Twilio's editor writes it) names
  another operator or another value than the condition has: the editor shows the label,
  and whoever reads the flow there reads what no longer holds;
- two branches lead to the widgets named after one another: "sales" to the widget
  support, "support" to the widget sales. What a branch stands for is told by its value, by
  a label of its author's own, and by the prompt ("for sales, press 1"), also in another
  language ("ventas"). This is a warning;
- a branch leads to call_support, which is named after another one, though there is a
  call_sales, to which others lead, and it is for sales: a warning, too;
- two menus offer the same, in one language or in two, and lead crosswise: support and
  billing changed places in the one and not in the other. This is a warning;
- a branch leads to a text which speaks of another branch's choice ("you selected sales");
- two branches for a thing and its contrary, open and closed, yes and no, lead to the same,
  while what fits neither leads elsewhere, and nothing else reads which of the two it was. It
  is a warning when the widget is named after one of them;
- a branch for a state leads to a widget that is named after the contrary and says so: isOpen is
  true, and the caller hears from closed_message that nobody is there. This is a warning;
- a branch for who cancels leads to a request or a variable that says "confirmed";
- the yes to "would you like to leave a message?" leads past it, and the no to it;
- so it is with the keys of a call that a prompt offers to agree and not to;
- a label of the author's own says the contrary of the value ("Closed" for open), names another
  key ("User pressed 2" for 1) or the answer of another branch, or
  begins with the path of another widget than the one that is tested.

The labels of a flow are one finding. Any other label in words of the author's own is left alone, and so are one whose value is among
those of the condition, values that Liquid fills in, and a single branch that leads to
a widget of another name.

Write the label anew, or exchange where the two branches lead.`,
	},
	Check: func(p *lint.Pass) {
		var crossed []*flow.Widget // splits that are told of
		var labels *finding.Diagnostic
		for _, w := range p.Flow.Widgets {
			if w.Facts.Split {
				labels = checkLabels(p, w, labels)
				if checkCrossed(p, w, reads.Branches.Of(p)[w.Index]) {
					crossed = append(crossed, w)
				} else {
					checkReverse(p, reads.Branches.Of(p)[w.Index])
				}
				checkOpposites(p, w, reads.Branches.Of(p)[w.Index])
			}
		}
		reportContrary(p)
		for _, s := range answers.Swaps.Of(p) {
			to := s.Instead.Transition
			if slices.Contains(crossed, s.First.Split) || slices.Contains(crossed, to.From) {
				continue
			}
			crossed = append(crossed, to.From)
			p.Reportf(to.NextNode, "%s (%s) leads to %s, but what %s offers for the same to %s; exchange it with %s",
				s.Instead.Words(), s.For, reads.Target(to), s.First.Question.Label(), reads.Target(s.In.Transition), s.Other.Words()).
				Relate(s.In.Transition.NextNode, "where the other menu leads for it").Relate(s.Other.Transition.NextNode, "the other branch").As(finding.Warning)
		}
	},
})

// reportContrary reports the questions whether one would like to leave a message or to speak to
// somebody, to which the no leads there and the yes does not.
func reportContrary(p *lint.Pass) {
	for _, menus := range [][]answers.Menu{answers.Menus.Of(p), answers.SpokenMenus.Of(p)} {
		for i := range menus {
			m := &menus[i]
			text := effects.Prompt(m.Question).Text()
			wants := wanting(text)
			if wants == nil {
				continue
			}
			yes, no := decided(p, m)
			if yes != nil && no != nil && yes.Transition.Meant != no.Transition.Meant && wants(no.Transition) && !wants(yes.Transition) {
				p.Reportf(no.Transition.NextNode, "the no to %s (%s) leads to what it asks for, and the yes (%s) does not; exchange the two",
					m.Question.Label(), no.Words(), yes.Words()).Relate(yes.Transition.NextNode, "the yes").Relate(m.Question, "the question").As(finding.Warning)
			}
		}
	}
}

// decided returns the branches for yes and for no of a menu; nil where there is none.
func decided(p *lint.Pass, m *answers.Menu) (yes, no *reads.Branch) {
	for i := range m.Branches {
		b := &m.Branches[i]
		purposes := append(slices.Clone(answers.Purposes.Of(p)[b.Transition]), wanted(*b)...)
		switch {
		case slices.ContainsFunc(purposes, offer.Agrees):
			yes = b
		case slices.ContainsFunc(purposes, offer.Declines):
			no = b
		}
	}
	return yes, no
}

// wanting returns what tells whether a transition leads to what a text asks for whether one would
// like it; nil when it asks for nothing such.
func wanting(text string) func(*flow.Transition) bool {
	if !words.HoldsAny(text, "like", "want", "quiere", "desea", "gusta", "gostaria", "deseja", "chten", "wollen", "voulez", "souhait") {
		return nil
	}
	switch {
	case wouldLeave().MatchString(text):
		return func(t *flow.Transition) bool {
			return leadsTo(t, func(w *flow.Widget) bool { return w.Facts.TakesMessage })
		}
	case wouldSpeak().MatchString(text):
		return func(t *flow.Transition) bool {
			return leadsTo(t, func(w *flow.Widget) bool { return effects.ActOf(w) == effects.HandsOver })
		}
	}
	return nil
}

const wouldYou = `(?i)\b(?:would you like|do you want|(?:le |te )?gustaría|quieres?|deseas?|gostaria de|deseja|möchten sie|wollen sie|voulez-vous|souhaitez-vous)\b[^.?!]{0,20}`

var (
	wouldLeave = pattern.Lazy(wouldYou + `\b(?:leave|record|dejar|grabar|deixar|gravar|hinterlassen|laisser|eine nachricht)\b`)
	wouldSpeak = pattern.Lazy(wouldYou + `\b(?:speak|talk|be (?:connected|transferred)|hablar|falar|sprechen|verbunden|parler|mit)\b`)
)

// leadsTo reports whether a transition leads to such a widget, over words and variables at most.
func leadsTo(t *flow.Transition, such func(*flow.Widget) bool) bool {
	const far = 5
	for range far {
		if t == nil || t.Meant == nil {
			return false
		}
		switch act := effects.ActOf(t.Meant); {
		case such(t.Meant):
			return true
		case act != effects.Tells && act != effects.Sets:
			return false
		}
		t = t.Meant.Onward()
	}
	return false
}

// checkLabels reports the labels of a split that say something else than their conditions: all
// of a flow are one finding, and go with the first.
func checkLabels(p *lint.Pass, w *flow.Widget, d *finding.Diagnostic) *finding.Diagnostic {
	takers := sync.OnceValue(func() map[string][]*flow.Transition { return takersOf(w) })
	for _, t := range w.Transitions {
		for _, c := range t.Conditions {
			label := c.Node.Get("friendly_name")
			if !c.Facts.Known() || !label.IsString() || agrees(p, w.Facts, label.Text(), c) && !saysOther(takers, label.Text(), t, c) {
				continue
			}
			switch {
			case d == nil:
				d = p.Reportf(label, "the label says %s, but %s tests %s %s; Twilio's editor shows the label: write it anew",
					words.Quote(label.Text()), w.Label(), c.Operator, words.Quote(strings.TrimSpace(c.Value.Text())))
			case len(d.Related) < lint.MaxRelated:
				d.Relate(label, "so does this label, of "+c.Operator+" "+words.Quote(strings.TrimSpace(c.Value.Text())))
			}
		}
	}
	return d
}

// agrees reports whether a label says what its condition does, or nothing certain.
func agrees(p *lint.Pass, facts *schemas.Widget, label string, c flow.Condition) bool {
	rest, ok := strings.CutPrefix(strings.TrimSpace(label), "If value ")
	if !ok {
		return !saysContrary(label, c) && !namesOther(p.Flow, label, c)
	}
	operator, value, _ := strings.Cut(rest, " ")
	tested := strings.TrimSpace(c.Value.Text())
	if facts.Operator(operator) == nil || liquid.HasMarkup(tested) || strings.HasPrefix(tested, "+") || shape.IsPlaceholder(p, c.Value) {
		return true // what stands in the label may name what is filled in
	}
	same := plain(value) == plain(tested)
	if operator != c.Operator && same && c.Facts.Value != schemas.ValueNone {
		return false
	}
	return same || value == "" || c.Facts.Value == schemas.ValueNone && operator == c.Operator ||
		len(value) > 20 && strings.HasPrefix(plain(tested), strings.TrimRight(plain(value), ".…")) || covers(c, value)
}

// saysContrary reports whether a label of the author's own says the contrary of the value that
// a condition wants, and not that value.
func saysContrary(label string, c flow.Condition) bool {
	var texts []string
	switch comparison := split.Compare(c.Operator, c.Value.Text()); c.Operator {
	case "equal_to", "contains", "starts_with":
		texts = []string{comparison.Value()}
	case "matches_any_of":
		texts = comparison.Entries()
	}
	said := strings.FieldsFunc(strings.ToLower(label), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(said) == 0 || len(said) > 3 || slices.ContainsFunc(said, func(word string) bool { return word == "not" || slices.Contains(texts, word) }) {
		return false
	}
	return slices.ContainsFunc(texts, func(text string) bool {
		return slices.ContainsFunc(said, func(word string) bool { return words.AreOpposites(word, text) })
	})
}

// keyLabel is a label of the author's own that names a key.
var keyLabel = pattern.Lazy(`(?i)^(?:(?:the |if |when |user |caller |customer )*(?:press(?:es|ed)?|key|digit|option|choice|input|equals?|is|entered|dial(?:ed|s)?|reply|replied|says?|sent|tecla|opci[óo]n|presion[aóo]|oprim[eió]+|marc[aóo]|pulsa|op[çc][ãa]o|digitou|touche|taste|zahl)[ :=#_-]*)*"?([0-9])"?$`)

// takersOf returns the branches of a split by the texts that they take.
func takersOf(w *flow.Widget) map[string][]*flow.Transition {
	takers := map[string][]*flow.Transition{}
	for _, t := range w.Transitions {
		for _, c := range t.Conditions {
			if texts, ok := split.Compare(c.Operator, c.Value.Text()).Texts(); ok {
				for _, text := range texts {
					takers[text] = append(takers[text], t)
				}
			}
		}
	}
	return takers
}

// saysOther reports whether a label of the author's own names a key or an answer that is not that
// of its condition: another one, or that of another branch.
func saysOther(takers func() map[string][]*flow.Transition, label string, of *flow.Transition, c flow.Condition) bool {
	if strings.HasPrefix(label, "If value ") {
		return false
	}
	texts, ok := split.Compare(c.Operator, c.Value.Text()).Texts()
	label = strings.ToLower(strings.TrimSpace(label))
	if !ok || len(texts) == 0 || label == "" || liquid.HasMarkup(c.Value.Text()) || slices.Contains(texts, label) {
		return false
	}
	if m := keyLabel().FindStringSubmatch(label); m != nil {
		return !slices.ContainsFunc(texts, func(text string) bool { return len(text) != 1 || text[0] < '0' || text[0] > '9' || text == m[1] })
	}
	return slices.ContainsFunc(takers()[label], func(t *flow.Transition) bool { return t != of })
}

// namesOther reports whether a label begins with a path of a widget that its condition does not
// read, as one that was copied with the condition of another split does.
func namesOther(f *flow.Flow, label string, c flow.Condition) bool {
	path := strings.TrimPrefix(strings.TrimLeft(strings.TrimSpace(label), "{ "), "widgets.")
	name, _, ok := strings.Cut(path, ".")
	if !ok || strings.Contains(name, " ") || f.Only(name) == nil {
		return false
	}
	read := false
	for _, n := range c.Arguments.Elements() {
		t := f.TemplateAt(n)
		if t == nil {
			return false
		}
		for _, r := range t.Refs() {
			read = read || r.Root() == "widgets"
			if r.Root() == "widgets" && r.Name(1) == name {
				return false
			}
		}
	}
	return read
}

// checkReverse reports the first branch that leads to a widget which says the contrary of what the
// branch stands for.
func checkReverse(p *lint.Pass, branches []reads.Branch) {
	const most = 40 // branches that are looked at
	for _, b := range branches[:min(len(branches), most)] {
		to := b.Transition.To
		if to == nil || !b.Literal {
			continue
		}
		says := words.MayNameState(to.Name) && effects.Prompt(to).Exists()
		if !says && !words.MayRefuse(b.Condition.Value.Text()) && !words.MayRefuse(b.Condition.Node.Get("friendly_name").Text()) {
			continue
		}
		states := b.States()
		if state, contrary := reversed(states, words.In(to.Name)); state != "" {
			told := words.In(effects.Prompt(to).Text())
			if slices.Contains(told, contrary) && !slices.Contains(told, state) {
				p.Reportf(b.Transition.NextNode, "%s of %s stands for %s, but leads to %s, which says %s; lead it elsewhere",
					b.Words(), b.Transition.From.Label(), words.Quote(state), to.Label(), words.Quote(contrary)).
					Relate(effects.Prompt(to), "the text").As(finding.Warning)
				return
			}
		}
		if i := slices.IndexFunc(states, words.IsRefusal); i >= 0 && !slices.ContainsFunc(states, words.IsAssent) {
			if n := keepsAssent(to); n.Exists() {
				p.Reportf(n, "%s stands for %s, but %s passes on the contrary; correct it, or lead the branch elsewhere",
					b.Words(), words.Quote(states[i]), to.Label()).Relate(b.Transition.NextNode, "the branch")
				return
			}
		}
	}
}

// reversed returns the state that a branch stands for of which a widget's name has the contrary
// alone, and that; "" for none.
func reversed(states, name []string) (state, contrary string) {
	for _, state := range states {
		contrary := words.StateAgainst(state, name)
		if contrary != "" && !slices.Contains(name, state) && !slices.Contains(name, "not") && !slices.Contains(name, "no") && !slices.Contains(states, contrary) {
			return state, contrary
		}
	}
	return "", ""
}

// keepsAssent returns the value of a request or a variable that is a word of assent and nothing
// else, or holds one as a value of JSON, when nothing in the widget speaks of a refusal.
func keepsAssent(w *flow.Widget) (found source.Node) {
	if act := effects.ActOf(w); act != effects.Requests && act != effects.Sets {
		return source.Node{}
	}
	for n := range w.Properties.Strings() {
		text := strings.ToLower(n.Text())
		if words.MayRefuse(text) {
			return source.Node{}
		}
		if found.Exists() || n.Key() == "key" {
			continue
		}
		if words.IsAssent(strings.TrimSpace(text)) || slices.ContainsFunc(strings.Split(text, `"`), words.IsAssent) {
			found = n
		}
	}
	return found
}

// checkOpposites looks for two branches that stand for a thing and its contrary and lead to the
// same.
func checkOpposites(p *lint.Pass, w *flow.Widget, branches []reads.Branch) {
	const most = 40 // branches that are compared
	branches = branches[:min(len(branches), most)]
	for i, b := range branches {
		for _, a := range branches[:i] {
			to := b.Transition.To
			if to == nil || a.Transition.To != to || a.Subject != b.Subject || !a.Literal || !b.Literal {
				continue
			}
			one, other := contraries(a, b)
			if one == "" {
				one, other = decisions(p, a, b)
			}
			if one == "" || decidesNothing(w, to) || usedBeside(p, w) {
				continue
			}
			name := words.In(to.Name)
			d := p.Reportf(b.Transition.NextNode, "%s leads to %s, as %s does, so which of the two it is decides nothing; lead one elsewhere",
				words.Quote(other), reads.Target(b.Transition), words.Quote(one)).Relate(a.Transition.NextNode, "the other branch")
			if slices.Contains(name, one) != slices.Contains(name, other) {
				d.As(finding.Warning)
			}
			return
		}
	}
}

// contraries returns the words of two branches that are each other's contrary; "" for none.
func contraries(a, b reads.Branch) (one, other string) {
	for _, x := range wanted(a) {
		for _, y := range wanted(b) {
			if words.AreOpposites(x, y) {
				return x, y
			}
		}
	}
	return "", ""
}

// decisions returns what two branches are offered for, where that is a yes and a no; "" where it
// is not.
func decisions(p *lint.Pass, a, b reads.Branch) (one, other string) {
	purposes := answers.Purposes.Of(p)
	for _, x := range purposes[a.Transition] {
		for _, y := range purposes[b.Transition] {
			if offer.Agrees(x) && offer.Declines(y) || offer.Declines(x) && offer.Agrees(y) {
				return strings.TrimSuffix(strings.Trim(x, " ,"), ", or"), strings.TrimSuffix(strings.Trim(y, " ,"), ", or")
			}
		}
	}
	return "", ""
}

// wanted are the words that a branch wants, one or a few.
func wanted(b reads.Branch) []string {
	texts, ok := b.Comparison.Texts()
	if !ok && (b.Comparison.Operator() == "contains" || b.Comparison.Operator() == "starts_with") {
		texts = []string{b.Comparison.Value()}
	}
	return texts[:min(len(texts), 10)]
}

// decidesNothing reports whether all that a split leads to is one widget: one-way-split.
func decidesNothing(w, to *flow.Widget) bool {
	return !slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return t.To != to })
}

// usedBeside reports whether what a split tests is read elsewhere too, or may be: then whoever
// only asked for one of two answers goes on with both.
func usedBeside(p *lint.Pass, w *flow.Widget) bool {
	tested := map[string]bool{}
	for _, r := range reads.Compared(p.Flow, w) {
		tested[r.Reference.String()] = true
	}
	return slices.ContainsFunc(p.Flow.Refs(), func(r flow.Ref) bool {
		return r.Widget != w && (tested[r.Reference.String()] || r.Root() == "" || r.Root() == "flow" && r.Name(1) == "sid" || r.Root() == "widgets" && r.Name(1) == "")
	})
}

// covers reports whether a condition holds for all the entries of a value, or may.
func covers(c flow.Condition, value string) bool {
	comparison := split.Compare(c.Operator, c.Value.Text())
	for entry := range strings.SplitSeq(value, ",") {
		if comparison.Holds(strings.ToLower(strings.TrimSpace(entry))) == split.No {
			return false
		}
	}
	return true
}

// plain is a text without what makes no difference in a label.
func plain(s string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '\n' || r == '\t' }), " "))
}

// checkCrossed looks for two branches that lead to the widgets named after one another, or one
// that leads to a widget named after another branch. It reports true when there are such.
func checkCrossed(p *lint.Pass, w *flow.Widget, branches []reads.Branch) bool {
	const most = 40 // branches that are compared
	branches = branches[:min(len(branches), most)]
	if len(branches) < 2 {
		return false
	}
	all := make([]meaning, 0, len(branches))
	for _, b := range branches {
		if b.Transition.To != nil && b.Literal {
			all = append(all, meaningOf(p, b))
		}
	}
	for i, a := range all {
		for _, b := range all[i+1:] {
			ofB, ofA := a.crosses(b), b.crosses(a)
			if ofB == "" || ofA == "" {
				continue
			}
			p.Reportf(a.branch.Transition.NextNode, "%s%s leads to %s, and %s%s to %s: the names say the reverse; exchange the two if that is not meant",
				a.branch.Words(), a.as(ofA), reads.Target(a.branch.Transition), b.branch.Words(), b.as(ofB), reads.Target(b.branch.Transition)).
				Relate(b.branch.Transition.NextNode, "the other branch").As(finding.Warning)
			return true
		}
	}
	return checkMisled(p, all) || checkToldChoice(p, all)
}

// checkMisled looks for a branch that leads to a widget named after another branch, though there
// is one that is named in the same way after its own word, and is reached otherwise.
func checkMisled(p *lint.Pass, all []meaning) bool {
	for i, a := range all {
		for j, b := range all {
			other := ""
			if i != j {
				other = a.crosses(b)
			}
			if other == "" {
				continue
			}
			if own, word := a.ownWidget(p, other); own != nil {
				p.Reportf(a.branch.Transition.NextNode, "%s%s leads to %s, which is named after %s%s; lead it to %s if that is not meant",
					a.branch.Words(), a.as(word), reads.Target(a.branch.Transition), b.branch.Words(), b.as(other), own.Label()).
					Relate(own, "the one that is named after it").As(finding.Warning)
				return true
			}
		}
	}
	return false
}

// ownWidget returns the widget that is named as the one to which a branch leads, with a word of
// its own in place of that of another branch, and that word; nil when none is that others lead to.
func (m meaning) ownWidget(p *lint.Pass, other string) (own *flow.Widget, word string) {
	to := m.branch.Transition.To
	name := strings.ToLower(to.Name)
	if !strings.Contains(name, other) {
		return nil, ""
	}
	for _, word := range m.words {
		wanted := strings.Replace(name, other, word, 1)
		i := slices.IndexFunc(p.Flow.Widgets, func(w *flow.Widget) bool { return w != to && w.Type == to.Type && strings.EqualFold(w.Name, wanted) })
		if i >= 0 && p.Flow.Reachable(p.Flow.Widgets[i]) {
			return p.Flow.Widgets[i], word
		}
	}
	return nil, ""
}

// A meaning is what a branch stands for, in words: what it compares with, its label when
// that is its author's own, and what a prompt offers it for.
type meaning struct {
	branch reads.Branch
	name   []string // of the widget to which it leads
	words  []string
}

func meaningOf(p *lint.Pass, b reads.Branch) meaning {
	m := meaning{branch: b, name: words.In(b.Transition.To.Name)}
	texts, ok := b.Comparison.Texts()
	if !ok && b.Comparison.Operator() == "contains" {
		texts = []string{b.Comparison.Value()}
	}
	for _, text := range texts {
		m.words = append(m.words, words.In(text)...)
	}
	label := strings.TrimSpace(b.Condition.Node.Get("friendly_name").Text())
	if !strings.HasPrefix(label, "If value ") {
		m.words = append(m.words, words.In(label)...)
	}
	for _, purpose := range answers.Purposes.Of(p)[b.Transition] {
		m.words = append(m.words, words.In(purpose)...)
	}
	for _, word := range m.words {
		m.words = append(append(m.words, words.Translations(word)...), words.TongueMarks(word)...)
	}
	return m
}

// crosses returns the word of another branch after which the widget is named to which this
// one leads, "" when it is not, or is also named after its own branch or as the other's widget.
func (m meaning) crosses(other meaning) string {
	if m.branch.Transition.To == other.branch.Transition.To {
		return ""
	}
	found := ""
	for _, part := range m.name {
		if slices.Contains(other.name, part) {
			continue // both names have it
		}
		if twins.Named(part, m.words) != "" {
			return ""
		}
		if word := twins.Named(part, other.words); word != "" {
			found = word
		}
	}
	return found
}

// as adds to a branch the word that it stands for, where it does not compare with that.
func (m meaning) as(word string) string {
	if strings.Contains(m.branch.Comparison.Value(), word) {
		return ""
	}
	return " (" + word + ")"
}

// checkToldChoice reports the first branch that leads to a text which tells the person of the
// choice of another branch, as a copy does in which that was not replaced.
func checkToldChoice(p *lint.Pass, all []meaning) bool {
	for i := range all {
		a := &all[i]
		w := a.branch.Transition.To
		text := effects.Prompt(w).Text()
		if len(w.In) != 1 || !words.HoldsAny(text, "you", "ha", "con", "voc", "para", "vous", "sie", "oprim", "presion", "marc", "eleg", "selec") {
			continue
		}
		said, at := otherKey(a, all, text)
		if said == "" {
			said, at = otherChoice(a, all, text)
		}
		if said == "" {
			continue
		}
		n := effects.Prompt(w)
		p.Reportf(n.Part(at, at+len(said)), "%s speaks of %s, but one comes there by %s of %s: a text that was copied? correct it",
			w.Label(), words.Quote(said), a.branch.Words(), a.branch.Transition.From.Label()).Relate(a.branch.Transition.NextNode, "the branch").As(finding.Note)
		return true
	}
	return false
}

// otherKey returns the key that a text names, when the branch is for other keys alone and another
// one is for that; "" for none.
func otherKey(a *meaning, all []meaning, text string) (said string, at int) {
	key, at := offer.ChosenKey(text)
	own, ok := a.branch.Comparison.Texts()
	if key == "" || !ok || slices.ContainsFunc(own, func(text string) bool { return len(text) != 1 || text[0] < '0' || text[0] > '9' }) {
		return "", 0
	}
	if slices.Contains(own, key) || !slices.ContainsFunc(all, func(b meaning) bool { return takesText(b.branch, key) }) {
		return "", 0
	}
	return key, at
}

func takesText(b reads.Branch, text string) bool {
	texts, ok := b.Comparison.Texts()
	return ok && slices.Contains(texts, text)
}

// otherChoice returns the word for what was chosen that a text names, when it is what another
// branch stands for and this one does not; "" for none.
func otherChoice(a *meaning, all []meaning, text string) (said string, at int) {
	phrase, begins := offer.Chosen(text)
	named := words.In(phrase)
	if slices.ContainsFunc(named, func(word string) bool { return !words.IsSmall(word) && twins.Named(word, a.words) != "" }) {
		return "", 0
	}
	for _, word := range named {
		if len(word) < 4 || words.IsSmall(word) || slices.Contains(words.In(a.branch.Transition.To.Name), word) {
			continue
		}
		of := 0
		for j := range all {
			if all[j].branch.Transition.To != a.branch.Transition.To && slices.Contains(all[j].words, word) {
				of++
			}
		}
		if of == 1 {
			i := strings.Index(strings.ToLower(phrase), word)
			if i < 0 {
				return "", 0
			}
			return phrase[i : i+len(word)], begins + i
		}
	}
	return "", 0
}
