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
		"Mot-clé : OUI, NON":              keywordList.MatchString("Mot-clé : OUI, NON"),
		"Mots-clés : OUI, NON":            keywordList.MatchString("Mots-clés : OUI, NON"),
		"actuellement fermé.":             closed.MatchString("Nous sommes actuellement fermé."),
		"actuellement fermés.":            closed.MatchString("Nous sommes actuellement fermés."),
		"Désolé, pas fait":                notDone.MatchString("Désolé, c'est ainsi"),
		"ya no recibirá avisos":           saysNoMore.MatchString("Listo, ya no recibirá avisos."),
		"Responda BEBÉ para":              keyword.MatchString("Responda BEBÉ para empezar"),
	} {
		if !found {
			t.Errorf("nothing is found in %q", text)
		}
	}
}
