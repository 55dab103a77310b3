package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// AsksQuantity reports whether a text asks a person for how many, or for a sum: "how many tickets do you
// need?", "how much would you like to give?".
func AsksQuantity(text string) bool {
	return words.HoldsAny(text, "how m", "uant", "uánt", "wie", "ombien") && quantity.MatchString(text)
}

var quantity = pattern.Lazy(`(?i)\bhow many (?:[\w-]+ ){1,6}(?:do|would|will|should|shall|did|are|have|can) (?:you|we|i|your)\b[^.!?]{0,80}\?|\bhow much (?:money )?(?:do|would|will|should|shall) (?:you|we|i) (?:like to |want to |wish to )?(?:donate|give|pay|send|transfer|withdraw|deposit|invest|charge|add|load|top up|contribute)\b[^.!?]{0,60}\?` +
	`|\bcu[áa]nt[oa]s (?:\pL+ ){1,5}(?:quieres?|desean?|necesitan?|deseas|necesitas|va[ns]? a|vas a|son|tienen?|tienes)\b[^.!?]{0,80}\?|\bcu[áa]nto (?:dinero )?(?:quieres?|deseas?|vas? a|te gustaría|le gustaría) (?:donar|dar|pagar|enviar|transferir|retirar|depositar|recargar|aportar)\b` +
	`|\bquant[oa]s (?:\pL+ ){1,5}(?:você |vocês )?(?:quer|deseja|precisa|gostaria|vai|são|tem)\b[^.!?]{0,80}\?|\bquanto (?:você )?(?:quer|deseja|gostaria de|vai) (?:doar|dar|pagar|enviar|transferir|sacar|depositar|recarregar)\b` +
	`|\bwie ?viele (?:\pL+ ){1,5}(?:möchten|möchtest|wollen|willst|brauchen|brauchst|benötigen|benötigst|sind|haben)\b[^.!?]{0,80}\?|\bwie ?viel (?:geld )?(?:möchten|möchtest|wollen|willst) (?:sie|du|ihr)\b[^.!?]{0,40}(?:spenden|geben|zahlen|überweisen|abheben|einzahlen|aufladen)` +
	`|\bcombien d(?:e |['’])(?:\pL+ ){1,5}(?:voulez|souhaitez|désirez|avez|serez|veux|souhaites)\b[^.!?]{0,80}\?|\bcombien (?:voulez|souhaitez|désirez)-vous (?:donner|payer|envoyer|transférer|retirer|verser|déposer)` +
	`|\bquant[ei] (?:\pL+ ){1,5}(?:vuole|vuoi|desidera|desideri|siete|sarete|ha|hai)\b[^.!?]{0,80}\?`)
