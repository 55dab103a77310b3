package offer

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// texts are many short texts that are made of some pieces.
func texts(pieces string) func(func(string) bool) {
	return func(yield func(string) bool) {
		all := strings.Split(pieces, "|")
		random := rand.New(rand.NewPCG(1, 2))
		for range 50_000 {
			var text strings.Builder
			for range 2 + random.IntN(7) {
				text.WriteString(all[random.IntN(len(all))])
			}
			if !yield(text.String()) {
				return
			}
		}
	}
}

// What is looked for first never hides what the expressions find.
func TestQuickLooks(t *testing.T) {
	found := 0
	for text := range texts(" |  |\t|(|\"|“|*|yes|sí|Y|no|N|nein|not|/|,| or |OR |oder|o|?|.|x") {
		if pair.MatchString(text) {
			found++
			if !mayHoldPair(text) {
				t.Errorf("%q holds a pair", text)
			}
		}
	}
	for text := range texts("from |between | number |rate |escala | |1|0|3|9|7|to| to |–|-| a |À|bis|until |_|.|:|\n") {
		if digits.MatchString(text) {
			found++
			if !mayHoldRange(text) {
				t.Errorf("%q holds a range", text)
			}
		}
	}
	for text := range texts("1|2|9|0|\ufe0f|\u20e3|)|.| |-|_|•|\n|\n|Cake|x") {
		if n := len(line.FindAllString(text, -1)); n > 1 {
			found++
			if numberedLines(text) < n {
				t.Errorf("%q has %d lines of a list", text, n)
			}
		}
	}
	for text := range texts("please |call|visit|go to|us at|website |is|are|while we connect you |to|with|llame|por favor |número |es|ligue para|llámenos al|appelez|-nous| au|the|YOUR|Your|our|and|los|unsere| |\n|.|. |x") {
		if brokenEnd.MatchString(text) {
			found++
			if !endsOpenly(text) {
				t.Errorf("%q ends openly", text)
			}
		}
	}
	if found < 100 {
		t.Errorf("only %d texts hold anything", found)
	}
}

// A word that stands twice is one that begins after another, the same, and blanks.
func TestTwice(t *testing.T) {
	word := regexp.MustCompile(`\pL[\pL'’]*`)
	count := 0
	for text := range texts("the|the |de |The|the'|de|él|para|d’|für|Für|x|'|’| | |  |-|, |\n|/|@|é|1|\xff") {
		start, end := 0, 0
		all := word.FindAllStringIndex(text, -1)
		for i := 1; i < len(all) && end == 0; i++ {
			one, other := text[all[i-1][0]:all[i-1][1]], text[all[i][0]:all[i][1]]
			if strings.Trim(text[all[i-1][1]:all[i][0]], " ") == "" && strings.EqualFold(one, other) && slices.Contains(onceOnly, other) &&
				(all[i][1] == len(text) || !strings.Contains("-_/@", text[all[i][1]:all[i][1]+1])) {
				start, end = all[i-1][0], all[i][1]
				count++
			}
		}
		if s, e := twiceAt(text); s != start || e != end {
			t.Fatalf("%q: %d to %d, want %d to %d", text, s, e, start, end)
		}
	}
	if count < 300 {
		t.Errorf("only %d texts hold a word twice", count)
	}
}

// An invitation to speak is what an expression finds.
func TestSpeechIsAnExpression(t *testing.T) {
	spoken := regexp.MustCompile(`(?i)\b(or|please|you can|just|can also|o|oder|ou)\s+(say|speak|tell|diga|hable|sagen|sprechen|dites|parlez|fale)\b|(?:^|[^\pL\d_])(say or (press|enter)|sagen sie|dites|diga)\b|(^\s*|[.?!,]\s+)(say|speak|tell|hable|parlez|fale)\b`)
	count := 0
	for text := range texts("or |Or\t|please |you can |can also |just |oder |o |ou\n|x| |_|1|é|não |.|say|Say|tell|speak|fale|diga|dites|sagen| sie|say or press|say or enter| or |s") {
		want := spoken.MatchString(text)
		if got := Speech(text); got != want {
			t.Fatalf("%q: %v, want %v", text, got, want)
		}
		if want {
			count++
		}
	}
	if count < 300 {
		t.Errorf("only %d texts invite to speak", count)
	}
}

// The items of a series are those of an expression.
func TestItemsIn(t *testing.T) {
	item := regexp.MustCompile(`(?:^|[\s(,;])(?:([1-9A-H](?:\x{fe0f}?\x{20e3})?)(?:\)[ \t]*|[.:][ \t]+|[ \t]*=[ \t]*|[ \t]+-[ \t]+)\p{L}|([1-9]\x{fe0f}?\x{20e3})[ \t]*\p{L}|([1-9](?:\x{fe0f}?\x{20e3})?)-[A-Z][a-z])`)
	count := 0
	for text := range texts("1|2|A|B|H|I|0|\ufe0f|\u20e3|)|)|.|:|=|-| |  |\t|\n|(|,|;|\xff|é|large") {
		var want []found
		for _, m := range item.FindAllStringSubmatchIndex(text, -1) {
			want = append(want, found{verb: m[0], start: max(m[2], m[4], m[6]), end: max(m[3], m[5], m[7])})
		}
		if got := itemsIn(text); !slices.Equal(got, want) {
			t.Fatalf("%q: %v, want %v", text, got, want)
		}
		count += len(want)
	}
	if count < 300 {
		t.Errorf("only %d items", count)
	}
}
