package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/secret"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "credentials", Title: "A password, key or token stands in the file",
		Group: finding.Values, Severity: finding.Warning, Varies: "note for a code that callers key in, a short key in an address, a token in a link that is sent, and a webhook that only takes what it is sent", Scope: finding.PerDocument,
		Doc: `Finds credentials in definitions, requests and resources: a user name with a password
in a URL (also a SIP address), Twilio's auth tokens and API key secrets, bearer and
basic authentication, webhook addresses that are a secret themselves (Slack, Teams,
Discord, Zapier, Airtable and others), keys of well-known services by their form (AWS,
Google, GitHub, Stripe, SendGrid, Airtable, OpenAI …), private keys, SIP passwords, and
values that stand under a name such as api_key, token, secret or password: in parameters,
variables, JSON bodies and query strings, long ones also in an address within a message.

Whoever can read the file can use them, in every clone and for ever in its history.
No report shows the value.

As a note it finds the address of a webhook that only takes what it is sent (Zapier, Airtable, Make), a token in a link
that a message sends, as an invitation has one, and a split that lets callers pass by a code that stands in it, after a question
for a PIN, a password or the like, and what is short and stands in the query of an address under
api_key, secret, access_token and the like, or under key, token, code and sig when letters and digits
are mixed in it.

It finds a code that stands in a split beside the one that is made or fetched for each person, and leads to the same
place, as one that was left from a trial does; and a code that the flow makes of the time ({{"now" | date: "%H%M%S"}})
and asks for.

Replace the credential where it was given out, for it counts as known. Keep the new
one in the environment variables of a Twilio Function and call that with Run
Function, or let the deployment fill it in: ${API_KEY}. Liquid, placeholders, SIDs,
phone numbers and public keys are no credentials; words that stand for one, as in
https://API_USER:API_PASSWORD@…, are left to the rule placeholder.`,
	},
	Check: func(p *lint.Pass) {
		if p.Flow != nil {
			reportCodes(p)
			reportMasters(p)
			reportGuessable(p)
		}
		s := secretScan{p, secret.AllMarks()}
		echoes, found := shape.Echoes.Of(p), false
		for n := range p.Document.Texts() {
			if !echoes.Has(n) {
				s.look(n, func(secret.Pair) { found = true })
			}
			if found {
				s.report()
				return
			}
		}
	},
})

// reportCodes reports the codes by which callers pass that stand in splits: once.
func reportCodes(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || !p.Flow.Reachable(w) {
			continue
		}
		var asked *flow.Widget
		for _, b := range reads.Branches.Of(p)[w.Index] {
			if !isCode(b) || masterAt(p.Flow, &b, reads.Branches.Of(p)[w.Index]) != nil {
				continue
			}
			if asked == nil {
				if asked = reads.Asked(p.Flow, w); asked == nil || asked.Facts.KeyEntry == nil || !offer.AsksForSecret(effects.ToldBefore(asked)) {
					break
				}
			}
			switch {
			case !isLong(asked, b):
			case d == nil:
				d = p.Reportf(b, "the code that lets callers pass in %s stands here for all to read; let a Function compare it", w.Label()).
					As(finding.Note).Relate(asked, "where it is asked for").Identify(w.Label())
				d.Sensitive = true
			default:
				d.Also(b, "and here")
			}
		}
	}
}

// isLong reports whether the codes of a branch are as long as a question asks for.
func isLong(asked *flow.Widget, b reads.Branch) bool {
	const few, many = 3, 12
	n, _ := offer.Digits(effects.ToldBefore(asked))
	if waits, ok := asked.Property(asked.Facts.KeyEntry.Count).Number(); ok && n == 0 {
		n = int(waits)
	}
	texts, _ := b.Comparison.Texts()
	return len(texts) > 0 && !slices.ContainsFunc(texts, func(text string) bool { return len(text) < few || len(text) > many || n != 0 && len(text) != n })
}

// A secretScan looks for credentials in one document.
type secretScan struct {
	*lint.Pass
	marks *secret.Marks
}

// report reports the credentials in all strings.
func (s secretScan) report() {
	for n := range s.Document.Texts() {
		s.look(n, func(found secret.Pair) {
			d := s.Reportf(n.Part(found.Start, found.End), "%s holds %s for all to read; replace it, and keep it in a Function", s.where(n), found.Kind)
			if d.Sensitive = true; found.Weak {
				d.As(finding.Note)
			}
		})
	}
}

