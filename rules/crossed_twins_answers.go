package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportExchangedAnswers reports the requests that are given the answers to two questions each under the name of what the
// other one asks for, as the words of the questions tell. Where their names tell it, wrong-question does.
func reportExchangedAnswers(p *lint.Pass) {
	kinds := dataKinds{flow: p.Flow}
	for _, w := range p.Flow.Widgets {
		if w.Facts.Request == nil || !p.Flow.Reachable(w) {
			continue
		}
		var first map[[2]int]misnamed // by what the name stands for, and what is asked for
		for _, a := range kinds.misnamed(w) {
			if b, ok := first[[2]int{a.asked, a.key}]; ok {
				p.Reportf(b.ref.Place(), "%s has the answer to %s as %s, and that to %s as %s; exchange the two", w.Label(),
					b.question.Label(), words.Quote(reads.KeyOf(b.ref)), a.question.Label(), words.Quote(reads.KeyOf(a.ref))).
					As(finding.Warning).Relate(a.ref.Place(), "the other one")
				return
			}
			if first == nil {
				first = map[[2]int]misnamed{}
			}
			if of := [2]int{a.key, a.asked}; first[of].question == nil {
				first[of] = a
			}
		}
	}
}

// A misnamed is an answer that is given under the name of something else than its question asks for.
type misnamed struct {
	ref        flow.Ref
	question   *flow.Widget
	key, asked int // what the name stands for, and what is asked for
}

// A dataKind is what a question asks for by its words alone.
type dataKind struct {
	kind int
	ok   bool
}

// dataKinds looks at each question once, however many requests are given its answer.
type dataKinds struct {
	flow  *flow.Flow
	asked map[*flow.Widget]dataKind
}

func (d *dataKinds) of(question *flow.Widget) dataKind {
	k, known := d.asked[question]
	if !known {
		if _, told := offer.DataKind(asWords(question.Name)); !told {
			k.kind, k.ok = offer.DataKind(effects.Prompt(question).Text())
		}
		if d.asked == nil {
			d.asked = map[*flow.Widget]dataKind{}
		}
		d.asked[question] = k
	}
	return k
}

func (d *dataKinds) misnamed(w *flow.Widget) (all []misnamed) {
	for _, t := range d.flow.TemplatesOf(w) {
		for _, r := range t.Refs() {
			if _, printed := reads.Printed(r); !printed || !reads.IsAnswer(d.flow, r) {
				continue
			}
			question := reads.Widget(d.flow, r)
			if question == nil {
				continue
			}
			asked := d.of(question)
			if !asked.ok {
				continue
			}
			if key, ok := offer.DataKind(asWords(reads.KeyOf(r))); ok && key != asked.kind {
				all = append(all, misnamed{r, question, key, asked.kind})
			}
		}
	}
	return all
}

// asWords writes the words of a name side by side.
func asWords(name string) string { return strings.Join(words.In(name), " ") }
