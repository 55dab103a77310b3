package offer

import "testing"

func TestTellsToHold(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"All are busy. Please stay on the line.": "stay on the line", "One moment, please hold.": "please hold", "Sila terus berada di talian.": "berada di talian",
		"Stay on the line to leave a message.": "", "Please hold while we check your number.": "", "We hold your order.": "", "Press 1, or stay on the line.": "",
	} {
		if got := TellsToHold(text); got != want {
			t.Errorf("TellsToHold(%q) = %q", text, got)
		}
	}
}

func TestSaysClosed(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Our office is currently closed.": "is currently closed", "En este momento no, ahora estamos cerrados.": "ahora estamos cerrados",
		"We are closed on Sundays.": "", "It is currently closed until May.": "", "If we are closed, write to us.": "",
	} {
		if got := SaysClosed(text); got != want {
			t.Errorf("SaysClosed(%q) = %q", text, got)
		}
	}
}

func TestBidsEnter(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Enter your PIN.": true, "MFA Step 2. Enter OTP.": true, "Please say your name.": true, "Marque su número.": true,
		"Press any key.": false, "Enter your number, or wait.": false, "You can enter it later.": false, "We enter your order.": false,
	} {
		if got := BidsEnter(text); got != want {
			t.Errorf("BidsEnter(%q) = %v", text, got)
		}
	}
}
