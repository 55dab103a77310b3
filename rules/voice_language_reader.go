package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// A reader is a widget that reads a text to a person.
type reader struct {
	*flow.Widget
	speech          *schemas.Speech
	voice, language source.Node
	reads           []string // the languages in which it does, as far as they are known
	tongue          string   // the language of the text; "" when that is not clear
	wrong           bool     // its voice was reported
	unread          bool     // that it has no language was reported
}

// readersOf returns those of a flow.
func readersOf(p *lint.Pass) (all []*reader) {
	n := 0
	for _, w := range p.Flow.Widgets {
		if w.Facts.Speech != nil {
			n++
		}
	}
	room := make([]reader, 0, n)
	all = make([]*reader, 0, n)
	for _, w := range p.Flow.Widgets {
		if w.Facts.Speech != nil {
			room = append(room, readerOf(p, w))
			all = append(all, &room[len(room)-1])
		}
	}
	return all
}

func readerOf(p *lint.Pass, w *flow.Widget) reader {
	s := w.Facts.Speech
	r := reader{Widget: w, speech: s, voice: w.Property(s.Voice), language: w.Property(s.Language)}
	r.reads = answers.ReadIn(p, w)
	r.tongue = answers.Tongues.Of(p)[w.Index]
	return r
}

// isUnnamed reports whether nothing tells in which language a widget reads.
func (r *reader) isUnnamed() bool {
	for _, n := range []source.Node{r.language, r.voice} {
		if n.Exists() && (!n.IsString() || n.Text() != "" && n.Text() != "default") {
			return false
		}
	}
	return !shape.PropertyInstead(r.Widget, r.speech.Language).Exists() && !shape.PropertyInstead(r.Widget, r.speech.Voice).Exists()
}

// isUnvoiced reports whether a widget is told of no voice.
func (r *reader) isUnvoiced() bool {
	n := r.voice
	return n.IsString() && n.Text() == "" || !n.Exists() && !shape.PropertyInstead(r.Widget, r.speech.Voice).Exists()
}

// voices returns the voices of prompts, in the order in which they stand, and what each of
// them reads.
func voices(p *lint.Pass, prompts []*reader) (names []string, by map[string][]*reader) {
	by = map[string][]*reader{}
	for _, r := range prompts {
		voice, ok := shape.Literal(p, r.voice)
		if voice = strings.ToLower(voice); ok && voice != "" {
			if by[voice] == nil {
				names = append(names, voice)
			}
			by[voice] = append(by[voice], r)
		}
	}
	return names, by
}
