package offer

import "testing"

func TestOtherMeasure(t *testing.T) {
	for _, c := range []struct {
		name, before, after, said string
	}{
		{"distance_km", "It is ", " miles away", "miles"},
		{"distance_km", "It is ", " km away", ""},
		{"weightLbs", "", " kg", "kg"},
		{"balance_cents", "You owe $", ".", "$"},
		{"balance_cents", "You owe ", " cents.", ""},
		{"balance_cents", "Debe ", " pesos.", "pesos"},
		{"balance", "You owe $", ".", ""},
		{"cents", "You owe $5.", ".", ""},
		{"temp_c", "It has ", " °F.", "°F"},
		{"temp_c", "It has ", "°C.", ""},
		{"tempF", "Hay ", " grados Celsius.", "grados Celsius"},
		{"atemp", "It has ", " °F.", ""},
	} {
		if said, _, ok := OtherMeasure(c.name, c.before, c.after); said != c.said || ok != (c.said != "") {
			t.Errorf("OtherMeasure(%q, %q, %q) says %q", c.name, c.before, c.after, said)
		}
	}
}
