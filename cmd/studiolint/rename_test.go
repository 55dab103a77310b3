package main

import "testing"

// TestRename gives a copy of the project a home.
func TestRename(t *testing.T) {
	t.Parallel()
	tool(t, "", "perl")
	p := projectCopy(t, cleanEnv(t))
	const rename = ".github/dist/rename"
	for _, args := range [][]string{{}, {"acme"}, {"acme/studio.lint", "acme"}, {"acme/studio lint"}} {
		if status, out := p.run("bash", append([]string{rename}, args...)...); status != 2 || p.must("git", "status", "--porcelain") != "" {
			t.Errorf("%q ends with %d: %s", args, status, out)
		}
	}
	p.must("bash", rename, "acme/studio-lint", "@acme-flows")
	if unformatted := p.must("gofmt", "-l", "."); unformatted != "" {
		t.Errorf("not formatted: %s", unformatted)
	}
	p.must("go", "build", "./...")
	p.must("go", "vet", "./...", "./testdata", "./.github/dist")
	if got := p.must("go", "list", "./cmd/studiolint"); got != "github.com/acme/studio-lint/cmd/studiolint\n" {
		t.Errorf("the program is %q", got)
	}
	for name, wanted := range map[string][]string{
		"README.md":                      {"uses: acme/studio-lint@COMMIT", "repo: https://github.com/acme/studio-lint"},
		".github/LIBRARY.md":             {"as `github.com/acme/studio-lint/lint` and so on", `"github.com/acme/studio-lint/lint/input"`},
		".github/dist/main.go":           {`"https://github.com/acme/studio-lint"`, `"@acme-flows"`},
		".github/dist/npm/studiolint.js": {"`@acme-flows/${platform}/bin/${name}`"},
		".github/dist/templates/acme.studiolint.locale.en-US.yaml": {"PackageIdentifier: acme.studiolint\n", "Publisher: acme\n"},
	} {
		holds(t, name, readFile(t, p.dir+"/"+name), wanted...)
	}
	p.commit("a home")
	if status, _ := p.run("bash", rename, "acme/other"); status != 2 {
		t.Error("it moves twice")
	}
	// What is tested stays tested: the README's examples, the direction of imports.
	p.must("go", "test", "-short", "-run", "TestImports|TestReadme|TestOffline", "./cmd/studiolint")
}
