package words

import (
	"testing"
	"unicode/utf8"
)

func TestUnaccented(t *testing.T) {
	if utf8.RuneCountInString(accented) != len(plain) {
		t.Fatal("a letter is missing")
	}
	for s, want := range map[string]string{"ubicación": "ubicacion", "NÃO": "NAO", "Größe": "Größe", "": "", "plain": "plain", "garçon ñandú": "garcon nandu"} {
		if got := Unaccented(s); got != want {
			t.Errorf("Unaccented(%q) = %q", s, got)
		}
	}
}
