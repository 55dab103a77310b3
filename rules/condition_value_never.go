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
	"studiolint/lint/shape"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkAnswers looks at values that what is tested never is, or that say one thing twice.
func checkAnswers(p *lint.Pass, all []reads.Branch) {
	status, own := false, false // told of one branch
	numbers := callers{all: all}
	for _, b := range all {
		if !b.Literal {
			continue
		}
		r, ok := reads.TestedAnswer(p.Flow, b.Condition)
		texts, equal := b.Comparison.Texts()
		if ok && p.Flow.Reachable(b.Transition.From) {
			checkFixedTexts(p, b, r)
			checkMeasure(p, b, r)
			checkKeyable(p, b, r)
			status = status || checkStatus(p, b, r)
			own = own || checkOwnStatus(p, b, r)
			numbers.check(p, b, r)
		}
		if !ok || !equal {
			continue
		}
		checkKnownValues(p, b, r, texts)
		switch w := reads.Widget(p.Flow, r); {
		case w != nil && slices.ContainsFunc(texts, func(text string) bool { return answers.EndsInput(w, text) }):
			if output := w.Facts.Outputs.Key(r.Name(2)); output != nil && output.Holds == schemas.HoldsKeys {
				p.Reportf(b, "%q ends what is entered at %s and is never part of %s, so this branch is never taken; choose another %s",
					answers.FinishKey(w), w.Label(), reads.Path(r), w.Facts.KeyEntry.Finish).Relate(w, "the question")
			}
		case w != nil && isWordForKeys(w.Facts.Outputs.Key(r.Name(2)), texts):
			p.Reportf(b, "%s holds keys, and %s is none, so this branch is never taken; write the keys, or test what is said", reads.Path(r), words.Quote(texts[0])).Relate(w, "the question")
		case isMediaType(reads.About(p.Flow, r)) && len(texts) == 1 && strings.HasPrefix(texts[0], "image/") && takesOnlyPictures(p, b):
			p.Reportf(b, "only %s takes this branch, but pictures come as image/png and others, too; use starts_with image/", words.Quote(texts[0])).As(finding.Note)
		}
	}
}

// checkFixedTexts reports a comparison that holds for none of the texts to which the flow sets a
// variable.
func checkFixedTexts(p *lint.Pass, b reads.Branch, r flow.Ref) {
	if !split.TakesText(b.Comparison.Operator()) || b.Comparison.Value() == "" {
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

// checkKnownValues reports a comparison with a text that an output never is, of which all are
// known.
func checkKnownValues(p *lint.Pass, b reads.Branch, r flow.Ref, texts []string) {
	v := reads.Value(p.Flow, r)
	if v == nil || len(v.Values) == 0 || r.Liquid.HasFilter() || len(r.Segments) > flow.ValueDepth {
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
	checkSetValues(p, b, r, v, texts)
}

// checkSetValues reports a comparison with texts that an output never is as its widget is set. Left
// alone is a branch that leads where another one of the split leads, which takes one that it is.
func checkSetValues(p *lint.Pass, b reads.Branch, r flow.Ref, v *schemas.Variable, texts []string) {
	w := reads.Widget(p.Flow, r)
	if w == nil || len(v.ValuesWith) == 0 || !shape.StoredAsSet(p, w, v) {
		return
	}
	for name, by := range v.ValuesWith.All() {
		value, certain := shape.Value(p, w, name)
		can, known := by.Find(value)
		never := func(text string) bool {
			return !slices.ContainsFunc(can, func(known string) bool { return strings.EqualFold(known, text) })
		}
		if !certain || !known || shape.PropertyInstead(w, name).Exists() || slices.ContainsFunc(texts, func(text string) bool { return !never(text) }) {
			continue
		}
		beside := slices.ContainsFunc(reads.Branches.Of(p)[b.Transition.From.Index], func(other reads.Branch) bool {
			taken, ok := other.Comparison.Texts()
			return effects.PastIdle(p.Flow, other.Transition) == effects.PastIdle(p.Flow, b.Transition) &&
				(!ok || slices.ContainsFunc(taken, func(text string) bool { return !never(text) }))
		})
		if beside {
			continue
		}
		d := p.Reportf(b, "%s is never %s with %s %s; it is one of %s",
			reads.Path(r), words.Quote(texts[0]), name, words.Quote(value), strings.Join(can, ", "))
		if n := w.Property(name); n.Exists() {
			d.Relate(n, "the setting of "+w.Label())
		} else {
			d.Relate(w, w.Label()+" has no "+name)
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

func isMediaType(v *schemas.Variable) bool { return v != nil && v.Holds == schemas.HoldsMediaType }

// takesOnlyPictures reports whether no other branch of a split may take a picture: what cannot be read may.
func takesOnlyPictures(p *lint.Pass, only reads.Branch) bool {
	for _, t := range only.Transition.From.Transitions {
		if t == only.Transition || t.Facts.Kind == schemas.KindNoMatch {
			continue
		}
		if all := reads.BranchesOf(p, t); len(all) != 1 || !all[0].Literal || all[0].Subject != only.Subject ||
			all[0].Comparison.Holds("image/png") != split.No ||
			strings.Contains(all[0].Comparison.Value(), "image/") {
			return false
		}
	}
	return true
}
