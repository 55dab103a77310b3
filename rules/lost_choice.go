package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/liquid"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "lost-choice", Title: "A choice that nobody learns of",
		Group: finding.Splits, Severity: finding.Note, Varies: "warning for a no that is done all the same",
		Doc: `Finds a menu whose branches say something of their own ("you have chosen sales") and then
all lead to the same widget: a queue, a number, TwiML, a recording or a request. Nothing
keeps or passes on which branch it was, so whoever takes the call does not know, and has to
ask again.

It also finds a branch that only repeats the choice ("you said payment") and ends, while another
one of its menu leads on to a step that does something: it was not finished.

So it does where one branch, or two that lead to the same place, take two keys that are offered for different things, one of which is
to be done ("1 for the state of my order, 2 to repeat it"), while others lead elsewhere, unless
somebody comes on who can ask.

So it does, as a warning, an answer by which something is to be left as it is ("to keep it, press 2"), and that leads to
the same request as the answer by which it is done ("to cancel it, press 1"), also over a text which says that it is not
done, or that nothing goes on without a yes ("we cannot continue unless you agree").

So it does a step to which several choices lead, and which writes one of them, or what it is for, the same for all, while nothing else
reads the answer.

So it does, once a flow, a split on secret codes after which whoever has a wrong one is asked the same next
question as whoever has the right one.

So it does, once a flow, what keeps the label of a button or list entry of WhatsApp (inbound.Body) behind a split
on what stands behind it (ListId, ButtonPayload).
So it does, once a flow, silence at a question for a secret code, or a failure of the request that checks it, which leads
where the right code leads, unless that is to somebody who can ask; and a wrong code that comes there over words and a
count of the tries, without being asked for again.
So it does a code that a request checks, when what says whether it is right (verified, valid) is handed on
and decides nothing.

And it finds a call that becomes a task without attributes, or with nothing in them but who calls, after a question whose answer (a name,
a number, one of two choices that lead there) nothing but splits reads, or a look-up before it. A chat shows the agent
what was written. One finding a flow.

Left alone are menus of which a branch leads elsewhere or keeps something, whose answer
anything else reads, chats that an agent sees, and flows that hand out their {{flow.sid}}.

Keep the choice with Set Variables in each branch, and pass it on; or do not ask.`,
	},
	Check: func(p *lint.Pass) {
		reportOverruled(p)
		reportRefusedOn(p)
		for _, l := range answers.LostChoices.Of(p) {
			if answers.IsOverruled(p, l.Split) {
				continue
			}
			p.Reportf(l.Split, "whatever is chosen at %s, it goes on to %s, and nothing there tells which it was: only a prompt differs; keep the choice and pass it on",
				l.Question.Label(), l.To.Label()).Relate(l.Question, "the question").Relate(l.To, "where all branches lead")
		}
		var d *finding.Diagnostic
		for _, t := range answers.Unfinished.Of(p) {
			if d == nil {
				d = p.Reportf(t, "a branch of %s leads to %s, which only repeats the choice, and ends, while another one leads on; finish it, or say what is not offered",
					t.From.Label(), t.Meant.Label()).Relate(t.Meant, "what is said")
			} else {
				d.Also(t, "so does the one to "+t.Meant.Label())
			}
		}
		reportTogether(p)
		reportFixed(p)
		reportUntaught(p)
		reportLetThrough(p)
		reportFailOpen(p)
		reportWrongCodeIn(p)
		reportTapped(p)
		reportPassedCheck(p)
	},
})

// reportTogether reports the answers for two different things that one branch takes.
func reportTogether(p *lint.Pass) {
	for _, t := range answers.TakenTogether.Of(p) {
		if answers.IsOverruled(p, t.Menu.Split) {
			continue
		}
		first, second := t.Offers[0], t.Offers[1]
		p.Reportf(t.Branch, "%s and %s are offered for different things, but lead to the same place, and nothing tells them apart after it; part them",
			words.Quote(first.Answer), words.Quote(second.Answer)).Relate(t.Menu.Question, "the question")
	}
}

// reportUntaught reports the calls that are handed over without what was answered: once.
func reportUntaught(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, u := range answers.UntaughtAgents.Of(p) {
		if d == nil {
			how := "nothing keeps the answer to"
			if u.LookedUp != nil {
				how = u.LookedUp.Label() + " alone is given the answer to"
			}
			has := "has no " + u.Attributes
			if liquid.HasOutputs(u.Agent.Property(u.Attributes).Text()) {
				has = "tells only who calls in " + u.Attributes
			}
			d = p.Reportf(u.Agent, "%s %s, and %s %s: the agent does not learn it; add it",
				u.Agent.Label(), has, how, u.Question.Label()).Relate(u.Question, "the question").Identify(u.Agent.Label())
		} else {
			d.Also(u.Agent, "so it is with "+u.Agent.Label())
		}
	}
}
