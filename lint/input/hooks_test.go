package input

import (
	"os"
	"regexp"
	"testing"
)

// The hooks of pre-commit are given the files that a folder would be searched for.
func TestHooksTakeTheSameFiles(t *testing.T) {
	data, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	hooks := regexp.MustCompile(`(?m)^  files: '(.*)'$`).FindAllSubmatch(data, -1)
	if len(hooks) != 2 {
		t.Fatalf("%d hooks name files", len(hooks))
	}
	names := []string{"a.json", "A.JSON", "a.tf", "main.tf.bak", "a.tftpl", "a.json.tftpl", "a.yaml", "json", "a.json.bak", "a.tpl", "a.j2", "b/a.json"}
	for _, suffix := range templateSuffixes {
		names = append(names, "a.json"+suffix, "a.yaml"+suffix, "a"+suffix, "a.json"+suffix+"x")
	}
	for _, hook := range hooks {
		files := regexp.MustCompile(string(hook[1]))
		for _, name := range names {
			if got, want := files.MatchString(name), hasFlowName(name); got != want {
				t.Errorf("%s: a hook takes it: %t, a search does: %t", name, got, want)
			}
		}
		// And no suffix is known to the hook alone.
		for _, suffix := range regexp.MustCompile(`[a-z0-9]+\??`).FindAllString(string(hook[1]), -1) {
			if name := "a.json." + regexp.MustCompile(`\W`).ReplaceAllString(suffix, ""); files.MatchString(name) && !hasFlowName(name) {
				t.Errorf("a hook takes %s, which a search does not", name)
			}
		}
	}
}
