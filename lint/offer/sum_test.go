package offer

import "testing"

func TestNamesPrice(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"price", "11"}: true, {"unitPrice", "11"}: true, {"amount", "9.50"}: true, {"precio", "8,00"}: true,
		{"amount", "1"}: false, {"price_id", "7"}: false, {"priceId", "7"}: false, {"price_net", "8.40"}: false, {"cost_center", "4711"}: false,
		{"price_level", "2"}: false, {"shipping_price", "4"}: false, {"item", "9.50"}: false,
	} {
		if got := NamesPrice(pair[0], pair[1]); got != want {
			t.Errorf("%s=%s: %v", pair[0], pair[1], got)
		}
	}
}

func TestTellsOfOtherSums(t *testing.T) {
	for text, want := range map[string]bool{
		"The fee is $59.99. Please have your card ready.":  false,
		"The total on behalf of multiple people is $10.":   false,
		"A convenience fee of $2.50 is included.":          true,
		"You pay in two instalments of $50.":               true,
		"Your order is 10 dollars, and with the tax more.": true,
		"That is $20 plus what you add.":                   true,
		"Half of it, $20, is due now.":                     true,
	} {
		if got := TellsOfOtherSums(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
