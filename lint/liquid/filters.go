package liquid

import "slices"

var (
	// shortening are the filters that leave a part of a list or of a text.
	shortening = []string{"slice", "truncate", "truncatewords"}

	// parting are those that make a text of an object or a list, or take a part of it.
	parting = []string{"to_json", "json", "first", "last", "join", "map", "where"}

	// cleaning are those after which a text cannot break out of where it stands, or has been cleaned by
	// somebody who thought of it.
	cleaning = []string{"to_json", "url_encode", "escape", "escape_once", "replace", "replace_first", "remove", "remove_first", "date", "split"}
)

// Shortens reports whether a filter of the template leaves a part of a list or of a text.
func (t *Template) Shortens() bool { return t.HasFilter(shortening...) }

// TakesPart reports whether a filter of the template makes a text of an object or a list, or takes a part of it.
func (t *Template) TakesPart() bool { return t.HasFilter(parting...) }

// Cleans reports whether a text that comes out of a filter cannot break out of where it stands, or whoever wrote that
// thought of it.
func (f *Filter) Cleans() bool { return slices.Contains(cleaning, f.Name) }
