package offer

import (
	"slices"
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// NamesStoring reports whether a step is named after something that it writes: save_order.
func NamesStoring(name string) bool { return storing.Of(name) }

var storing = words.NewMemory(func(name string) bool { return stores.MatchString(name) })

var stores = pattern.Lazy(`^(?:(?i:save|store|add|create|insert|submit|register|book|post|write|update|guardar|salvar|registrar|crear|criar)(?:[_-]|$)|(?:save|store|add|create|insert|submit|register|book|post|write|update|guardar|salvar|registrar|crear|criar)[A-Z]|(?:Save|Store|Add|Create|Insert|Submit|Register|Book|Post|Write|Update|Guardar|Salvar|Registrar|Crear|Criar)[A-Z])`)

// looksUp is how the names of steps begin that look somebody or something up: find_patient.
var looksUp = pattern.Lazy(`^(?:(?i:get|fetch|load|look_?up|read|retrieve|find|check|search|buscar?|consultar?|verificar?|obtener)(?:[_-]|$)|(?:get|fetch|load|lookup|lookUp|read|retrieve|find|check|search|buscar?|consultar?|verificar?|obtener)[A-Z]|(?:Get|Fetch|Load|Lookup|LookUp|Read|Retrieve|Find|Check|Search|Buscar?|Consultar?|Verificar?|Obtener)[A-Z])`)

// NamesFetching reports whether a step is named after what it brings: getSlots.
func NamesFetching(name string) bool {
	return name != "" && strings.IndexByte("gflrGFLR", name[0]) >= 0 && fetches.MatchString(name)
}

var fetches = pattern.Lazy(`^(?:(?i:get|fetch|look_?up|retrieve|generate)(?:[_-]|$)|(?:get|fetch|lookup|lookUp|retrieve|generate)[A-Z]|(?:Get|Fetch|Lookup|LookUp|Retrieve|Generate)[A-Z])`)

// NamesLookingUp reports whether a step is named after what it finds out, and changes nothing by that: verify_code,
// identificaFoto; also at its end, as crm_lookup and CustomerSearch, where nothing else than a person is looked up.
func NamesLookingUp(name string) bool {
	return NamesFetching(name) || looksUp.MatchString(name) || findsOut.MatchString(name) || endsAsLookUp.MatchString(name) && !namesThing(name)
}

var endsAsLookUp = pattern.Lazy(`(?:[_-]|^|[a-z](?:L|S))(?i:look_?up|ookup|search|earch)(?:[_-]?\d+)?$`)

// namesThing reports whether a name has a word for something that is no person, or for several of it.
func namesThing(name string) bool {
	return slices.ContainsFunc(words.In(name), func(word string) bool {
		return slices.Contains(noPerson, word) || slices.Contains(noPerson, strings.TrimSuffix(word, "s"))
	})
}

var noPerson = []string{"weather", "price", "room", "slot", "job", "order", "carrier", "phone", "number", "time", "address", "addresses", "stock", "store", "product",
	"parcel", "date", "zip", "zipcode", "postcode", "hour", "line", "timezone"}

var findsOut = pattern.Lazy(`^(?i:verif(?:y|iez?)|validat?e?|validar|identif(?:y|ica|icar)|query|list(?:ar?)?|pruefe|prüfe|suche|chercher?|cerca|trova)(?:[_-]|$)|^(?:[Vv]erify|[Vv]alida|[Ii]dentif(?:y|ica)|[Qq]uery|[Ll]ista?r?|[Pp]rüfe|[Ss]uche|[Cc]herche|[Cc]erca|[Tt]rova)[A-Z]`)

// NamesGeneral reports whether a name is one for a step that fetches what is the same for everybody.
func NamesGeneral(name string) bool {
	return NamesFetching(name) ||
		words.HoldsAny(name, "schedule", "hours", "horari", "config", "setting", "token", "menu", "weather", "holiday", "list", "status")
}
