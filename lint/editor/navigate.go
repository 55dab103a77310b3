package editor

// The kinds of highlight.
const (
	highlightRead  = 2
	highlightWrite = 3
)

// asked finds the document and the subject of a request about a place; nil for none.
func (s *server) asked(p *positionParams) (*document, *subject) {
	d := s.document(p.TextDocument.URI)
	if d == nil {
		return nil, nil
	}
	offset, ok := d.text.offset(p.Position)
	if !ok {
		return nil, nil
	}
	return d, d.subject(offset)
}

// newest is a converter for places of a document's model, which may be of an older text.
func (s *server) newest(d *document) *converter {
	c := s.converter(d.model.root)
	c.document = d
	return c
}

// definition answers where what a place names gets its name or its value.
func (s *server) definition(p *positionParams) (any, error) {
	return s.namedPlaces(p, func(u use) bool { return u.declares }), nil
}

// references answers where else it is named.
func (s *server) references(p *struct {
	positionParams `json:",inline"`
	Context        struct {
		IncludeDeclaration bool `json:"includeDeclaration"`
	} `json:"context"`
}) (any, error) {
	return s.namedPlaces(&p.positionParams, func(u use) bool { return p.Context.IncludeDeclaration || !u.declares }), nil
}

func (s *server) namedPlaces(p *positionParams, wanted func(use) bool) []location {
	list := []location{}
	d, about := s.asked(p)
	if about == nil {
		return list
	}
	c := s.newest(d)
	if n := s.named(d, about); n != nil {
		for _, u := range n.uses() {
			if at, ok := c.place(u.at); ok && wanted(u) {
				list = append(list, at)
			}
		}
	}
	return list
}

// documentHighlight answers with all places that name the same.
func (s *server) documentHighlight(p *positionParams) (any, error) {
	type highlight struct {
		Range span `json:"range"`
		Kind  int  `json:"kind"`
	}
	list := []highlight{}
	d, about := s.asked(p)
	if about == nil {
		return list, nil
	}
	c := s.newest(d)
	if n := about.named(); n != nil {
		for _, u := range n.uses() {
			if at, ok := c.place(u.at); ok {
				kind := highlightRead
				if u.declares {
					kind = highlightWrite
				}
				list = append(list, highlight{at.Range, kind})
			}
		}
	}
	return list, nil
}
