package schemas

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// corpusMistakes are the states of public flows that the schemas reject. Each was read: they are
// mistakes that Twilio rejects too.
var corpusMistakes = []string{
	// Written by hand for a demonstration: messages without a sender; the prompt stands in "voice".
	`converted/drummes12__twilio-flow-visualizer__src__data__sampleFlows__0.json: gather_input_1 /properties oneOf [say play], there []`,
	`converted/drummes12__twilio-flow-visualizer__src__data__sampleFlows__0.json: send_message_1 /properties required [from]`,
	`converted/drummes12__twilio-flow-visualizer__src__data__sampleFlows__0.json: send_message_2 /properties required [from]`,
	`converted/drummes12__twilio-flow-visualizer__src__data__sampleFlows__0.json: send_message_3 /properties required [from]`,
	`converted/drummes12__twilio-flow-visualizer__src__data__sampleFlows__0.json: send_message_4 /properties required [from]`,
	// Samples of a manual with the prompts left out.
	`converted/twilio-professional-services__flex-project-template__docs__docs__developers__building__feature-management__channels__voice__voicemail__email-providers__sendgrid-setup@07f0829a__0.json: gather_callback_number /properties oneOf [say play], there []`,
	`converted/twilio-professional-services__flex-project-template__docs__docs__developers__building__feature-management__channels__voice__voicemail__email-providers__sendgrid-setup@07f0829a__0.json: gather_input /properties oneOf [say play], there []`,
	`converted/twilio-professional-services__flex-project-template__docs__docs__developers__building__feature-management__channels__voice__voicemail__mailgun-setup@07f0829a__0.json: gather_callback_number /properties oneOf [say play], there []`,
	`converted/twilio-professional-services__flex-project-template__docs__docs__developers__building__feature-management__channels__voice__voicemail__mailgun-setup@07f0829a__0.json: gather_input /properties oneOf [say play], there []`,
	// Written by a program: an invented widget, and a transition that says only where it leads.
	`history/todd-twilio__global-connect-passport__twilio-studio-flow@9edccce0.json: end is of unknown type end`,
	`history/todd-twilio__global-connect-passport__twilio-studio-flow@9edccce0.json: parse_message /transitions/0 required [event]`,
}

// The flows of the corpus pass, but for corpusMistakes.
func TestCorpus(t *testing.T) {
	corpus := os.Getenv("STUDIOLINT_CORPUS")
	if corpus == "" {
		t.Skip("STUDIOLINT_CORPUS is not set")
	}
	var found []string
	flows, states := 0, 0
	for _, folder := range []string{"flows", "history", "converted"} {
		paths, err := filepath.Glob(filepath.Join(corpus, folder, "*.json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			definition, _ := decode(t, text).(map[string]any)
			if _, present := definition["initial_state"]; !present {
				continue // an export of the first editor
			}
			flows++
			report := func(format string, args ...any) {
				found = append(found, folder+"/"+filepath.Base(path)+": "+fmt.Sprintf(format, args...))
			}
			for _, v := range Flow().Validate(definition) {
				report("%s", describe(v))
			}
			list, _ := definition["states"].([]any)
			for _, item := range list {
				states++
				state, _ := item.(map[string]any)
				typ, _ := state["type"].(string)
				d := State()
				if w := Lookup(typ); w != nil {
					d = &w.Document
				} else {
					report("%v is of unknown type %s", state["name"], typ)
				}
				for _, v := range d.Validate(state) {
					report("%v %s", state["name"], describe(v))
				}
			}
		}
	}
	t.Logf("%d flows with %d states", flows, states)
	slices.Sort(found)
	if diff := cmp.Diff(corpusMistakes, found); diff != "" {
		t.Errorf("mistakes in the corpus (-known +found):\n%s", diff)
	}
}

// describe writes a violation on one line.
func describe(v Violation) string {
	var path strings.Builder
	for _, step := range v.Path {
		path.WriteString("/" + step)
	}
	s := fmt.Sprintf("%s %s %v", path.String(), v.Keyword, v.Expected)
	if v.Keyword == "oneOf" {
		s += fmt.Sprintf(", there %v", v.Present)
	}
	return s
}
