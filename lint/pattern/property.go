package pattern

import (
	"fmt"
	"strings"
	"sync"
	"unicode"
)

// property reads \p{…}, \P{…} or \pL.
func (p *parser) property() set {
	start, not := p.pos, p.rawAt(p.pos+1) == 'P'
	p.pos++
	braces := p.next() == '{'
	if !braces {
		p.pos--
	}
	p.next()
	var name string
	if !braces {
		name = string(p.rawAt(p.pos))
		if p.ended() {
			p.fail(start, p.n, `after \p Java wants a class of characters`, `write one such as \p{L} for a letter`)
		}
		p.read()
	} else {
		from := p.pos
		for p.read() != '}' {
			if p.pos > p.n {
				p.fail(start, p.n, `the braces after \p are not closed`, `write one such as \p{L} for a letter`)
			}
		}
		name = string(p.chars[from : p.pos-1])
		if name == "" {
			p.fail(start, p.pos, `the braces after \p are empty`, `write one such as \p{L} for a letter`)
		}
	}
	s, known := p.class(name)
	if !known {
		p.fail(start, p.pos, fmt.Sprintf(`Java knows no class of characters %q`, name), propertyHint(name))
	}
	if not {
		return s.not()
	}
	return s
}

func propertyHint(name string) string {
	for _, try := range []string{name, strings.ToLower(name)} {
		if len(try) > 0 {
			try = strings.ToUpper(try[:1]) + try[1:]
		}
		if _, known := category(try, 0); known {
			return fmt.Sprintf(`write \p{%s}`, try)
		}
		if _, known := new(parser).script(try); known {
			return fmt.Sprintf(`write \p{Is%s}`, try)
		}
	}
	return `write one such as \p{L} for a letter or \p{IsLatin} for a script`
}

// A className is a name with the flags that change what it stands for.
type className struct {
	name  string
	flags flags
}

// class returns the characters of a class with a name. What it has looked up it
// keeps, for large ones take long to put together.
func (p *parser) class(name string) (set, bool) {
	key := className{name, p.flags & (ignoreCase | unicodeClass)}
	if s, ok := p.classes[key]; ok {
		return s, true
	}
	s, known := p.lookUp(name)
	if known {
		if p.classes == nil {
			p.classes = map[className]set{}
		}
		p.classes[key] = s
	}
	return s, known
}

// lookUp returns the characters of a class.
func (p *parser) lookUp(name string) (set, bool) {
	if key, value, ok := strings.Cut(name, "="); ok {
		switch strings.ToLower(key) {
		case "sc", "script":
			return p.script(value)
		case "blk", "block":
			return p.block(value)
		case "gc", "general_category":
			return category(value, p.flags)
		}
		return nil, false
	}
	if rest, ok := strings.CutPrefix(name, "In"); ok {
		return p.block(rest)
	}
	if rest, ok := strings.CutPrefix(name, "Is"); ok {
		if s, ok := p.unicodeProperty(strings.ToUpper(rest)); ok {
			return s, true
		}
		if s, ok := category(rest, p.flags); ok {
			return s, true
		}
		return p.script(rest)
	}
	if name == "javaMirrored" {
		p.vague = true
		return set{}, true
	}
	if p.has(unicodeClass) {
		if s := posix(strings.ToUpper(name), p.flags); s != nil {
			return s, true
		}
	}
	return category(name, p.flags)
}

// unicodeProperty returns \p{IsAlphabetic} and the like.
func (p *parser) unicodeProperty(name string) (set, bool) {
	if s := unicodeSet(name, p.flags); s != nil {
		return s, true
	}
	if strings.HasPrefix(name, "EMOJI") || name == "EXTENDED_PICTOGRAPHIC" {
		// Java knows them since version 21.
		p.vague = true
		return set{}, true
	}
	return nil, false
}

// unicodeSet returns a property of Unicode by its name in capitals, nil for none.
func unicodeSet(name string, f flags) set {
	switch name {
	case "ALPHABETIC":
		return alphabetic()
	case "ASSIGNED":
		return assigned()
	case "CONTROL":
		return tables(unicode.Cc)
	case "HEXDIGIT", "HEX_DIGIT":
		return tables(unicode.Nd, unicode.Hex_Digit)
	case "IDEOGRAPHIC":
		return tables(unicode.Ideographic)
	case "JOINCONTROL", "JOIN_CONTROL":
		return of(0x200c, 0x200d)
	case "LETTER":
		return tables(unicode.L)
	case "LOWERCASE":
		return cased(f, unicode.Ll, unicode.Other_Lowercase)
	case "UPPERCASE":
		return cased(f, unicode.Lu, unicode.Other_Uppercase)
	case "TITLECASE":
		return cased(f, unicode.Lt)
	case "NONCHARACTERCODEPOINT", "NONCHARACTER_CODE_POINT":
		return tables(unicode.Noncharacter_Code_Point)
	case "PUNCTUATION":
		return tables(unicode.P)
	case "WHITESPACE", "WHITE_SPACE":
		return tables(unicode.Z).union(set{{'\t', '\r'}, {0x85, 0x85}})
	case "WORD":
		return alphabetic().union(tables(unicode.M, unicode.Nd, unicode.Pc), of(0x200c, 0x200d))
	}
	return posix(name, f)
}

