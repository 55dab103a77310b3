package placeholder

import "studiolint/lint/words"

// A ToldText says what in a text that a person hears or reads only stands for something, in bytes.
type ToldText struct{ filler, inSentence [2]int }

// Told looks at a text that a person hears or reads.
func Told(text string) *ToldText { return toldTexts.Of(text) }

var toldTexts = words.NewMemory(func(text string) *ToldText {
	t := &ToldText{}
	t.filler, _ = Filler(text)
	for _, find := range []func(string) ([2]int, bool){standsInSentence, saysComesHere, greetsNobody, nobody} {
		if span, found := find(text); found {
			t.inSentence = span
			break
		}
	}
	return t
})

func nobody(text string) (span [2]int, ok bool) { return Specimen(text, true) }

// Filler returns the words that only stand for others, where they are all of the text.
func (t *ToldText) Filler() (span [2]int, ok bool) { return t.filler, t.filler[1] > 0 }

// InSentence returns what stands in a sentence for what was to come there, or for nobody.
func (t *ToldText) InSentence() (span [2]int, ok bool) { return t.inSentence, t.inSentence[1] > 0 }
