package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "carrier-keyword", Title: "A menu word that Twilio acts on itself",
		Group: finding.Splits, Severity: finding.Warning, Varies: "note for START, HELP and INFO, for a last word after STOP, and in a flow that serves WhatsApp, where they are words like any other",
		Doc: `Finds branches for a text message that is one of the words Twilio acts on before the
flow does, on numbers with the default handling: STOP, STOPALL, UNSUBSCRIBE, REVOKE, OPTOUT, CANCEL, END
and QUIT opt the person out, and whatever the flow sends afterwards fails (21610). START, UNSTOP,
HELP and INFO, which are a note, are answered by Twilio, beside what the flow answers.

A person who is told "reply CANCEL to change your order" never hears from you again.

Offer another word: CHANGE, NO, MENU. A branch that only keeps a record of the word and
says nothing is left alone; so are calls and chats, where these words are like any other.
A split on OptOutType, which Twilio's Advanced Opt-Out sends along, is a note where its branch
for STOP sends the person a message, and where it knows STOP and not HELP, which then gets the
flow's answer beside Twilio's.

A message that offers such a word for something else ("reply STOP to skip this question") is a note where
no branch looks for it, and so is one that asks for two words of which the first alone opts people out ("reply
CANCEL APPT"), as some will write it.

On WhatsApp they are, too: in a flow that knows of its addresses (whatsapp:+15005550006)
or of what only WhatsApp sends along (WaId, ProfileName), or that says it is for WhatsApp, or marks words as one does there (_word_), the finding is a note. One that takes what stands before such an address off, and
speaks of no text messages, is left alone.`,
	},
	Check: func(p *lint.Pass) {
		messages := messages{flow: p.Flow, variables: map[string]bool{}}
		for _, branches := range reads.Branches.Of(p) {
			for _, b := range branches {
				if b.Literal && messages.reads(b.Condition) && !values.EndsUnheard(p, b.Transition) {
					checkKeywords(p, b)
				}
			}
			if len(branches) > 0 {
				checkOptOut(p, branches)
			}
		}
		reportKeywordsOffered(p)
		reportKeywordsFirst(p)
	},
})

// checkOptOut looks at a split on what Twilio's Advanced Opt-Out says of a message: it answers STOP,
// START and HELP itself.
func checkOptOut(p *lint.Pass, branches []reads.Branch) {
	stop, help := false, false
	for _, b := range branches {
		r, ok := reads.OnlyRead(p.Flow, b.Condition)
		if !ok || !b.Literal {
			return
		}
		v := reads.Value(p.Flow, r)
		if v == nil || v.Holds != schemas.HoldsOptOut {
			return
		}
		stops := takesEffect(b, v, schemas.KeywordOptOut)
		stop = stop || stops
		help = help || takesEffect(b, v, schemas.KeywordHelp)
		if !stops || takesEffect(b, v, schemas.KeywordOptIn) {
			continue
		}
		if told := effects.Next(b.Transition, effects.Tells); told != nil && effects.HeardBy(p.Flow, told) == effects.Contact {
			p.Reportf(b, "whoever comes here by STOP is opted out, and Twilio has said so: the message of %s fails (21610); only keep a record", told.Label()).As(finding.Note)
		}
	}
	if !stop || help || !p.Flow.Reachable(branches[0].Transition.From) {
		return
	}
	w := branches[0].Transition.From
	if t := w.OnKind(schemas.KindNoMatch); t != nil && t.Meant != nil && values.Noticed.Of(p)[t.Meant.Index] {
		p.Reportf(w, "%s knows STOP by OptOutType, but not HELP, which Twilio answers, too: it comes to %s as any message does; add a branch for it",
			w.Label(), t.Meant.Label()).As(finding.Note)
	}
}

// takesEffect reports whether a branch takes the word that a value is for messages with an effect.
func takesEffect(b reads.Branch, v *schemas.Variable, effect schemas.KeywordEffect) bool {
	return slices.ContainsFunc(v.Values, func(word string) bool {
		return schemas.KeywordOf(word).Effect == effect && b.Comparison.Holds(strings.ToLower(word)) == split.Yes
	})
}

