package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

const distVersion = "1.2.3"

// recordFile is where a release leaves its checksums for the action.
const recordFile = ".github/dist/checksums.txt"

// A dist is a release of this project as it is now, built once for all tests.
type dist struct {
	project string // a copy of the project, with the checksums recorded
	out     string
}

var distOnce struct {
	sync.Mutex
	dist
}

// released builds a release for all platforms.
func released(t testing.TB) dist {
	t.Helper()
	nfpm := tool(t, "STUDIOLINT_NFPM", "nfpm")
	distOnce.Lock()
	defer distOnce.Unlock()
	if distOnce.out != "" {
		return distOnce.dist
	}
	dir, err := os.MkdirTemp("", "studiolint")
	if err != nil {
		t.Fatal(err)
	}
	removeAtEnd(dir)
	d := dist{filepath.Join(dir, "project"), filepath.Join(dir, "out")}
	s := projectCopy(t, cleanEnv(t))
	s.must("cp", "-R", s.dir, d.project)
	s.dir = d.project
	s.must("go", "run", "./.github/dist", "-version", distVersion, "-out", d.out, "-nfpm", nfpm, "-record")
	distOnce.dist = d
	return d
}

// here is the platform that runs the tests, as Go names it in files.
const here = runtime.GOOS + "_" + runtime.GOARCH

func (d dist) read(t testing.TB, name string) []byte {
	t.Helper()
	return []byte(readFile(t, filepath.Join(d.out, filepath.FromSlash(name))))
}

// sums are the checksums of the archives by their names.
func (d dist) sums(t testing.TB) map[string]string {
	t.Helper()
	sums := map[string]string{}
	for line := range strings.Lines(string(d.read(t, "checksums.txt"))) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		sums[name] = sum
	}
	return sums
}

// unpacked returns the files of an archive.
func unpacked(t testing.TB, name string, data []byte) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	if strings.HasSuffix(name, ".zip") {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			files[f.Name] = readAll(t, r)
		}
		return files
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(z); ; {
		head, err := r.Next()
		if err == io.EOF {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		files[head.Name] = readAll(t, r)
		if program := strings.HasPrefix(path.Base(head.Name), "studiolint"); program != (head.Mode == 0o755) {
			t.Errorf("%s has the mode %o in %s", head.Name, head.Mode, name)
		}
	}
}

