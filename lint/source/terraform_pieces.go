package source

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// pieceSize is about how many bytes of a configuration the parser is given at once. It
// keeps the tokens of all it is given in one list, which it copies again and again while
// that grows: eighty bytes and more for each byte of the text.
const pieceSize = 32 << 10

// parsePieces has the parser read a configuration block by block, and puts together what
// it makes of them. It reports false where that finds a mistake: then all of the text is
// to be parsed at once, for a piece may end within a heredoc, a comment or a block.
func parsePieces(text []byte, start hcl.Pos) (*hclsyntax.Body, bool) {
	all := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}}
	for len(text) > 0 {
		piece := text[:pieceEnd(text)]
		if tooDeep(piece, start, hclsyntax.LexConfig) != nil {
			return nil, false
		}
		config, diagnostics := hclsyntax.ParseConfig(piece, "", start)
		if diagnostics.HasErrors() {
			return nil, false
		}
		body := config.Body.(*hclsyntax.Body)
		for name, a := range body.Attributes {
			if all.Attributes[name] != nil {
				return nil, false
			}
			all.Attributes[name] = a
		}
		all.Blocks = append(all.Blocks, body.Blocks...)
		start.Byte += len(piece)
		text = text[len(piece):]
	}
	return all, true
}

// pieceEnd returns where a piece ends that begins a text: after a line that, as far as
// one can see without reading the text, closes a block.
func pieceEnd(text []byte) int {
	for at := pieceSize; at < len(text); {
		brace := bytes.Index(text[at:], []byte("\n}"))
		if brace < 0 {
			break
		}
		at += brace + len("\n}")
		if line, _, ok := bytes.Cut(text[at:], []byte("\n")); ok && len(bytes.TrimSpace(line)) == 0 {
			return at + len(line) + 1
		}
	}
	return len(text)
}
