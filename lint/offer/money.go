package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// NamesSmallMoney reports whether a name is one for money in the small unit: balance_pence, amountCents,
// total_in_cents.
func NamesSmallMoney(name string) bool {
	if !words.HoldsAny(name, "cents", "pence", "centavos", "centimos", "centimes", "céntimos", "minor", "pennies", "paise") {
		return false
	}
	return smallMoney.MatchString(name)
}

var smallMoney = pattern.Lazy(`(?:(?:^|_)(?i:in_)?(?i:cents|pence|pennies|centavos|c[eé]ntimos|centimes|paise|minor(?:_units?)?)|(?:In)?(?:Cents|Pence|Pennies|Centavos|Centimos|Centimes|Paise|MinorUnits?))$`)

// Currencies returns the signs of money with which a text names sums: £, €, $, also where it says euros or dollars; R$
// is none of those.
func Currencies(text string) (signs string) {
	if !saysMoney.In(text) {
		return ""
	}
	for _, m := range moneySign.FindAllStringSubmatch(text, -1) {
		sign := m[1] + m[2]
		switch {
		case sign != "":
		case strings.EqualFold(m[3][:1], "e"):
			sign = "€"
		default:
			sign = "$"
		}
		if !strings.Contains(signs, sign) {
			signs += sign
		}
	}
	return signs
}

var (
	saysMoney = words.AnyOf("£", "€", "$", "euro", "dollar", "dólar", "dolar")
	moneySign = pattern.Lazy(`(?i)(?:^|[^A-Z$£€])([$£€]) ?(?:[0-9]|\{\{)|(?:[0-9]|\}\}) ?(?:([£€])|(euros?|dollars?|d[oó]lar(?:es)?)\b)`)
)

// TellsOfGains reports whether a sum that a text names may be one that nobody pays: a voucher, a prize, what is saved.
func TellsOfGains(text string) bool { return gains.In(text) }

var gains = words.AnyOf("voucher", "gift", "win ", "won ", "prize", "discount", "fee", "save", "saving", " off", "free", "worth", "bonus", "credit of", "reward", "cashback", "refund", "coupon", "instead of",
	"gutschein", "gewinn", "rabatt", "geschenk", "spar", "gebühr", "statt", "vale de", "cupón", "cupom", "premio", "prêmio", "regalo", "presente", "descuento", "desconto", "ahorr", "econom", "gana ", "ganhe", "tarifa",
	"bon d", "cadeau", "gagn", "remise", "réduction", "frais", "buono", "sconto", "vinc")

// SignOf returns the sign that a currency is written with; "" where that is not known.
func SignOf(currency string) string {
	switch strings.ToLower(currency) {
	case "usd", "cad", "aud", "nzd", "sgd", "hkd", "mxn", "cop", "clp", "ars", "uyu", "jmd", "ttd", "bbd", "bsd":
		return "$"
	case "gbp":
		return "£"
	case "eur":
		return "€"
	}
	return ""
}
