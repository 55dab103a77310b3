package editor

import (
	"encoding/json"
	"path/filepath"

	"studiolint/lint/config"
)

// settings are what a person sets in the editor. Flags of the program are stronger.
type settings struct {
	// Config is the one configuration for every flow, Baseline the file of accepted
	// findings; their paths count from the first folder.
	Config   string `json:"config"`
	Baseline string `json:"baseline"`
	// InlayHints shows the type of the widget that a transition leads to.
	InlayHints bool `json:"inlayHints"`
}

// initialSettings reads the options of initialize, which may be of any kind.
func (s *server) initialSettings(raw json.RawMessage) settings {
	set, err := readSettings(raw)
	if err != nil {
		s.client.log(messageWarning, "initializationOptions: %v", err)
	}
	return set
}

// readSettings reads settings that may stand below the name of the program.
func readSettings(raw json.RawMessage) (settings, error) {
	var set struct {
		settings   `json:",inline"`
		Studiolint *settings `json:"studiolint"`
	}
	err := decode([]byte(raw), &set)
	if set.Studiolint != nil {
		return *set.Studiolint, err
	}
	return set.settings, err
}

func (s *server) settingsChanged(p *struct {
	Settings json.RawMessage `json:"settings"`
}) (any, error) {
	if len(p.Settings) == 0 || string(p.Settings) == "null" {
		return nil, nil
	}
	set, err := readSettings(p.Settings)
	if err != nil {
		return nil, err
	}
	if set == s.settings {
		return nil, nil
	}
	s.settings = set
	s.refresh()
	s.refreshClient()
	return nil, nil
}

// configFile and baselineFile are the files that hold for everything, absolute; "" for
// none.
func (s *server) configFile() string   { return s.settingFile(s.options.Config, s.settings.Config) }
func (s *server) baselineFile() string { return s.settingFile(s.options.Baseline, s.settings.Baseline) }

func (s *server) settingFile(flag, setting string) string {
	switch {
	case flag != "":
		return s.options.Check.Root.Abs(flag)
	case setting == "":
		return ""
	case len(s.folders) > 0:
		return s.root(s.folders[0].dir).Abs(setting)
	}
	return s.options.Check.Root.Abs(setting)
}

// isSetting reports whether a file is a configuration by its name.
func isSetting(path string) bool { return filepath.Base(path) == config.Name }
