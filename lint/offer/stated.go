package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// A StatedKind is a kind of what a text states.
type StatedKind uint8

// What texts state.
const (
	StatedPhone StatedKind = iota // a number to call
	StatedHost                    // the host of an address, also of mail
	StatedSum                     // a sum of money
)

// A Stated is a number to call, an address or a sum that a text states.
type Stated struct {
	Kind       StatedKind
	Start, End int
	Value      string // the digits of a number, a host, what is written of a sum
	Amount     int    // of a sum, in hundredths
	Frame      string // the words of its sentence around it, in small letters
}

// StatedIn returns what a text states. The list is shared: nobody may change it.
func StatedIn(text string) []Stated {
	if !strings.ContainsAny(text, "@€$£") && !statedWords.In(text) && !hasManyDigits(text) {
		return nil
	}
	return stated.Of(text)
}

var statedWords = words.AnyOf("www.", "://", ".com", ".org", ".net", ".test", "dollar", "euro", "usd", "eur", "pound", "peso", "reais")

// hasManyDigits reports whether a text has as many digits as the number of a phone.
func hasManyDigits(text string) bool {
	const fewest = 7
	n := 0
	for i := 0; i < len(text) && n < fewest; i++ {
		if isDigit(text[i]) {
			n++
		}
	}
	return n == fewest
}

var stated = words.NewMemory(func(text string) (all []Stated) {
	if strings.Contains(text, "{%") {
		return nil
	}
	for _, m := range statedPhone.FindAllStringIndex(text, -1) {
		digits := onlyDigits(text[m[0]:m[1]])
		if len(digits) >= 7 && len(digits) <= 15 {
			all = append(all, Stated{StatedPhone, m[0], m[1], digits, 0, frameOf(text, m[0], m[1])})
		}
	}
	for _, m := range statedHost.FindAllStringSubmatchIndex(text, -1) {
		host := strings.TrimPrefix(strings.ToLower(text[m[2]:m[3]]), "www.")
		all = append(all, Stated{StatedHost, m[2], m[3], host, 0, ""})
	}
	for _, f := range Figures(text) {
		if f.Measure == Money && f.Amount > 0 {
			all = append(all, Stated{StatedSum, f.Start, f.End, text[f.Start:f.End], f.Amount, frameOf(text, f.Start, f.End)})
		}
	}
	return all
})

var (
	statedPhone = pattern.Lazy(`\+?\(?\d[\d() .-]{5,18}\d`)
	statedHost  = pattern.Lazy(`(?i)(?:@|://|\b(?:www\.))((?:[a-z0-9-]+\.)+[a-z]{2,})`)
)

func onlyDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}

// frameOf returns the words of the sentence around a part of a text, in small letters, with a # in its place.
func frameOf(text string, start, end int) string {
	from, to := 0, len(text)
	for _, mark := range [...]string{". ", "! ", "? ", "\n", "; "} {
		if i := strings.LastIndex(text[:start], mark); i >= 0 {
			from = max(from, i+1)
		}
		if i := strings.Index(text[end:], mark); i >= 0 {
			to = min(to, end+i+1)
		}
	}
	fields := strings.Fields(strings.ToLower(text[from:start] + " # " + text[end:to]))
	for i, word := range fields {
		if fields[i] = strings.Trim(word, ".,:;!?¡¿\"“”'()"); word == "#" {
			fields[i] = "#"
		}
	}
	return strings.Join(fields, " ")
}

// Contradicts reports whether what two texts state is the same thing, and stated otherwise: in one sentence another
// currency, another price, or a number that differs in a digit.
func (s *Stated) Contradicts(other *Stated) bool {
	const fewest = 3 // words around it, with the sign in its place
	if s.Kind != other.Kind || s.Value == other.Value || s.Frame != other.Frame || strings.Count(s.Frame, " ") < fewest {
		return false
	}
	switch s.Kind {
	case StatedPhone:
		return isDigitAway(s.Value, other.Value)
	case StatedSum:
		if s.Amount == other.Amount {
			return currencyOf(s.Value) >= 0 && currencyOf(other.Value) >= 0 && currencyOf(s.Value) != currencyOf(other.Value)
		}
		return priceWords.In(s.Frame) && !changingSums.In(s.Frame)
	}
	return false
}

// currencyOf returns which of sameMoney a sum is of; -1 where it is not known.
func currencyOf(said string) int {
	said, found := strings.ToLower(said), -1
	for i, money := range sameMoney {
		if money.In(said) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// isDigitAway reports whether two numbers of as many digits differ in one of them, or in the order of two side by side.
func isDigitAway(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	var at []int
	for i := range len(a) {
		if a[i] != b[i] {
			at = append(at, i)
		}
	}
	return len(at) == 1 || len(at) == 2 && at[1] == at[0]+1 && a[at[0]] == b[at[1]] && a[at[1]] == b[at[0]]
}

var (
	priceWords   = words.AnyOf("cost", "price", "fee", "charge", "cuesta", "precio", "tarifa", "preço", "custa", "taxa", "prix", "coût", "frais", "kostet", "preis", "gebühr", "prezzo", "prijs")
	changingSums = words.AnyOf("total", "balance", "so far", "saldo", "order", "pedido", "cart", "{{", "your ", "tu ", "su ", "seu ", "votre ", "ihr", "late", "another", "additional", "or ", "from ", "adult", "child")
)