func readAll(t testing.TB, r io.Reader) []byte {
	t.Helper()
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestDistArchives looks into the archives of all platforms.
func TestDistArchives(t *testing.T) {
	t.Parallel()
	d := released(t)
	sums := d.sums(t)
	if len(sums) != 6 {
		t.Errorf("there are %d archives: %v", len(sums), sums)
	}
	for name, sum := range sums {
		data := d.read(t, name)
		if got := fmt.Sprintf("%x", sha256.Sum256(data)); got != sum {
			t.Errorf("the checksum of %s is %s, not %s", name, got, sum)
		}
		files := unpacked(t, name, data)
		goos, arch, _ := strings.Cut(strings.TrimPrefix(name, "studiolint_"+distVersion+"_"), "_")
		arch, _, _ = strings.Cut(arch, ".")
		program := files["studiolint"]
		if goos == "windows" {
			program = files["studiolint.exe"]
		}
		if len(files) != 3 || len(files["LICENSE"]) == 0 || len(files["README.md"]) == 0 {
			t.Errorf("%s holds %d files", name, len(files))
		}
		for _, link := range regexp.MustCompile(`\]\(([^)\s]+)\)`).FindAllSubmatch(files["README.md"], -1) {
			if to := string(link[1]); !strings.HasPrefix(to, "#") && !strings.HasPrefix(to, "https://") {
				t.Errorf("the README of %s leads to %s, which is not there", name, to)
			}
		}
		settings := map[string]string{}
		for _, s := range programInfo(t, program).Settings {
			settings[s.Key] = s.Value
		}
		if settings["GOOS"] != goos || settings["GOARCH"] != arch || settings["CGO_ENABLED"] != "0" || settings["-trimpath"] != "true" {
			t.Errorf("%s was built with %v", name, settings)
		}
		for _, place := range []string{d.project, strings.TrimSpace((shell{t, d.project, cleanEnv(t)}).must("go", "env", "GOROOT"))} {
			if bytes.Contains(program, []byte(place+"/")) {
				t.Errorf("the program of %s names %s", name, place)
			}
		}
	}
	s := shell{t, t.TempDir(), cleanEnv(t)}
	s.must("tar", "-xzf", filepath.Join(d.out, "studiolint_"+distVersion+"_"+here+".tar.gz"))
	if out := s.must("./studiolint", "version"); !strings.HasPrefix(out, "studiolint "+distVersion+" ") {
		t.Errorf("it says %q", out)
	}
}

func programInfo(t testing.TB, program []byte) *debug.BuildInfo {
	t.Helper()
	info, err := buildinfo.Read(bytes.NewReader(program))
	if err != nil {
		t.Fatal(err)
	}
	return info
}

// TestDistIsReproducible builds one platform again, from another folder, and then from other sources; where somebody
// waits for it with nothing compiled before, so that the compiler is looked at, too, and not only what links and packs.
func TestDistIsReproducible(t *testing.T) {
	t.Parallel()
	d := released(t)
	nfpm := tool(t, "STUDIOLINT_NFPM", "nfpm")
	env := append(cleanEnv(t), "GOFLAGS=-tags=other", "GOAMD64=v3", "TZ=Asia/Tokyo")
	if os.Getenv("STUDIOLINT_LONG") == "1" {
		env = append(env, "GOCACHE="+filepath.Join(t.TempDir(), "cache"))
	}
	again := projectCopy(t, env)
	again.must("go", "run", "./.github/dist", "-version", distVersion, "-out", "again", "-nfpm", nfpm, "-only", runtime.GOOS+"/"+runtime.GOARCH)
	n := 0
	err := filepath.WalkDir(filepath.Join(again.dir, "again"), func(name string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() == "checksums.txt" {
			return err
		}
		relative, err := filepath.Rel(filepath.Join(again.dir, "again"), name)
		if err != nil {
			return err
		}
		if n++; readFile(t, name) != string(d.read(t, filepath.ToSlash(relative))) {
			t.Errorf("%s differs", relative)
		}
		return nil
	})
	if err != nil || n != 5 { // archive, bill of materials, npm, deb, rpm
		t.Errorf("%d files were compared: %v", n, err)
	}

	recorded := readFile(t, filepath.Join(d.project, recordFile))
	holds(t, "the record", recorded, "version "+distVersion+"\ngo "+runtime.Version()+"\nsources ", string(d.read(t, "checksums.txt")))
	again.write(recordFile, recorded)
	again.write("rules/other.go", "package rules\n")
	again.env = cleanEnv(t)
	status, out := again.run("go", "run", "./.github/dist", "-version", distVersion, "-out", "verified", "-verify", "-only", runtime.GOOS+"/"+runtime.GOARCH)
	if status == 0 || !strings.Contains(out, "build with -record") {
		t.Errorf("other sources than those of the record end with %d:\n%s", status, out)
	}
	for _, args := range [][]string{{"-version", "v1.2.3"}, {"-version", "1.2"}, {"-version", distVersion, "-only", "plan9/386", "-out", filepath.Join(t.TempDir(), "out")}} {
		if status, out := again.run("go", append([]string{"run", "./.github/dist"}, args...)...); status == 0 {
			t.Errorf("%v is taken: %s", args, out)
		}
	}
}

// TestDistBillOfMaterials compares the lists with the programs.
func TestDistBillOfMaterials(t *testing.T) {
	t.Parallel()
	d := released(t)
	for name := range d.sums(t) {
		base := strings.TrimSuffix(strings.TrimSuffix(name, ".tar.gz"), ".zip")
		data := d.read(t, base+".cdx.json")
		var bom struct {
			Metadata struct {
				Component struct {
					Hashes []struct{ Content string }
				}
			}
			Components []struct{ Name, Version string }
		}
		if err := json.Unmarshal(data, &bom); err != nil {
			t.Fatal(err)
		}
		files := unpacked(t, name, d.read(t, name))
		program := slices.Concat(files["studiolint"], files["studiolint.exe"])
		if got := fmt.Sprintf("%x", sha256.Sum256(program)); got != bom.Metadata.Component.Hashes[0].Content {
			t.Errorf("%s is about another program", base)
		}
		info := programInfo(t, program)
		want := map[string]string{"std": strings.TrimPrefix(info.GoVersion, "go")}
		for _, m := range info.Deps {
			want[m.Path] = m.Version
		}
		for _, c := range bom.Components {
			if want[c.Name] != c.Version {
				t.Errorf("%s has %s %s, the program has %q", base, c.Name, c.Version, want[c.Name])
			}
			delete(want, c.Name)
		}
		if len(want) > 0 {
			t.Errorf("%s lacks %v", base, want)
		}
	}
}

// TestDistBillOfMaterialsForm has the schema of CycloneDX judge the form.
func TestDistBillOfMaterialsForm(t *testing.T) {
	t.Parallel()
	folder := tool(t, "STUDIOLINT_CYCLONEDX", "the folder of CycloneDX's schemas")
	d := released(t)
	c := jsonschema.NewCompiler()
	c.LoadURL = func(url string) (io.ReadCloser, error) {
		name := strings.TrimSuffix(strings.TrimSuffix(path.Base(url), ".schema.json"), ".SNAPSHOT") + ".SNAPSHOT.schema.json"
		return os.Open(filepath.Join(folder, name))
	}
	schema, err := c.Compile("http://cyclonedx.org/schema/bom-1.6.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var bom map[string]any
	if err := json.Unmarshal(d.read(t, "studiolint_"+distVersion+"_"+here+".cdx.json"), &bom); err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(bom); err != nil {
		t.Errorf("%#v", err)
	}
	bom["components"] = "none"
	if schema.Validate(bom) == nil {
		t.Error("the schema takes anything")
	}
}

// TestDistLinuxPackages has the tools of the distributions read the packages.
func TestDistLinuxPackages(t *testing.T) {
	t.Parallel()
	dpkg, rpm := tool(t, "", "dpkg-deb"), tool(t, "", "rpm")
	d := released(t)
	s := shell{t, t.TempDir(), cleanEnv(t)}
	for arch, rpmArch := range map[string]string{"amd64": "x86_64", "arm64": "aarch64"} {
		file := filepath.Join(d.out, "studiolint_"+distVersion+"_linux_"+arch)
		if got := s.must(dpkg, "--show", "--showformat=${Package} ${Version} ${Architecture} ${Homepage}", file+".deb"); got != "studiolint 1.2.3 "+arch+" https://github.com/OWNER/studiolint" {
			t.Errorf("the .deb is %q", got)
		}
		holds(t, "the .deb", s.must(dpkg, "--contents", file+".deb"), "-rwxr-xr-x root/root", " ./usr/bin/studiolint\n", " ./usr/share/doc/studiolint/copyright\n")
		if got := s.must(rpm, "--query", "--package", "--nosignature", "--queryformat=%{name} %{version} %{arch} %{license} %{buildhost}", file+".rpm"); got != "studiolint 1.2.3 "+rpmArch+" Apache-2.0 studiolint" {
			t.Errorf("the .rpm is %q", got)
		}
		holds(t, "the .rpm", s.must(rpm, "--query", "--package", "--nosignature", "--list", "--verbose", file+".rpm"), "-rwxr-xr-x", " /usr/bin/studiolint\n", " /usr/share/doc/studiolint/copyright\n")
	}
	s.must(dpkg, "--extract", filepath.Join(d.out, "studiolint_"+distVersion+"_"+here+".deb"), "root")
	holds(t, "the program", s.must("root/usr/bin/studiolint", "version"), "studiolint "+distVersion+" ")
}

// TestDistManifests checks that the Homebrew formula and the winget manifest are well
// formed, and that each address has the checksum of the file that lies there.
func TestDistManifests(t *testing.T) {
	t.Parallel()
	ruby := tool(t, "", "ruby")
	d := released(t)
	sums := d.sums(t)
	formula := filepath.Join(d.out, "homebrew", "studiolint.rb")
	s := shell{t, t.TempDir(), cleanEnv(t)}
	s.must(ruby, "-c", formula)
	// Just enough of Homebrew to have every address told with its checksum.
	s.write("brew.rb", `class Formula
  class << self
    def url(u) = @url = u
    def sha256(s) = puts("#{s} #{@url}")
    def version(v) = puts("version #{v}")
    %i[on_macos on_linux on_arm on_intel].each { |name| define_method(name) { |&body| body.call } }
    def test(*) = nil
    def method_missing(*) = nil
  end
end
load ARGV[0]
`)
	told := s.must(ruby, "brew.rb", formula)
	holds(t, "the formula", told, "version "+distVersion+"\n")
	var installer struct {
		PackageIdentifier, PackageVersion, ManifestType string
		Installers                                      []struct{ InstallerUrl, InstallerSha256 string }
	}
	for _, name := range []string{"OWNER.studiolint.yaml", "OWNER.studiolint.locale.en-US.yaml", "OWNER.studiolint.installer.yaml"} {
		var keys map[string]any
		if err := yaml.Unmarshal(d.read(t, "winget/"+name), &keys); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if keys["PackageIdentifier"] != "OWNER.studiolint" || keys["PackageVersion"] != distVersion {
			t.Errorf("%s is %v", name, keys)
		}
		if data, err := json.Marshal(keys); err != nil || json.Unmarshal(data, &installer) != nil {
			t.Fatal(err)
		}
	}
	for _, i := range installer.Installers {
		told += i.InstallerSha256 + " " + i.InstallerUrl + "\n"
	}
	const releases = "https://github.com/OWNER/studiolint/releases/download/v1.2.3/"
	for name, sum := range sums {
		if !strings.Contains(told, sum+" "+releases+name+"\n") {
			t.Errorf("nothing leads to %s:\n%s", name, told)
		}
	}
	if n := strings.Count(told, releases); n != len(sums) {
		t.Errorf("%d addresses lead to %d files:\n%s", n, len(sums), told)
	}
}
