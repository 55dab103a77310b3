package words

import "testing"

func TestTongueOffered(t *testing.T) {
	for _, c := range []struct{ text, in, want string }{
		{"for Spanish", "en", "es"},
		{"Para español", "en", ""},
		{"para inglés", "es", "en"},
		{"for English", "es", ""},
		{"for sales", "en", ""},
	} {
		if got := TongueOffered(c.text, c.in); got != c.want {
			t.Errorf("%q in %s offers %q, want %q", c.text, c.in, got, c.want)
		}
	}
	for _, tongue := range tongues {
		if !tongue.rival && (len(itself[tongue.code]) == 0 || !MayNameTongue("for "+tongue.name)) {
			t.Errorf("%s has no name of its own, or is not seen at once", tongue.name)
		}
	}
}
