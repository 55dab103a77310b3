package offer

import "testing"

func TestContrary(t *testing.T) {
	for _, c := range []struct {
		text              string
		booked, cancelled bool
	}{
		{"Your appointment is confirmed. See you soon!", true, false},
		{"Your appointment on  has been booked.", true, false},
		{"Your cancellation is confirmed.", false, false},
		{"Your appointment is cancelled.", false, true},
		{"Your old appointment was cancelled and the new one is confirmed.", false, false},
		{"We have cancelled it. You can book again any time.", false, false},
		{"Su cita está confirmada.", true, false},
		{"Ihr Termin wurde soeben storniert.", false, true},
		{"Your appointment could not be confirmed.", false, false},
		{"Is your appointment confirmed?", false, false},
	} {
		if got := SaysBooked(c.text); got != c.booked {
			t.Errorf("%q: booked %v", c.text, got)
		}
		if got := SaysCancelled(c.text); got != c.cancelled {
			t.Errorf("%q: cancelled %v", c.text, got)
		}
	}
	for name, want := range map[string][2]bool{
		"cancel_booking":  {true, false},
		"cancel_visit":    {true, false},
		"cancel_and_book": {false, false},
		"book_table":      {false, true},
		"save_answer":     {false, false},
		"delete_old_slot": {false, false},
		"remove_block":    {false, false},
		"confirm_opt_out": {false, false},
		"confirm_visit":   {false, true},

		"remove_from_waitlist": {false, false},
	} {
		if got := [2]bool{NamesCancelling(name), NamesBooking(name)}; got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
