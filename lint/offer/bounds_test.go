package offer

import "testing"

func TestBounds(t *testing.T) {
	for text, want := range map[string][2]int{
		"Please enter a number from 1 - 100.":                                            {1, 100},
		"How likely, on a scale of 0 to 10?":                                             {0, 10},
		"Escriba un número entre 1 y 20, por favor.":                                     {1, 20},
		"Rate us (1-5).":                                                                 {1, 5},
		"Digite um número de 1 a 12.":                                                    {1, 12},
		"Geben Sie eine Zahl zwischen 1 und 50 ein.":                                     {1, 50},
		"How likely are you to recommend us (0-10)?":                                     {0, 10},
		"Please rate us from 1 (poor) to 5 (excellent).":                                 {1, 5},
		"Please rate your call on a scale of one to five, five is best.":                 {1, 5},
		"Do you rate us as one of the five best?":                                        {},
		"Call this number between 9 and 17:30.":                                          {},
		"Enter a number of 4 to 8 digits.":                                               {},
		"Call this number from 9 to 5.":                                                  {},
		"Our number is 1-800-5551234.":                                                   {},
		"Reply 1 or 2.":                                                                  {},
		"How are you? Reply 1-10":                                                        {1, 10},
		"Reply 1 - Yes, 2 - No":                                                          {},
		"A number from 1 to 5 for us, one from 1 to 9 for others: a number from 1 to 9.": {},
	} {
		low, high, said, ok := Bounds(text)
		if (want != [2]int{}) != ok || ok && (low != want[0] || high != want[1] || said == "") {
			t.Errorf("Bounds(%q) = %d, %d, %q, %v", text, low, high, said, ok)
		}
	}
}
