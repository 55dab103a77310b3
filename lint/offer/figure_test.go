package offer

import (
	"fmt"
	"strings"
	"testing"
)

func TestFigures(t *testing.T) {
	const h, d = 3600, 24 * 3600
	for text, want := range map[string]string{
		"Late check-out until 3 pm costs 60 EUR. Reply NO to keep 11 am.":      "until 900, money 6000, clock 660",
		"O check-out tardio até as 15h custa 60 EUR; NAO para manter as 11h.":  "until 900, money 6000, clock 660",
		"La reposición cuesta 150 pesos y tarda cinco días hábiles. Marque 1.": "money 15000, workdays 5",
		"We call back within two working days. You have up to two minutes.":    "workdays 2, lapse 120",
		"Le llamaremos en menos de 24 horas.":                                  fmt.Sprint("lapse ", 24*h),
		"A cancellation fee of twenty-five dollars applies.":                   "money 2500",
		"Das kostet fünfundzwanzig Euro und dauert 3 Werktage.":                "money 2500, workdays 3",
		"Cuesta ciento cincuenta pesos.":                                       "money 15000",
		"Ça coûte quatre-vingt-dix euros.":                                     "money 9000",
		"Costa venticinque euro per due giorni.":                               fmt.Sprint("money 2500, lapse ", 2*d),
		"It takes 2 to 3 days.":                                                fmt.Sprint("lapse 200, lapse ", 3*d),
		"We are open from 9:00 to 17:30.":                                      "clock 540, clock 1050",
		"Pay $1,299.50 or R$ 25 now.":                                          "money 129950, money 2500",
		"It costs {{widgets.a.parsed.price}} USD an hour.":                     fmt.Sprint("money -1, lapse ", h),
		"Call 1-800-555-0188, extension 9. Press 1 for sales.":                 "",
		"Wir haben bis 18 Uhr geöffnet, samstags von 9 Uhr bis 13 Uhr.":        "until 1080, clock 540, clock 780",
		"An hour from now, at 18h30.":                                          fmt.Sprint("lapse ", h, ", clock 1110"),
		"A 30-day pause.":                                                      fmt.Sprint("lapse ", 30*d),
		"Vous pouvez rester jusqu'à 15h30.":                                    "until 930",
	} {
		var got []string
		for _, f := range Figures(text) {
			got = append(got, fmt.Sprint([...]string{"money", "lapse", "workdays", "clock", "until"}[f.Measure], " ", f.Amount))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s\n got %v\nwant %s", text, strings.Join(got, ", "), want)
		}
	}
}
