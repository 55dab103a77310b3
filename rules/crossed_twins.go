package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/twins"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "crossed-twins", Title: "A copy was not changed in one place",
		Group: finding.Paths, Severity: finding.Note, Varies: "warning for two values each of which is given under the name of the other, and for what is left from a test",
		Doc: `Finds widgets that were copied, and one place that was forgotten in the copy:
- what billing says is word for word what support says, "support" included, and the
  branches of one split lead to both, or to what comes before each;
- queue_office has the queue "dispatch", as queue_dispatch has, or the two have changed places;
- what billing sends is "support", as support does, the parameter's name being the same;
- of the requests to one address, or of steps that set one variable each as a mark, all have a word of their own names
  in it, and one has that of another; of two requests alone, one is given all that the other is, its name included;
- of three or more such widgets, one has no attribute or parameter that all others have;
- of two requests to one address, named after languages (save_es, save_en), one is given all that the other is, and more;
- of three or more such widgets, one has another number or switch than all others, which
  agree (a timeout of 2 seconds rather than 20); or one of three questions by message that
  are asked in a row has a far longer or shorter timeout than the others;
- the question that is asked when an answer fitted nowhere takes a word to another place
  than the first question does, and other words to the same;
- one of two copies of a part of the flow leads into the other. The copies are told by
  their names (menu_en and menu_es, queue_en and queue_es, …) and by leading
alike: menu_en to queue_en, menu_es to queue_es. When then record_es leads to queue_en, as
record_en does, though there is a queue_es, that name was most likely not replaced.

- what fits no branch leads elsewhere when it is said than when it is pressed, in two
  splits on one question whose branches are otherwise the same; and so does one of three or more
  choices, while the others agree;
- one of three or more branches leads past the step by which all others come (a log, or what reads the variable that each
  of them sets), and otherwise does the same;
- two branches of a split keep one answer in one variable, and only one of the two changes its letters
  (| upcase): what looks it up finds it by one way only;
- one request carries nothing, after a split on what a person wrote or chose, while at least three others
  all carry the same parameter; or it carries a person's answers alone, and all others to its host, three at
  least, also who that is, or what it is about;
- a split tests what a person wrote without blanks around it or in small letters, one request after it is given
  it so, and another, in one of its branches, as it was written;
- one of two menus whose names differ by a language offers a key, and the other does not, nor takes it;
- one of two texts whose names differ by a language names another sum, time or length of time than the other one;
- a question asks, word for word, what the one did whose answer leads straight there;
- a question by message asks, word for word, what an earlier one did whose answer is stored by then,
  with another between, and its own answer is stored, too;
- one key of a menu leads where another one does, while the same menu in another language, or another place, has a
  step for it, and all other keys of the two lead to the same steps;
- one step gives a name, a number or an address that is written out (name = "Tessa"), where two or more like it, with
  the same names, give that of whoever writes or calls: a warning;
- the answer to a question leads where silence at the next one does, and its own silence to that next one;
- a step tells word for word what a question asks, or what is said right after it;
- silence at one question leads past the request that is given the answers to the thanks for them,
  while the silence of all others leads elsewhere.

It finds as well a text for people that names one value twice where two are meant ("on {{…}} at {{…}}"), and two
values of an answer, or variables, that a step is given each under the name of the other (first_name and
last_name, lat and Longitude), also by labels in a text ("Date: {{…}}, time: {{…}}"), or by what two questions ask for. So it finds a member
of an answer that is kept under its own name and under another (store_phone is the name), while the rest is kept as it
is called: a warning where the other name is that of another member that is kept, too.
As a note it finds one member of an answer that is kept under two names, under which another step keeps two members; a widget
that is named as another one is, and given the same, and runs the subflow of others; and one value under two names
that differ by a number alone ("number1", "number2").
As a note it finds something of a person that is given under the name of another thing (a phone number as "email", a
first name as "last_name"), and the ID of a patient that is given as "slot_id", though a request has found a slot (once a flow).
So it finds somebody's number that is given as a "url" or a "recording", a picture as a phone number, what somebody said as
"phone" beside the number as "name", and one value that a request, a subflow or a task is given under two names for two things ("phone" and "day").
So it does a text that tells the number of an order, which was looked up, as that of the return which a request has made.

Left alone are widgets that both copies share, the beginning of a copy, to which the other
one may lead on purpose ("for English press 1"; but not, once a copy was chosen, by noMatch or timeout), names that differ by a number, and copies that differ in more than
a few places.

Lead the copy to its own widget.`,
	},
	Check: func(p *lint.Pass) {
		reportAskedTwice(p)
		reportSaidTwice(p)
		reportOtherKinds(p, slices.Concat(reportExchangedFields(p), reportOneForTwo(p), reportGivenTwice(p)))
		reportOtherThings(p)
		reportOneMember(p)
		reportOtherSubflow(p)
		reportKnownKinds(p)
		reportOtherNumbers(p)
		reportExchangedAnswers(p)
		for _, c := range twins.Copies.Of(p) {
			if c.Key != "" {
				p.Reportf(c.Text, "%s has %s as %s, as %s has: was it forgotten in the copy?",
					c.Copy.Label(), words.Quote(c.Word), words.Quote(c.Key), c.Original.Label()).Relate(c.From, "the other one")
				continue
			}
			p.Reportf(c.Text, "%s has the same text as %s, %s included, and not its own name: was it forgotten in the copy?",
				c.Copy.Label(), c.Original.Label(), words.Quote(c.Word)).Relate(c.From, "the other one")
		}
		reportSameWords(p)
		reportLacks(p)
		reportLeftOvers(p)
		reportStrayKeys(p)
		reportOdds(p)
		for _, u := range answers.Uneven.Of(p) {
			p.Reportf(u.Keys, "what fits no branch of %s leads to %s, but to %s when it is said (%s), though both splits are otherwise the same; fine if that is meant",
				u.Keys.From.Label(), reads.Target(u.Keys), reads.Target(u.Speech), u.Speech.From.Label()).Relate(u.Speech, "the other one")
		}
		for _, o := range answers.OddOnes.Of(p) {
			p.Reportf(o.Speech.Transition.NextNode, "%s leads to %s, but %s, in its place among the keys, to %s, while the other branches agree; fine if that is meant",
				o.Speech.Words(), reads.Target(o.Speech.Transition), o.Keys.Words(), reads.Target(o.Keys.Transition)).Relate(o.Keys.Transition.NextNode, "the key")
		}
		for _, e := range answers.Elsewheres.Of(p) {
			p.Reportf(e.Second, "%s leads to %s here, at the second attempt, and to %s at the first; fine if that is meant",
				words.Quote(e.Answer), reads.Target(e.Second.Transition), reads.Target(e.First.Transition)).Relate(e.First, "the first attempt")
		}
		reportExchangedSilences(p)
		reportOneCase(p)
		reportUngiven(p)
		reportLeftOutSteps(p)
		reportOnlyAnswers(p)
		reportRawSister(p)
		reportOtherFigures(p)
		found := likenesses(p.Flow)
		told := map[*flow.Widget]bool{}
		for _, l := range found {
			checkNamedValues(p, l.words, l.pair, told)
		}
		for _, f := range families(found) {
			alike, crossed := f.compare(p.Flow)
			if alike < 3*len(crossed) {
				continue
			}
			for _, c := range crossed {
				p.Reportf(c.copied.NextNode, "%s leads to %s, as %s does, though there is %s: a name that was not replaced in the copy? lead it to %s",
					c.copied.From.Label(), c.to.Label(), c.original.From.Label(), c.own.Label(), c.own.Label()).
					Relate(c.original.NextNode, "the other copy")
			}
		}
	},
})

