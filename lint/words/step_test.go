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

func TestKeepsAt(t *testing.T) {
	for url, want := range map[string]bool{
		"": false, "https://x-1234.twil.io/write-order": true, "https://api.acme.io/v1/saveOrder/?a=b/c": true, "https://api.acme.io/log_reply": true,
		"https://write.acme.io": false, "https://api.acme.io/record": false, "https://api.acme.io/record/17": false, "https://api.acme.io/login": false,
		"https://api.acme.io/orders/{{flow.data.id}}": false, "/write-order": false,
	} {
		if got := KeepsAt(url); got != want {
			t.Errorf("%q: %v", url, got)
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
