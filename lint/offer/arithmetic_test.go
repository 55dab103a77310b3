package offer

import "testing"

func TestNamesSetting(t *testing.T) {
	for name, want := range map[string]bool{
		"max_attempts": true, "retryLimit": true, "use_backup": true, "version": true, "intentos_permitidos": true, "límite": true, "modo": true,
		"attempts": false, "user_tries": false, "climax": false, "moderator": false, "": false,
	} {
		if got := NamesSetting(name); got != want {
			t.Errorf("NamesSetting(%q) = %t", name, got)
		}
	}
}
