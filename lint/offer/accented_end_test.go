package offer

import "testing"

// A boundary of Go's knows ASCII alone: words that end with an accent are found as those that do not.
func TestWordsThatEndWithAnAccent(t *testing.T) {
	for text, found := range map[string]bool{
		"Votre rendez-vous est confirmé.": AffirmsNow("Votre rendez-vous est confirmé."),
		"Le rendez-vous est confirmé":     booked.MatchString("Le rendez-vous est confirmé"),
		"La visite est confirmée.":        booked.MatchString("La visite est confirmée."),
		"Il a été annulé.":                cancelled.MatchString("Il a été annulé."),
		"Tout le monde est occupé.":       busy.MatchString("Tout le monde est occupé."),
		"Désolé, c'est trop tard.":        MayRegret("Désolé, c'est trop tard."),
		"Esto tardará un poco.":           takesTime.MatchString("Esto tardará un poco."),
	} {
		if !found {
			t.Errorf("nothing is found in %q", text)
		}
	}
}
