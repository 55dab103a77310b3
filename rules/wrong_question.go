package rules

import (
	"cmp"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "wrong-question", Title: "A split tests the answer to another question",
		Group: finding.Paths, Severity: finding.Warning, Varies: "note for what is to be heard or entered again and for a question in the place of its answer",
		Doc: `Finds a split that comes right after a question and tests another answer:

- the answer to an earlier question, while nothing reads the one that was just given:
  a copied split whose input was forgotten, a question that another widget asks again,
  one split for several questions that reads only the first;
- the keys of a question that invites the caller to speak, when speech leads there too
  and nothing reads it;
- as a note, once a flow, the keys of a menu that nobody is invited to speak to, when speech leads
  there too, and what fits no branch leads back without a word, as silence does;
- trigger.message.Body, which is the message that the execution began with and never
  the reply, or trigger.call.Digits, which were pressed before it began;
- trigger.message.Body after a Send Message that asks: that widget does not wait;
- what one request brought, when another request leads to the same split and the first
  need not have run;
- the first answer, after a question that is asked in other words when that fits no branch,
  and a split on the second one;
- an earlier answer that is known there, since each way to the split takes the branch for it.

So it finds the first answer that is handed on, or kept, after a second question whose answer was taken instead, while
nothing but its split reads that.

It also finds a split whose "noMatch" leads back to it over a message ("that was not
a choice") and a counter, while nobody is asked and nothing is fetched again: it decides
the same each time.

And it finds a key that is offered to go back and leads into the split of the earlier menu
instead of to its question, so that the same menu comes again; or, once a flow, to what another menu offers, which is
not where one came from.

And it finds an answer that is handed on, or kept, under a name that is for another question's
(email: {{widgets.ask_name.inbound.Body}}), where the two have changed places, or nothing reads
the other answer, or the one is handed on twice, or two or more other steps hand on the right one under that name, or what
is handed on is the choice of a menu. As a note it finds such a choice, a key, under the name of a variable in which the
branches have kept what it means (payment_method: 2, and not "card").

And it finds a key that is offered to hear or to enter something again and leads to where nothing
comes back to the question; or one to go back to an earlier menu that leads to where nothing is
asked any more, or to the menu in which it is offered.

And it finds a step after a question that keeps the answer to another one, as the step after that one does, while
nothing takes the new answer: the first is kept once more.

And it finds a step after a question for a picture that is given that of the first message (trigger.message.MediaUrl0), also
where a split asks whether one came (NumMedia), and nothing reads it.

So it finds a wrong answer to a menu, or silence, that leads to another menu, which answers lead to, and to which
none of the answers of this one does, nor the other way about.

And it finds a yes to "is that correct?" that leads back to the question for what was repeated,
while a no goes on.

And it finds a text right after a question that repeats the answer to another one as what was just entered ("you
entered {{widgets.ask_zip.Digits}}" after ask_account), or under what the question asked for ("your account number is").

As a note, once a flow, it finds a request after a question that is given an output of an earlier one, as the same request
after that is, while its other field is of its own question: a copy in which one name was left.

As notes it finds a request that is given what an earlier one brought under the name for the answer to a question asked
since (the old date for the new one), and a text that tells what a request brought, also after the same request was made
once more: then it tells what came of the first try.

As a note it finds a key that is offered to hear something again and leads to the question
alone, not to what is told before it.

As another it finds a step that is given what a question said (outbound.Body), and not its answer, or a text that prints it
within a sentence, and a key that is offered to enter again what is repeated there and leads to another question. And a bot, or a
request, in a loop with a question that is given the first message (trigger.message.Body) each round, while
nothing there hands on what was answered; or one that is given it after another just like it had it, and a question
was answered between.

The branches are then chosen by what was said before, whatever is answered.

A split that tests the answers of all questions that lead to it is left alone, and so
is one that tests an earlier answer while the later one is read elsewhere and is not asked for again
when nothing fits, or speech that nobody was invited to; beside a question of the same flow that invites it, it is named.

Test widgets.NAME.inbound.Body, widgets.NAME.Digits or widgets.NAME.SpeechResult of the
question that comes before the split, and ask with Send & Wait For Reply.`,
	},
	Check: func(p *lint.Pass) {
		reportMisread(p)
		for _, c := range answers.Crossings.Of(p) {
			if !shape.Clear(p, c.Split, c.After.From) || shape.MayRead(p, c.After.From) {
				continue
			}
			p.Reportf(c.Ref, "%s leads to %s, but that tests only what %s brings, which need not have run: the answer of %s decides nothing; give it a split of its own",
				c.After.From.Label(), c.Split.Label(), words.Quote(c.Ref.Name(1)), c.After.From.Label()).Relate(c.After, "where it leads here")
		}
		reportNotAsked(p)
		reportOtherMenus(p)
		reportStale(p)
		reportMispassed(p)
		reportReversals(p)
		reportNotBack(p)
		reportBackAstray(p)
		reportOwnQuestions(p)
		reportEnteredElsewhere(p)
		reportFirstAgain(p)
		reportFirstOnceMore(p)
		reportRefusedFirst(p)
		reportFirstPictures(p)
		reportDecided(p)
		reportCopiedFields(p)
		reportKeptOthers(p)
		reportEchoes(p)
		reportOldValues(p)
		reportFirstResults(p)
		for _, r := range answers.Repeated.Of(p) {
			if !shape.Clear(p, r.Split, r.Told) {
				continue
			}
			p.Reportf(r.Ref, "%s leads by noMatch and %s back to itself, but that asks nobody: %s is unchanged and fits nothing again; lead back to the question",
				r.Split.Label(), r.Told.Label(), reads.Path(r.Ref)).
				Along(finding.Steps(r.Round, r.Split))
		}
	},
})

