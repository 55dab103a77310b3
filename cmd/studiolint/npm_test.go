package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// npmLimit is what a platform's package may weigh, packed: 8.5 MB, of which 8.03 are taken.
const npmLimit = 17 << 19

// npmRegistry serves the packages of a release as npm's own registry would, and nothing
// else, so that npm resolves, chooses and installs them for real.
func npmRegistry(t testing.TB, d dist) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(d.out, "npm", "*.tgz"))
	if err != nil || len(files) != 7 {
		t.Fatalf("there are %d packages: %v", len(files), err)
	}
	served := map[string][]byte{} // by the path without escapes: npm writes @scope%2fname
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, ok := served[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
		}
		w.Write(data)
	}))
	t.Cleanup(server.Close)
	for _, file := range files {
		data := []byte(readFile(t, file))
		if len(data) > npmLimit {
			t.Errorf("%s has %d bytes", filepath.Base(file), len(data))
		}
		var description map[string]any
		if err := json.Unmarshal(unpacked(t, file, data)["package/package.json"], &description); err != nil {
			t.Fatal(err)
		}
		if description["scripts"] != nil {
			t.Errorf("%s runs something when it is installed", filepath.Base(file))
		}
		tarball := "/-/" + filepath.Base(file)
		description["dist"] = map[string]string{"tarball": server.URL + tarball}
		document, err := json.Marshal(map[string]any{
			"name": description["name"], "dist-tags": map[string]any{"latest": distVersion},
			"versions": map[string]any{distVersion: description},
		})
		if err != nil {
			t.Fatal(err)
		}
		served["/"+description["name"].(string)], served[tarball] = document, data
	}
	return server.URL
}

// npmEnv is an environment in which npm knows that registry alone.
func npmEnv(t testing.TB, d dist) []string {
	t.Helper()
	env := slices.DeleteFunc(cleanEnv(t), func(v string) bool { return strings.HasPrefix(strings.ToLower(v), "npm_") })
	return append(env, "npm_config_registry="+npmRegistry(t, d), "npm_config_cache="+t.TempDir(),
		"npm_config_audit=false", "npm_config_fund=false", "npm_config_update_notifier=false", "npm_config_userconfig="+os.DevNull)
}

// installed returns a folder in which npm has installed studiolint, and its launcher.
func installed(t testing.TB) (s shell, launcher string) {
	t.Helper()
	npm := tool(t, "", "npm")
	d := released(t)
	s = shell{t, t.TempDir(), npmEnv(t, d)}
	s.write("package.json", `{"name": "flows", "private": true}`)
	s.must(npm, "install", "--save-dev", "studiolint")
	return s, filepath.Join(s.dir, "node_modules", ".bin", "studiolint")
}

// TestNpm has npm install the packages and people use them.
func TestNpm(t *testing.T) {
	t.Parallel()
	s, launcher := installed(t)
	s.write("good.json", shared(t, "flows/good/ivr.json"))
	s.write("broken.json", shared(t, "flows/broken/reception.json"))
	names, err := filepath.Glob(filepath.Join(s.dir, "node_modules", "@studiolint", "*"))
	if err != nil || len(names) != 1 {
		t.Errorf("npm has installed %v", names)
	}
	for _, tt := range []struct {
		args   []string
		status int
		says   string
	}{
		{[]string{"version"}, 0, "studiolint " + distVersion + " "},
		{[]string{"lint", "good.json"}, 0, "no findings"},
		{[]string{"lint", "broken.json"}, 1, "broken.json:"},
		{[]string{"lint", "missing.json"}, 2, "missing.json"},
	} {
		for _, call := range [][]string{{launcher}, {"npx", "studiolint"}} {
			if status, out := s.run(call[0], append(call[1:], tt.args...)...); status != tt.status || !strings.Contains(out, tt.says) {
				t.Errorf("%v %v ends with %d:\n%s", call, tt.args, status, out)
			}
		}
	}

	t.Run("standard streams", func(t *testing.T) {
		for _, name := range []string{launcher, built(t)} {
			cmd := exec.Command(name, "lint", "--format", "json", "--quiet", "-")
			cmd.Stdin = strings.NewReader(shared(t, "flows/broken/reception.json"))
			cmd.Dir, cmd.Env = s.dir, s.env
			var problems strings.Builder
			cmd.Stderr = &problems
			out, err := cmd.Output()
			if cmd.ProcessState.ExitCode() != 1 || !json.Valid(out) || problems.Len() > 0 {
				t.Errorf("%s: %v, %d bytes, %s", name, err, len(out), problems.String())
			}
		}
	})

	t.Run("without the platform's package", func(t *testing.T) {
		if err := os.RemoveAll(filepath.Join(s.dir, "node_modules", "@studiolint")); err != nil {
			t.Fatal(err)
		}
		if status, out := s.run(launcher, "version"); status != 2 || !strings.Contains(out, "Install it again") || strings.Contains(out, "    at ") {
			t.Errorf("it ends with %d:\n%s", status, out)
		}
	})
}

