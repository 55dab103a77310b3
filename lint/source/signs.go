package source

// Signs tell which characters and pairs of characters occur in the decoded value of a
// string, so that most strings need not be looked at again: whoever looks for Liquid, a
// placeholder, an address or a secret asks for a sign first.
type Signs uint16

// The signs.
const (
	Markup      Signs = 1 << iota // {{ or {%
	Token                         // ${, %{ or #{
	Brackets                      // [, <, $ or @
	Pairs                         // = or "
	Slashes                       // :/
	Capitals                      // two of A to Z
	Crosses                       // two of x and X
	Underscores                   // __
	Closing                       // }}

	read     // the string has been read: without it any sign may occur
	plain    // the value stands in the text letter for letter
	plainKey // the member's name does
	bareKey  // the member's name stands in the text without quotes

	expression // one of Terraform's stands here
	joined     // a function of Terraform's puts it together: it has no brackets of its own
)

// single is a sign by the one character that is its own.
var single = [256]Signs{'[': Brackets, '<': Brackets, '$': Brackets, '@': Brackets, '=': Pairs, '"': Pairs}

// first and second are the signs that a character may begin and end.
var (
	first = [256]Signs{
		'{': Markup, '$': Token, '%': Token, '#': Token, ':': Slashes, '_': Underscores, '}': Closing, 'x': Crosses, 'X': Crosses | Capitals,
		'A': Capitals, 'B': Capitals, 'C': Capitals, 'D': Capitals, 'E': Capitals, 'F': Capitals, 'G': Capitals, 'H': Capitals, 'I': Capitals,
		'J': Capitals, 'K': Capitals, 'L': Capitals, 'M': Capitals, 'N': Capitals, 'O': Capitals, 'P': Capitals, 'Q': Capitals, 'R': Capitals,
		'S': Capitals, 'T': Capitals, 'U': Capitals, 'V': Capitals, 'W': Capitals, 'Y': Capitals, 'Z': Capitals,
	}
	second = [256]Signs{
		'{': Markup | Token, '%': Markup, '/': Slashes, '_': Underscores, '}': Closing, 'x': Crosses, 'X': Crosses | Capitals,
		'A': Capitals, 'B': Capitals, 'C': Capitals, 'D': Capitals, 'E': Capitals, 'F': Capitals, 'G': Capitals, 'H': Capitals, 'I': Capitals,
		'J': Capitals, 'K': Capitals, 'L': Capitals, 'M': Capitals, 'N': Capitals, 'O': Capitals, 'P': Capitals, 'Q': Capitals, 'R': Capitals,
		'S': Capitals, 'T': Capitals, 'U': Capitals, 'V': Capitals, 'W': Capitals, 'Y': Capitals, 'Z': Capitals,
	}
)

// dull are the characters that no sign consists of and that stand in a JSON string for
// themselves.
var dull = [256]bool{
	' ': true, '!': true, '&': true, '\'': true, '(': true, ')': true, '*': true, '+': true, ',': true, '-': true, '.': true, ';': true, '?': true,
	'0': true, '1': true, '2': true, '3': true, '4': true, '5': true, '6': true, '7': true, '8': true, '9': true,
	'a': true, 'b': true, 'c': true, 'd': true, 'e': true, 'f': true, 'g': true, 'h': true, 'i': true, 'j': true, 'k': true, 'l': true, 'm': true,
	'n': true, 'o': true, 'p': true, 'q': true, 'r': true, 's': true, 't': true, 'u': true, 'v': true, 'w': true, 'y': true, 'z': true,
}

// SignsOf returns the signs that occur in a text.
func SignsOf[T string | []byte](text T) Signs {
	var s, before Signs
	for i := range len(text) {
		c := text[i]
		s |= single[c] | before&second[c]
		before = first[c]
	}
	return s
}

// Has reports whether one of some signs may occur in the decoded value of a string;
// false for another kind.
func (n Node) Has(s Signs) bool {
	if n.f == nil {
		return false
	}
	r := &n.f.nodes[n.i]
	return r.signs&s != 0 || r.signs&read == 0 && r.kind == String
}
