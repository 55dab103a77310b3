package source

import (
	"bytes"
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// maxNesting is how deeply the expressions of a Terraform file may be nested. Its
// parser goes down by recursion, and takes up to 20 kB of stack for each level.
const maxNesting = 1000

type lexer func(text []byte, path string, start hcl.Pos) (hclsyntax.Tokens, hcl.Diagnostics)

// tooMuch reports a string whose pieces the parser would take too long to join: it cuts
// a line at each $ and %, and its time grows with the square of their number.
func tooMuch(text []byte, start hcl.Pos) *SyntaxError {
	const most = 1 << 31 // bytes that are copied
	for at := 0; at < len(text); {
		line, _, _ := bytes.Cut(text[at:], []byte("\n"))
		if len(line) > 1<<16 {
			if signs := bytes.Count(line, []byte("$")) + bytes.Count(line, []byte("%")); signs*len(line) > most {
				return &SyntaxError{Span: Span{start.Byte + at, start.Byte + at + len(line)},
					Cause: fmt.Sprintf("a line of %d bytes with %d times $ or %% takes Terraform's parser too long", len(line), signs),
					Hint:  "write the text as a heredoc, or keep it in a file of its own"}
			}
		}
		at += len(line) + 1
	}
	return nil
}

// tooDeep reports nesting that the parser's recursion would not stand, and what takes
// it too long.
func tooDeep(text []byte, start hcl.Pos, lex lexer) *SyntaxError {
	if e := tooMuch(text, start); e != nil {
		return e
	}
	// Few files have so many brackets that they are read twice.
	const few = 4 * maxNesting
	opening, before := 0, byte(0)
	for _, c := range text {
		switch c {
		case '(', '[', '{', '?':
			opening++
		case '!', '-':
			if before == c {
				opening++
			}
		}
		before = c
	}
	if opening <= few {
		return nil
	}
	tokens, _ := lex(text, "", start)
	var n nesting
	for i, t := range tokens {
		if n.add(tokens, i); n.depth+n.prefix > maxNesting {
			return &SyntaxError{Span: Span{t.Range.Start.Byte, t.Range.End.Byte},
				Cause: fmt.Sprintf("expressions are nested more than %d deep", maxNesting),
				Hint:  "a flow definition needs fewer than ten levels"}
		}
	}
	return nil
}

// A nesting counts how deep the parser is at a token.
type nesting struct {
	depth, prefix int   // open brackets, quotes and directives; signs before a value
	questions     []int // in each of the former: a ? b : c goes down to the right
}

func (n *nesting) add(tokens hclsyntax.Tokens, i int) {
	switch tokens[i].Type {
	case hclsyntax.TokenBang, hclsyntax.TokenMinus:
		n.prefix++
		return
	case hclsyntax.TokenOParen, hclsyntax.TokenOBrack, hclsyntax.TokenOBrace, hclsyntax.TokenOQuote,
		hclsyntax.TokenOHeredoc, hclsyntax.TokenTemplateInterp:
		n.open()
	case hclsyntax.TokenTemplateControl:
		n.open()
		n.directive(tokens, i+1)
	case hclsyntax.TokenCParen, hclsyntax.TokenCBrack, hclsyntax.TokenCBrace, hclsyntax.TokenCQuote,
		hclsyntax.TokenCHeredoc, hclsyntax.TokenTemplateSeqEnd:
		if last := len(n.questions) - 1; last >= 0 {
			n.depth -= 1 + n.questions[last]
			n.questions = n.questions[:last]
		}
	case hclsyntax.TokenQuestion:
		if last := len(n.questions) - 1; last >= 0 {
			n.questions[last]++
		}
		n.depth++
	case hclsyntax.TokenComma, hclsyntax.TokenNewline:
		if last := len(n.questions) - 1; last >= 0 {
			n.depth -= n.questions[last]
			n.questions[last] = 0
		}
	}
	n.prefix = 0
}

func (n *nesting) open() {
	n.depth++
	n.questions = append(n.questions, 0)
}

// directive counts what stands between %{ if } and %{ endif }.
func (n *nesting) directive(tokens hclsyntax.Tokens, i int) {
	if i >= len(tokens) {
		return
	}
	switch string(tokens[i].Bytes) {
	case "if", "for":
		n.depth++
	case "endif", "endfor":
		n.depth--
	}
}
