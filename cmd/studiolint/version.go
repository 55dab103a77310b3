package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"

	"github.com/spf13/cobra"
)

// home is where the program lives. Who keeps a copy of it writes that address here.
const home = "https://github.com/OWNER/studiolint"

// rulesPage is the page with the text of each rule, below its ID.
const rulesPage = home + "/blob/HEAD/.github/RULES.md"

// integrationPage says how an editor, or the program of an assistant, starts the linter. It is named as a file of the
// repository, since an address without its owner leads nowhere.
const integrationPage = ".github/INTEGRATION.md of the program's repository"

// ruleURL is where the text of a rule is; "" for a rule of a configuration.
func ruleURL(id string) string {
	if !listed()[id] {
		return ""
	}
	return rulesPage + "#" + id
}

// listed are the IDs of the program's own rules.
var listed = sync.OnceValue(func() map[string]bool {
	ids := map[string]bool{}
	for _, id := range ruleIDs() {
		ids[id] = true
	}
	return ids
})

// version is set by a release build: -ldflags "-X main.version=1.2.3".
var version string

// programVersion returns the version, or what the build knows of it.
func programVersion() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "devel-" + s.Value[:12]
		}
	}
	return "devel"
}

func (c command) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return c.printVersion() },
	}
}

func (c command) printVersion() error {
	_, err := fmt.Fprintf(c.stdout, "studiolint %s %s %s/%s\n", programVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
