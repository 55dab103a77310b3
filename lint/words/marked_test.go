package words

import "testing"

func TestTongueMarked(t *testing.T) {
	for name, want := range map[string]string{
		"menu_es": "es", "es_menu": "es", "goodbye_EN": "en", "sayGoodbyeEn": "en", "spanish_menu": "es", "play_in_spanish_now": "es",
		"voz_en_espera": "", "menu_de_ventas": "", "check_it": "", "english_or_spanish": "", "no_english": "", "es": "", "hello": "",
	} {
		if got := TongueMarked(name); got != want {
			t.Errorf("TongueMarked(%q) = %q, want %q", name, got, want)
		}
	}
}
