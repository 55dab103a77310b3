package rules

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
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
		ID: "condition-value", Title: "A condition compares with something its operator cannot use",
		Group: finding.Splits, Severity: finding.Warning, Fix: finding.SometimesFix,
		Varies: "note for a recognised text that must be equal, for a regular expression without any special character, for a short word that is a part of others, and for values compared with two kinds of thing",
		Doc: `Finds values of conditions that do not fit the operator, so that the branch is not
taken when it should be:

- less_than and greater_than want a number;
- times are HH:MM on the 24 hour clock, dates YYYY-MM-DD, with leading zeros;
- matches_any_of wants entries between commas, not on lines; equal_to and contains want one text,
  so a list in them is compared as it stands;
- a regular expression is written without slashes around it and must match the
  whole text: a part of it needs .* before and after. It is Java's (the class
  Pattern of java.util.regex), and what Java refuses never matches.

- an output of Twilio's that is one of a few words is compared with another: a
  DialCallStatus is no-answer, never no_answer;
- a variable that the flow sets to a few fixed texts, "en" and "es", is compared with none of
  them;
- the status of a response is compared with 404 where one comes only after "success", which it
  is below 400, or with 200 only after a failure;
- a value with a quote at one end only is compared quote and all;
- the prompt offers an answer that no branch takes, and a branch takes it with a slip (yse), in
  quotes, or together with another one (yes or y);
- what is tested is a whole object, as {{widgets.NAME.parsed}}, or a list, which comes out as
  {name=value}: no word is equal to that. With contains, which finds a word anywhere in it,
  in names too, that is a note;
- the key that ends what a caller enters (#, unless finish_on_key is another) is never
  part of the keys, so a branch on it is never taken; neither is one on keys that are
  words: "yes", "one".

As a note it finds a value in quotes, "null" or "undefined" for what a request brings, which is blank
where it is null; a text that is tested for is_blank after a question for a picture, beside which one may
write (or where the picture of a message is used that has no text); and a list that names one entry twice or has one comma too many, a media type compared with a single kind of picture (image/jpeg) while others
fit no branch, and one value that is compared with true or false and with a number, in one
split or in two, any text (is_not_blank) where the prompt lists the answers and others are to be asked
again, and an answer that is less_than a number beside words, where its length seems to be
meant.

As a note, once for each split, it finds a branch on a person's words that contains a
short one: "no" is also in "now" and "know". Where those have a branch before it, it is
left alone.

A speech result may end in a full stop or a question mark ("Yes."), and is then
not equal to the word; nor is one without it equal to a word that is written with it. That
is a note, once for each split: use contains, or for a short word a regex, which knows its accents.

A keyed number that is compared by its size where how many digits it has is meant (greater_than 4
for a zip code of five digits, less_than 10000 for a PIN of four) is a note, once a flow.

A branch on a part of the time ("now" | date: "%a") that never comes out so is never taken:
"Saturday" for %a, 0 for %u, "9" for %H.

Two more are notes: a split that tells by a blank text whether a question by message has been
asked yet in a round (a picture has no text, either), and one that is equal to true and otherwise
sends what it tested ("false") to the person.

Values with Liquid, and those that a deployment step fills in, are not looked at.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if !w.Facts.Split {
				continue
			}
			var equal, stopped []reads.Branch // to a speech result, without a full stop or with one
			for _, b := range reads.Branches.Of(p)[w.Index] {
				if b.Literal {
					checkBranchValue(p, b)
					switch bare, stop := equalsSpeech(p, b); {
					case bare:
						equal = append(equal, b)
					case stop:
						stopped = append(stopped, b)
					}
				}
			}
			reportSpeech(p, equal)
			reportFullStops(p, stopped, reads.Branches.Of(p)[w.Index])
			checkAnswers(p, reads.Branches.Of(p)[w.Index])
			checkPicture(p, reads.Branches.Of(p)[w.Index])
			checkHasRun(p, reads.Branches.Of(p)[w.Index])
			reportWhole(p, reads.Branches.Of(p)[w.Index])
			reportParts(p, reads.Branches.Of(p)[w.Index])
			checkTimeParts(p, w)
		}
		reportSizes(p)
		checkKinds(p)
		reportAnything(p)
		reportMistyped(p)
	},
})

// checkNothing looks at a value that no text that is tested has: one in quotes, and the word for
// no value. It reports whether it is one.
func checkNothing(p *lint.Pass, b reads.Branch, value string) bool {
	if b.Condition.Operator != "equal_to" && b.Condition.Operator != "not_equal_to" {
		return false
	}
	r, ok := reads.OnlyRead(p.Flow, b.Condition)
	if !ok {
		return false
	}
	filters, _ := reads.Printed(r)
	if len(filters) > 0 && reads.Through(filters, "to_json", "json", "default", "append", "prepend", "replace") {
		return false
	}
	w := reads.Widget(p.Flow, r)
	if w == nil || w.Facts.Request == nil || r.Name(2) != "parsed" {
		return false // a person may write quotes
	}
	if bare := words.Unquoted(value); bare != "" {
		p.Reportf(b, "%s is compared with its quotes, which what a service sends rarely has; write %s", words.Clip(value, 40), words.Clip(bare, 40)).
			As(finding.Note).SuggestName(false, bare, b.Condition.Value.SetText(bare))
		return true
	}
	if slices.Contains([]string{"null", "undefined", "nil"}, strings.ToLower(value)) {
		p.Reportf(b, "a value that is null or missing comes out blank, and not as %s; use is_blank", words.Quote(value)).As(finding.Note)
		return true
	}
	return false
}

// checkPicture looks at branches that ask whether there is a text, after a question for a picture.
func checkPicture(p *lint.Pass, all []reads.Branch) {
	for _, b := range all {
		if b.Condition.Facts.Value != schemas.ValueNone {
			continue
		}
		r, ok := reads.OnlyRead(p.Flow, b.Condition)
		if !ok {
			continue
		}
		question := reads.Widget(p.Flow, r)
		about := reads.About(p.Flow, r)
		if about == nil || about.Holds != schemas.HoldsReply {
			continue
		}
		if r.Root() == "trigger" {
			if takesPicture(p.Flow, r) {
				p.Reportf(b, "whether a picture came is not told by its text: one may write beside it; test trigger.message.NumMedia").As(finding.Note)
				return
			}
			continue
		}
		if question == nil || !offer.AsksForPicture(effects.Prompt(question).Text()) && (!takesPicture(p.Flow, r) || askedYet(p, b.Transition.From, r) != nil) ||
			slices.ContainsFunc(p.Flow.OutputRefs(question.Name), func(r flow.Ref) bool { return r.Widget.Facts.Split && isMedia(p.Flow, r) }) {
			continue
		}
		p.Reportf(b, "whether a picture came is not told by its text: one may write beside it; test widgets.%s.inbound.MediaUrl0", words.Shorten(question.Name)).
			As(finding.Note).Relate(question, "what asks for it")
		return
	}
}

// takesPicture reports whether something reads the picture of the message of which a reference
// reads the text, and no split asks for one.
func takesPicture(f *flow.Flow, text flow.Ref) bool {
	taken := false
	last := len(text.Segments) - 1
	for _, r := range f.Refs() {
		if r.Root() != text.Root() || len(r.Segments) != last+1 || reads.PathTo(r, last-1) != reads.PathTo(text, last-1) {
			continue
		}
		about := reads.About(f, r)
		switch {
		case about == nil:
		case about.Holds != schemas.HoldsMedia && about.Holds != schemas.HoldsMediaCount && about.Holds != schemas.HoldsMediaType:
		case reads.Decides(r):
			return false
		default:
			taken = taken || f.Reachable(r.Widget)
		}
	}
	return taken
}

func isMedia(f *flow.Flow, r flow.Ref) bool {
	about := reads.About(f, r)
	return about == nil || about.Holds == schemas.HoldsMedia || about.Holds == schemas.HoldsMediaCount || about.Holds == schemas.HoldsMediaType
}

// reportMistyped reports the texts that were most likely to be an answer which the prompt offers,
// and which no branch takes.
func reportMistyped(p *lint.Pass) {
	for _, m := range answers.Mistypes.Of(p) {
		if m.List {
			p.Reportf(*m.Branch, "only the whole text %s takes this branch, and the prompt offers %s; use matches_any_of and commas",
				words.Quote(m.Text), words.Quote(m.Offered)).Relate(m.Question, "the prompt")
			continue
		}
		p.Reportf(*m.Branch, "the prompt offers %s, which no branch takes, and this one %s; did you mean the former?",
			words.Quote(m.Offered), words.Quote(m.Text)).Relate(m.Question, "the prompt")
	}
}

// checkHasRun looks at branches that take the absence of a text for something else.
func checkHasRun(p *lint.Pass, all []reads.Branch) {
	for _, b := range all {
		r, ok := reads.OnlyRead(p.Flow, b.Condition)
		if !ok || !p.Flow.Reachable(b.Transition.From) {
			continue
		}
		switch w := b.Transition.From; b.Comparison.Operator() {
		case "is_blank", "is_not_blank":
			if asked := askedYet(p, w, r); asked != nil {
				p.Reportf(b, "%s tells by the text of the answer whether %s was asked yet, and a picture has none; set a variable after it, and test that",
					w.Label(), asked.Label()).As(finding.Note).Relate(asked, "the question")
				return
			}
		case "equal_to":
			otherwise := w.OnKind(schemas.KindNoMatch)
			if len(all) > 1 || !b.Literal || b.Comparison.Value() != "true" || otherwise == nil || otherwise.Meant == nil || effects.ActOf(otherwise.Meant) != effects.Tells {
				continue
			}
			n := effects.Prompt(otherwise.Meant)
			if !sendsOnly(n.Text(), r) {
				continue
			}
			p.Reportf(n, "%s sends what %s tested when it is not true: people read \"false\", or get nothing; write what it means",
				otherwise.Meant.Label(), w.Label()).As(finding.Note).Relate(b, "the branch")
		}
	}
}

// sendsOnly reports whether a text is nothing but what a reference reads.
func sendsOnly(text string, r flow.Ref) bool {
	text = strings.TrimSpace(text)
	return strings.HasPrefix(text, "{{") && strings.HasSuffix(text, "}}") && strings.TrimSpace(text[2:len(text)-2]) == r.Reference.String()
}

// askedYet returns the question by message of which a split tests the text before it was asked and
// afterwards, in a round; nil when it is none.
func askedYet(p *lint.Pass, w *flow.Widget, r flow.Ref) *flow.Widget {
	asked := reads.Widget(p.Flow, r)
	if asked == nil || asked == w || !reads.IsAnswer(p.Flow, r) || asked.Needs() != schemas.NeedsMessage || r.Name(len(r.Segments)-1) != "Body" || offer.AsksForPicture(effects.Prompt(asked).Text()) || !p.Flow.SameLoop(w, asked) {
		return nil
	}
	if !p.Flow.Routes(func(t *flow.Transition) bool { return t.From != asked }).Reach(w) {
		return nil
	}
	return asked
}

// reportAnything reports the menus by message whose only branch wants any answer, though the
// prompt lists the answers, and which ask again when none fits: once, a message has a text.
func reportAnything(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, m := range answers.Menus.Of(p) {
		switch {
		case !takesAnything(&m):
		case d == nil:
			d = p.Reportf(m.Branches[0], "%s takes whatever is written, so no answer to %s ever counts as wrong; compare with what it lists",
				m.Branches[0].Words(), m.Question.Label()).As(finding.Note).Relate(m.Question, "the list")
		case len(d.Related) < lint.MaxRelated:
			d.Relate(m.Branches[0], "and no answer to "+m.Question.Label())
		}
	}
}

func takesAnything(m *answers.Menu) bool {
	const fewest = 3 // lines that make a list
	if len(m.Branches) != 1 || m.Branches[0].Comparison.Operator() != "is_not_blank" || m.Question.Needs() != schemas.NeedsMessage || !m.Again() {
		return false
	}
	return len(m.Offers) >= fewest || len(listed().FindAllString(effects.Prompt(m.Question).Text(), fewest)) >= fewest
}

// listed is a line of a list with letters or numbers.
var listed = pattern.Lazy(`(?m)^[ \t*_]*(?:[A-Za-z]|[0-9]{1,2})[*_]?[.):][ \t*_]*\pL`)

func checkBranchValue(p *lint.Pass, b reads.Branch) {
	value := strings.TrimSpace(b.Condition.Value.Text())
	operator := b.Condition.Facts
	switch operator.Value {
	case schemas.ValueNumber:
		if !split.IsNumber(value) {
			p.Reportf(b, "%s compares numbers, and %s is none, so this branch is never taken; write a number",
				operator.Name, words.Quote(value))
		}
	case schemas.ValueTime:
		checkClock(p, b, value, "a time as HH:MM on the 24 hour clock", []string{"15:4", "3:04PM", "3:04 PM", "3PM", "3 PM", "15:04:05"})
	case schemas.ValueDate:
		checkClock(p, b, value, "a date as YYYY-MM-DD", []string{"2006-1-2", "2006/1/2"})
	case schemas.ValueList:
		switch {
		case len(b.Comparison.Entries()) == 0:
			p.Reportf(b, "%s wants entries between commas, and there is none; write them", operator.Name)
		case len(b.Comparison.Entries()) == 1 && otherSeparator().MatchString(value):
			commas := otherSeparators().ReplaceAllString(b.Condition.Value.Text(), ",")
			p.Reportf(b, "%s wants entries between commas; %s is a single entry, so only that whole text matches; write commas",
				operator.Name, words.Quote(value)).
				SuggestName(true, commas, b.Condition.Value.SetText(commas))
		}
	case schemas.ValueRegex:
		checkRegex(p, b, value)
	case schemas.ValueText:
		if words.HasLoneQuote(value) {
			bare := strings.Trim(value, "\"“”")
			p.Reportf(b, "%s has a quote that nothing closes, and only a text with it fits; take it away", words.Quote(value)).
				SuggestName(true, bare, b.Condition.Value.SetText(bare))
		} else if checkNothing(p, b, value) {
			return
		} else if slices.Contains([]string{"equal_to", "contains", "starts_with"}, operator.Name) && looksLikeList(value) {
			hint := "use matches_any_of for a list"
			if operator.Name != "equal_to" {
				hint = "write one condition for each entry"
			}
			d := p.Reportf(b, "%s compares with the whole of %s, commas and all; %s", operator.Name, words.Quote(value), hint)
			if operator.Name == "equal_to" {
				d.SuggestName(false, "matches_any_of", b.Condition.Node.Get("type").SetText("matches_any_of"))
			}
		}
	}
}

func isMediaType(v *schemas.Variable) bool { return v != nil && v.Holds == schemas.HoldsMediaType }

// alone reports whether a branch is the only one of its widget: of another one that
// cannot be read it is not known what it takes.
func alone(t *flow.Transition) bool {
	n := 0
	for _, other := range t.From.Transitions {
		if other.Facts.Kind != schemas.KindNoMatch {
			n++
		}
	}
	return n == 1
}

// checkAnswers looks at values that what is tested never is, or that say one thing twice.
func checkAnswers(p *lint.Pass, all []reads.Branch) {
	status := false // told of one branch
	for _, b := range all {
		if !b.Literal {
			continue
		}
		checkEntries(p, b)
		r, ok := reads.OnlyRead(p.Flow, b.Condition)
		texts, equal := b.Comparison.Texts()
		if ok && p.Flow.Reachable(b.Transition.From) {
			checkFixedTexts(p, b, r)
			status = status || checkStatus(p, b, r)
		}
		if !ok || !equal {
			continue
		}
		checkKnownValues(p, b, r, texts)
		switch w := reads.Widget(p.Flow, r); {
		case w != nil && w.Facts.KeyEntry != nil && slices.Contains(texts, finishKey(w)):
			if output := w.Facts.Outputs.Key(r.Name(2)); output != nil && output.Holds == schemas.HoldsKeys {
				p.Reportf(b, "%q ends what is entered at %s and is never part of %s, so this branch is never taken; choose another finish_on_key",
					finishKey(w), w.Label(), reads.Path(r)).Relate(w, "the question")
			}
		case w != nil && isWordForKeys(w.Facts.Outputs.Key(r.Name(2)), texts):
			p.Reportf(b, "%s holds keys, and %s is none, so this branch is never taken; write the keys, or test what is said", reads.Path(r), words.Quote(texts[0])).Relate(w, "the question")
		case isMediaType(reads.About(p.Flow, r)) && len(texts) == 1 && strings.HasPrefix(texts[0], "image/") && alone(b.Transition):
			p.Reportf(b, "only %s takes this branch, but pictures come as image/jpeg, image/png and others, too; use starts_with image/", words.Quote(texts[0])).As(finding.Note)
		}
	}
}

// checkFixedTexts reports a comparison that holds for none of the texts to which the flow sets a
// variable.
func checkFixedTexts(p *lint.Pass, b reads.Branch, r flow.Ref) {
	if !slices.Contains([]string{"equal_to", "matches_any_of", "contains", "starts_with"}, b.Comparison.Operator()) || b.Comparison.Value() == "" {
		return
	}
	if filters, ok := reads.Printed(r); !ok || !values.KeepText(filters) {
		return
	}
	fixed := values.Held.Of(p).FixedTexts(r)
	if len(fixed) == 0 || slices.ContainsFunc(fixed, func(text string) bool { return b.Comparison.Holds(split.Normal(text)) != split.No }) {
		return
	}
	d := p.Reportf(b, "%s is set to %s alone, so %s is never taken; write one of these",
		reads.Path(r), words.List(fixed), b.Words())
	if near := words.Nearest(b.Comparison.Value(), fixed); near != "" {
		d.SuggestName(false, near, b.Condition.Value.SetText(near))
	}
}

// checkStatus reports a comparison with a status that a response does not have on the only event
// by which one comes here, and whether it is one.
func checkStatus(p *lint.Pass, b reads.Branch, r flow.Ref) bool {
	v, by := reads.Value(p.Flow, r), reads.Widget(p.Flow, r)
	if v == nil || by == nil || v.Holds != schemas.HoldsResponseStatus || len(by.Transitions) == 0 {
		return false
	}
	if filters, ok := reads.Printed(r); !ok || !values.KeepText(filters) {
		return false
	}
	w := b.Transition.From
	after := map[bool]string{}
	for _, t := range by.Transitions {
		if t.Meant == w || t.Meant != nil && p.Flow.CanPrecede(t.Meant, w) {
			after[t.Facts.Kind == schemas.KindFailure] = t.Event
		}
	}
	const lowest, first, beyond = 200, 400, 600
	from, to, is := lowest, first, "below 400"
	event, well := after[false]
	if _, badly := after[true]; badly == well {
		return false
	} else if badly {
		from, to, is, event = first, beyond, "400 or more", after[true]
	}
	if b.Comparison.Operator() == "is_blank" || strings.HasPrefix(b.Comparison.Operator(), "not_") {
		return false
	}
	for status := from; status < to; status++ {
		if b.Comparison.Holds(strconv.Itoa(status)) != split.No {
			return false
		}
	}
	p.Reportf(b, "after %s the status is %s, so %s is never taken; test it after the other event", words.Quote(event), is, b.Words()).
		Relate(by, "the request")
	return true
}

// checkKnownValues reports a comparison with a text that an output never is, of which all are
// known.
func checkKnownValues(p *lint.Pass, b reads.Branch, r flow.Ref, texts []string) {
	v := reads.Value(p.Flow, r)
	if v == nil || len(v.Values) == 0 || r.Liquid.HasFilter() || len(r.Segments) > len([]string{"widgets", "NAME", "KEY"}) {
		return
	}
	for _, text := range texts {
		if text == "" || slices.ContainsFunc(v.Values, func(known string) bool { return strings.EqualFold(known, text) }) {
			continue
		}
		if near := like(text, v.Values); near != "" {
			d := p.Reportf(b, "%s is never %s; did you mean %s?", reads.Path(r), words.Quote(text), words.Quote(near))
			if value := b.Condition.Value.Text(); strings.Count(strings.ToLower(value), text) == 1 {
				i := strings.Index(strings.ToLower(value), text)
				d.SuggestName(true, near, b.Condition.Value.SetText(value[:i]+near+value[i+len(text):]))
			}
		} else {
			d := p.Reportf(b, "%s is never %s; it is one of %s", reads.Path(r), words.Quote(text), strings.Join(v.Values, ", "))
			if len(texts) > 1 {
				d.As(finding.Note)
			}
		}
		return
	}
}

// like returns the value that a text is when signs between words do not count, or else the
// nearest one.
func like(text string, values []string) string {
	bare := strings.NewReplacer("-", "", "_", "", " ", "")
	for _, v := range values {
		if strings.EqualFold(bare.Replace(v), bare.Replace(text)) {
			return v
		}
	}
	return words.Nearest(text, values)
}

// checkEntries reports a list that names one entry twice, or has one without a text.
func checkEntries(p *lint.Pass, b reads.Branch) {
	var entries []string
	for entry := range strings.SplitSeq(b.Condition.Value.Text(), ",") {
		if b.Comparison.Operator() != "matches_any_of" || len(entries) > split.Max {
			return
		}
		entry = strings.TrimSpace(entry)
		if strings.Contains(entry, "\n") {
			reportLines(p, b)
			return
		}
		if slices.Contains(entries, entry) && entry != "" {
			p.Reportf(b, "%s stands in the list twice; remove one", words.Quote(entry)).As(finding.Note)
			return
		}
		entries = append(entries, entry)
	}
	if slices.Contains(entries, "") && slices.ContainsFunc(entries, func(entry string) bool { return entry != "" }) {
		p.Reportf(b, "the list has a comma too many, and so an entry without a text; remove it").As(finding.Note)
	}
}

// reportLines reports a list with an entry a line, which is one entry: commas part them.
func reportLines(p *lint.Pass, b reads.Branch) {
	lines := strings.FieldsFunc(b.Condition.Value.Text(), func(r rune) bool { return strings.ContainsRune("\r\n,", r) })
	lines = slices.DeleteFunc(lines, func(line string) bool { return strings.TrimSpace(line) == "" })
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	list := strings.Join(lines, ",")
	d := p.Reportf(b, "what stands between commas is one entry, lines and all, so no answer fits; write %s", words.Quote(list))
	d.Fixes = append(d.Fixes, finding.Fix{Title: "Put commas between the entries", Changes: []source.Edit{b.Condition.Value.SetText(list)}})
}

// isWordForKeys reports whether what holds the keys that were pressed is compared with
// words alone.
func isWordForKeys(v *schemas.Variable, texts []string) bool {
	return v != nil && v.Holds == schemas.HoldsKeys && len(texts) > 0 && !slices.ContainsFunc(texts, func(text string) bool {
		return text == "" || strings.ContainsAny(text, "0123456789*#")
	})
}

// finishKey returns the key that ends what is entered at a widget; "" when there is none,
// or it is not known.
func finishKey(w *flow.Widget) string {
	n := w.Property(w.Facts.KeyEntry.Finish)
	if !n.Exists() {
		return w.Facts.Property(w.Facts.KeyEntry.Finish).Default
	}
	if text := strings.TrimSpace(n.Text()); len(text) == 1 {
		return text
	}
	return ""
}

// checkClock reports a time or date that is not written as the operator wants,
// and corrects it when it is clear what it is.
func checkClock(p *lint.Pass, b reads.Branch, value, want string, others []string) {
	layout := split.Layout(b.Condition.Operator)
	if split.IsTime(layout, value) {
		return
	}
	for _, other := range others {
		t, err := time.Parse(other, strings.ToUpper(value))
		if err != nil {
			continue
		}
		right := t.Format(layout)
		d := p.Reportf(b, "%s wants %s, with leading zeros; write %s for %s", b.Condition.Operator, want, words.Quote(right), words.Quote(value))
		d.Fixes = append(d.Fixes, finding.Fix{Title: "Write " + words.Quote(right), Safe: other != "15:04:05",
			Changes: []source.Edit{b.Condition.Value.SetText(right)}})
		return
	}
	p.Reportf(b, "%s wants %s, with leading zeros, and %s is none; the branch is not taken as it should be", b.Condition.Operator, want, words.Quote(value))
}

func checkRegex(p *lint.Pass, b reads.Branch, value string) {
	wrong, instead, doubt := split.CheckPattern(value)
	var refused *pattern.Error
	switch {
	case wrong == "" && errors.As(pattern.Check(value), &refused):
		before := strings.Index(b.Condition.Value.Text(), value)
		p.Reportf(b.Condition.Value.Part(before+refused.Start, before+refused.End), "%s is not a Java regular expression: %s", words.Quote(value), refused)
	case wrong == "":
	case doubt == split.Perhaps:
		p.Reportf(b, "the regular expression %s must match the whole text, so it is the same as equal_to; write %s to find it anywhere in the text",
			words.Quote(value), words.Quote(instead)).As(finding.Note)
	default:
		d := p.Reportf(b, "the regular expression %s does not match what it seems to: %s; write %s", words.Quote(value), wrong, words.Quote(instead))
		d.SuggestName(doubt == split.Certain, instead, b.Condition.Value.SetText(instead))
	}
}

// otherSeparator are signs between words that are no commas.
var otherSeparator = pattern.Lazy(`\S\s*[|;]\s*\S`)

// otherSeparators are what is written instead of each comma.
var otherSeparators = pattern.Lazy(`\s*[|;]`)

// looksLikeList reports whether a text is a list rather than a sentence or a
// number with commas: short words, at least two, with no space after the
// commas, or at least three of them.
func looksLikeList(value string) bool {
	parts := strings.Split(value, ",")
	if len(parts) < 2 || len(parts) > 100 || thousands().MatchString(value) {
		return false
	}
	spaced := false
	for i, part := range parts {
		spaced = spaced || i > 0 && strings.HasPrefix(part, " ")
		part = strings.TrimSpace(part)
		if part == "" || len(part) > 20 || strings.ContainsAny(part, " .:/?!\"'{}[]()") {
			return false
		}
	}
	return !spaced || len(parts) > 2
}

var thousands = pattern.Lazy(`^[0-9]{1,3}(?:,[0-9]{3})+$`)

// equalsSpeech reports whether a recognised text must be equal to words, and whether all of
// them are written without a full stop or the like, or all with one.
func equalsSpeech(p *lint.Pass, b reads.Branch) (bare, stopped bool) {
	list := b.Comparison.Entries()
	switch b.Comparison.Operator() {
	case "equal_to":
		list = []string{b.Comparison.Value()}
	case "matches_any_of":
	default:
		return false, false
	}
	stops := 0
	for _, entry := range list {
		if withoutStop(entry) != entry {
			stops++
		}
	}
	if len(list) == 0 || list[0] == "" || stops > 0 && stops < len(list) || !testsSpeech(p, b) {
		return false, false
	}
	return stops == 0, stops > 0
}

// withoutStop is a text without the sign that ends a sentence.
func withoutStop(text string) string { return strings.TrimRight(text, ".?!") }

// testsSpeech reports whether a branch tests what a caller said, as it was recognised.
func testsSpeech(p *lint.Pass, b reads.Branch) bool {
	t := p.Flow.TemplateAt(b.Condition.Arguments.At(0))
	if t == nil || t.Liquid.HasFilter() {
		return false
	}
	refs := t.Refs()
	if len(refs) != 1 || refs[0].Root() != "widgets" || !reads.IsAnswer(p.Flow, refs[0]) {
		return false
	}
	return p.Flow.Widget(refs[0].Name(1)).Facts.Outputs.Key(refs[0].Name(2)).Speech
}

// reportFullStops reports the branches of a split that want a recognised text to end in a full
// stop, where none takes it without.
func reportFullStops(p *lint.Pass, stopped, all []reads.Branch) {
	var d *finding.Diagnostic
	for _, b := range stopped {
		word := b.Comparison.Value()
		if entries := b.Comparison.Entries(); len(entries) > 0 {
			word = entries[0]
		}
		bare := strings.ToLower(withoutStop(word))
		switch {
		case slices.ContainsFunc(all, func(other reads.Branch) bool { return !other.Literal || other.Comparison.Holds(bare) != split.No }):
		case d != nil && len(d.Related) < lint.MaxRelated:
			d.Relate(b, "here too")
		case d == nil:
			d = p.Reportf(b, "a speech result need not end in a full stop, and %s is not equal to %s; use contains", words.Quote(bare), words.Quote(word)).As(finding.Note)
		}
	}
}

// reportSpeech reports the branches of a split that want a recognised text to be
// equal to a word.
func reportSpeech(p *lint.Pass, equal []reads.Branch) {
	if len(equal) == 0 {
		return
	}
	word := strings.TrimSpace(equal[0].Condition.Value.Text())
	if entries := equal[0].Comparison.Entries(); equal[0].Comparison.Operator() == "matches_any_of" {
		word = entries[0]
	}
	d := p.Reportf(equal[0], "a speech result may end in a full stop, and %s is not equal to %s; use %s",
		words.Quote(word+"."), words.Quote(word), split.Within(word)).As(finding.Note)
	for _, b := range equal[1:min(len(equal), lint.MaxRelated+1)] {
		d.Relate(b, "here too")
	}
}

// within are short words that people answer with, and frequent ones of which they are a part.
var within = map[string][]string{
	"no": {"now", "know", "not"}, "si": {"necesito", "siguiente"}, "hi": {"this", "which"}, "ok": {"book", "look"}, "on": {"phone", "money"},
	"in": {"information", "thing"}, "out": {"about", "without"}, "one": {"phone", "done"}, "end": {"send", "weekend"}, "all": {"call"}, "go": {"good"},
	"car": {"card", "care"}, "off": {"office", "offer"}, "eat": {"great"}, "old": {"hold", "told"}, "new": {"renew", "news"}, "bus": {"business"},
	"art": {"start", "part"}, "he": {"the"}, "ten": {"often"}, "pay": {"repay"}, "ja": {"januar"}, "non": {"anonyme"},
}

// reportParts reports the branches of a split on a person's words that look for a short word
// that is a part of others, which no branch before takes.
func reportParts(p *lint.Pass, all []reads.Branch) {
	var d *finding.Diagnostic
	for i, b := range all[:min(len(all), split.Max)] {
		longer, known := within[b.Comparison.Value()]
		if !known || b.Comparison.Operator() != "contains" || !b.Literal || slices.ContainsFunc(all[i+1:], func(later reads.Branch) bool {
			return later.Literal && later.Subject == b.Subject && later.Comparison.Implies(b.Comparison)
		}) {
			continue // shadowed-condition tells which one that it takes was meant
		}
		r, ok := reads.OnlyRead(p.Flow, b.Condition)
		if !ok || !reads.IsAnswer(p.Flow, r) {
			continue
		}
		rest := slices.DeleteFunc(slices.Clone(longer), func(word string) bool {
			return slices.ContainsFunc(all[:i], func(e reads.Branch) bool {
				return e.Literal && e.Subject == b.Subject && e.Comparison.Holds(word) == split.Yes
			})
		})
		switch {
		case len(rest) == 0:
		case d == nil:
			d = reportPart(p, b, rest)
		case len(d.Related) < lint.MaxRelated:
			d.Relate(b, "so does "+b.Words())
		}
	}
}

func reportPart(p *lint.Pass, b reads.Branch, parts []string) *finding.Diagnostic {
	return p.Reportf(b, "%s takes %s too, as it looks for letters and not for a word; for the word write %s",
		b.Words(), words.List(parts), split.WholeWord(b.Comparison.Value())).As(finding.Note)
}

// reportWhole reports the branches of a split that compare an object or a list with a text: once
// a flow for each of them.
func reportWhole(p *lint.Pass, all []reads.Branch) {
	for _, b := range all {
		if b.Condition.Facts.Value == schemas.ValueNone {
			continue // whether there is anything
		}
		r, ok := reads.OnlyRead(p.Flow, b.Condition)
		if !ok || r.Liquid.HasFilter(partFilters...) {
			continue
		}
		whole := reads.WholeAt(p.Document, r)
		if !whole.Exists() {
			continue
		}
		searches := b.Comparison.Operator() == "contains" || b.Comparison.Operator() == "does_not_contain" || b.Comparison.Operator() == "regex"
		then := "so no text is equal to it"
		if searches {
			then = "so " + words.Quote(b.Comparison.Value()) + " may stand anywhere in it"
		}
		cure := "test a part of it"
		if whole.Known {
			cure = "test {{" + reads.Path(r) + ".NAME}}"
		}
		d, first := p.ReportOncef(nil, r.Place(), "%s is tested whole, as {name=value}, %s; %s", reads.Path(r), then, cure)
		switch {
		case !first:
		case !whole.Known:
			d.As(finding.Note).Relate(whole.Part, "a part of it is read here")
		case searches:
			d.As(finding.Note)
		}
	}
}

// partFilters are those that make a text of an object or a list, or take a part of it.
var partFilters = []string{"to_json", "json", "first", "last", "join", "map", "where"}

// checkKinds looks at what the branches of a flow take one value for: for a number and
// for a word, which it cannot both be.
func checkKinds(p *lint.Pass) {
	seen := map[string]*kinds{}
	var order []*kinds
	for _, w := range p.Flow.Widgets {
		inSplit := map[string]*kinds{}
		all := reads.Branches.Of(p)[w.Index]
		for _, b := range all[:min(len(all), split.Max)] {
			if b.Subject == "" || !b.Literal {
				continue
			}
			k := inSplit[b.Subject]
			if k == nil {
				k = &kinds{}
				inSplit[b.Subject] = k
				order = append(order, k)
			}
			k.see(b)
			if !stays(p.Flow, b) {
				continue
			}
			if k = seen[b.Subject]; k == nil {
				k = &kinds{}
				seen[b.Subject] = k
				order = append(order, k)
			}
			k.seeIn(b)
		}
	}
	told := map[string]bool{}
	for _, k := range order {
		if s := k.subject(); !told[s] && k.report(p) {
			told[s] = true
		}
	}
}

// stays reports whether what a branch tests is the same in the whole flow: it is no
// variable, which may be set to another kind of thing meanwhile.
func stays(f *flow.Flow, b reads.Branch) bool {
	r, ok := reads.OnlyRead(f, b.Condition)
	if !ok {
		return false
	}
	_, variable := reads.VariableOf(f, r)
	return !variable
}

// kinds are the branches of a split on one value by what they take it for.
type kinds struct {
	truth, number, below, word *reads.Branch // the first of each
	numbers                    int           // how many compare with a number, below apart
}

// subject is what is tested.
func (k *kinds) subject() string {
	for _, b := range []*reads.Branch{k.truth, k.number, k.below, k.word} {
		if b != nil {
			return b.Subject
		}
	}
	return ""
}

// seeIn takes a branch of any split for the comparison with true or false and with a
// number, also by equal_to.
func (k *kinds) seeIn(b reads.Branch) {
	texts, equal := b.Comparison.Texts()
	switch {
	case k.truth == nil && equal && (b.Comparison.Value() == "true" || b.Comparison.Value() == "false"):
		k.truth = &b
	case k.number == nil && equal && b.Comparison.Operator() == "equal_to" && split.IsNumber(texts[0]):
		k.number = &b
	case k.number == nil && (b.Comparison.Operator() == "less_than" || b.Comparison.Operator() == "greater_than") && split.IsNumber(b.Comparison.Value()):
		k.number = &b
	}
}

func (k *kinds) see(b reads.Branch) {
	first := func(of **reads.Branch) {
		if *of == nil {
			*of = &b
		}
	}
	value := b.Comparison.Value()
	switch operator := b.Comparison.Operator(); {
	case operator == "less_than" && split.IsNumber(value):
		if strings.Trim(value, "0123456789") == "" {
			first(&k.below) // a length is a whole number
		}
		first(&k.number)
	case operator == "greater_than" && split.IsNumber(value), operator == "regex":
		k.numbers++
		if operator != "regex" {
			first(&k.number)
		}
	case operator != "equal_to" && operator != "matches_any_of":
	case value == "true" || value == "false":
		first(&k.truth)
	default:
		texts, _ := b.Comparison.Texts()
		if slices.ContainsFunc(texts, split.IsNumber) {
			k.numbers++
		} else if len(texts) > 0 {
			first(&k.word)
		}
	}
}

func (k *kinds) report(p *lint.Pass) bool {
	switch {
	case k.truth != nil && k.number != nil && k.number.Comparison.Operator() == "equal_to" && k.truth.Transition.From == k.number.Transition.From:
		return false // whoever takes both true and 1 for a yes knows of both
	case k.truth != nil && k.number != nil:
		where := "this split compares one value"
		if k.truth.Transition.From != k.number.Transition.From {
			where = fmt.Sprintf("%s and %s compare one value", k.truth.Transition.From.Label(), k.number.Transition.From.Label())
		}
		p.Reportf(*k.number, "%s with %s and with a number (%s), and it cannot be both; write what the value is",
			where, words.Quote(k.truth.Comparison.Value()), k.number.Words()).As(finding.Note).Relate(*k.truth, "compared with "+words.Quote(k.truth.Comparison.Value())+" here")
	case k.below != nil && k.word != nil && k.numbers == 0 && sizedDigits(p, *k.below) == 0 && asksForWords(p, k.below.Condition):
		p.Reportf(*k.below, "%s compares numbers, not lengths, and beside it the answer is compared with words (%s), so a word never takes this branch; for a length use | size",
			k.below.Words(), k.word.Words()).As(finding.Note).Relate(*k.word, "compared with words here")
	default:
		return false
	}
	return true
}

// asksForWords reports whether a condition tests what a person wrote to a question that
// asks for no number, as far as its text tells.
func asksForWords(p *lint.Pass, c flow.Condition) bool {
	r, ok := reads.OnlyRead(p.Flow, c)
	if !ok || r.Template.Liquid.HasFilter("size") {
		return false
	}
	v := reads.Value(p.Flow, r)
	asked := reads.Widget(p.Flow, r)
	if v == nil || !v.Person || v.Speech || asked == nil {
		return false
	}
	for _, name := range asked.Facts.Content {
		if text := asked.Property(name).Text(); wantsNumber().MatchString(strings.ToLower(text)) {
			return false
		}
	}
	return true
}

// wantsNumber are signs that a question asks for a number.
var wantsNumber = pattern.Lazy(`[0-9]|number|how (many|much|old|often|long)|\bage\b|\bzip\b|amount|count|quantity|year|{{`)

// reportSizes reports the branches that compare how large a number is that somebody enters, where
// how many digits it has is meant: once.
func reportSizes(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || !p.Flow.Reachable(w) {
			continue
		}
		for _, t := range w.Transitions {
			for _, b := range reads.BranchesOf(p, t) {
				switch n := sizedDigits(p, b); {
				case n == 0:
				case d == nil:
					d = p.Reportf(b, "%s compares how large the number is, not how many digits it has; for %d digits write regex [0-9]{%d}",
						strings.ReplaceAll(b.Condition.Operator, "_", " ")+" "+words.Quote(b.Comparison.Value()), n, n).As(finding.Note).Identify(w.Label())
				case len(d.Related) < lint.MaxRelated:
					d.Relate(b, "so does this, where "+strconv.Itoa(n)+" are asked for")
				}
			}
		}
	}
}

// sizedDigits returns how many digits a question asks for whose answer a branch compares with about
// that many, or with the least or the largest number of so many digits; 0 when it does not.
func sizedDigits(p *lint.Pass, b reads.Branch) int {
	const many = 12
	operator, value := b.Condition.Operator, b.Comparison.Value()
	if !b.Literal || operator != "less_than" && operator != "greater_than" && operator != "equal_to" || value == "" || len(value) > many || strings.Trim(value, "0123456789") != "" {
		return 0
	}
	number, err := strconv.Atoi(value)
	if err != nil || operator == "equal_to" && (number <= len(value) || number > many) {
		return 0 // nearly always
	}
	n := digitsAsked(p, b, value)
	if n == 0 {
		return 0
	}
	if !isSize(operator, number, n) || operator == "equal_to" && len(value) >= n {
		return 0
	}
	return n
}

// isSize reports whether a comparison is with about the number of some digits, or with the least or
// the largest number of so many.
func isSize(operator string, number, digits int) bool {
	least, most := pow10(digits-1), pow10(digits)
	switch near := number >= digits-1 && number <= digits+1; operator {
	case "equal_to":
		return number == digits
	case "less_than":
		return near || number == most || number == least
	default:
		return near || number == least || number == least-1 || number == most-1
	}
}

// digitsAsked returns how many digits, a few at least, the question asks for whose answer, as it came,
// a branch compares; 0 for none, and when the question offers the value itself.
func digitsAsked(p *lint.Pass, b reads.Branch, value string) int {
	const few, many = 3, 12
	r, ok := reads.OnlyRead(p.Flow, b.Condition)
	if !ok {
		return 0
	}
	if filters, _ := reads.Printed(r); len(filters) > 0 {
		return 0
	}
	asked := reads.Widget(p.Flow, r)
	if asked == nil || effects.ActOf(asked) != effects.Asks || !reads.IsAnswer(p.Flow, r) {
		return 0
	}
	text := effects.ToldBefore(asked)
	n, _ := offer.Digits(text)
	if n < few || n > many || slices.ContainsFunc(offer.In(text), func(o offer.Offer) bool { return o.Answer == value }) {
		return 0
	}
	return n
}

func pow10(n int) int {
	number := 1
	for range n {
		number *= 10
	}
	return number
}

// checkTimeParts reports the branches of a split on a part of the time that never comes out so: once,
// or twice where some have but a zero too little.
func checkTimeParts(p *lint.Pass, w *flow.Widget) {
	var never, zero *finding.Diagnostic
	for _, b := range reads.Branches.Of(p)[w.Index] {
		if !b.Literal || !strings.Contains(b.Subject, "date:") || isUncountable(b.Comparison) {
			continue
		}
		t := p.Flow.TemplateAt(b.Condition.Arguments.At(0))
		if t == nil {
			continue
		}
		format := timeFormat(t)
		texts := timesIn.Of(format)
		if len(texts) == 0 || slices.ContainsFunc(texts, func(text string) bool { return b.Comparison.Holds(strings.ToLower(text)) != split.No }) {
			continue
		}
		d := &never
		if slices.ContainsFunc(texts, func(text string) bool {
			return strings.TrimLeft(text, "0") == strings.TrimLeft(b.Comparison.Value(), "0")
		}) {
			d = &zero // which Studio may pass over
		}
		switch {
		case *d == nil:
			*d = p.Reportf(b, "%s comes out like %s, never %s, so this branch is never taken; compare with such a text",
				words.Quote(format), words.Quote(texts[len(texts)-1]), b.Words()).Identify(w.Label())
			if d == &zero {
				(*d).As(finding.Note)
			}
		case len((*d).Related) < lint.MaxRelated:
			(*d).Relate(b, "nor is it "+b.Words())
		}
	}
}

// isUncountable reports whether a comparison is one of numbers with a text that is none, of which
// another finding tells, or with nothing.
func isUncountable(c split.Comparison) bool {
	return c.Operator() == "is_blank" || (c.Operator() == "less_than" || c.Operator() == "greater_than") && !split.IsNumber(c.Value())
}

// timeFormat returns the format in which a template writes a time, "" when it does something else.
func timeFormat(t *flow.Template) string {
	m := timeWritten().FindStringSubmatch(t.Text)
	if m == nil {
		return ""
	}
	return m[1]
}

var timeWritten = pattern.Lazy(`^\s*\{\{[^{}]*\|\s*date:\s*["']([^"']+)["']\s*-?\}\}\s*$`)

var timesIn = words.NewMemory(timeTexts)

// timeTexts returns all that a format of a time may come out as, none when that is not known or
// too much.
func timeTexts(format string) []string {
	const most = 2000
	texts := []string{""}
	for i := 0; i < len(format); i++ {
		part := []string{format[i : i+1]}
		if format[i] == '%' {
			if i++; i == len(format) {
				return nil
			}
			if part = timePart(format[i]); part == nil {
				return nil
			}
		}
		if len(texts)*len(part) > most {
			return nil
		}
		next := make([]string, 0, len(texts)*len(part))
		for _, text := range texts {
			for _, more := range part {
				next = append(next, text+more)
			}
		}
		texts = next
	}
	return texts
}

// timePart returns what one directive of a format comes out as.
func timePart(directive byte) []string {
	from := func(least, most int) (all []string) {
		for n := least; n <= most; n++ {
			all = append(all, fmt.Sprintf("%02d", n))
		}
		return all
	}
	switch directive {
	case 'H':
		return from(0, 23)
	case 'I':
		return from(1, 12)
	case 'M':
		return from(0, 59)
	case 'm':
		return from(1, 12)
	case 'd':
		return from(1, 31)
	case 'p':
		return []string{"AM", "PM"}
	case 'u':
		return strings.Split("1234567", "")
	case 'w':
		return strings.Split("0123456", "")
	case 'a':
		return strings.Fields("Mon Tue Wed Thu Fri Sat Sun")
	case 'A':
		return strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
	case 'b':
		return strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
	case 'B':
		return strings.Fields("January February March April May June July August September October November December")
	}
	return nil
}
