package address

import "testing"

func TestHost(t *testing.T) {
	for rest, want := range map[string]struct {
		host     string
		loopback bool
	}{
		"Example.com/x?y=@z":           {"example.com", false},
		"user:secret@example.com:8443": {"example.com", false},
		"localhost:3000/x":             {"localhost", true},
		"api.localhost":                {"api.localhost", true},
		"127.0.0.1#top":                {"127.0.0.1", true},
		"[::1]:80":                     {"[::1]", true},
		"10.0.0.1":                     {"10.0.0.1", false},
		"notlocalhost":                 {"notlocalhost", false},
		"":                             {"", false},
		"example.com:":                 {"example.com", false},
	} {
		if got := Host(rest); got != want.host || IsLoopback(got) != want.loopback {
			t.Errorf("Host(%q) = %q, loopback %v", rest, got, IsLoopback(got))
		}
	}
}
