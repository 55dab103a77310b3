package offer

import "testing"

func TestTwoNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"Enter your member ID followed by your PIN.":                                   "member ID followed by your PIN",
		"Enter the account number and then the PIN.":                                   "account number and then the PIN",
		"Enter your area code followed by your number and your ID followed by the PIN": "your ID followed by the PIN",
		"Enter your PIN followed by the number sign.":                                  "",
		"Enter your customer code followed by the number key.":                         "",
		"Enter your PIN followed by the number 1.":                                     "",
		"Enter your area code followed by your phone number.":                          "",
		"Enter your country code followed by your phone number.":                       "",
		"Enter your member ID and then press the number 1.":                            "",
	} {
		start, end := TwoNumbers(text)
		if got := text[start:end]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