// look finds the credentials in one string, each once.
func (s secretScan) look(n source.Node, report func(secret.Pair)) {
	text, name := n.Text(), nameOf(n)
	named, paired := secret.IsName(name), n.Has(source.Pairs) && strings.ContainsAny(text, `="`)
	forms := s.marks.In(text)
	if text == "" || !named && !paired && len(forms) == 0 {
		return // nearly always
	}
	f := s.property(n)
	if f != nil && f.Secret {
		if !s.open(text) {
			report(secret.Pair{Kind: "a password", End: len(text)})
		}
		return
	}
	if len(text) < secret.MinLength {
		return
	}
	var found [][2]int
	once := func(one secret.Pair) {
		if slices.ContainsFunc(found, func(f [2]int) bool { return one.Start < f[1] && f[0] < one.End }) {
			return
		}
		found = append(found, [2]int{one.Start, one.End})
		report(one)
	}
	for _, form := range forms {
		for _, span := range form.Find(text, s.open, s.replaced) {
			once(secret.Pair{Kind: form.Kind, Start: span[0], End: span[1], Weak: form.Weak})
		}
	}
	if named {
		if kind := secret.Named(name, text); kind != "" && !s.open(text) {
			once(secret.Pair{Kind: kind, End: len(text)})
		}
	}
	if paired {
		s.pairs(text, holdsPairs(n, f), once)
	}
}

// pairs reports the credentials that stand under a name in a text: in one for people, the long
// ones in addresses.
func (s secretScan) pairs(text string, program bool, report func(secret.Pair)) {
	if !program && !strings.Contains(text, "://") {
		return
	}
	for _, pair := range secret.Pairs(text, s.open) {
		if program || pair.End-pair.Start >= longToken && inAddress(text[:pair.Start]) {
			pair.Weak = pair.Weak || !program && pair.Kind == secret.Token // an invitation, which is to be sent
			report(pair)
		}
	}
}

// longToken is how many bytes a token has at least that stands in an address in a text for
// people.
const longToken = 32

// inAddress reports whether a text ends within the query of an address.
func inAddress(text string) bool {
	word := text[strings.LastIndexAny(text, " \t\n")+1:]
	_, rest, ok := strings.Cut(word, "://")
	return ok && strings.Contains(rest, "?")
}

// open reports whether a value is not known or says openly that it is none.
func (s secretScan) open(value string) bool {
	return liquid.HasMarkup(value) || strings.Contains(value, "}}") || shape.HoldsPlaceholder(s.Pass, value) || secret.IsExample(value)
}

// replaced reports whether a user name is one that somebody was to replace, and
// the password beside it with it.
func (s secretScan) replaced(user string) bool {
	return secret.IsStandIn(user) || shape.HoldsPlaceholder(s.Pass, user)
}

// nameOf returns the name under which a string stands: the key beside a value, or
// the name of the member; "" when it has none.
func nameOf(n source.Node) string {
	switch key := n.Key(); key {
	case "value":
		return n.Parent().Get("key").Text()
	case "key":
		return ""
	default:
		return key
	}
}

// property returns what the catalogue knows of the widget property that a string
// is, nil when it is none.
func (s secretScan) property(n source.Node) *schemas.Property {
	if s.Flow == nil || n.Parent().Key() != "properties" {
		return nil
	}
	w := s.Flow.WidgetAt(n)
	if w == nil {
		return nil
	}
	return w.FactsOf(n)
}

// holdsPairs reports whether a string may be JSON, a form body or a URL that a
// program reads, rather than words for people.
func holdsPairs(n source.Node, f *schemas.Property) bool {
	switch {
	case n.Key() == "value":
		return n.Parent().Get("key").IsString()
	case f != nil:
		return f.IsURL() || f.Format == schemas.FormatJSON || f.JSONBy != ""
	}
	return strings.HasSuffix(n.Key(), "Url") || n.Key() == "url"
}

// where names a string for a message.
func (s secretScan) where(n source.Node) string {
	what := words.Quote(n.Key())
	if key := n.Parent().Get("key"); n.Key() == "value" && key.IsString() {
		what = "the value of " + words.Quote(key.Text())
	} else if n.Key() == "" {
		what = "a text"
	}
	if s.Flow != nil {
		if w := s.Flow.WidgetAt(n); w != nil {
			what += " of " + w.Label()
		}
	}
	return what
}
