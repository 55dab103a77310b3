package offer

import (
	"slices"
	"strings"

	"studiolint/lint/words"
)

// OtherFigure returns the one figure of a text that another text, which says the same in another language, has
// otherwise: both name as many, and all others are the same.
func OtherFigure(text, translated string) (own, other Figure, ok bool) {
	ours, theirs := Figures(text), Figures(translated)
	if len(ours) != len(theirs) || len(ours) == 0 {
		return own, other, false
	}
	theirs = slices.Clone(theirs)
	left := 0
	for _, f := range ours {
		i := slices.IndexFunc(theirs, func(t Figure) bool { return f.isLike(t) })
		if i >= 0 {
			theirs = slices.Delete(theirs, i, i+1)
			continue
		}
		own, left = f, left+1
	}
	if left != 1 || own.Amount == Unsaid || theirs[0].Amount == Unsaid || own.kind() != theirs[0].kind() {
		return own, other, false
	}
	other = theirs[0]
	said, there := text[own.Start:own.End], translated[other.Start:other.End]
	return own, other, own.Measure != Money || sameCurrency(said, there)
}

// kind is a measure without what languages tell in different words.
func (f Figure) kind() Measure {
	switch f.Measure {
	case Workdays:
		return Lapse
	case Until:
		return Clock
	}
	return f.Measure
}

// isLike reports whether two figures are the same, also a time of day without its half, and a working day for a day.
func (f Figure) isLike(other Figure) bool {
	const halfDay = 12 * 60
	a, b := f.Amount, other.Amount
	switch {
	case f.kind() != other.kind():
		return false
	case a == Unsaid || b == Unsaid:
		return a == b
	case f.kind() == Clock:
		return a%halfDay == b%halfDay
	case f.kind() == Lapse:
		return f.seconds() == other.seconds()
	}
	return a == b
}

func (f Figure) seconds() int {
	if f.Measure == Workdays {
		return f.Amount * daySeconds
	}
	return f.Amount
}

// sameCurrency reports whether two sums are certainly of one currency.
func sameCurrency(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return slices.ContainsFunc(sameMoney[:], func(money *words.Any) bool { return money.In(a) && money.In(b) })
}

var sameMoney = [...]*words.Any{words.AnyOf("€", "eur"), words.AnyOf("£", "gbp", "pound", "libra"), words.AnyOf("$", "usd", "dollar", "dólar", "dolar"), words.AnyOf("chf", "frank", "franc"), words.AnyOf("peso", "mxn"), words.AnyOf("reais", "r$", "brl")}