// reportMisread reports the splits that test another answer than the one that was just given.
func reportMisread(p *lint.Pass) {
	var unheard *finding.Diagnostic // of an answer of the other kind, the first
	for _, m := range answers.Misread.Of(p) {
		switch {
		case !shape.Clear(p, m.Split): // which answer is tested cannot be told
		case m.Asked == nil:
			if !shape.MayReadAny(p) && shape.Clear(p, m.Told) {
				p.Reportf(m.Ref, "%s tests trigger.message.Body for the answer to %s, but that does not wait for one: it is the message that began the execution; use Send & Wait For Reply",
					m.Split.Label(), m.Told.Label()).Relate(m.Told, "the message that asks")
			}
		case !shape.Clear(p, m.Asked.From) || shape.MayRead(p, m.Asked.From): // perhaps the answer is read there
		case m.Kept != nil:
			p.Reportf(m.Ref, "%s tests %s, into which only %s is put, but what %s gets as %s is %s, which nothing reads: it fits no branch; keep that too",
				m.Split.Label(), reads.Path(m.Ref), reads.Path(*m.Kept), m.Asked.From.Label(), m.Asked.Event, reads.AnswerOn(m.Asked)).
				Relate(m.Asked, "the answer that is not kept").Relate(*m.Kept, "what is kept")
		case m.Ref.Name(1) == m.Asked.From.Name:
			d := p.Reportf(m.Ref, "%s tests %s, but what %s gets as %s is %s, which nothing reads: it fits no branch; test that too",
				m.Split.Label(), reads.Path(m.Ref), m.Asked.From.Label(), m.Asked.Event, reads.AnswerOn(m.Asked)).
				Relate(m.Asked, "the answer that is not tested")
			unheard = cmp.Or(unheard, d)
		default:
			p.Reportf(m.Ref, "%s comes right after %s, but tests %s, which is no answer to it; test %s",
				m.Split.Label(), m.Asked.From.Label(), reads.Path(m.Ref), reads.AnswerOn(m.Asked)).
				Relate(m.Asked.From, "the question before it")
		}
	}
	reportSpokenToKeys(p, unheard)
	if unheard != nil {
		for _, t := range answers.Uninvited(p.Document) {
			unheard.Relate(t, "nor is the answer to "+t.From.Label()+", though nobody is told to answer so")
		}
	}
}

// reportNotAsked reports the choices that are to lead back, and lead to where nothing is asked or
// told anew.
func reportNotAsked(p *lint.Pass) {
	for _, r := range answers.Returns.Of(p) {
		if !shape.Clear(p, r.Here, r.Split, r.Earlier) {
			continue
		}
		p.Reportf(r.Branch.Transition.NextNode, "%s is offered to go back from %s, but %s still has the old answer to %s and leads here again; lead to %s, which asks",
			r.Branch.Words(), r.Here.Label(), r.Split.Label(), r.Earlier.Label(), r.Earlier.Label()).
			Relate(r.Here, "where it is offered")
	}
	for _, r := range answers.NotRetold.Of(p) {
		if !shape.Clear(p, r.Here, r.Told) {
			continue
		}
		p.Reportf(r.Branch.Transition.NextNode, "%s is offered to hear something again, but leads to %s alone: what %s tells is not heard again; lead there",
			r.Branch.Words(), r.Here.Label(), r.Told.Label()).As(finding.Note).Relate(r.Told, "what is told before the question")
	}
}

// reportStale reports the splits on the first answer after a question in other words.
func reportStale(p *lint.Pass) {
	for _, s := range answers.Stales.Of(p) {
		if !shape.Clear(p, s.Split, s.Again, s.First) {
			continue
		}
		p.Reportf(s.Ref, "%s comes after the answer to %s, but tests %s, which fitted none of its branches before; test widgets.%s",
			s.Split.Label(), s.Again.Label(), reads.Path(s.Ref), words.Shorten(s.Again.Name)).Relate(s.Again,
			"the question that is asked again").Relate(s.First, "the first question")
	}
}

