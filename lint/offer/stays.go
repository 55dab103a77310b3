package offer

import "studiolint/lint/words"

// Stays reports whether an answer is offered in order to stay where one is, or to come there again: to wait, to go on
// listening, to enter one more.
func (o Offer) Stays() bool {
	return words.HoldsAny(o.Answer+" "+o.Before+" "+o.After,
		"wait", "hold", "stay", "remain", "continu", "keep", "later", "listen", "again", "repeat", "more",
		"next", "another", "back", "menu", "return", "help", "retry", "start", "change", "correct", "esper",
		"aguard", "siga", "segu", "repet", "repit", "otr", "outr", "mais", "más", "volt", "volv", "regres",
		"ayuda", "ajuda", "cambi", "alter", "corr", "wart", "bleib", "weiter", "noch", "wiederhol", "zurück",
		"hilfe", "änder", "attend", "rest", "encore", "autre", "retour", "aide", "modif", "ascolt", "attes",
		"ancora", "torna", "aiuto", "ripet")
}
