package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

var secretWords = words.AnyOf("pin", "pass", "code", "digo", "clave", "contrase", "nip", "senha", "geheim", "kennwort", "codice")

// AsksForSecret reports whether a text asks for a code that not everybody is to know: a PIN, a
// password, the code of a door.
func AsksForSecret(text string) bool {
	if !secretWords.In(text) {
		return false
	}
	for _, at := range secretCode.FindAllStringIndex(text, -1) {
		if !isKeyword(text[:at[0]], text[at[0]:at[1]]) {
			return true
		}
	}
	return false
}

// isKeyword reports whether a word after a text is what a keyword is called in Spanish: "palabra clave".
func isKeyword(before, word string) bool {
	return strings.EqualFold(word, "clave") && words.HoldsAny(before[max(0, len(before)-len("palabras ")):], "palabra ", "palabras ")
}

var secretCode = pattern.Lazy(`(?i)\b(?:pin|pass ?codes?|passwords?|(?:access|security|secret|entry|door|gate|staff|employee|admin(?:istrator)?) (?:code|number)|contraseña|nip|clave(?: de acceso| secreta| personal)?` +
	`|c[óo]digo (?:de (?:acceso|acesso|seguridad|segurança)|secreto)|senha|code (?:secret|confidentiel|d['’]accès)|mot de passe|geheim(?:zahl|nummer|code)|passwort|kennwort|zugangscode|codice (?:segreto|di accesso))\b`)

// ChoosesSecret reports whether a text asks for a secret code that a person is only about to choose:
// nobody can guess that one.
func ChoosesSecret(text string) bool {
	return words.HoldsAny(text, "set", "choose", "pick", "create", "make up", "new ", "elija", "elige", "cre",
		"escolha", "define", "nuev", "nov", "wähl", "leg", "neue", "chois", "nouve", "scegli", "imposta") &&
		chosenCode.MatchString(text)
}

var chosenCode = pattern.Lazy(`(?i)\b(?:set(?: up)?|choose|pick|create|make up|think of|new|elij[ae]|elige|cre[ea]|escolha|crie|defin[ae]|nuev[ao]|nov[ao]|wählen sie|legen sie|neue[ns]?|choisissez|créez|nouveau|scegli|imposta)\b[^.?!\n]{0,30}\b(?:pin|pass ?code|password|code|contraseña|nip|clave|c[óo]digo|senha|mot de passe|geheimzahl|passwort|kennwort|codice)\b`)

// NamesSecret reports whether a variable is named after a secret code: SecretCode, door_pin.
func NamesSecret(name string) bool {
	return words.HoldsAny(name, "secret", "pin", "pass", "code", "clave", "senha") && namedSecret.MatchString(name)
}

var namedSecret = pattern.Lazy(`(?i:secret|passcode|password|(?:access|door|gate|entry|security)_?(?:code|pin))|(?:^|_)(?i:pin|clave|senha)(?:_|$)|[a-z]Pin(?:[^a-z]|$)|(?:^|[a-z_])PIN(?:[^A-Z]|$)`)

// NamesOneTime reports whether a name is one for a code that is good once: code, otp, sms_pin, verificationCode. That
// of an order or of a country is another one.
func NamesOneTime(name string) bool {
	return words.HoldsAny(name, "code", "otp", "pin", "tan", "token", "digo") && namedOneTime.MatchString(name)
}

var namedOneTime = pattern.Lazy(`^(?i:(?:sms|one_?time|verif\w*|auth\w*|login|check|secur\w*|random|generated|expected|sent|bestätigungs|prüf)?_?(?:code|otp|pin|tan|token|c[oó]digo)(?:_?(?:sent|expected|generated|verif\w*|de_verif\w*))?)$`)

// NamesSystemKey reports whether a name is that of a key by which programs know each other, and which no person needs:
// access_token, apiKey, client_secret.
func NamesSystemKey(name string) bool {
	return words.HoldsAny(name, "token", "key", "secret", "jwt") && systemKey.MatchString(name)
}

var systemKey = pattern.Lazy(`^(?i:(?:access|auth|refresh|bearer|session|id|api)_?token|api_?key|(?:secret|private)_?key|(?:client|api|app)_?secret|jwt)$`)
