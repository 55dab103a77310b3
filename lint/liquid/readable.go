package liquid

import "slices"

// Dialect reports whether some Liquid engines take what is wrong to others.
func (k ErrorKind) Dialect() bool {
	switch k {
	case misplacedFilter, misplacedCompare, numberName, extraArguments:
		return true
	}
	return false
}

// Structural reports whether the mistake may be that a tag is missing.
func (k ErrorKind) Structural() bool {
	return k == unclosedBlock || k == strayEnd || k == misplacedClause
}

// Readable reports whether a template has no mistake that leaves its structure
// unknown.
func (t *Template) Readable() bool {
	return !slices.ContainsFunc(t.Errors, func(e Error) bool { return !e.Kind.Dialect() })
}

// HasUnknownTag reports whether a template holds a tag whose syntax is not known.
func (t *Template) HasUnknownTag() bool {
	return slices.ContainsFunc(t.Tags, func(tag Tag) bool { return tag.Name != "" && !tag.Known })
}
