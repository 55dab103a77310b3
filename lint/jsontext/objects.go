package jsontext

import "studiolint/lint/source"

// Objects returns the JSON that a template may become, with the first side of each of
// its choices and with the last one. It reports false when it is not known which members
// that has: where the text is broken, or an output may print members.
func (j *Template) Objects() (list []source.Node, known bool) {
	for _, last := range []bool{false, true} {
		r := j.way(last)
		if r.fault != nil || r.opaque || !r.root.IsObject() {
			return nil, false
		}
		for _, o := range r.outputs {
			if !o.InString && !o.Value {
				return nil, false
			}
		}
		list = append(list, r.root)
	}
	return list, true
}
