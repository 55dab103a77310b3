package offer

import (
	"strings"

	"studiolint/lint/words"
)

// NamesPrice reports whether a name is one for the price of what was chosen. An amount may be how many of it one
// takes, unless its value has decimals as a price has.
func NamesPrice(name, value string) bool {
	if !prices.In(name) && !(words.HoldsAny(name, "amount") && hasDecimals(value)) || otherPrices.In(name) {
		return false
	}
	return !words.Overlap(words.In(name), besidesPrices)
}

// hasDecimals reports whether a number ends in two decimals: 9.50.
func hasDecimals(number string) bool {
	i := strings.LastIndexAny(number, ".,")
	return i >= 0 && len(number)-i-1 == 2
}

// TellsOfOtherSums reports whether a text may name a sum that is not all that one pays now: a part of it, a fee
// that is included, what comes with the tax.
func TellsOfOtherSums(text string) bool {
	if otherSums.In(text) {
		return true
	}
	return words.Overlap(words.In(text), partSums)
}

// partSums are whole words for what is a part of a sum, or comes on top of it.
var partSums = []string{
	"tax", "taxes", "vat", "tip", "plus", "half", "impuesto", "impuestos", "imposto", "impostos", "propina", "gorjeta", "mitad", "metade",
	"cuota", "cuotas", "parcela", "parcelas", "steuer", "mwst", "raten", "trinkgeld", "zzgl", "zuzüglich", "hälfte", "taxe", "tva", "pourboire", "moitié",
}

// besidesPrices are whole words that make the name of a price one of something else: of an entry in a list, of a
// class, or of a sum without the tax.
var besidesPrices = []string{
	"id", "ids", "net", "netto", "neto", "gross", "center", "centre", "code", "level", "tier", "class", "group", "list", "category", "band", "index", "key", "sku", "type", "old",
}

var (
	prices      = words.AnyOf("price", "precio", "preis", "preço", "preco", "prix")
	otherPrices = words.AnyOf("delivery", "shipping", "tax", "fee", "tip", "discount", "max", "min", "limit", "count")
	otherSums   = words.AnyOf("discount", "minimum", "at least", "over ", "more than", "up to", "save", " off", "free", "balance", "deposit", "per ", "each", "desde", "hasta", "ab ",
		"includ", "inclui", "inclus", "inkl", "added", "instal")
)
