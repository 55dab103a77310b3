// Dist builds everything that people install: archives for six platforms with their
// checksums and bills of materials, packages for Debian and Red Hat, npm packages, a
// Homebrew formula and a winget manifest. The same sources and the same Go give the
// same bytes, wherever and whenever they are built.
//
//	go run ./.github/dist -version 1.2.3             # into ./dist
//	go run ./.github/dist -version 1.2.3 -record     # and write checksums.txt, to be committed before the tag
//	go run ./.github/dist -version 1.2.3 -verify     # and fail if the archives are not those of checksums.txt
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// What .github/dist/rename changes, with the module path and the README.
const (
	repository = "https://github.com/OWNER/studiolint"
	npmScope   = "@studiolint" // of the packages that hold one platform's program each
)

const summary = "Checks Twilio Studio flow definitions offline"

// A release is one call of this program.
type release struct {
	version string // without "v"
	root    string // of the project
	out     string // where everything is put
	nfpm    string // the program that makes .deb and .rpm; empty without them
}

// An artifact is an archive that holds the program of one platform.
type artifact struct {
	platform
	file   string // name below out
	sha256 string // of the file, in hexadecimal
	binary []byte
}

func main() {
	var (
		r              release
		only           string
		record, verify bool
	)
	flag.StringVar(&r.version, "version", "", "the `VERSION`, without v")
	flag.StringVar(&r.root, "root", ".", "the `FOLDER` of the project")
	flag.StringVar(&r.out, "out", "dist", "the `FOLDER` to write; it may not exist yet")
	flag.StringVar(&r.nfpm, "nfpm", "", "the `PROGRAM` nfpm, for .deb and .rpm")
	flag.StringVar(&only, "only", "", "build this `OS/ARCH` alone, without what needs all platforms")
	flag.BoolVar(&record, "record", false, "write checksums.txt")
	flag.BoolVar(&verify, "verify", false, "compare with checksums.txt")
	flag.Parse()
	if err := r.run(only, record, verify); err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

// versionForm is what npm, Debian and winget all take.
var versionForm = regexp.MustCompile(`^[0-9]+\.[0-9]+\.[0-9]+$`)

func (r release) run(only string, record, verify bool) error {
	if !versionForm.MatchString(r.version) {
		return fmt.Errorf("-version is %q; write it as 1.2.3", r.version)
	}
	if err := os.Mkdir(r.out, 0o777); err != nil {
		return err
	}
	list := platforms
	if only != "" {
		list = nil
		for _, p := range platforms {
			if p.os+"/"+p.arch == only {
				list = append(list, p)
			}
		}
		if len(list) == 0 {
			return fmt.Errorf("there is no release for %q", only)
		}
	}
	var artifacts []artifact
	for _, p := range list {
		a, err := r.artifact(p)
		if err != nil {
			return fmt.Errorf("%s/%s: %w", p.os, p.arch, err)
		}
		artifacts = append(artifacts, a)
	}
	if only == "" {
		if err := r.forAll(artifacts); err != nil {
			return err
		}
	}
	return r.checksums(artifacts, record, verify)
}

// artifact makes all that concerns one platform alone.
func (r release) artifact(p platform) (artifact, error) {
	a := artifact{platform: p}
	var err error
	if a.binary, err = r.build(p); err != nil {
		return a, err
	}
	if a.file, a.sha256, err = r.archive(a); err != nil {
		return a, err
	}
	if err := r.billOfMaterials(a); err != nil {
		return a, err
	}
	if err := r.npmPlatform(a); err != nil {
		return a, err
	}
	if p.os == "linux" && r.nfpm != "" {
		err = r.linuxPackages(a)
	}
	return a, err
}

// forAll makes what names every platform.
func (r release) forAll(artifacts []artifact) error {
	if err := r.npmLauncher(); err != nil {
		return err
	}
	return r.manifests(artifacts)
}

// write writes a file below out.
func (r release) write(name string, data []byte) error {
	name = filepath.Join(r.out, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o666)
}

// name is that of a file of this release, as in studiolint_1.2.3_linux_amd64.tar.gz.
func (r release) name(p platform, ending string) string {
	return strings.Join([]string{"studiolint", r.version, p.os, p.arch}, "_") + ending
}
