package offer

import "testing"

func TestSecretAsked(t *testing.T) {
	for text, want := range map[string]string{
		"Please enter your PIN.":                                        "PIN",
		"Ingrese su clave secreta de cuatro dígitos.":                   "PIN",
		"Please enter your social security number.":                     "social security number",
		"Enter your 16-digit credit card number.":                       "card number",
		"Please reply with your password.":                              "password",
		"Enter the last four digits of your social security number.":    "",
		"Enter the PIN that we sent you by text message.":               "",
		"Enter your conference PIN.":                                    "",
		"Choose a new PIN of four digits.":                              "",
		"Press 1 to change your PIN, or 2 to hear your balance.":        "",
		"Enter your account number.":                                    "",
		"Please enter your member number. Never tell anybody your PIN.": "",
	} {
		if got := SecretAsked(text); got != want {
			t.Errorf("SecretAsked(%q) = %q, want %q", text, got, want)
		}
	}
}
