package words

import "testing"

func TestNamesRangeEnd(t *testing.T) {
	for name, want := range map[string]bool{
		"end": true, "endDate": true, "enddate": true, "start_time": true, "to": true, "to_city": true, "departureTime": true, "hasta": true, "new_price": true,
		"gender": false, "vendor": false, "renewed": false, "calendar": false, "total": false, "threshold": false, "fine_name": false, "name": false,
	} {
		if got := NamesRangeEnd(name); got != want {
			t.Errorf("NamesRangeEnd(%q) = %v", name, got)
		}
	}
}

func TestAnnouncesOthers(t *testing.T) {
	for text, want := range map[string]bool{
		"and then": true, "Also:": true, "otra cita": true, "noch einer": true,
		"our restaurant": false, "authentic": false, "mother's day": false, "kaufen": false, "": false,
	} {
		if got := AnnouncesOthers(text); got != want {
			t.Errorf("AnnouncesOthers(%q) = %v", text, got)
		}
	}
}