// TestNpmFiles installs the packages as files, without any registry.
func TestNpmFiles(t *testing.T) {
	t.Parallel()
	npm := tool(t, "", "npm")
	d := released(t)
	s := shell{t, t.TempDir(), append(npmEnv(t, d), "npm_config_registry=http://127.0.0.1:1/")}
	s.write("package.json", `{"name": "flows", "private": true}`)
	args := []string{"install", "--offline"}
	for _, name := range []string{"", "-" + s.must(tool(t, "", "node"), "-p", "process.platform + '-' + process.arch")} {
		args = append(args, filepath.Join(d.out, "npm", "studiolint"+strings.TrimSpace(name)+"-"+distVersion+".tgz"))
	}
	s.must(npm, args...)
	holds(t, "the program", s.must("node_modules/.bin/studiolint", "version"), "studiolint "+distVersion+" ")
}

// TestNpmBrokenPipe has nobody read what is printed, as "| head" does.
func TestNpmBrokenPipe(t *testing.T) {
	t.Parallel()
	s, launcher := installed(t)
	ended := func(name string) int {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		defer w.Close()
		cmd := exec.Command(name, "version")
		cmd.Dir, cmd.Env, cmd.Stdout = s.dir, s.env, w
		cmd.Run()
		if status := cmd.ProcessState.Sys().(syscall.WaitStatus); status.Signaled() {
			return 128 + int(status.Signal())
		}
		return cmd.ProcessState.ExitCode()
	}
	if alone, launched := ended(built(t)), ended(launcher); alone == 0 || launched != alone {
		t.Errorf("the program ends with %d, the launcher with %d", alone, launched)
	}
}

// TestNpmSignals sends the launcher what a CI, a terminal or a person sends.
func TestNpmSignals(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("there are no signals")
	}
	tool(t, "", "pgrep")
	s, launcher := installed(t)
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP} {
		t.Run(signal.String(), func(t *testing.T) {
			cmd := exec.Command(launcher, "lint", "-")
			cmd.Dir, cmd.Env = s.dir, s.env
			in, err := cmd.StdinPipe() // never closed: the program waits
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			child := childOf(t, cmd.Process.Pid)
			if err := cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			cmd.Wait()
			ended := cmd.ProcessState.Sys().(syscall.WaitStatus)
			// Either the program dies of the signal, and so does the launcher, or it ends with
			// the status that shells give that.
			if ended.Signal() != signal && ended.ExitStatus() != 128+int(signal) {
				t.Errorf("the launcher ends with %v", cmd.ProcessState)
			}
			if program, err := os.FindProcess(child); err == nil && program.Signal(syscall.Signal(0)) == nil {
				t.Errorf("the program goes on")
				program.Kill()
			}
		})
	}
}

// childOf waits until a process has a child that is studiolint, and returns it.
func childOf(t testing.TB, parent int) int {
	t.Helper()
	for range 500 {
		out, _ := exec.Command("pgrep", "-P", strconv.Itoa(parent), "studiolint").Output()
		if pid, err := strconv.Atoi(strings.TrimSpace(string(out))); err == nil {
			return pid
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("the launcher starts no program")
	return 0
}

// TestNpmLauncherIsQuick compares what the launcher adds to the program with the time
// that Node itself needs to start. The best of many rounds is the time that the work
// takes; the rest is what else the machine was doing.
func TestNpmLauncherIsQuick(t *testing.T) {
	s, launcher := installed(t)
	programs, err := filepath.Glob(filepath.Join(s.dir, "node_modules", "@studiolint", "*", "bin", "studiolint*"))
	if err != nil || len(programs) != 1 {
		t.Fatalf("%v %v", programs, err)
	}
	const limit = 1.4
	node, alone, whole := time.Hour, time.Hour, time.Hour
	ratio := 0.0
	for round := range 60 {
		node = min(node, timed(t, nil, tool(t, "", "node"), "-e", "0"))
		alone = min(alone, timed(t, nil, programs[0], "version"))
		whole = min(whole, timed(t, nil, launcher, "version"))
		ratio = float64(whole-alone) / float64(node)
		if round >= 15 && ratio <= limit {
			break
		}
	}
	t.Logf("node -e 0 %v, program %v, launcher %v: %.2f over the program", node, alone, whole, ratio)
	if ratio > limit {
		t.Errorf("the launcher adds %.2f times what node -e 0 takes, more than %.1f", ratio, limit)
	}
}
