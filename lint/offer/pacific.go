package offer

import "studiolint/lint/pattern"

// NamesPacific reports whether a text names a place where clocks go as in Los Angeles, or that time.
func NamesPacific(text string) bool { return text != "" && pacific.MatchString(text) }

var pacific = pattern.Lazy(`\b(?:Pacific|PST|PDT|California|Los Angeles|San Francisco|San Diego|San Jose|Sacramento|Oakland|Fresno|Long Beach|Bay Area|Silicon Valley|Seattle|Tacoma|Spokane|Portland, Oregon|Oregon|Las Vegas|Nevada|Reno, NV|Vancouver|British Columbia|Tijuana)\b|[\pL.], ?(?:CA|NV|WA)\b(?:[^\pL]|$)|\d ?(?i:[ap]\.?m\.?) PT\b`)
