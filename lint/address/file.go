package address

import "studiolint/lint/pattern"

// Unplayable returns the ending of a path that is that of no sound which a call can play: .m4a, .ogg, .png; "" for one that
// may be, as a page that makes a sound. Twilio plays mp3, wav, aiff, gsm and µ-law.
func Unplayable(path string) string { return unplayable.FindString(path) }

var unplayable = pattern.Lazy(`(?i)\.(?:m4[abrpv]|mp4|mpe?g4|og[gav]|opus|aac|flac|wma|wmv|webm|weba|amr|caf|midi?|mov|avi|mkv|3gpp?|jpe?g|png|gif|svg|webp|pdf|docx?|txt|zip)$`)

// IsSoundFile reports whether a path is that of a file of sound which a call can play.
func IsSoundFile(path string) bool { return soundFile.MatchString(path) }

var soundFile = pattern.Lazy(`(?i)\.(?:mp3|wave?|aiff?|gsm|ulaw)$`)

// AsksForSound reports whether the query of an address names a sound that a call can play: ?convert=mp3.
func AsksForSound(text string) bool { return soundAsked.MatchString(text) }

var soundAsked = pattern.Lazy(`(?i)\?.*\b(?:mp3|mpeg|wave?|aiff|gsm|ulaw|basic)\b`)

// NamesFile reports whether an address is a path (/hold-music), or the name of a recording or a page
// (hold.mp3), without a host.
func NamesFile(text string) bool { return namesFile.MatchString(text) }

var namesFile = pattern.Lazy(`(?i)^(?:\.{0,2}/[a-z0-9][a-z0-9_./-]*|[a-z0-9][a-z0-9_/-]*\.(?:mp3|wav|ulaw|gsm|aiff?|xml|twiml|php|jsp|aspx?|html?|jpe?g|png|gif|pdf))$`)
