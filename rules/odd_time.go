package rules

import (
	"strconv"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/source"
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "odd-time", Title: "A time that is hardly meant",
		Group: finding.Values, Severity: finding.Note, Fix: finding.UnsafeFix,
		Doc: `Finds a timeout or another time in seconds that is ten or a hundred times what it is in
all other widgets of the type, or that part of it: 36000 among three times 3600. Most
likely there is a zero too many or too few, and a person waits ten hours or is cut off
after six minutes.

It also finds seconds of silence that nobody bears on a call: a Gather Input that listens on
for 110 seconds after the last word, a recording that goes on for a minute after it. Most likely
the whole answer was to last so long; but the widget only goes on after that silence. And it finds
calls that ring for less than ten seconds, or less than six where another call comes next; and
questions for a card's or an account's number, or for a code of six digits or more, that wait less than five
seconds for the next digit; so it finds those for an answer in one's own words that wait for one second, and recordings of a message that a
second of silence ends.

It finds tasks that live for less than 20 seconds, so that they are gone before an agent takes one, where nobody
else is tried after them: most likely minutes were meant.

In a flow for WhatsApp it finds a question that waits for a day or longer, after which a text of one's own
is sent: by then WhatsApp takes only templates.

It finds the one question by message that waits for minutes, where all others wait ten times as long, and
after which the flow goes on as after an answer: what is written later is lost.

It finds what is said to an answering machine while that still speaks: with "Enable" the call goes on as soon as a
machine is heard ("machine_start"), and what is said then is no message on it.

Of the others it takes three at least, all of them alike; times that differ otherwise are left
alone.

Write the same time, or accept the finding where the other one is meant.`,
	},
	Check: func(p *lint.Pass) {
		checkTenfold(p)
		checkPatience(p)
		checkRings(p)
		checkTasks(p)
		checkWindow(p)
		checkHurry(p)
		checkBreath(p)
		checkHasty(p)
		checkTooSoon(p)
	},
})

// checkPatience reports the silences that nobody bears on a call: once.
func checkPatience(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !p.Flow.MayHaveCall(w) {
			continue
		}
		for i := range w.Facts.Properties {
			facts := &w.Facts.Properties[i]
			if facts.Patience == 0 {
				continue
			}
			n := w.Property(facts.Name)
			seconds, known := effects.Seconds(n)
			switch {
			case !known || seconds <= facts.Patience:
			case d == nil:
				d = p.Reportf(n, "%s of %s is %s of silence, which nobody bears on a call; write %d at most",
					words.Quote(facts.Name), w.Label(), words.Plural(seconds, "second"), facts.Patience)
			default:
				d.Also(n, "so is that of "+w.Label())
			}
		}
	}
}

// checkTenfold reports a time that differs from those of all other widgets of the type,
// which are the same, by a zero or two.
func checkTenfold(p *lint.Pass) {
	for _, t := range twins.OddTimes.Of(p) {
		slip := "a zero too many or too few"
		if big, small := max(t.Seconds, t.Usual.Seconds), min(t.Seconds, t.Usual.Seconds); big > 100*small || big == 60*small {
			slip = "another unit than seconds"
		}
		d := p.Reportf(t.Value, "%s of %s is %s, and %s in all %d other widgets of its type: %s? write the same time",
			words.Quote(t.Value.Key()), t.Widget.Label(), words.Plural(int(t.Seconds), "second"), words.Plural(int(t.Usual.Seconds), "second"), t.Among, slip).
			As(finding.Note).Relate(t.Usual.Value, "one of the others")
		d.Suggest(false, "Write "+strconv.Itoa(int(t.Usual.Seconds)), asUsual(t))
	}
}

// asUsual writes the time of the other widgets.
func asUsual(t twins.OddTime) source.Edit {
	if t.Value.IsString() {
		return t.Value.SetText(strconv.Itoa(int(t.Usual.Seconds)))
	}
	return t.Value.SetValue(source.Integer(int64(t.Usual.Seconds)))
}
