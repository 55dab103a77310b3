package offer

import (
	"fmt"
	"testing"
)

func TestPrices(t *testing.T) {
	for text, want := range map[string]string{
		"Pizza: 1 Margherita 8€, 2 Veggie 10,50€, 3 Salami 9 €. Reply with a number.":                  "1=800 2=1050 3=900",
		"What size?\n1. Small ($8)\n2. Large ($10.50)":                                                 "1=800 2=1050",
		"For the basic plan at 10 dollars a month, press 1. For the gold plan at 20 dollars, press 2.": "1=1000 2=2000",
		"Press 1 for a small pizza, 8 dollars. Press 2 for a large one, 12 dollars and 50 cents.":      "1=800 2=1250",
		"Press 1 for a small pizza, $8 or $7 with a coupon. Press 2 for a large one, $12":              "2=1200",
		"Press 1 for sales, press 2 for support.":                                                      "",
		"We ship orders of 2 items over $10 for free.":                                                 "",
		"{% if x %}1 Small $8, 2 Large $9{% endif %}":                                                  "",
	} {
		got := ""
		for i, p := range Prices(text) {
			if i > 0 {
				got += " "
			}
			got += fmt.Sprintf("%s=%d", p.Answer, p.Cents)
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestPriceText(t *testing.T) {
	for text, want := range map[string]string{
		"Reply 1 for Veggie, 10 dollars, or 2 for Meat, 12 dollars.": "for Veggie, 10 dollars",
		"Press 1 to pay the 20 dollars, press 2 for anything else.":  "to pay the 20 dollars",
		"Pizza: 1 Veggie 8€, 2 Salami 9€":                            "1 Veggie 8€",
	} {
		if got := Prices(text); len(got) == 0 || got[0].Text != want {
			t.Errorf("%q: %v, want %q", text, got, want)
		}
	}
}

func TestSums(t *testing.T) {
	for text, want := range map[string][]int{
		"The fee is 59 dollars and 99 cents.": {5999},
		"It costs $1,299.00.":                 {129900},
		"It costs $1,299 or €5.":              {129900, 500},
		"R$ 10,50":                            {1050},
		"call 555 1234":                       nil,
	} {
		if got := Sums(text); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
