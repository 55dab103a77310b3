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

func TestIsPause(t *testing.T) {
	for name, want := range map[string]bool{
		"": false, "delay": true, "sleep5": true, "wait-for-10-seconds": true, "Pause": true, "seconds": false,
		"wait-list": false, "waitlist": false, "delay-order": false, "report_delay": false,
	} {
		if got := IsPause(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}

func TestIsTrial(t *testing.T) {
	for name, want := range map[string]bool{
		"": false, "test_api": true, "apiTest": true, "debug": true, "DEMO": true, "/apitest": true,
		"contest": false, "latest": false, "attest": false, "demolition": false,
	} {
		if got := IsTrial(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}
