package jsontext

import (
	"slices"
	"strings"

	"studiolint/lint/liquid"
	"studiolint/lint/source"
)

// A Fault is what is wrong with the JSON around the Liquid, at a stretch of the
// template.
type Fault struct {
	liquid.Span
	Message string
	Branch  string // the branch in which it is, as it is written; "" for all
}

// Fault reads the template every way that counts, and returns what is wrong with it,
// or nil. With object, it has to be a JSON object; else any value will do.
func (j *Template) Fault(object bool) *Fault {
	tried, thorough := j.attempts(object)
	if !slices.ContainsFunc(tried, attempt.isRight) {
		return tried[0].fault
	}
	if !thorough {
		return nil
	}
	// A branch is wrong when no reading with it is right.
	for _, c := range j.choices {
		for side := range c.sides {
			if fault := faultOf(tried, c, side); fault != nil {
				branch := c.names[side]
				if branch == "" {
					branch = "not " + c.names[0]
				}
				return &Fault{fault.Span, fault.Message, branch}
			}
		}
	}
	return nil
}

// An attempt is one way to read a template, and what is wrong then.
type attempt struct {
	sides map[*choice]int
	fault *Fault
}

func (a attempt) isRight() bool { return a.fault == nil }

// attempts reads the template with the first side of each choice, with the last, and,
// when there are not too many, with each side at least once: then they are thorough.
// How often a template is read depends on its length, so that the time does not grow
// faster than that.
func (j *Template) attempts(object bool) (tried []attempt, thorough bool) {
	try := func(sides map[*choice]int, fault *Fault) { tried = append(tried, attempt{sides, fault}) }
	bases := []map[*choice]int{j.sides(false)}
	if len(j.choices) > 0 {
		bases = append(bases, j.sides(true))
	}
	sides := 0
	for _, c := range j.choices {
		sides += c.sides
	}
	for i, base := range bases {
		w := j.way(i > 0)
		try(base, faultIn(w.reading, w.root, w.fault, object))
	}
	if most := min(40, 1<<20/(len(j.Text)+1)); 2*sides > most {
		return tried, false
	}
	for _, c := range j.choices {
		for side := range c.sides {
			for _, base := range bases {
				if base[c] != side {
					sides := with(base, c, side)
					try(sides, j.attempt(sides, object))
				}
			}
		}
	}
	return tried, true
}

// faultOf returns what is wrong in every reading that takes one side of a choice; nil
// when one of them is right.
func faultOf(tried []attempt, c *choice, side int) *Fault {
	var fault *Fault
	for _, a := range tried {
		if a.sides[c] != side {
			continue
		}
		if a.isRight() {
			return nil
		}
		if fault == nil {
			fault = a.fault
		}
	}
	return fault
}

// attempt reads the template one way and returns what is wrong with it, or nil.
func (j *Template) attempt(sides map[*choice]int, object bool) *Fault {
	r := j.read(sides)
	root, fault := r.parse()
	return faultIn(r, root, fault, object)
}

// faultIn returns what is wrong with a reading that was parsed, or nil. One that holds no text of
// its own is not known, and right.
func faultIn(r *reading, root source.Node, fault *Fault, object bool) *Fault {
	if r.opaque || strings.Trim(r.text, space) == "" {
		return nil
	}
	if fault == nil && object && !root.IsObject() {
		start, end := r.origin(root.Span().Start, root.Span().End)
		return &Fault{Span: liquid.Span{Start: start, End: end}, Message: "it is " + article(root.Kind().String()) + ", not an object: write { … }"}
	}
	return fault
}

func article(kind string) string {
	if strings.ContainsAny(kind[:1], "aeiou") {
		return "an " + kind
	}
	return "a " + kind
}
