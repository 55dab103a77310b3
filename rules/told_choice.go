package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/pattern"
	"studiolint/lint/reads"
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

// youChose is how a text tells a person what was chosen, with the words for it.
var youChose = pattern.Lazy(`(?i)\b(?:you(?:'ve| have)? (?:selected|chosen|chose|picked)|(?:connect|transferr?|forward|direct|rout)(?:ing)? you (?:to|with|through to)|(?:ha|has) (?:seleccionado|elegido|escogido)|(?:comunic|transfer|conect)\pL* con|você (?:escolheu|selecionou)|(?:transferi|encaminha)\pL* para|vous avez (?:choisi|sélectionné)|Sie haben)\s+([^.!?,;\n]{2,50})`)

// onCondition is what stands before such words where they tell of what may come: "or reply AGENT,
// and we will connect you with an agent".
var onCondition = pattern.Lazy(`(?i)\b(?:if|when|once|unless|until|reply|respond|press|say|text|type|write|send|si|cuando|responda|responde|escriba|escribe|oprima|marque|presione|diga|se|quando|digite|wenn|antworten|drücken|répondez|tapez)\b`)

// youPressed is how a text tells it by the key.
var youPressed = pattern.Lazy(`(?i)\b(?:you(?:'ve| have)? (?:pressed|selected|chosen|chose|entered)|(?:ha )?(?:oprimi|presion|marc|eleg|seleccion)(?:ó|ado|ido)|você (?:digitou|escolheu)|vous avez (?:tapé|choisi|appuyé sur))\s+(?:the |number |option |key |la |el |opción |número |a |opção |le |numéro )*([0-9])\b`)

// checkToldChoice reports the first branch that leads to a text which tells the person of the
// choice of another branch, as a copy does in which that was not replaced.
func checkToldChoice(p *lint.Pass, all []meaning) bool {
	for i := range all {
		a := &all[i]
		w := a.branch.Transition.To
		text := effects.Prompt(w).Text()
		if len(w.In) != 1 || !words.HoldsAny(text, "you", "ha", "con", "voc", "para", "vous", "sie", "oprim", "presion", "marc", "eleg", "selec") {
			continue
		}
		said, at := otherKey(a, all, text)
		if said == "" {
			said, at = otherChoice(a, all, text)
		}
		if said == "" {
			continue
		}
		n := effects.Prompt(w)
		p.Reportf(n.Part(at, at+len(said)), "%s speaks of %s, but one comes there by %s of %s: a text that was copied? correct it",
			w.Label(), words.Quote(said), a.branch.Words(), a.branch.Transition.From.Label()).Relate(a.branch.Transition.NextNode, "the branch").As(finding.Note)
		return true
	}
	return false
}

// otherKey returns the key that a text names, when the branch is for other keys alone and another
// one is for that; "" for none.
func otherKey(a *meaning, all []meaning, text string) (said string, at int) {
	m := youPressed().FindStringSubmatchIndex(text)
	own, ok := a.branch.Comparison.Texts()
	if m == nil || !ok || slices.ContainsFunc(own, func(text string) bool { return len(text) != 1 || text[0] < '0' || text[0] > '9' }) {
		return "", 0
	}
	key := text[m[2]:m[3]]
	if slices.Contains(own, key) || !slices.ContainsFunc(all, func(b meaning) bool { return takesText(b.branch, key) }) {
		return "", 0
	}
	return key, m[2]
}

func takesText(b reads.Branch, text string) bool {
	texts, ok := b.Comparison.Texts()
	return ok && slices.Contains(texts, text)
}

// otherChoice returns the word for what was chosen that a text names, when it is what another
// branch stands for and this one does not; "" for none.
func otherChoice(a *meaning, all []meaning, text string) (said string, at int) {
	m := youChose().FindStringSubmatchIndex(text)
	if m == nil || onCondition().MatchString(text[strings.LastIndexAny(text[:m[0]], ".!?\n")+1:m[0]]) {
		return "", 0
	}
	phrase := text[m[2]:m[3]]
	named := words.In(phrase)
	if slices.ContainsFunc(named, func(word string) bool { return !words.IsSmall(word) && twins.Named(word, a.words) != "" }) {
		return "", 0
	}
	for _, word := range named {
		if len(word) < 4 || words.IsSmall(word) || slices.Contains(words.In(a.branch.Transition.To.Name), word) {
			continue
		}
		of := 0
		for j := range all {
			if all[j].branch.Transition.To != a.branch.Transition.To && slices.Contains(all[j].words, word) {
				of++
			}
		}
		if of == 1 {
			i := strings.Index(strings.ToLower(phrase), word)
			if i < 0 {
				return "", 0
			}
			return phrase[i : i+len(word)], m[2] + i
		}
	}
	return "", 0
}
