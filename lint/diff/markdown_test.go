package diff

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// A page has room for so much; what is left out is counted.
func TestMarkdownSize(t *testing.T) {
	was, now := Side{Flow: parse(large(1000, false))}, Side{Flow: parse(large(1000, true))}
	one := NewPage(was, now)
	var pages []Page
	for i := range 40 {
		page := one
		page.Name = fmt.Sprintf("flows/%d.json", i)
		pages = append(pages, page)
	}
	var b strings.Builder
	if err := WriteMarkdown(&b, pages, Markdown{Pictures: true, SourceURL: "https://example.com/blob/x"}); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	if len(text) > 1<<20-100 || len(text) < 500_000 {
		t.Errorf("%d bytes", len(text))
	}
	shown := strings.Count(text, "\n### flows/") + 1
	left := regexp.MustCompile(`Not shown, for want of room: the differences of (\d+) flows?\.`).FindStringSubmatch(text)
	if left == nil || fmt.Sprint(40-shown) != left[1] {
		t.Errorf("%d are shown, and %q", shown, left)
	}
	if strings.Count(text, "```")%2 != 0 {
		t.Error("a fence is open")
	}
}
