package shape

import (
	"fmt"
	"math"
	"strings"

	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// KindName is what a value is, for a sentence.
func KindName(n source.Node) string {
	switch n.Kind() {
	case source.Null:
		return "null"
	case source.Bool:
		return "true or false"
	case source.Number:
		return "a number"
	case source.String:
		return "text"
	case source.Array:
		return "a list"
	}
	return "an object"
}

// TypeNames lists the names of JSON types for a sentence.
func TypeNames(types []string) string {
	names := make([]string, 0, len(types))
	for _, t := range types {
		switch t {
		case "string":
			names = append(names, "text")
		case "integer":
			names = append(names, "a whole number")
		case "number":
			names = append(names, "a number")
		case "boolean":
			names = append(names, "true or false without quotes")
		case "array":
			names = append(names, "a list")
		case "object":
			names = append(names, "an object")
		default:
			names = append(names, t)
		}
	}
	return strings.Join(names, " or ")
}

// RangeText writes a range for a sentence.
func RangeText(r *schemas.Range) string {
	unit := ""
	if r.Unit != "" {
		unit = " " + r.Unit
	}
	if r.Max == math.MaxInt {
		return fmt.Sprintf("%s%s and more are", words.Grouped(r.Min), unit)
	}
	return fmt.Sprintf("%s to %s%s are", words.Grouped(r.Min), words.Grouped(r.Max), unit)
}
