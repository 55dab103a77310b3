package main

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// An npmPackage is what package.json says.
type npmPackage struct {
	Name                 string            `json:"name"`
	Version              string            `json:"version"`
	Description          string            `json:"description"`
	License              string            `json:"license"`
	Homepage             string            `json:"homepage"`
	Repository           npmRepository     `json:"repository"`
	Keywords             []string          `json:"keywords,omitempty"`
	Bin                  map[string]string `json:"bin,omitempty"`
	OptionalDependencies map[string]string `json:"optionalDependencies,omitempty"`
	Engines              map[string]string `json:"engines,omitempty"`
	OS                   []string          `json:"os,omitempty"`
	CPU                  []string          `json:"cpu,omitempty"`
	PreferUnplugged      bool              `json:"preferUnplugged,omitempty"` // Yarn: a program in a zip cannot run
	PublishConfig        map[string]any    `json:"publishConfig"`
}

type npmRepository struct {
	Type string `json:"type"`
	URL  string `json:"url"`
}

func (r release) npmPackage(name, description string) npmPackage {
	return npmPackage{
		Name: name, Version: r.version, Description: description, License: "Apache-2.0", Homepage: repository + "#readme",
		Repository:    npmRepository{"git", "git+" + repository + ".git"},
		PublishConfig: map[string]any{"access": "public", "provenance": true},
	}
}

// npmName is that of the package of a platform, which the launcher asks for too.
func (p platform) npmName() string { return npmScope + "/" + p.nodeOS + "-" + p.nodeArch }

// npmPlatform writes the package that holds the program of a platform. npm installs it
// where os and cpu fit, and nothing runs while it does.
func (r release) npmPlatform(a artifact) error {
	p := r.npmPackage(a.npmName(), "studiolint for "+a.nodeOS+" on "+a.nodeArch)
	p.OS, p.CPU, p.PreferUnplugged = []string{a.nodeOS}, []string{a.nodeArch}, true
	license, err := os.ReadFile(filepath.Join(r.root, "LICENSE"))
	if err != nil {
		return err
	}
	readme := "This is the program of [studiolint](" + repository + ") for one platform. Install the package `studiolint`.\n"
	return r.npmPack("studiolint-"+a.nodeOS+"-"+a.nodeArch, p,
		member{"package/LICENSE", 0o644, license},
		member{"package/README.md", 0o644, []byte(readme)},
		member{"package/bin/" + a.program(), 0o755, a.binary})
}

// npmLauncher writes the package that people name.
func (r release) npmLauncher() error {
	p := r.npmPackage("studiolint", summary)
	p.Keywords = []string{"twilio", "twilio-studio", "studio", "lint", "linter", "flow", "ivr"}
	p.Bin = map[string]string{"studiolint": "bin/studiolint.js"}
	p.Engines = map[string]string{"node": ">=16"}
	p.OptionalDependencies = map[string]string{}
	for _, platform := range platforms {
		p.OptionalDependencies[platform.npmName()] = r.version
	}
	launcher, err := os.ReadFile(filepath.Join(r.root, ".github", "dist", "npm", "studiolint.js"))
	if err != nil {
		return err
	}
	members, err := r.documents("package/")
	if err != nil {
		return err
	}
	return r.npmPack("studiolint", p, append(members, member{"package/bin/studiolint.js", 0o755, launcher})...)
}

// npmPack writes what "npm pack" would, but the same bytes each time.
func (r release) npmPack(file string, p npmPackage, members ...member) error {
	description, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return err
	}
	data, err := tarred(append([]member{{"package/package.json", 0o644, append(description, '\n')}}, members...))
	if err != nil {
		return err
	}
	return r.write("npm/"+file+"-"+r.version+".tgz", data)
}
