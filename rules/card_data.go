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
		ID: "card-data", Title: "A question asks for the numbers of a payment card, or for a password",
		Group: finding.Values, Severity: finding.Note,
		Doc: `Finds questions, by key, speech or message, for the number of a credit card, its security
code, its date or its PIN. What is answered is kept with the execution, in its log and
its context, where whoever has the account reads it; rules for card payments (PCI DSS)
forbid that for the security code and the PIN in any case.

It also finds questions for a password, which stays in the chat on the person's phone, too.

Those of a flow are one finding for cards and one for passwords. The last four digits, which
tell a card and pay nothing, and passwords that are good once are left alone.

Take payments with Capture Payments, which keeps what is entered out of the execution, or
by a link. For a password, send a link, or a code that is good once.`,
	},
	Check: func(p *lint.Pass) {
		reportAsked(p, asksForCard, "what is on a payment card, and the answer stays in the execution for all with access to read; use Capture Payments")
		reportAsked(p, asksForPassword, "a password, and the answer stays in the execution for all with access to read; send a link, or a code that is good once")
	},
})

// reportAsked reports the questions that ask for something, as one finding.
func reportAsked(p *lint.Pass, asks func(text string) bool, what string) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		switch {
		case !answers.Asks(w) || !asks(askedIn(w)) || !p.Flow.Reachable(w):
		case d == nil:
			d = p.Reportf(w, "%s asks for %s", w.Label(), what).Identify(w.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(w, "and "+w.Label())
		}
	}
}

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

// asksForPassword reports whether a text asks for a password that is good more than once.
func asksForPassword(text string) bool {
	return words.HoldsAny(text, "password", "contrase", "senha", "passwort", "kennwort", "mot de passe") && password().MatchString(text) && !noPassword().MatchString(text)
}

var (
	password = pattern.Lazy(`(?i)\b(?:enter|type|provide|give|choose|create|set|tell|what is|what's)\b[^.?!\n]{0,20}\b(?:your|an?) (?:new |account |current |login |secret )?password\b` +
		`|\b(?:ingrese|introduzca|escriba|digite|elija|cree)\b[^.?!\n]{0,20}\bcontraseña` +
		`|\b(?:digite|escreva|informe|crie)\b[^.?!\n]{0,20}\bsenha\b` +
		`|\b(?:geben|schreiben|wählen) Sie\b[^.?!\n]{0,20}\b(?:Passwort|Kennwort)\b|\b(?:saisissez|entrez|écrivez|choisissez)\b[^.?!\n]{0,20}\bmot de passe\b`)
	noPassword = pattern.Lazy(`(?i)\b(?:not|never|nunca|jamais|niemals|forgot(?:ten)?|one[ -]time|temporary|temporal|tempor[áa]ria|atendimento|fila)\b|n't`)

	cardData   = pattern.Lazy(`(?i)\b(?:enter|type|key in|say|send|reply|tell|give|provide|ingrese|introduzca|digite|escriba|geben sie|saisissez|composez)\b[^.?!\n]{0,60}(?:\b(?:credit|debit|payment|bank)[ -]?card (?:number|pin)|\bcard number\b[^.?!\n]{0,40}\b(?:expir|payment|pay|credit|debit|16|sixteen)|\b(?:16|sixteen)[ -]digit (?:card|number)|\bcvv|\bcvc|\b(?:security|verification) code\b[^.?!\n]{0,30}\bcard|\bpin\b[^.?!\n]{0,30}\b(?:credit|debit|bank) card|número de (?:su |tu )?tarjeta de (?:crédito|débito)|kreditkartennummer|numéro de (?:votre )?carte (?:de crédit|bancaire))`)
	lastDigits = pattern.Lazy(`(?i)\b(?:last|final|últimos|ultimos|letzten|derniers)\s+(?:4|four|cuatro|vier|quatre)\b`)
)
