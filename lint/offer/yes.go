package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// AsksIfRight reports whether a text asks if something is right, so that who says yes means that it
// is: not whether it is wrong, nor whether it shall be changed.
func AsksIfRight(text string) bool {
	return rightWords.In(text) && asksIfRight.MatchString(text)
}

var rightWords = words.AnyOf("correct", "right", "korrekt", "richtig", "stimm", "exact", "corret", "cert", "juste")

var asksIfRight = pattern.Lazy(`(?i)(?:(?:is|are) (?:that|this|it|these|those|the [a-z ]{1,30}) (?:correct|right)\b|(?:^|[.!?,:] *)(?:correct|right|correcto|correcta|correto|exact|richtig|korrekt)\?` +
	`|\b(?:if|confirm) (?:that |this |it |everything )+(?:is|['’]s) (?:correct|right)(?:[,.!?;:]|$| (?:press|say|reply|text|then|please))|\bget (?:that|it) right\b|\b(?:wenn|falls) (?:das|dies|es|alles) (?:so )?(?:richtig|korrekt)\b|\b(?:wenn|falls) (?:das|dies|es|alles) stimmt\b` +
	`|(?:es|son|est[áa]n?|[éeè]|são|sao) (?:esto |eso |isso |isto )?(?:correct[oa]s?|corret[oa]s?|cert[oa]s?)\b|(?:est-ce|c['’]est) (?:bien )?(?:correct|exact|juste)|(?:ist|sind) (?:das|dies|die angaben|diese) (?:richtig|korrekt)|stimmt (?:das|dies))`)

// GivesVerdict reports whether a text that says that an answer was wrong speaks of what is right, as a quiz does.
func GivesVerdict(text string) bool { return verdictWords.In(text) }

var verdictWords = words.AnyOf("correct", "corret", "richtig", "korrekt", "right answer", "bonne réponse", "risposta giusta", "respuesta es", "resposta é")

// AsksOnlyIfRight is AsksIfRight for a text that leaves nothing but a yes or a no to people, and does not say how it is
// put right.
func AsksOnlyIfRight(text string) bool {
	return AsksIfRight(text) && !PutsRight(text) && !leavesWords(text) && !elseWritten.In(text)
}

var elseWritten = words.AnyOf("write", "correction", "your size", "schreib", "escrib", "escrev", "scriv", "quiz", "question", "frage", "pregunta", "true", "guess", "survey", "statement", "umfrage", "encuesta",
	"we will", "we'll", "staff", "team", "somebody", "someone", "colleague", "later", "kolleg")

// PutsRight reports whether a text says how what is wrong is put right: by somebody, later, or in another way.
func PutsRight(text string) bool { return putRight.In(text) }

var putRight = words.AnyOf("office", "call you", "ring you", "contact you", "in touch", "look into", "looks into", "otherwise", "if not", "if it is not", "if no", "wrong", "mistake", "put right",
	"we correct", "wenn nicht", "falls nicht", "andernfalls", "sonst", "melden uns", "rufen", "falsch",
	"si no ", "de lo contrario", "oficina", "llamar", "caso contr", "ligar", "sinon", "bureau", "rappel", "altrimenti", "ufficio")

// Agrees reports whether an answer is offered for a yes, "if you agree", and Declines whether it is
// for a no, "if you do not agree".
func Agrees(purpose string) bool {
	return agree.MatchString(purpose) && !decline.MatchString(purpose)
}

// Consents reports whether an answer is offered for consent, by a word for it: "if you agree", and not "for
// yes".
func Consents(purpose string) bool {
	return words.HoldsAny(purpose, "agree", "accept", "consent", "acept", "acuerdo", "aceit", "concord", "accord", "einverstanden", "zustimm") &&
		Agrees(purpose)
}

// Declines is the contrary of Agrees.
func Declines(purpose string) bool { return decline.MatchString(purpose) }

var (
	agree   = pattern.Lazy(`(?i)\b(?:agree|accept|consent|acept[ao]|acepta[rn]?|de acuerdo|aceit[ao]r?|concord[ao]|d['’]accord|acceptez|einverstanden|zustimmen|confirm(?:ar|er|are)?|approve|bestätigen|confermare|acc?etta(?:re)?|accepter|if (?:this|that|it|everything)(?: is|['’]s) (?:correct|right)|si es correct[oa]|se (?:estiver|está|é) corret[oa]|se è corrett[oa]|si c['’]est (?:correct|exact|juste))\b|^\W*(?:for |para |por |pour |für |per |if |wenn |si |se )?(?:yes|sí|sì|sim|oui|ja)(?:,? (?:or|and|o|y|ou|et|e|oder|und))?\W*$`)
	decline = pattern.Lazy(`(?i)\b(?:(?:do not|don['’]t|not to|not) (?:agree|accept|consent)|disagree|decline|refuse|reject|opt out|no (?:acept[ao]r?|acepta|est[áa] de acuerdo|estoy de acuerdo)|rechaz[ao]r?|não (?:aceit|concord)\pL*|recus[ao]r?|refus(?:ez|er)?|rifiutare|non accett\w+|pas d['’]accord|if (?:this|that|it)(?: is|['’]s) (?:wrong|incorrect|not (?:correct|right))|if (?:incorrect|wrong)|(?:si|se) (?:no|não|non) (?:es|está|est|è|é) correct\w*|nicht (?:einverstanden|zustimmen)|ablehnen)\b|^\W*(?:for |para |por |pour |für |per |if |wenn |si |se )?(?:no|not|nicht|não|non|nein)(?:,? (?:or|and|o|y|ou|et|e|oder|und))?\W*$`)
)
