package main

import (
	"bytes"
	"embed"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"text/template"
)

//go:embed templates
var templates embed.FS

// manifests writes the Homebrew formula and the three files of a winget manifest.
func (r release) manifests(artifacts []artifact) error {
	parsed, err := template.ParseFS(templates, "templates/*")
	if err != nil {
		return err
	}
	sums := map[string]string{}
	for _, a := range artifacts {
		sums[a.os+"_"+a.arch] = a.sha256
	}
	data := map[string]any{
		"Version": r.version, "Summary": summary, "Repository": repository, "SHA256": sums,
		"Download": repository + "/releases/download/v" + r.version,
	}
	for _, t := range parsed.Templates() {
		var b bytes.Buffer
		if err := t.Execute(&b, data); err != nil {
			return err
		}
		folder := "homebrew/"
		if strings.HasSuffix(t.Name(), ".yaml") {
			folder = "winget/"
		}
		if err := r.write(folder+t.Name(), b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// linuxPackages has nfpm write a .deb and a .rpm.
func (r release) linuxPackages(a artifact) error {
	dir, err := os.MkdirTemp("", "studiolint")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, a.program())
	if err := os.WriteFile(program, a.binary, 0o755); err != nil {
		return err
	}
	readme, err := r.readme()
	if err != nil {
		return err
	}
	readmeFile := filepath.Join(dir, "README.md")
	if err := os.WriteFile(readmeFile, readme, 0o644); err != nil {
		return err
	}
	out, err := filepath.Abs(r.out)
	if err != nil {
		return err
	}
	for _, kind := range []string{"deb", "rpm"} {
		cmd := exec.Command(r.nfpm, "package", "--config", ".github/dist/nfpm.yaml", "--packager", kind, "--target", filepath.Join(out, r.name(a.platform, "."+kind)))
		cmd.Dir = r.root
		cmd.Env = append(os.Environ(), "ARCH="+a.arch, "VERSION="+r.version, "PROGRAM="+program, "README="+readmeFile, "REPOSITORY="+repository, "SUMMARY="+summary,
			"SOURCE_DATE_EPOCH="+strconv.FormatInt(epoch.Unix(), 10))
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			return err
		}
	}
	return nil
}
