package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/pattern"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "environment-url", Title: "An address of one environment only",
		Group: finding.Values, Severity: finding.Off, Scope: finding.PerDocument,
		Doc: `Off unless you switch it on. Finds addresses that belong to one environment: domains
of Twilio Functions that end in -dev, -stage, -test or -qa (my-service-1234-dev.twil.io),
tunnels to somebody's machine (ngrok, localtunnel, Cloudflare), test collectors such
as webhook.site. What Twilio can never reach is for http-request.

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
			what := environmentOf(host)
			if what == "" {
				continue
			}
			start := strings.Index(strings.ToLower(n.Text()), host)
			p.Reportf(n.Part(start, start+len(host)), "%s is %s, so the flow works in one environment only; let the deployment fill in the domain", words.Quote(host), what)
		}
	},
})

var (
	stageDomain = pattern.Lazy(`-(dev|develop|development|stage|staging|test|testing|qa|uat|sandbox)\.twil\.io$`)
	tunnel      = pattern.Lazy(`(^|\.)(ngrok\.io|ngrok\.app|ngrok-free\.app|ngrok\.dev|ngrok-free\.dev|loca\.lt|localtunnel\.me|trycloudflare\.com|serveo\.net)$`)
	collector   = pattern.Lazy(`(^|\.)(webhook\.site|requestbin\.com|requestbin\.net|pipedream\.net|beeceptor\.com|mockbin\.org|hookbin\.com|requestcatcher\.com)$`)
)

// environmentOf says which environment a host belongs to, "" when nothing tells.
func environmentOf(host string) string {
	switch {
	case stageDomain().MatchString(host):
		return "the " + stageDomain().FindStringSubmatch(host)[1] + " environment of a Functions service"
	case tunnel().MatchString(host):
		return "a tunnel to somebody's machine"
	case collector().MatchString(host):
		return "a place to try requests out"
	}
	return ""
}