// reportOdds reports the switches and numbers in which a widget alone differs from its twins.
func reportOdds(p *lint.Pass) {
	for _, o := range twins.Odds.Of(p) {
		if isToldRecorded(p.Flow, o) || ringsLonger(o) {
			continue
		}
		meant := "fine if that is meant"
		if o.Value.Key() == o.Widget.Facts.Waits && o.Widget.Needs() == schemas.NeedsMessage &&
			isSooner(o.Value, o.Other) {
			meant = "people answer a text later"
		}
		p.Reportf(o.Value, "%s has %s as %s, and its twins %s have %s; %s", o.Widget.Label(),
			words.Shorten(string(o.Value.Raw())), words.Quote(o.Value.Key()), words.List(labels(o.Others)),
			words.Shorten(string(o.Other.Raw())), meant).
			Relate(o.Other, "the other value")
	}
}

// ringsLonger reports whether a call alone among its twins waits longer until somebody takes it, as the last one does.
func ringsLonger(o twins.Odd) bool {
	return o.Value.Key() == o.Widget.Facts.Waits && effects.ActOf(o.Widget) == effects.HandsOver &&
		isSooner(o.Other, o.Value)
}

// reportLacks reports what a widget is not given, and its twins are.
func reportLacks(p *lint.Pass) {
	for _, l := range twins.Lacks.Of(p) {
		p.Reportf(l.At, "%s has no %s, as its twins %s have; fine if that is meant",
			l.Widget.Label(), words.Quote(l.Key), words.List(labels(l.Others)))
	}
	for _, l := range twins.PairLacks.Of(p) {
		p.Reportf(l.At, "%s lacks %s, which %s is given, its twin in another language; fine if that is meant",
			l.Widget.Label(), words.List(l.Keys), l.Other.Label()).Relate(l.Other, "the twin")
	}
}