// checkKeywords reports each keyword once a flow.
func checkKeywords(p *lint.Pass, b reads.Branch) {
	keywords, beside := answers.Keywords(b.Comparison), ""
	if len(keywords) > 0 && (p.Flow.StripsWhatsApp() || p.Flow.SendsWhatsApp()) {
		return
	}
	if len(keywords) > 0 && answers.ForWhatsApp.Of(p) {
		beside = ", though not on WhatsApp"
	}
	for _, k := range keywords {
		switch word := words.Quote(k.Word); {
		case isBeginning(p, b, k):
			// of a longer word, which is the one that people are told to write
		case k.Menu && len(b.Comparison.Entries()) > len(keywords):
			// another word does it, too
		case k.Plain && endsWith(p, b.Transition.Meant) && !isOfferedBefore(p, b.Transition.From, k):
			d, _ := p.ReportOncef(nil, b.Place(), "%s opts the person out, and Twilio says so itself%s: what the flow says to it fails (21610); remove that", word, beside)
			d.As(finding.Note)
		case k.Effect == schemas.KeywordOptOut:
			d, first := p.ReportOncef(nil, b.Place(), "%s opts the person out, so all that is sent afterwards fails (21610)%s; offer another word", word, beside)
			if first && beside != "" {
				d.As(finding.Note)
			}
		default:
			d, _ := p.ReportOncef(nil, b.Place(), "%s is answered by Twilio itself%s, beside what the flow answers; offer another word", word, beside)
			d.As(finding.Note)
		}
	}
}

// isBeginning reports whether a branch takes a keyword only as a part of a longer word of its question: CANCELAR.
func isBeginning(p *lint.Pass, b reads.Branch, k *schemas.Keyword) bool {
	if operator := b.Comparison.Operator(); operator != split.Contains && operator != split.StartsWith {
		return false
	}
	asked := reads.Asked(p.Flow, b.Transition.From)
	if asked == nil {
		return false
	}
	longer, keyword := false, strings.ToLower(k.Word)
	for _, word := range words.In(effects.Prompt(asked).Text()) {
		if word == keyword {
			return false
		}
		longer = longer || strings.HasPrefix(word, keyword)
	}
	return longer
}

// isOfferedBefore reports whether the question before a split offers the word of a keyword for something else.
func isOfferedBefore(p *lint.Pass, w *flow.Widget, k *schemas.Keyword) bool {
	asked := reads.Asked(p.Flow, w)
	if asked == nil {
		return false
	}
	word, _ := optsOut(effects.Prompt(asked).Text())
	return word == k.Word
}

// endsWith reports whether a widget says something, and nothing is heard after it.
func endsWith(p *lint.Pass, w *flow.Widget) bool {
	return w != nil && w.Facts.Dialog == schemas.DialogTells &&
		!slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return !values.EndsUnheard(p, t) })
}

// messages tells which conditions test a text message of the person's.
type messages struct {
	flow      *flow.Flow
	variables map[string]bool // whether a variable is set to one, once it is looked at
}

func (m *messages) reads(c flow.Condition) bool {
	r, ok := reads.OnlyRead(m.flow, c)
	if !ok {
		return false
	}
	key, ok := reads.VariableOf(m.flow, r)
	if !ok {
		return isMessage(m.flow, r)
	}
	if _, known := m.variables[key]; !known {
		v := m.flow.Variable(key)
		m.variables[key] = v != nil && slices.ContainsFunc(v.Writes, func(w flow.Write) bool {
			t := m.flow.TemplateAt(w.Value)
			return t != nil && len(t.Refs()) == 1 && isMessage(m.flow, t.Refs()[0])
		})
	}
	return m.variables[key]
}

func isMessage(f *flow.Flow, r flow.Ref) bool {
	v := reads.Value(f, r)
	if v == nil || !v.Person || v.Speech {
		return false
	}
	if w := reads.Widget(f, r); w != nil {
		return w.Facts.Needs == schemas.NeedsMessage
	}
	return slices.ContainsFunc(f.Entries(), func(e *flow.Entry) bool {
		return slices.Contains(reads.FilledBy(*r.Reference), e.Event) && e.Channels()&flow.Message != 0
	})
}