// reportMispassed reports the answers that are handed on under the name of another question's.
func reportMispassed(p *lint.Pass) {
	told := map[*flow.Widget]bool{}
	for _, m := range answers.Mispassed.Of(p) {
		if told[m.Question] && m.Other.Question == m.Meant || shape.MayRead(p, m.Meant) ||
			!shape.Clear(p, m.Ref.Widget, m.Question, m.Meant) ||
			(m.Menu || len(m.Kept) > 0) && !shape.ClearBefore(p, m.Ref.Widget) {
			continue // the other half of two that have changed places
		}
		if len(m.Kept) > 0 {
			p.Reportf(m.Ref, "%s has %s as %s, a key, where flow.variables.%s holds what it means (%s); read that",
				m.Ref.Widget.Label(), reads.Path(m.Ref), words.Quote(m.Key), m.Key, words.Quote(m.Kept[0].Value.Text())).
				As(finding.Note).Relate(m.Kept[0].Value, "what the variable is set to")
			continue
		}
		if m.Menu {
			p.Reportf(m.Ref, "%s has %s under %s, a choice of a menu, where %s asks for what the name is for; read its answer",
				m.Ref.Widget.Label(), reads.Path(m.Ref), words.Quote(m.Key), m.Meant.Label()).
				Relate(m.Meant, "the other question").Relate(m.Question, "the menu")
			continue
		}
		if m.Sisters > 0 {
			p.Reportf(m.Ref, "%s has %s as %s, where %d other steps have the answer to %s; read that one",
				m.Ref.Widget.Label(), reads.Path(m.Ref), words.Quote(m.Key), m.Sisters, m.Meant.Label()).
				Relate(m.Other.Ref, "one of the sisters")
			continue
		}
		told[m.Meant] = true
		d := p.Reportf(m.Ref, "%s has %s under %s, a name for the answer to %s; read that one",
			m.Ref.Widget.Label(), reads.Path(m.Ref), words.Quote(m.Key), m.Meant.Label()).Relate(m.Meant, "the other question")
		if m.Other.Key != "" {
			d.Relate(m.Other.Ref, "the other name is "+words.Quote(m.Other.Key))
		}
	}
}

// reportReversals reports the questions whether an answer is right of which yes and no have
// changed places.
func reportReversals(p *lint.Pass) {
	for _, r := range answers.Reversals.Of(p) {
		if !shape.Clear(p, r.Yes.Transition.From, r.Question, r.Again) {
			continue
		}
		p.Reportf(r.Yes.Transition.NextNode, "%s to %s leads back to %s, as if what was answered there were wrong, and %s goes on; exchange the two",
			r.Yes.Words(), r.Question.Label(), r.Again.Label(), r.No.Words()).Relate(r.No.Transition.NextNode,
			"the other branch").Relate(effects.PlaceOfPrompt(r.Question), "what is asked")
	}
}

// reportBackAstray reports the keys that are offered to go back, and lead to what another menu offers: once a flow.
func reportBackAstray(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, r := range answers.BacksAstray.Of(p) {
		if !shape.Clear(p, r.Branch.Transition.From, r.Here) || !shape.ClearAfter(p, r.To) {
			continue
		}
		if d != nil {
			d.Also(r.Branch.Transition.NextNode, "so does this one")
			continue
		}
		d = p.Reportf(r.Branch.Transition.NextNode, "%s is offered %s, but leads to %s, a choice of another menu, not to where one came from; lead it back",
			r.Branch.Words(), words.Quote(strings.Trim(r.Purpose, " ,")), r.To.Label()).
			Relate(r.Here, "where it is offered").Relate(r.Chosen, "the choice that leads there")
	}
}

// reportNotBack reports the keys that are offered to hear or to enter something again, or to go back,
// and lead elsewhere.
func reportNotBack(p *lint.Pass) {
	for _, r := range answers.Strays(p.Document) {
		if to := r.Branch.Transition.Meant; !shape.Clear(p, r.Branch.Transition.From, r.Here) || to != nil && !shape.ClearAfter(p, to) {
			continue
		}
		where := "from where nothing comes back"
		if r.Branch.Transition.Meant == r.Here {
			where = "which offers it: the same comes again"
		}
		p.Reportf(r.Branch.Transition.NextNode, "%s is offered %s, but leads to %s, %s; lead it back",
			r.Branch.Words(), words.Quote(strings.Trim(r.Purpose, " ,")), reads.Target(r.Branch.Transition), where).Relate(r.Here, "where it is offered")
	}
}
