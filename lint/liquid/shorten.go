package liquid

// shortening are the filters that leave a part of a list or of a text.
var shortening = []string{"slice", "truncate", "truncatewords"}

// Shortens reports whether a filter of the template leaves a part of a list or of a text.
func (t *Template) Shortens() bool { return t.HasFilter(shortening...) }