// posix returns a class of POSIX as the flag U and \p{Is…} mean it.
func posix(name string, f flags) set {
	switch name {
	case "ALPHA":
		return alphabetic()
	case "LOWER":
		return unicodeSet("LOWERCASE", f)
	case "UPPER":
		return unicodeSet("UPPERCASE", f)
	case "SPACE":
		return unicodeSet("WHITESPACE", f)
	case "PUNCT":
		return tables(unicode.P)
	case "XDIGIT":
		return unicodeSet("HEXDIGIT", f)
	case "ALNUM":
		return alphabetic().union(tables(unicode.Nd))
	case "CNTRL":
		return tables(unicode.Cc)
	case "DIGIT":
		return tables(unicode.Nd)
	case "BLANK":
		return tables(unicode.Zs).union(one('\t'))
	case "GRAPH":
		return graph()
	case "PRINT":
		return graph().union(tables(unicode.Zs)).and(tables(unicode.Cc).not())
	}
	return nil
}

var (
	alphabetic = sync.OnceValue(func() set { return tables(unicode.L, unicode.Nl, unicode.Other_Alphabetic) })
	assigned   = sync.OnceValue(func() set {
		return tables(unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs)
	})
	graph = sync.OnceValue(func() set { return assigned().and(tables(unicode.Z, unicode.Cc, unicode.Cs).not()) })
)

// cased returns letters of one case, and under the flag i of all.
func cased(f flags, list ...*unicode.RangeTable) set {
	if f&ignoreCase != 0 {
		return tables(unicode.Lu, unicode.Ll, unicode.Lt, unicode.Other_Lowercase, unicode.Other_Uppercase)
	}
	return tables(list...)
}

// category returns a class by one of the names that Java takes as they are
// written: general categories, POSIX and methods of Character.
func category(name string, f flags) (set, bool) {
	switch name {
	case "Lu", "Ll", "Lt":
		if f&ignoreCase != 0 {
			return tables(unicode.Lu, unicode.Ll, unicode.Lt), true
		}
		return tables(unicode.Categories[name]), true
	case "Cn":
		return assigned().not(), true
	case "C":
		return tables(unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs).union(assigned().not()), true
	case "LC":
		return tables(unicode.Lu, unicode.Ll, unicode.Lt), true
	case "LD":
		return tables(unicode.L, unicode.Nd), true
	case "L1":
		return of(0, 0xff), true
	case "all":
		return of(0, lastRune), true
	}
	if len(name) <= 2 {
		if t := unicode.Categories[name]; t != nil {
			return tables(t), true
		}
		return nil, false
	}
	if s := ascii(name, f); s != nil {
		return s, true
	}
	if rest, ok := strings.CutPrefix(name, "java"); ok {
		return method(rest, f)
	}
	return nil, false
}

// ascii returns a class of POSIX without the flag U.
func ascii(name string, f flags) set {
	letters := set{{'A', 'Z'}, {'a', 'z'}}
	switch name {
	case "ASCII":
		return of(0, 0x7f)
	case "Alnum":
		return set{{'0', '9'}, {'A', 'Z'}, {'a', 'z'}}
	case "Alpha":
		return letters
	case "Blank":
		return set{{'\t', '\t'}, {' ', ' '}}
	case "Cntrl":
		return set{{0, 0x1f}, {0x7f, 0x7f}}
	case "Digit":
		return of('0', '9')
	case "Graph":
		return of('!', '~')
	case "Lower", "Upper":
		switch {
		case f&ignoreCase != 0:
			return letters
		case name == "Lower":
			return of('a', 'z')
		}
		return of('A', 'Z')
	case "Print":
		return of(' ', '~')
	case "Punct":
		return set{{'!', '/'}, {':', '@'}, {'[', '`'}, {'{', '~'}}
	case "Space":
		return set{{'\t', '\r'}, {' ', ' '}}
	case "XDigit":
		return set{{'0', '9'}, {'A', 'F'}, {'a', 'f'}}
	}
	return nil
}

// method returns \p{javaLowerCase} and its like: what a method of Character says.
func method(name string, f flags) (set, bool) {
	switch name {
	case "LowerCase":
		return unicodeSet("LOWERCASE", f), true
	case "UpperCase":
		return unicodeSet("UPPERCASE", f), true
	case "TitleCase":
		return unicodeSet("TITLECASE", f), true
	case "Alphabetic":
		return alphabetic(), true
	case "Ideographic":
		return tables(unicode.Ideographic), true
	case "Digit":
		return tables(unicode.Nd), true
	case "Defined":
		return assigned(), true
	case "Letter":
		return tables(unicode.L), true
	case "LetterOrDigit":
		return tables(unicode.L, unicode.Nd), true
	case "SpaceChar":
		return tables(unicode.Z), true
	case "Whitespace":
		return tables(unicode.Z).and(set{{0xa0, 0xa0}, {0x2007, 0x2007}, {0x202f, 0x202f}}.not()).union(set{{'\t', '\r'}, {0x1c, 0x1f}}), true
	case "ISOControl":
		return set{{0, 0x1f}, {0x7f, 0x9f}}, true
	case "IdentifierIgnorable":
		return tables(unicode.Cf).union(set{{0, 8}, {0xe, 0x1b}, {0x7f, 0x9f}}), true
	case "JavaIdentifierStart":
		return tables(unicode.L, unicode.Nl, unicode.Sc, unicode.Pc), true
	case "JavaIdentifierPart":
		return tables(unicode.L, unicode.Nl, unicode.Sc, unicode.Pc, unicode.Nd, unicode.Mc, unicode.Mn,
			unicode.Cf).union(set{{0, 8}, {0xe, 0x1b}, {0x7f, 0x9f}}), true
	case "UnicodeIdentifierStart":
		return tables(unicode.L, unicode.Nl, unicode.Other_ID_Start), true
	case "UnicodeIdentifierPart":
		return tables(unicode.L, unicode.Nl, unicode.Pc, unicode.Nd, unicode.Mc, unicode.Mn, unicode.Cf, unicode.Other_ID_Start, unicode.Other_ID_Continue).
			union(set{{0, 8}, {0xe, 0x1b}, {0x7f, 0x9f}}), true
	}
	return nil, false
}
