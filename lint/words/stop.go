package words

import "slices"

// NamesStop reports whether a value, in small letters, says that there is nothing to do, or nothing more.
func NamesStop(value string) bool {
	return slices.ContainsFunc(In(value), func(word string) bool { return slices.Contains(stops, word) })
}

var stops = []string{
	"stop", "stopped", "end", "ended", "exit", "cancel", "canceled", "cancelled", "done", "complete", "completed", "closed", "skip", "ignore", "nothing", "none",
	"off", "disabled", "inactive", "blocked", "abort", "aborted", "quit", "finished", "delivered", "read", "sent", "paid", "ok", "success", "test", "hangup", "terminate",
	"wait", "pause", "paused", "pending", "queued", "no", "not", "never", "optout", "unsubscribed", "spam", "rejected", "refused", "failed", "noop",
}
