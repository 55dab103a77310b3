package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "environment-url", Title: "An address of one environment only",
		Group: finding.Values, Severity: finding.Off, Scope: finding.PerDocument,
		Doc: `Off unless you switch it on. Finds addresses that belong to one environment: domains
of Twilio Functions that end in -dev, -stage, -test or -qa (my-service-1234-dev.twil.io), and
hosts that have such a word in their name (manual-tests-1234.twil.io, api.staging.acme.test).
Tunnels to somebody's machine and what Twilio can never reach are for http-request.

Such a flow works where it was written and fails, or calls the wrong service, where
it is deployed.

Let the deployment fill in the domain: https://${SERVERLESS_DOMAIN}/path.`,
	},
	Check: func(p *lint.Pass) {
		for n := range address.Of(p) {
			_, rest, ok := strings.Cut(n.Text(), "://")
			if !ok || shape.IsPlaceholder(p, n) {
				continue
			}
			host := address.Host(rest)
			start := strings.Index(strings.ToLower(n.Text()), host)
			at := n.Part(start, start+len(host))
			if stage := address.FunctionsStage(host); stage != "" {
				p.Reportf(at, "%s is the %s environment of a Functions service, so the flow works in one environment only; let the deployment fill in the domain",
					words.Quote(host), stage)
			} else if stage := address.Stage(host); stage != "" && !strings.Contains(host, "example.") {
				p.Reportf(at, "%s is a host for %s by its name, so the flow works in one environment only; let the deployment fill it in",
					words.Quote(host), words.Quote(stage))
			}
		}
	},
})
