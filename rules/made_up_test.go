package rules

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"studiolint/schemas"
)

// publicHosts are those of services and documents that samples are about, and names that say themselves that they
// stand for another: subdomains are meant, too.
var publicHosts = strings.Fields(`
	twilio.com twil.io twimlets.com amazonaws.com azurewebsites.net github.com githubusercontent.com users.noreply.github.com
	aka.ms bit.ly tinyurl.com discord.com dropbox.com google.com gmail.com gmial.com hooks.airtable.com hooks.slack.com hooks.zapier.com
	json-schema.org make.com mock.pstmn.io ngrok-free.app ngrok.io pre-commit.com soundcloud.com via.placeholder.com w3.org webhook.office.com
	webhook.site youtube.com mycompany.com mycounty.gov mycountyfair.com test.com yourdomain.com`)

// host is one in an address or after the @ of a mailbox; what a message cuts off ends with an ellipsis.
var host = regexp.MustCompile(`(?i)(?:https?://(?:[^/@ "'{]*@)?|\b[\w.+-]+@|\bwww\.)((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[^\w.…-]|\.\W|$)`)

// The flows of the tests name no host that somebody may have: only those that are kept for examples and tests.
func TestHostsAreMadeUp(t *testing.T) {
	seen := 0
	err := filepath.WalkDir("../testdata", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		for _, m := range host.FindAllSubmatch(text, -1) {
			seen++
			if name := strings.ToLower(string(m[1])); !isMadeUp(name) {
				t.Errorf("%s: %s may be somebody's: write one that ends with .test, or example.com", path, name)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 1000 {
		t.Errorf("only %d hosts seen", seen)
	}
}

func isMadeUp(host string) bool {
	_, kept := schemas.SpecimenHost(host)
	return kept || strings.HasSuffix(host, ".test") || strings.HasSuffix(host, ".internal") ||
		slices.ContainsFunc(publicHosts, func(public string) bool { return host == public || strings.HasSuffix(host, "."+public) })
}
