package main

import (
	"os"
	"strings"
	"testing"
)

// actionAddress is how the README refers to the action: who keeps a copy of this
// project writes its address and a commit there.
const actionAddress = "OWNER/studiolint@COMMIT"

func readFile(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// readmeBlocks returns the blocks of code in the README that are of a language and
// hold a word, so that what people copy from there is what has been tested.
func readmeBlocks(t testing.TB, language, word string) []string {
	t.Helper()
	var blocks []string
	text := readFile(t, "../../README.md")
	for {
		_, rest, ok := strings.Cut(text, "```"+language+"\n")
		if !ok {
			break
		}
		block, after, ok := strings.Cut(rest, "```\n")
		if !ok {
			t.Fatalf("a block of %s in the README has no end", language)
		}
		if strings.Contains(block, word) {
			blocks = append(blocks, block)
		}
		text = after
	}
	if len(blocks) == 0 {
		t.Fatalf("the README has no block of %s with %q", language, word)
	}
	return blocks
}
