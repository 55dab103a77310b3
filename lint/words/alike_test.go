package words

import "testing"

func TestAreOneName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"slot_time", "slotTime", true},
		{"tracking-url", "trackingurl", true},
		{"appt_time", "appointment_time", true},
		{"orderNo", "order_number", true},
		{"docter", "doctor", true},
		{"custmer_name", "customer_name", true},
		{"direccion_de_entrga", "direccion_de_entrega", false}, // a short word of Spanish
		{"confirmacion", "confrmacion", true},
		{"cliente", "clienta", false},
		{"price", "prize", false},
		{"caller_name", "called_name", false},
		{"item", "items", false},
		{"line1", "line2", false},
		{"line", "line1", false},
		{"start_time", "end_time", false},
		{"order_no", "invoice_number", false},
		{"", "a", false},
	} {
		if got := AreOneName(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
		if got := AreOneName(c.b, c.a); got != c.want {
			t.Errorf("%q and %q: %v", c.b, c.a, got)
		}
	}
}

func TestMayBeMisspelt(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"harbour", "harbuor", true},
		{"northwind", "nortwind", true},
		{"hooks", "books", false},
		{"staging", "staging2", false},
		{"acme-corp", "acmecorp", false},
		{"station", "stations", false},
	} {
		if got := MayBeMisspelt(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}
