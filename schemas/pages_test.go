package schemas

import (
	"strings"
	"testing"
)

func TestPages(t *testing.T) {
	for _, g := range pageTable {
		if g.Pattern != strings.ToLower(g.Pattern) || g.What == "" || g.Confidence == "" {
			t.Errorf("%+v", g)
		}
		checkSources(t, "page "+g.Pattern, g.Sources)
	}
	for address, want := range map[string]string{
		"drive.google.com/file/d/1a/view?usp=sharing":        "a page of Google Drive",
		"drive.google.com/uc?export=download&id=1a":          "",
		"docs.google.com/document/d/1a/edit":                 "a page of Google Docs",
		"docs.google.com/document/d/1a/export?format=pdf":    "",
		"www.dropbox.com/s/1a/hello.mp3?dl=0":                "a page of Dropbox",
		"www.dropbox.com/s/1a/hello.mp3?dl=1":                "",
		"dl.dropboxusercontent.com/s/1a/hello.mp3":           "",
		"github.com/ada/sounds/blob/main/hello.mp3":          "a page of GitHub",
		"github.com/ada/sounds/blob/main/hello.mp3?raw=true": "",
		"github.com/ada/sounds/raw/main/hello.mp3":           "",
		"www.youtube.com/watch?v=1a":                         "a page of YouTube",
		"youtu.be/1a":                                        "a page of YouTube",
		"youtu.be":                                           "",
		"youtube.com.example.org/watch":                      "",
		"example.org/watch":                                  "",
	} {
		rest, query, _ := strings.Cut(address, "?")
		host, path, _ := strings.Cut(rest, "/")
		got := ""
		if g := PageAt(host, path, query); g != nil {
			got = g.What
		}
		if got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}
