package address

import "studiolint/lint/pattern"

// FunctionsStage returns the environment of a host of Twilio Functions that ends in one: my-service-1234-dev.twil.io;
// "" for none.
func FunctionsStage(host string) string {
	if m := stageDomain.FindStringSubmatch(host); m != nil {
		return m[1]
	}
	return ""
}

// Stage returns the environment that a host is named after, not by its last part: .dev is for all; "" for none.
func Stage(host string) string {
	if m := stageHost.FindStringSubmatch(host); m != nil {
		return m[1]
	}
	return ""
}

// IsFunctions reports whether a host is the domain of a service of Twilio Functions.
func IsFunctions(host string) bool { return ownDomain.MatchString(host) }

var (
	ownDomain   = pattern.Lazy(`^[a-z0-9-]+-[0-9]{4}(?:-[a-z0-9]+)?\.twil\.io$`)
	stageDomain = pattern.Lazy(`-(dev|develop|development|stage|staging|test|testing|qa|uat|sandbox)\.twil\.io$`)
	stageHost   = pattern.Lazy(`(?:^|[.-])(dev|develop|development|stage|staging|tests?|testing|qa|uat|sandbox|demo|preprod)(?:[.-][a-z0-9.-]*)?\.[a-z]+$`)
)
