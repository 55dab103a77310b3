package reads

import "testing"

func TestAmong(t *testing.T) {
	for _, c := range []struct {
		name string
		own  []string
		want string
	}{
		{"tries", []string{"tries_2", "tries_2"}, "tries_2"},
		{"workers", []string{"workers_blue", "workers_blue"}, "workers_blue"},
		{"workers", []string{"workers_blue", "workers_red"}, ""}, // either
		{"age", []string{"agenda_item"}, ""},                     // too short to be a part
		{"colour", nil, ""},
	} {
		if got := among(c.name, c.own).Name; got != c.want {
			t.Errorf("among(%q, %q) = %q, want %q", c.name, c.own, got, c.want)
		}
	}
}
