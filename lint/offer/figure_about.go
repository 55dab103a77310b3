package offer

import (
	"slices"
	"strings"

	"studiolint/lint/words"
)

// Within returns the sentence of a text in which a figure stands.
func (f Figure) Within(text string) string {
	from, to := 0, len(text)
	for _, end := range [...]string{". ", "! ", "? ", "\n", "; "} {
		if i := strings.LastIndex(text[:f.Start], end); i >= 0 {
			from = max(from, i+1)
		}
		if i := strings.Index(text[f.End:], end); i >= 0 {
			to = min(to, f.End+i+1)
		}
	}
	return text[from:to]
}

// OnlySum returns the one sum that a text says something costs, 0 for what is free, with the sentence that says so;
// false where it names none, several, or one that Liquid puts in.
func OnlySum(text string) (cents int, by Figure, sentence string, ok bool) {
	n := 0
	for _, f := range Figures(text) {
		if f.Measure == Money && (n == 0 || f.Amount != by.Amount) {
			by, n = f, n+1
		}
	}
	free := freeSentence(text)
	switch {
	case n == 1 && by.Amount != Unsaid && free == "":
		sentence = by.Within(text)
		return by.Amount, by, sentence, costWords.In(strings.ToLower(sentence))
	case n == 0 && free != "":
		start := strings.Index(text, free)
		return 0, Figure{Start: start, End: start + len(free)}, free, true
	}
	return 0, by, "", false
}

// freeSentence returns the only sentence of a text that says that something costs nothing; "" for none, or several.
func freeSentence(text string) (only string) {
	if !IsFree(text) {
		return ""
	}
	ends := func(r rune) bool { return strings.ContainsRune(".!?\n;", r) }
	for sentence := range strings.FieldsFuncSeq(text, ends) {
		if IsFree(sentence) {
			if only != "" {
				return ""
			}
			only = strings.TrimSpace(sentence)
		}
	}
	return only
}

// SameSum reports whether two texts, by the sentences that name a sum each, may speak of the same one: none says of
// it what the other text nowhere speaks of, that it is a deposit, for each night, for the delivery.
func SameSum(sentence, text, otherSentence, other string) bool {
	sentence, text = strings.ToLower(sentence), strings.ToLower(text)
	otherSentence, other = strings.ToLower(otherSentence), strings.ToLower(other)
	for _, kind := range sumKinds {
		if kind.In(sentence) && !kind.In(other) || kind.In(otherSentence) && !kind.In(text) {
			return false
		}
	}
	return !partsOfSum(sentence) && !partsOfSum(otherSentence)
}

// IsWholeSum reports whether the sum that a sentence names is all of what is to pay, as far as it tells.
func IsWholeSum(sentence string) bool {
	sentence = strings.ToLower(sentence)
	more := sumKinds[mayBeWhole:]
	return !partsOfSum(sentence) && !slices.ContainsFunc(more, func(kind *words.Any) bool { return kind.In(sentence) })
}

// partsOfSum reports whether a sentence speaks of a part of a sum, or of what goes on.
func partsOfSum(sentence string) bool {
	return slices.ContainsFunc(words.In(sentence), func(word string) bool { return slices.Contains(partSums, word) })
}

// mayBeWhole is how many of the kinds of sums may be all that there is to pay.
const mayBeWhole = 3

