package offer

import "studiolint/lint/pattern"

// WrongKey returns the words with which a text tells a caller that a key was wrong, "" when it does
// not: "invalid option".
func WrongKey(text string) string { return wrongKey().FindString(text) }

// NothingHeard returns those with which it says that nothing was heard or pressed.
func NothingHeard(text string) string { return nothingHeard().FindString(text) }

var (
	wrongKey     = pattern.Lazy(`(?i)\b(?:(?:invalid|incorrect|wrong|not (?:an? )?valid) (?:choice|option|selection|entry|key)|opci[óo]n (?:inválida|no válida|incorrecta|equivocada)|tecla (?:incorrecta|equivocada)|opção inválida|ungültige (?:auswahl|eingabe|taste)|falsche taste|(?:choix|option) (?:invalide|incorrecte?))\b`)
	nothingHeard = pattern.Lazy(`(?i)\b(?:did not|have not|could not|\pL+n['’]t) (?:hear|heard|receive|received|detect|get) (?:anything|any (?:input|response|key|keys|answer|selection))\b|\bno (?:input|key|keys|response) (?:was |were )?(?:received|detected|entered|pressed)\b|\bnothing was (?:entered|pressed)\b` +
		`|\bno (?:hemos )?(?:o[íi]mos|o[íi]do|recibimos|recibido|escuchamos) (?:nada|ninguna)\b|\bnão (?:ouvimos|recebemos) (?:nada|nenhuma)\b|\bkeine eingabe (?:erhalten|erkannt)\b|\bnichts (?:gehört|empfangen)\b|\brien (?:entendu|reçu)\b`)
)
