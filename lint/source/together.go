package source

// Together returns the edits of one change so that they can be made together, whatever
// they have in common: what is put into one empty list is put in at once, with commas
// between, and of children that are taken out each takes a comma that no other one does.
func Together(edits []Edit) []Edit {
	if len(edits) == 1 {
		return edits
	}
	list := make([]Edit, 0, len(edits))
	into := map[Node]int{} // by an empty object or array: where in the list it is filled
	gone := map[Node]map[Node]bool{}
	for _, e := range edits {
		n := e.place.Node
		switch {
		case e.op == insert && n.f != nil && n.Len() == 0:
			if i, ok := into[n]; ok {
				list[i].children = append(list[i].children[:len(list[i].children):len(list[i].children)], e.children...)
				continue
			}
			into[n] = len(list)
		case e.op == remove && n.f != nil && n.f.encoding == jsonString:
			p := n.Parent()
			if gone[p] == nil {
				gone[p] = map[Node]bool{}
			}
			if gone[p][n] {
				continue
			}
			gone[p][n] = true
		}
		list = append(list, e)
	}
	for parent, children := range gone {
		if len(children) > 1 {
			list = takenOut(list, parent, children)
		}
	}
	return list
}

// takenOut lets the removals of several children of one parent know of each other: those
// before the first one that stays take the comma after them, and where none stays, the
// first one takes all.
func takenOut(list []Edit, parent Node, gone map[Node]bool) []Edit {
	leading := map[Node]bool{}
	all := true
	for c := range parent.Children() {
		if !gone[c] {
			all = false
			break
		}
		leading[c] = true
	}
	kept := list[:0]
	for _, e := range list {
		if e.op == remove && leading[e.place.Node] {
			if all && e.place.Node != parent.First() {
				continue
			}
			e.extent = withComma
			if all {
				e.extent = withSiblings
			}
		}
		kept = append(kept, e)
	}
	return kept
}
