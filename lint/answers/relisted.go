package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/twins"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Relisted is a text that is told after a wrong answer, or none, right before the question is asked once more, and that
// offers other keys than the question does.
type Relisted struct {
	Question, By *flow.Widget
	Missing      []string // keys of the question that the text leaves out

	// Key is one that the text has for something else than the question, and Instead the one that the question has for
	// that, for which it has the Purpose; "" for none.
	Key, Instead, Purpose string
}

// Relisteds are those of a flow.
var Relisteds = lint.NewFact(func(d *project.Document) (all []Relisted) {
	for _, m := range Menus.Of(d) {
		for w := range m.Told() {
			if r, ok := m.relisted(w); ok {
				all = append(all, r)
				break
			}
		}
	}
	return all
})

// relisted compares what a text offers with what the question after it does.
func (m *Menu) relisted(w *flow.Widget) (r Relisted, ok bool) {
	const fewest = 2
	text := effects.Prompt(w).Text()
	if liquid.HasTags(text) || !onlyAfterSetbacks(w) {
		return r, false
	}
	told := append(slices.Clone(offer.In(text)), offer.Range(text)...)
	if len(told) < fewest || offer.OffersRest(text) || offer.AnyKey(text) {
		return r, false
	}
	r.Question, r.By = m.Question, w
	own := m.own()
	for _, o := range told {
		if !o.IsKey() || !offersKey(own, o.Answer) {
			return r, false // which is told of as an answer that no branch takes
		}
		if r.Key == "" {
			r.Instead, r.Purpose = exchanged(o, own)
			if r.Instead != "" {
				r.Key = o.Answer
			}
		}
	}
	for _, o := range own {
		if isChoice(o) && m.Takes(o.Answer) && !slices.Contains(keysOf(told), o.Answer) {
			r.Missing = append(r.Missing, o.Answer)
		}
	}
	return r, r.Key != "" || len(r.Missing) > 0
}

// own returns what the question itself offers.
func (m *Menu) own() []Offer {
	return slices.DeleteFunc(slices.Clone(m.Offers), func(o Offer) bool {
		return o.By != m.Question
	})
}

func offersKey(all []Offer, key string) bool {
	return slices.ContainsFunc(all, func(o Offer) bool { return o.Answer == key })
}

func keysOf(all []offer.Offer) (keys []string) {
	for _, o := range all {
		keys = append(keys, o.Answer)
	}
	return keys
}

// onlyAfterSetbacks reports whether one comes to a widget because nothing was answered, or nothing
// that fits, and in no other way.
func onlyAfterSetbacks(w *flow.Widget) bool {
	return !slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool {
		return t.Facts.Kind != schemas.KindNoMatch && t.Facts.Kind != schemas.KindTimeout
	})
}

// isChoice reports whether a key is one of those between which one chooses, and not for the menu itself.
func isChoice(o Offer) bool {
	return o.IsKey() && o.Answer >= "1" && o.Answer <= "9" &&
		!o.Repeats() && !o.Returns() && !o.Back() && !o.Departs() && !offer.EndsCall(o.Purpose())
}

// exchanged returns the key that a question offers for what a text has another one for, and what that is; "" for none.
func exchanged(o offer.Offer, own []Offer) (instead, purpose string) {
	known := false // what the key is for in the question
	for _, other := range own {
		topic := topicOf(other.Purpose())
		known = known || other.Answer == o.Answer && len(topic) > 0
		same := slices.ContainsFunc(topicOf(o.Purpose()), func(word string) bool {
			return twins.Named(word, topic) != ""
		})
		switch {
		case same && other.Answer == o.Answer:
			return "", ""
		case same:
			instead, purpose = other.Answer, labelOf(Offer{o, nil})
		}
	}
	if !known {
		return "", ""
	}
	return instead, purpose
}

// topicOf returns the words of a purpose that tell what it is.
func topicOf(purpose string) []string {
	return slices.DeleteFunc(words.In(purpose), func(word string) bool { return !isTopic(word) })
}
