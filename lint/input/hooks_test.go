package input

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The hooks of pre-commit take the templates that a folder is searched for.
func TestHooksTakeTheSameTemplates(t *testing.T) {
	data, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	hooks := regexp.MustCompile(`(?m)^  files: .*\\\.json\(\\\.\(([a-z0-9|?]+)\)\)\?`).FindAllSubmatch(data, -1)
	if len(hooks) != 4 {
		t.Fatalf("%d hooks name templates", len(hooks))
	}
	want := slices.Sorted(slices.Values(templateSuffixes))
	for _, hook := range hooks {
		var got []string
		for word := range strings.SplitSeq(string(hook[1]), "|") {
			got = append(got, "."+strings.ReplaceAll(word, "?", ""))
			if stem, ok := strings.CutSuffix(word, "?"); ok { // its last letter may be missing
				got = append(got, "."+stem[:len(stem)-1])
			}
		}
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("a hook takes templates %v, a search %v", got, want)
		}
	}
}
