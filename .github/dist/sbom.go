package main

import (
	"bytes"
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"strings"
)

// A bom is a bill of materials in the form of CycloneDX 1.6.
type bom struct {
	BOMFormat    string       `json:"bomFormat"`
	SpecVersion  string       `json:"specVersion"`
	Version      int          `json:"version"`
	Metadata     bomMetadata  `json:"metadata"`
	Components   []component  `json:"components"`
	Dependencies []dependency `json:"dependencies"`
}

type bomMetadata struct {
	Component component `json:"component"`
}

type component struct {
	Type       string     `json:"type"`
	Ref        string     `json:"bom-ref"`
	Name       string     `json:"name"`
	Version    string     `json:"version"`
	Scope      string     `json:"scope,omitempty"`
	Hashes     []bomHash  `json:"hashes,omitempty"`
	Licenses   []license  `json:"licenses,omitempty"`
	PURL       string     `json:"purl"`
	Properties []property `json:"properties,omitempty"`
}

type bomHash struct {
	Algorithm string `json:"alg"`
	Content   string `json:"content"`
}

type license struct {
	License struct {
		ID string `json:"id"`
	} `json:"license"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type dependency struct {
	Ref       string   `json:"ref"`
	DependsOn []string `json:"dependsOn,omitempty"`
}

// billOfMaterials writes what is in a program, as the program itself says: Go puts the
// modules and their versions into it.
func (r release) billOfMaterials(a artifact) error {
	info, err := buildinfo.Read(bytes.NewReader(a.binary))
	if err != nil {
		return err
	}
	main := component{Type: "application", Name: "studiolint", Version: r.version, Licenses: make([]license, 1)}
	main.Licenses[0].License.ID = "Apache-2.0"
	main.PURL = fmt.Sprintf("pkg:golang/%s@v%s?goos=%s&goarch=%s&type=module", info.Main.Path, r.version, a.os, a.arch)
	main.Ref = main.PURL
	main.Hashes = []bomHash{{"SHA-256", sum(a.binary)}}
	for _, s := range info.Settings {
		if s.Key == "CGO_ENABLED" || s.Key == "-trimpath" {
			main.Properties = append(main.Properties, property{"build:" + s.Key, s.Value})
		}
	}
	b := bom{BOMFormat: "CycloneDX", SpecVersion: "1.6", Version: 1, Metadata: bomMetadata{main}}
	// The standard library is part of every program, and it has its own list of flaws.
	modules := append([]*debug.Module{{Path: "std", Version: strings.TrimPrefix(info.GoVersion, "go")}}, info.Deps...)
	top := dependency{Ref: main.Ref}
	for _, m := range modules {
		if m.Replace != nil {
			m = m.Replace
		}
		purl := "pkg:golang/" + m.Path + "@" + m.Version + "?type=module"
		b.Components = append(b.Components, component{Type: "library", Ref: purl, Name: m.Path, Version: m.Version, Scope: "required", PURL: purl})
		b.Dependencies = append(b.Dependencies, dependency{Ref: purl})
		top.DependsOn = append(top.DependsOn, purl)
	}
	b.Dependencies = append([]dependency{top}, b.Dependencies...)
	data, err := json.MarshalIndent(b, "", "  ")
	if err != nil {
		return err
	}
	return r.write(r.name(a.platform, ".cdx.json"), append(data, '\n'))
}
