package address

import (
	"slices"
	"strings"
)

// TriedOut says what a host is that serves while a flow is tried out; "" for another.
func TriedOut(host string) string {
	switch {
	case isBelow(host, tunnels), strings.HasPrefix(host, "ngrok."):
		return "a tunnel to somebody's machine"
	case isBelow(host, collectors):
		return "a place to look at requests, which answers nothing of use"
	case isBelow(host, mocks):
		return "a mock, which answers samples"
	}
	return ""
}

var (
	tunnels = []string{
		"ngrok.io", "ngrok.app", "ngrok-free.app", "ngrok.dev", "ngrok-free.dev", "loca.lt", "localtunnel.me",
		"trycloudflare.com", "serveo.net",
	}
	collectors = []string{
		"webhook.site", "requestbin.com", "requestbin.net", "pipedream.net", "beeceptor.com", "mockbin.org",
		"hookbin.com", "requestcatcher.com", "requestinspector.com", "typedwebhook.tools", "webhook-test.com", "webhookinbox.com",
	}
	mocks = []string{"mock.pstmn.io", "mocky.io", "mockapi.io", "mockable.io", "mocklab.io", "wiremockapi.cloud", "mockoon.app"}
)

// isBelow reports whether a host is one of some domains, or belongs to one.
func isBelow(host string, domains []string) bool {
	return slices.ContainsFunc(domains, func(domain string) bool {
		name, ok := strings.CutSuffix(host, domain)
		return ok && (name == "" || strings.HasSuffix(name, "."))
	})
}

// headers are names that only headers of a request have.
var headers = []string{
	"accept", "accept-language", "authorization", "content-type", "user-agent", "cache-control",
	"x-api-key", "x-auth-token", "x-access-token",
}

// IsHeader reports whether a name is one that only headers of a request have.
func IsHeader(name string) bool {
	return slices.Contains(headers, strings.ToLower(strings.TrimSpace(name)))
}
