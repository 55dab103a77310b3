package schemas

// A kind is an object of the catalogue: what it is called and the facts it can hold, by
// name. catalogue.schema.json says the same to an editor, and a test holds the two
// together.
type kind[T any] struct {
	name  string
	facts []fact[T]
}

// A fact is a member of such an object and how it is read.
type fact[T any] struct {
	name string
	read func(r *reader, into *T)
}

// read reads an object of the kind.
func (k *kind[T]) read(r *reader, into *T) {
	r.object(func(name string) {
		if !k.fact(r, name, into) {
			r.fail("%s has no fact %q", k.name, name)
		}
	})
}

// new is read into a new value.
func (k *kind[T]) new(r *reader) *T {
	into := new(T)
	k.read(r, into)
	return into
}

// list reads an object whose members are of the kind, in their order; named makes one
// of a name.
func (k *kind[T]) list(r *reader, named func(name string) T) []T {
	var list []T
	r.object(func(name string) {
		list = append(list, named(name))
		k.read(r, &list[len(list)-1])
	})
	return list
}

// fact reads one fact; it reports whether the kind has it.
func (k *kind[T]) fact(r *reader, name string, into *T) bool {
	for i := range k.facts {
		if k.facts[i].name == name {
			k.facts[i].read(r, into)
			return true
		}
	}
	return false
}

// oneOf reads one of some words.
func oneOf[T ~string](r *reader, known []T) T {
	word := T(r.str())
	for _, k := range known {
		if k == word {
			return word
		}
	}
	r.fail("%q is none of %q", word, known)
	return ""
}
