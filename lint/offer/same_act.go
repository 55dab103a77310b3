package offer

import "studiolint/lint/words"

// SameAct reports whether a question and a text that says what has been done speak of the same act: to
// cancel something, to move it, to change it, to confirm it.
func SameAct(question, said string) bool {
	for i := range acts {
		if acts[i].In(said) {
			return acts[i].In(question)
		}
	}
	return false
}

var acts = []*words.Any{
	words.AnyOf("cancel", "anul", "annul", "storn", "absag", "abgesagt"),
	words.AnyOf("reschedul", "move", "reprogram", "remarc", "reagend", "verleg", "verschieb", "verschob", "report"),
	words.AnyOf("remov", "delet", "elimin", "suppr", "lösch"),
	words.AnyOf("updat", "chang", "actualiz", "atualiz", "cambi", "alter", "modifi", "änder", "jour"),
	words.AnyOf("confirm", "bestätig"),
}
