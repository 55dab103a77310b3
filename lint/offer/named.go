package offer

import "studiolint/lint/pattern"

// NamesStructure reports whether a field is named after something that may hold more than a text.
func NamesStructure(name string) bool { return structured().MatchString(name) }

var structured = pattern.Lazy(`(?i)attributes|add_?ons|media|json|data|flow|payload|event`)

// NamesSentences reports whether a member is named after sentences, which may hold quotes and lines.
func NamesSentences(name string) bool { return sentences().MatchString(name) }

var sentences = pattern.Lazy(`^(?i:(?:\w*_)?(?:message|msg|text|content|answer|summary|transcript|transcription|comments?|notes?|description|reason|feedback|question|body|mensaje|mensagem|resumen|resumo|descripcion|comentarios?))$`)

// NamesFreeText reports whether a member is named after what holds blanks and signs: what a machine is
// called by is none.
func NamesFreeText(name string) bool { return freeText().MatchString(name) }

var freeText = pattern.Lazy(`^(?:(?:(?:first|last|full|given|family|customer|contact|client|patient|display|company|business|city|street|store|product)[_-]?)?(?i:name)|(?i:.*(?:title|description|comments?|notes|subject|reason|city|street))|(?i:(?:street|home|postal|mailing|delivery|shipping|billing)?_?address))$`)