var (
	costWords = words.AnyOf("cost", "charge", "fee", "price", "pay", "paid", "bill", "debit", "added to", "cuesta", "coste", "cobr", "carg", "precio", "pag", "importe", "tarifa", "mensualidad",
		"custa", "preço", "taxa", "lançad", "valor", "fatur", "kost", "preis", "gebühr", "berechn", "gebucht", "zahl", "belast", "coût", "coute", "prix", "frais", "factur", "prélev", "débit", "montant",
		"addebit", "prezzo", "spes", "betaal", "prijs")

	sumKinds = [...]*words.Any{
		words.AnyOf("cancel", "storn", "annul", "anul", "absag"),
		words.AnyOf("deliver", "shipping", "envío", "entrega", "frete", "lieferung", "versand", "livraison", "spedizione", "consegna"),
		words.AnyOf("total", "insgesamt", "gesamt", "summe", "totale", "overall", "altogether"),
		words.AnyOf("deposit", "anzahlung", "depósito", "anticipo", "acompte", "caparra", "kaution", "enganche", "sinal ", "advance"),
		words.AnyOf("per ", "each", "a month", "a night", "a day", "an hour", "a week", "a year", "apiece", "monthly", "yearly", "por persona", "por noche", "por hora", "por mes", "por día", "por pessoa", "por noite", "por mês", "por dia", "cada ", "al mes",
			"pro ", "je ", "par personne", "par nuit", "par heure", "par mois", "par jour", "a persona", "a notte", "al mese", "all'ora"),
		words.AnyOf("discount", "voucher", "coupon", "gift", "save", " off", "instead of", "gutschein", "rabatt", "statt", "descuento", "cupón", "cupom", "desconto", "remise", "réduction", "sconto", "buono", "bonus", "credit", "crédit", "reward", "cashback", "prize", "win ",
			"gewinn", "premio", "prêmio", "regalo", "spar"),
		words.AnyOf("refund", "reembols", "erstatt", "rembours", "rimbors", "devol", "zurück", "get back"),
		words.AnyOf("tax", "impuesto", "imposto", "steuer", "mwst", " tip ", "propina", "gorjeta", "trinkgeld", "service charge"),
		words.AnyOf("minimum", "maximum", "at least", "more than", "less than", "up to", "over ", "under ", "from ", "about", "around", "approx", "mínimo", "máximo", "mindest", "höchst", "etwa", "circa", "ab ", "desde", "a partir", "à partir", "más de", "menos de", "mais de", "moins de", "plus de"),
		words.AnyOf("balance", "saldo", "solde", "kontostand", "owe", "overdue", "remain", "the rest", "restante", "restant", "resto"),
		words.AnyOf("penalt", "late fee", "late payment", "fine of", "no-show", "no show", "recargo", "multa", "mahn", "pénalité", "damage", "lost "),
		words.AnyOf("setup", "set-up", "registration", "inscripción", "inscription", "activation", "aktivierung", "first ", "primer", "erste", "premier", "insur", "versicher", "assuranc", "assicur", "breakfast", "parking", "extra", "addition", "also"),
		words.AnyOf("raised", "goal", "so far", "donat", "spend", "worth", "valued", "value of"),
	}
)

// NamesWholeSum reports whether a name, beside those of what goes along, is one for all that is to pay. How large an amount is
// tells nothing of how much of it is money, unless a currency or decimals say so.
func NamesWholeSum(name, value string, beside func(func(name string) bool) bool) bool {
	if hasWord(name, notSumWords) || beside(func(name string) bool { return hasWord(name, quantityWords) }) {
		return false
	}
	return hasWord(name, sumWords) || hasWord(name, amountWords) &&
		(hasDecimals(value) || beside(func(name string) bool { return hasWord(name, currencyNames) }))
}

// hasWord reports whether a name has a word of a list.
func hasWord(name, list string) bool {
	return slices.ContainsFunc(words.In(name), func(word string) bool { return wordSet(list).has(word) })
}

const (
	sumWords = " price cost charge fee precio costo coste monto importe preis gebühr gebuehr preço preco custo prix montant coût cout frais prezzo costo importo prijs bedrag "
	// amountWords may be how many of something there are.
	amountWords   = " amount total betrag summe valor total sum "
	currencyNames = " currency moneda waehrung währung moeda devise valuta currencycode "
	quantityWords = " quantity qty count cantidad quantidade anzahl menge quantité quantite nights noches noites nächte persons people guests items tickets "
	notSumWords   = " id ids max min maximum minimum limit discount tip tax vat deposit delivery shipping net netto neto type code level tier class group list category key sku old unit per currency method status balance refund free late center centre rate no has is can allow capture "
)
