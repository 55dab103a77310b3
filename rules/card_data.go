package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
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

And it finds the steps that tell on a PIN, a password, or the number of a card or of social security: they read it
out, send it by message, show it to agents or have it in an address. Those of a flow are one finding. So are the texts that
tell a person a key of programs which a request has brought (access_token, api_key), but for those in a link.

Those of a flow are one finding for cards, one for PINs and one for passwords. The last four digits, which
tell a card and pay nothing, and passwords that are good once are left alone.

Take payments with Capture Payments, which keeps what is entered out of the execution, or
by a link; it takes no PIN, so let the bank ask for that, or check the caller another way. For a password, send a link, or a code that is good once.`,
	},
	Check: func(p *lint.Pass) {
		reportAsked(p, offer.AsksForPIN, "the PIN of a payment card, which stays in the execution; Capture Payments takes none, so ask for none")
		reportAsked(p, asksForPayment, "what is on a payment card, and the answer stays in the execution for all with access to read; use Capture Payments")
		reportToldSecrets(p)
		reportToldKeys(p)
		reportAsked(p, offer.AsksForPassword, "a password, which stays in the execution; send a link, or a code that is good once")
	},
})

// asksForPayment reports whether a text asks for what is needed to pay by card, which the PIN is not.
func asksForPayment(text string) bool { return offer.AsksForCard(text) && !offer.AsksForPIN(text) }

// reportAsked reports the questions that ask for something, as one finding.
func reportAsked(p *lint.Pass, asks func(text string) bool, what string) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		switch {
		case !answers.Asks(w) || !asks(askedIn(w)) || !p.Flow.Reachable(w):
		case d == nil:
			d = p.Reportf(w, "%s asks for %s", w.Label(), what).Identify(w.Label())
		default:
			d.Also(w, "and "+w.Label())
		}
	}
}
