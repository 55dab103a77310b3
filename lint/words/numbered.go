package words

import "strings"

// AreNumbered reports whether two names differ by their number alone, as number1 and number2 do.
func AreNumbered(a, b string) bool {
	const digits = "0123456789"
	one, other := strings.TrimRight(a, digits), strings.TrimRight(b, digits)
	return a != b && len(one) > 1 && len(one) < len(a) && len(other) < len(b) && strings.EqualFold(one, other)
}
