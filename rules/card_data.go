package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "card-data", Title: "A question asks for the numbers of a payment card",
		Group: finding.Values, Severity: finding.Note,
		Doc: `Finds questions, by key, speech or message, for the number of a credit card, its security
code, its date or its PIN. What is answered is kept with the execution, in its log and
its context, where whoever has the account reads it; rules for card payments (PCI DSS)
forbid that for the security code and the PIN in any case.

Those of a flow are one finding. The last four digits, which tell a card and pay nothing,
are left alone.

Take payments with Capture Payments, which keeps what is entered out of the execution, or
by a link.`,
	},
	Check: func(p *lint.Pass) {
		var d *finding.Diagnostic
		for _, w := range p.Flow.Widgets {
			if !answers.Asks(w) || !asksForCard(askedIn(w)) || !p.Flow.Reachable(w) {
				continue
			}
			if d != nil {
				if len(d.Related) < lint.MaxRelated {
					d.Relate(w, "and "+w.Label())
				}
				continue
			}
			d = p.Reportf(w, "%s asks for what is on a payment card, and the answer stays in the execution for all with access to read; use Capture Payments", w.Label()).Identify(w.Label())
		}
	},
})

// askedIn returns what a question says, or, if that is nothing, what is said right before it.
func askedIn(w *flow.Widget) string {
	text := effects.Prompt(w).Text()
	for _, t := range w.In {
		if text == "" && effects.ActOf(t.From) == effects.Tells {
			text = effects.Prompt(t.From).Text()
		}
	}
	return text
}

// asksForCard reports whether a text asks for what is on a card, and not for its last digits.
func asksForCard(text string) bool {
	return words.HoldsAny(text, "card", "cvv", "cvc", "tarjeta", "karte", "carte") &&
		words.HoldsAny(text, "number", "digit card", "pin", "cvv", "cvc", "code", "mero de", "kreditkartennummer") &&
		cardData().MatchString(text) && !lastDigits().MatchString(text)
}

var (
	cardData   = pattern.Lazy(`(?i)\b(?:enter|type|key in|say|send|reply|tell|give|provide|ingrese|introduzca|digite|escriba|geben sie|saisissez|composez)\b[^.?!\n]{0,60}(?:\b(?:credit|debit|payment|bank)[ -]?card (?:number|pin)|\bcard number\b[^.?!\n]{0,40}\b(?:expir|payment|pay|credit|debit|16|sixteen)|\b(?:16|sixteen)[ -]digit (?:card|number)|\bcvv|\bcvc|\b(?:security|verification) code\b[^.?!\n]{0,30}\bcard|\bpin\b[^.?!\n]{0,30}\b(?:credit|debit|bank) card|número de (?:su |tu )?tarjeta de (?:crédito|débito)|kreditkartennummer|numéro de (?:votre )?carte (?:de crédit|bancaire))`)
	lastDigits = pattern.Lazy(`(?i)\b(?:last|final|últimos|ultimos|letzten|derniers)\s+(?:4|four|cuatro|vier|quatre)\b`)
)
