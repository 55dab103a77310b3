package offer

import (
	"strings"
	"testing"
)

func TestTwoThings(t *testing.T) {
	for text, want := range map[string]string{
		"What is your name? And what is your order number?":                     "name, order number",
		"What is your name, and what is your e-mail address?":                   "name, e-mail address",
		"Please tell us your full name and your phone number.":                  "full name, phone number",
		"Hi! May I have your name and date of birth?":                           "name, date of birth",
		"Please enter your account number and zip code.":                        "account number, zip code",
		"What's your name and how can we help you today?":                       "name, and how can we help you today",
		"Thanks for your order. What is your name?":                             "",
		"We have your name and order number on file. What is your email?":       "",
		"Please reply with your name or order number.":                          "",
		"Please reply with your name and order number, separated by a comma.":   "",
		"What is the name on the account?":                                      "",
		"What is your street address and zip code?":                             "",
		"Please enter your first and last name.":                                "",
		"What is your name? We look up your order by it.":                       "",
		"Please tell us your name and the best way to reach you.":               "",
		"What is your name? Your name helps us.":                                "",
		"What is your email address? Please check your email address, and send": "",
	} {
		var got []string
		for _, thing := range TwoThings(text) {
			got = append(got, thing.Words)
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
