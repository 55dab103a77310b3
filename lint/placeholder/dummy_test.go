package placeholder

import "testing"

func TestDummyFor(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"support_phone", "your_phone_number"}: true, {"to", "YOUR_NUMBER"}: true, {"boss", "dummyNumber"}: true, {"field", "example_url"}: true,
		{"field", "your_address"}: false, {"step", "your_phone_number"}: false, {"", "yourHost"}: false, {"phone", "home_phone"}: false,
	} {
		if got := DummyFor(pair[0], pair[1]); got != want {
			t.Errorf("%s=%s: %v", pair[0], pair[1], got)
		}
	}
}