// isSooner reports whether a time is less than another one.
func isSooner(n, other source.Node) bool {
	own, known := effects.Seconds(n)
	others, _ := effects.Seconds(other)
	return known && own < others
}

func labels(list []*flow.Widget) []string {
	var all []string
	for _, w := range list {
		all = append(all, w.Name)
	}
	return all
}

// A crossing is a transition of a copy that leads into the other one, as its twin does, the widget to which
// both lead, and that of its own copy.
type crossing struct {
	copied, original *flow.Transition
	to, own          *flow.Widget
}

// compare counts the transitions of twins that lead to twins, and returns those that
// lead to the same widget of one copy.
func (f *family) compare(of *flow.Flow) (alike int, crossed []crossing) {
	for _, pair := range f.pairs {
		a, b := pair[0], pair[1]
		if len(a.Transitions) != len(b.Transitions) {
			continue
		}
		for i, t := range a.Transitions {
			u := b.Transitions[i]
			if t.Event != u.Event || t.To == nil || u.To == nil {
				continue
			}
			to, other := effects.PastIdle(of, t), effects.PastIdle(of, u)
			if to == nil || f.twin[to] == nil {
				continue
			}
			switch { // who is led into a copy from outside may well be led from the other copy
			case f.twin[to] == other && f.side[to] == 0:
				alike++
			case to != other || !f.own(t, to):
			case f.side[to] == 0:
				crossed = append(crossed, crossing{u, t, to, f.twin[to]})
			default:
				crossed = append(crossed, crossing{t, u, to, f.twin[to]})
			}
		}
	}
	return alike, crossed
}

// own reports whether a transition is expected to stay in its copy: nobody comes from outside
// to where it leads, or the copies were chosen between before, and it asks again after
// silence or an answer that fits nowhere.
func (f *family) own(t *flow.Transition, to *flow.Widget) bool {
	here, there := f.entered(to), f.entered(f.twin[to])
	return !here && !there || here && there && (t.Facts.Kind == schemas.KindNoMatch || t.Facts.Kind == schemas.KindTimeout)
}

// entered reports whether one comes to a widget from outside of the two copies.
func (f *family) entered(w *flow.Widget) bool {
	return slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool { return f.twin[t.From] == nil })
}

// isToldRecorded reports whether a call alone among its twins is recorded, and a text says that one line is.
func isToldRecorded(f *flow.Flow, o twins.Odd) bool {
	on, _ := o.Value.Bool()
	return on && o.Value.Key() == o.Widget.Facts.Records && slices.ContainsFunc(f.Widgets, func(w *flow.Widget) bool {
		return effects.ActOf(w) == effects.Asks && offer.SaysLineRecorded(effects.Prompt(w).Text())
	})
}
