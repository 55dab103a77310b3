package offer

import "studiolint/lint/pattern"

// AsksForLettersAndDigits reports whether a text asks a caller to say a code of letters and digits, as it says or shows by
// an example, or the plate of a car.
func AsksForLettersAndDigits(text string) bool { return lettersAndDigits.MatchString(text) }

// lettersAndDigits are the verbs that ask to speak, and in the same sentence what is of letters and digits.
var lettersAndDigits = pattern.Lazy(`\b(?:[Ss]ay|[Ss]pell|[Tt]ell|[Ss]peak|[Gg]ive|[Ss]tate|[Rr]ead|[Ww]hat is|[Ww]hat’s|[Ww]hat's` +
	`|[Nn]ennen|[Ss]agen|[Bb]uchstabieren|[Dd]iga|[Dd]ígame|[Dd]eletree|[Dd]ites|[Dd]ica|[Dd]etti|[Ss]oletre|[Ff]ale)\b` +
	`[^.?!]{0,80}?(?:\b(?:letters and (?:numbers|digits)|(?:numbers|digits) and letters|license plate|licence plate|number plate` +
	`|Buchstaben und (?:Ziffern|Zahlen)|Kennzeichen|letras y números|lettres et (?:les )?chiffres|plaque d['’]immatriculation|lettere e (?:cifre|numeri)|letras e números)\b` +
	`|\b(?:such as|like|for example|for instance|zum Beispiel|etwa|por ejemplo|par exemple|comme|por exemplo|ad esempio)[,: ]+["“„«]?` +
	`(?:(?:[A-Z][ ,-]{1,2}){2,}(?:[0-9][ ,-]{0,2}){2,}|[A-Z]{2,4}-?[0-9]{2,}\b))`)
