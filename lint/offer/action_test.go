package offer

import "testing"

func TestObtains(t *testing.T) {
	for action, want := range map[string]bool{"book": true, "agendar": true, "change": false, "": false} {
		if got := Obtains(action); got != want {
			t.Errorf("Obtains(%q) = %t", action, got)
		}
	}
}

func TestHasToBeLookedUp(t *testing.T) {
	for text, want := range map[string]bool{
		"Please enter the six digit code we sent by text message.": true, "Enter your account number.": true, "Ingrese el código.": true, "Please enter your confirmation code": true,
		"Please enter your phone number.": false, "Enter your ZIP code.": false, "Please enter your date of birth.": false, "Enter your PIN": false,
	} {
		if got := HasToBeLookedUp(text); got != want {
			t.Errorf("HasToBeLookedUp(%q) = %t", text, got)
		}
	}
}

func TestCommits(t *testing.T) {
	for action, want := range map[string]bool{"cancel": true, "book": true, "pagar": true, "track": false, "repeat": false, "": false} {
		if got := Commits(action); got != want {
			t.Errorf("Commits(%q) = %t", action, got)
		}
	}
}
