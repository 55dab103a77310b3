package words

import "testing"

func TestKeepsRecord(t *testing.T) {
	for name, want := range map[string]bool{
		"": false, "log_error": true, "LogFailure": true, "error-log": true, "track": true,
		"catalog": false, "login": false, "save_status": false, "tell_depot": false, "recorder": false,
	} {
		if got := KeepsRecord(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}
