package words

import "testing"

func TestLapses(t *testing.T) {
	for text, want := range map[string]int{"Reply within 2 hours.": 7200, "You have thirty seconds": 30, "Tiene usted 24 horas": 86400, "dans deux minutes": 120, "Call 2 people": 0, "innerhalb von zwei Tagen": 172800, "a 5-minute call": 300} {
		got := 0
		if all := Lapses(text); len(all) > 0 {
			got = all[0].Seconds
		}
		if got != want {
			t.Errorf("Lapses(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestHoursIn(t *testing.T) {
	for text, want := range map[string][2]int{
		"We are open from 9 AM to 5 PM.": {540, 1020}, "9am-5:30pm": {540, 1050}, "8 to 5 pm": {480, 1020}, "1 to 5 p.m.": {780, 1020}, "from 09:00 to 17:00": {540, 1020},
		"de 9:00 a 18:30": {540, 1110}, "von 8 Uhr bis 17 Uhr": {480, 1020}, "von 8 Uhr bis 18 Uhr 30": {480, 1110}, "das 8h às 17h30": {480, 1050}, "8 Uhr bis 17 Uhr 99": {480, 1020},
		"von 8.30 bis 17.30 Uhr": {510, 1050}, "8.30 Uhr - 17 Uhr": {510, 1020}, "from 9.30 a.m. to 5.30 p.m.": {570, 1050}, "de 9.00 a 18.30 horas": {540, 1110}, "8.30 to 5 pm": {510, 1020},
		"from 9.50 to 12.50": {}, "$9.30 to 5 pm": {}, "€ 9.30 - 17.30 h": {}, "versions 1.10 to 1.20": {}, "1.9.30 bis 17.30 Uhr": {}, "01.12.-24.12. 17 Uhr": {}, "10.12 bis 24.12": {}, "9.75 bis 17 Uhr": {}, "from 10 am to 12 pm": {600, 720}, "9 to 5": {}, "press 1 to 5": {}, "call 5-10 people": {}, "10 pm to 6 am": {},
		"Wir haben von 9 bis 18 Uhr geöffnet": {540, 1080}, "Nuestro horario es de 9 a 18 horas": {540, 1080}, "ouvert de 9 à 18h": {540, 1080}, "in 9 bis 18 Stunden": {},
		"abierto, y le llamamos en 2 a 4 horas": {}, "horario: en 12 a 24 horas": {},
	} {
		var got [2]int
		if all := HoursIn(text); len(all) > 0 {
			got = [2]int{all[0].From, all[0].Till}
		}
		if got != want {
			t.Errorf("HoursIn(%q) = %v, want %v", text, got, want)
		}
	}
}

func TestWeekIn(t *testing.T) {
	for text, want := range map[string]string{
		"Monday to Friday, 9 to 5": "1111100", "Mon-Sat": "1111110", "Mondays through Thursdays": "1111000", "de lunes a viernes": "1111100", "von Montag bis Freitag": "1111100",
		"Monday to Friday and Saturday": "", "Monday and Friday": "", "from Monday": "", "talk to Sunday": "", "Monday to Friday, Saturday 9 to 12": "",
	} {
		days, named := WeekIn(text)
		got := ""
		for _, is := range days {
			if named == "" {
				break
			}
			got += map[bool]string{true: "1", false: "0"}[is]
		}
		if got != want {
			t.Errorf("WeekIn(%q) = %q (%q), want %q", text, got, named, want)
		}
	}
}
