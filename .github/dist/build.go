package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// A platform is what there is a program for.
type platform struct {
	os, arch         string // as Go names them
	nodeOS, nodeArch string // as Node does: process.platform and process.arch
}

var platforms = []platform{
	{"darwin", "amd64", "darwin", "x64"},
	{"darwin", "arm64", "darwin", "arm64"},
	{"linux", "amd64", "linux", "x64"},
	{"linux", "arm64", "linux", "arm64"},
	{"windows", "amd64", "win32", "x64"},
	{"windows", "arm64", "win32", "arm64"},
}

func (p platform) program() string {
	if p.os == "windows" {
		return "studiolint.exe"
	}
	return "studiolint"
}

// epoch is the time of every file in every archive: the first that a zip can hold. The
// time of the commit would not do, because checksums.txt is committed before the tag.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// coldCode are the packages of the program that no flow waits for: without inlining they take some 5 % less of a package, and
// flows are linted as fast.
var coldCode = []string{
	"github.com/hashicorp/hcl/v2/...", "github.com/zclconf/go-cty/...", "github.com/goccy/go-yaml/...",
	"github.com/go-json-experiment/...", "github.com/owenrumney/...", "github.com/spf13/...", "go.lsp.dev/...",
	"golang.org/x/text/...", "golang.org/x/tools/...", "encoding/xml", "math/big", "net/mail", "text/template/...",
	"studiolint/cmd/studiolint", "studiolint/lint/accept", "studiolint/lint/assist", "studiolint/lint/diff", "studiolint/lint/draw",
	"studiolint/lint/editor", "studiolint/lint/fix", "studiolint/lint/git", "studiolint/lint/inventory", "studiolint/lint/page",
	"studiolint/lint/script", "studiolint/lint/sim", "studiolint/lint/yaml",
}

// build returns the program. Nothing of this machine goes into it: no paths, no state
// of git, no settings for other builds, no C library.
func (r release) build(p platform) ([]byte, error) {
	dir, err := os.MkdirTemp("", "studiolint")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, p.program())
	args := []string{"build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w -X main.version=" + r.version, "-o", name}
	for _, pattern := range coldCode {
		args = append(args, "-gcflags="+pattern+"=-l")
	}
	cmd := exec.Command("go", append(args, "./cmd/studiolint")...)
	cmd.Dir = r.root
	cmd.Env = append(os.Environ(), "GOOS="+p.os, "GOARCH="+p.arch, "CGO_ENABLED=0", "GOFLAGS=", "GOWORK=off", "GOEXPERIMENT=", "GOAMD64=v1", "GOARM64=v8.0", "GOFIPS140=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w\n%s", err, out)
	}
	return os.ReadFile(name)
}

// goVersion is that of the Go that builds, as in "go1.26.8".
func (r release) goVersion() (string, error) {
	cmd := exec.Command("go", "env", "GOVERSION")
	cmd.Dir = r.root
	out, err := cmd.Output()
	return strings.TrimSpace(string(out)), err
}

// sources is the digest of all that the program is built from, as the action works it
// out: with the same script.
func (r release) sources() (string, error) {
	cmd := exec.Command("bash", ".github/dist/sources")
	cmd.Dir = r.root
	var problem bytes.Buffer
	cmd.Stderr = &problem
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf(".github/dist/sources: %w\n%s", err, problem.String())
	}
	return strings.TrimSpace(string(out)), nil
}
