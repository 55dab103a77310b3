package engine

import "studiolint/lint/pattern"

var (
	// studioPath is how paths begin that Studio knows. The engines' own variables may
	// have these names too, but hardly with a member.
	studioPath = pattern.Lazy(`(?:^|[^\w.$"'\]-])(?:flow\.(?:variables|data|channel|sid|flow_sid)\b|widgets[.\[]|trigger\.(?:call|message|request|parent|conversation)\b|contact\.channel\b)`)

	// onlyLiquid is what no engine writes but Liquid: arguments of a filter after a
	// colon, filters that the others call otherwise, and operators of its conditions.
	onlyLiquid = pattern.Lazy(`\|\s*(?:\w+\s*:|(?:upcase|downcase|divided_by|lstrip|rstrip|strip_html|strip_newlines|newline_to_br|remove_first|replace_first|truncatewords|escape_once|url_encode|url_decode)\b)` +
		`|^\{%-?\s*(?:if|elsif|unless|case|when)\b.*\s(?:contains\s|[!=]=\s*(?:blank|empty)\b)`)

	// localName is what the Liquid of a text gives a value.
	localName = pattern.Lazy(`\{%-?\s*(?:(?:assign|capture|increment|decrement)\s+([A-Za-z_][\w-]*)|(?:for|tablerow)\s+([A-Za-z_][\w-]*)\s+in\s+(?:flow\.|widgets\b|trigger\.|\())`)

	// firstName is the name that an expression begins with.
	firstName = pattern.Lazy(`^\{\{-?\s*([A-Za-z_][\w-]*)`)
)

// isLiquid reports whether an expression is Liquid rather than one of the engine's: it
// reads what only Studio has, or what the Liquid of the text gives a value, or it is
// written as only Liquid is.
func (r *reader) isLiquid(expression string) bool {
	if studioPath.MatchString(expression) || onlyLiquid.MatchString(expression) {
		return true
	}
	m := firstName.FindStringSubmatch(expression)
	return m != nil && r.hasLocal(m[1])
}

// hasLocal reports whether the Liquid of the text gives a name a value.
func (r *reader) hasLocal(name string) bool {
	if r.locals == nil {
		r.locals = map[string]bool{}
		for _, m := range localName.FindAllStringSubmatch(r.text, -1) {
			r.locals[m[1]+m[2]] = true
		}
	}
	return r.locals[name]
}
