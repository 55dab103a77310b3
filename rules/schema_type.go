package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"studiolint/lint/liquid"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// wrongType says what a value is and what to write instead.
func (c schemaCheck) wrongType(s subject, v schemas.Violation, at source.Node) string {
	want := v.Expected
	raw := string(at.Raw())
	expects := func(t string) bool { return slices.Contains(want, t) }
	switch {
	case at.Kind() == source.Null:
		return "is null, but must be " + shape.TypeNames(want) + "; write one or leave the member out"
	case expects("string"):
		return s.notText(at)
	case at.IsString() && (expects("integer") || expects("number")) && isNumberText(at.Text()):
		return fmt.Sprintf("must be a number: write %s, not %s", strings.TrimSpace(at.Text()), raw)
	case at.IsString() && expects("boolean") && isBooleanText(at.Text()):
		return fmt.Sprintf("must be true or false without quotes: write %s, not %s", strings.ToLower(at.Text()), raw)
	case expects("array") && s.fitsAsItem(v.Path, at):
		return "must be a list: put the " + kindWord(at) + " between [ and ]"
	case at.IsString() && liquid.HasMarkup(at.Text()):
		return "must be " + shape.TypeNames(want) + ", and Liquid does not work here"
	case at.Kind() == source.Number && expects("integer"):
		return fmt.Sprintf("must be a whole number: %s has a fraction", raw)
	}
	return "is " + shape.KindName(at) + ", but must be " + shape.TypeNames(want)
}

// notText says of a value that is no text what to write instead.
func (s subject) notText(at source.Node) string {
	if !at.IsObject() && !at.IsArray() {
		return fmt.Sprintf("must be text: write \"%s\", not %s", at.Raw(), at.Raw())
	}
	if p := s.property(at); p != nil && p.Format == schemas.FormatJSON {
		return "must be text that holds JSON: put the " + kindWord(at) + " into a string, with its quotes escaped"
	}
	return "is " + shape.KindName(at) + ", but must be text"
}

// fitsAsItem reports whether a value could be an item of the list that belongs in
// its place.
func (s subject) fitsAsItem(path []string, at source.Node) bool {
	list := s.SchemaAt(path)
	return list != nil && list.Items != nil && shape.Accepts(at, list.Items)
}

// retyped returns the edit that writes a value in the type that it must have, for a text
// that is a number or true or false, and the other way round. It reports false when the
// value is none of these.
func retyped(at source.Node, want []string) (source.Edit, bool) {
	expects := func(t string) bool { return slices.Contains(want, t) }
	if expects("string") {
		k := at.Kind()
		return at.SetText(string(at.Raw())), k == source.Number || k == source.Bool
	}
	text := strings.TrimSpace(at.Text())
	i, err := strconv.Atoi(text)
	f, err2 := strconv.ParseFloat(text, 64)
	switch {
	case !at.IsString():
	case expects("boolean") && isBooleanText(text):
		return at.SetValue(source.Truth(strings.EqualFold(text, "true"))), true
	case (expects("integer") || expects("number")) && err == nil && strconv.Itoa(i) == text:
		return at.SetValue(source.Integer(i)), true
	case expects("number") && err2 == nil && strconv.FormatFloat(f, 'f', -1, 64) == text && strings.Trim(text, "-.0123456789") == "":
		return at.SetValue(source.Decimal(f)), true
	}
	return source.Edit{}, false
}

func isNumberText(s string) bool {
	_, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return err == nil
}

func isBooleanText(s string) bool {
	return strings.EqualFold(s, "true") || strings.EqualFold(s, "false")
}

// twilioType is how Twilio words a wrong type. Where the catalogue also takes what
// older exports wrote, Twilio's schema has text alone.
func twilioType(n source.Node, want ...string) string {
	if slices.Contains(want, "string") {
		want = []string{"string"}
	}
	return fmt.Sprintf("%s found, %s expected", shape.TypeOf(n).Names()[0], strings.Join(want, ", "))
}
