package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// money is a sum of money as it is written or spoken: $59.99, 8€, 59 dollars and 99 cents.
const money = `(?:(?:[$€£]|R\$|US\$|\b(?:USD|EUR|GBP|CHF)) ?([0-9][0-9.,]*)|\b([0-9][0-9.,]*) ?(?:[€£]|(?:dollars?|euros?|pounds?|bucks|pesos|reais|franken|francs|USD|EUR|GBP|CHF)\b)(?: (?:and )?([0-9]{1,2}) ?cents?\b)?)`

var (
	sum = pattern.Lazy(`(?i)` + money)

	// pricedItem is an item of a list within a sentence with its price: 2 Veggie 10€.
	pricedItem = pattern.Lazy(`(?i)(?:^|[\s,;:(])([1-9])[.):]? (\pL[^0-9\n,;€$£]{1,40}?)[ :(–-]{1,3}` + money)
)

// A Price is what one of the answers to a question costs, as its text tells it.
type Price struct {
	Answer string
	Text   string // the words that tell it
	Cents  int
}

// Sums returns the sums of money that a text names, in hundredths.
func Sums(text string) (all []int) {
	if !mayNameSum(text) {
		return nil
	}
	for _, m := range sum.FindAllStringSubmatch(text, -1) {
		if cents, ok := centsOf(m[1:]); ok {
			all = append(all, cents)
		}
	}
	return all
}

// Prices returns what the answers that a text offers cost, for each the only sum beside it.
func Prices(text string) (all []Price) {
	if !mayNameSum(text) || strings.Contains(text, "{%") {
		return nil
	}
	for _, m := range pricedItem.FindAllStringSubmatch(text, -1) {
		if cents, ok := centsOf(m[3:]); ok {
			all = append(all, Price{m[1], ended(strings.TrimLeft(m[0], " ,;:(\n")), cents})
		}
	}
	if len(all) > 1 {
		return all
	}
	all = nil
	for _, o := range In(text) {
		line := withDecimals(text, o.Purpose())
		if found := Sums(line); o.IsKey() && len(found) == 1 {
			all = append(all, Price{o.Answer, ended(strings.TrimSpace(line)), found[0]})
		}
	}
	return all
}

// ended returns a part of a sentence without what leads on to the next one: "for Veggie, 10 dollars, or".
func ended(part string) string {
	const between = " ,;\n"
	part = strings.TrimRight(part, between)
	for _, or := range []string{" or", " and", " oder", " und", " ou", " et"} {
		if before, ok := strings.CutSuffix(part, or); ok {
			return strings.TrimRight(before, between)
		}
	}
	return part
}

// withDecimals returns a part of a text with the decimals that follow, at whose point it was cut.
func withDecimals(text, part string) string {
	start := strings.Index(text, part)
	if part == "" || start < 0 {
		return part
	}
	end := start + len(part)
	if digits := text[end:]; len(digits) > 2 && (digits[0] == '.' || digits[0] == ',') && isDigit(text[end-1]) {
		for end++; end < len(text) && isDigit(text[end]); {
			end++
		}
	}
	return text[start:end]
}

// mayNameSum is a quick look for the signs and words of money.
func mayNameSum(text string) bool {
	return strings.ContainsAny(text, "0123456789") && (strings.Contains(text, "$") || strings.Contains(text, "€") ||
		strings.Contains(text, "£") || currencies.In(text))
}

// centsOf returns the hundredths of a sum, as it is written before or after its currency, with the cents that
// are spoken after it.
func centsOf(groups []string) (int, bool) {
	text := groups[0] + groups[1]
	cents, ok := Cents(text)
	if spoken := groups[2]; ok && spoken != "" {
		more := 0
		for _, c := range spoken {
			more = 10*more + int(c-'0')
		}
		cents += more
	}
	return cents, ok
}

// Cents returns the hundredths of a number as prices are written: 10, 10.5, 10,50, 1,299.00.
func Cents(text string) (cents int, ok bool) {
	text = strings.TrimRight(strings.TrimSpace(text), ".,")
	whole, decimals := text, ""
	if i := strings.LastIndexAny(text, ".,"); i >= 0 && len(text)-i-1 <= 2 {
		whole, decimals = text[:i], text[i+1:]
	}
	whole = thousands.Replace(whole)
	const longest = 9
	if whole == "" || len(whole) > longest || strings.Trim(whole+decimals, "0123456789") != "" {
		return 0, false
	}
	for _, c := range whole + (decimals + "00")[:2] {
		cents = 10*cents + int(c-'0')
	}
	return cents, true
}

var thousands = strings.NewReplacer(".", "", ",", "")

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// currencies are words for money.
var currencies = words.AnyOf("dollar", "euro", "pound", "buck", "peso", "reais", "franken", "francs", "usd", "eur", "gbp", "chf")

// IsCurrency reports whether a word, in small letters, is one for money.
func IsCurrency(word string) bool { return currencies.In(word) }
