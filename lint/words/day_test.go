package words

import "testing"

func TestDays(t *testing.T) {
	for name, want := range map[string]bool{"date": true, "birthDate": true, "fecha": true, "start_date": true, "datetime": false, "updated_date": false, "dateOfTime": false, "name": false, "": false} {
		if got := NamesDay(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
	for path, want := range map[string]string{"a.start_time": "a.start_date", "a.startTime": "a.startDate", "hora": "fecha", "a.date": ""} {
		if got := DayBeside(path); got != want {
			t.Errorf("%q: %q, want %q", path, got, want)
		}
	}
}
