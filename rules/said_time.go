package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "said-time", Title: "A text names a time that the flow does not keep",
		Group: finding.Values, Severity: finding.Note, Varies: "warning for today in the place of tomorrow, for another unit than that of a value, and for open in that of closed",
		Doc: `Compares the times in what a person hears or reads with what the flow does:

- "reply within 2 hours", and the timeout is less, or, where something is to come then ("or we give
  it to somebody else"), more; also without such words where it is
  half as much again, or longer, and leads to more than a word;
- "we hold the table for 24 hours", and the question after which it is let go waits for one;
- a day or a time that there is not: 31 June, 14:00 am;
- "no answer in 24 hours", or "your 10 minutes are over", after another time;
- "we are open from 8 a.m. to 6 p.m." in one text and from 9 a.m. to 5 p.m. in another, on the same days, or
  Monday to Friday in one and Monday to Saturday in the other, and no person has chosen between the two;
- "we are currently closed" for a key of a menu, and nothing before it can know the hour;
- "{{…wait_seconds}} minutes": a warning;
- "tomorrow, {{'now' | date: '%A'}}", which is today: a warning;
- "we are closed; we are open Monday through Friday", and only the hour is tested;
- opening hours or days of the week that are not those of the flow's splits on the time;
- "we are closed, our hours are 9 to 5", and a split leads to that at just as many hours, and nowhere near as many
  to somebody: the two have changed places, a warning.

Left alone are texts with Liquid that decides, those that name several such times, and flows
that know more than one beginning and end of a day.

Correct the text, the timeout or the split.`,
	},
	Check: checkSaidTimes,
})

// checkSaidTimes compares the times that texts name with what the flow does.
func checkSaidTimes(p *lint.Pass) {
	var telling, closing []*flow.Widget
	for _, w := range p.Flow.Widgets {
		text := effects.Prompt(w).Text()
		if text == "" || liquid.HasTags(text) || !p.Flow.Reachable(w) {
			continue
		}
		if offer.HoldsUnit(text) {
			reportUnits(p, w)
		}
		if offer.SaysClosed(text) != "" {
			closing = append(closing, w)
		}
		if offer.MayNameTime(text) {
			telling = append(telling, w)
		}
	}
	checkSaidClosed(p, closing)
	reportTomorrow(p)
	reportWorkdays(p, closing)
	checkSaidImpossible(p, telling)
	var told []*flow.Widget // whose time is too short, so that what comes after it is, too
	for _, w := range telling {
		if answers.Asks(w) && checkSaidPatience(p, w) {
			told = append(told, w)
		}
	}
	for _, w := range telling {
		if !answers.Asks(w) && !slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool { return slices.Contains(told, t.From) }) {
			checkSaidSilence(p, w)
		}
	}
	if len(telling) > 0 {
		checkTwoHours(p, telling)
		checkSaidHours(p, telling)
		checkSaidDays(p, telling)
		reportExchangedHours(p, telling)
	}
}

// checkSaidPatience reports a question that gives more time than it waits.
func checkSaidPatience(p *lint.Pass, w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	waits, known := effects.Waits(w)
	if !known || waits <= 0 || !effects.Allowed(w, w.Facts.Waits, float64(waits)) {
		return false
	}
	for _, l := range words.Lapses(text) {
		before, after := text[:l.Start], text[l.End:]
		late := l.Seconds < waits && !offer.OrElse(after)
		if late && waitsPast(w, l.Seconds, waits) && offer.GivesDeadline(before, after) {
			p.Reportf(w.Property(w.Facts.Waits), "%s wants an answer within %s, but waits %s for one; write %d, or say the longer time",
				w.Label(), words.Quote(l.Text), words.Plural(waits, "second"), l.Seconds)
			return true
		}
		if l.Seconds == waits || late ||
			!offer.GivesTime(before, after) && !holdsLonger(w, l.Seconds-waits, before) {
			continue
		}
		n := w.Property(w.Facts.Waits)
		if !offer.GivesTime(before, after) {
			p.Reportf(w.OnKind(schemas.KindTimeout), "%s promises to keep it for %s, but goes on after %s without an answer; wait as long", w.Label(), words.Quote(l.Text), words.Plural(waits, "second"))
		} else if n.Exists() {
			if inAll(w) == l.Seconds {
				continue // a reminder comes in between
			}
			p.Reportf(n, "%s gives %s to answer, but waits %s; write %d", w.Label(), words.Quote(l.Text), words.Plural(waits, "second"), l.Seconds)
		} else {
			p.Reportf(w, "%s gives %s to answer, but waits %s; write %s: %d", w.Label(), words.Quote(l.Text), words.Plural(waits, "second"), words.Quote(w.Facts.Waits), l.Seconds)
		}
		return true
	}
	return false
}

// inAll returns for how many seconds a question waits, with those that remind of it when nobody answers.
func inAll(w *flow.Widget) (seconds int) {
	const most = 4
	for range most {
		waits, known := effects.Waits(w)
		if !known {
			break
		}
		seconds += waits
		const texts = 2
		w = effects.Over(w.OnKind(schemas.KindTimeout), texts, effects.Tells, effects.Sets)
		if w == nil || !answers.Asks(w) {
			break
		}
	}
	return seconds
}

// waitsPast reports whether a question waits much longer than it says, and more than a word comes when nobody has
// answered by then: that comes late. Somewhat more is for those who are a little late.
func waitsPast(w *flow.Widget, said, waits int) bool {
	t := w.OnKind(schemas.KindTimeout)
	to := effects.PastSetting(t)
	return waits*2 >= said*3 && to != nil && w.Property(w.Facts.Waits).Exists() &&
		(effects.ActOf(to) != effects.Tells || offer.TimeIsUp(effects.Prompt(to).Text()))
}

// holdsLonger reports whether a question promises to keep something for some seconds longer than it waits, after
// which the flow does something.
func holdsLonger(w *flow.Widget, longer int, before string) bool {
	t := w.OnKind(schemas.KindTimeout)
	to := effects.PastSetting(t)
	return longer > 0 && to != nil && effects.ActOf(to) != effects.Asks && offer.KeepsFor(before)
}

// checkSaidSilence reports a text after silence that names another time than was waited.
func checkSaidSilence(p *lint.Pass, w *flow.Widget) {
	var all []int
	for _, t := range effects.Into(w) {
		seconds, known := effects.Waits(t.From)
		again := slices.ContainsFunc(effects.Into(t.From), func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindTimeout })
		if t.Facts.Kind != schemas.KindTimeout || !known || again || seconds <= 0 {
			return
		}
		all = append(all, seconds)
	}
	if len(all) == 0 {
		return
	}
	n := effects.Prompt(w)
	for _, l := range words.Lapses(n.Text()) {
		before, after := n.Text()[:l.Start], n.Text()[l.End:]
		if !slices.Contains(all, l.Seconds) && (offer.NoAnswer(before) || offer.IsOver(before, after)) {
			p.Reportf(n.Part(l.Start, l.End), "%s speaks of %s of silence, but comes after %s; write the same into both",
				w.Label(), words.Quote(l.Text), words.Plural(all[0], "second")).Relate(effects.Into(w)[0].From, "what waits")
			return
		}
	}
}

// openHours returns the hours between which the splits of a flow on the time of day decide, in
// minutes, and one of those splits; nil when they know more than one beginning and end.
func openHours(p *lint.Pass) (w *flow.Widget, from, till int) {
	var bounds []int
	for b := range reads.EachBranch(p) {
		if !isTimeOfDay(b) {
			continue
		}
		list, ok := boundsOf(b)
		if !ok {
			return nil, 0, 0
		}
		for _, minutes := range list {
			if !slices.Contains(bounds, minutes) {
				bounds = append(bounds, minutes)
			}
		}
		w = b.Transition.From
	}
	if len(bounds) != 2 {
		return nil, 0, 0
	}
	return w, min(bounds[0], bounds[1]), max(bounds[0], bounds[1])
}

// boundsOf returns the minutes of the day at which a branch begins or ends to hold.
func boundsOf(b reads.Branch) (minutes []int, ok bool) {
	value := strings.TrimSpace(b.Condition.Value.Text())
	switch operator := b.Condition.Operator; operator {
	case split.LessThan, split.GreaterThan:
		hour, err := strconv.Atoi(value)
		if operator == split.GreaterThan {
			hour++ // greater_than 8 begins at 9
		}
		return []int{hour * 60}, err == nil && hour <= 24
	case split.IsBeforeTime, split.IsAfterTime:
		hour, minute, found := strings.Cut(value, ":")
		h, err := strconv.Atoi(hour)
		m, err2 := strconv.Atoi(minute)
		return []int{h*60 + m}, found && err == nil && err2 == nil
	case split.MatchesAnyOf:
		var hours []int
		for _, entry := range b.Comparison.Entries() {
			hour, err := strconv.Atoi(entry)
			if err != nil || len(hours) > 0 && hour != hours[len(hours)-1]+1 {
				return nil, false
			}
			hours = append(hours, hour)
		}
		return []int{hours[0] * 60, (hours[len(hours)-1] + 1) * 60}, len(hours) > 2
	}
	return nil, false
}

// checkSaidHours reports a text that names longer or shorter hours than the splits on the time of
// day have. When they begin is not compared: the clock may be that of another place.
func checkSaidHours(p *lint.Pass, telling []*flow.Widget) {
	var said *words.Hours
	var by []*flow.Widget
	for _, w := range telling {
		all := words.HoursIn(effects.Prompt(w).Text())
		switch {
		case len(all) == 0:
			continue
		case len(all) > 1 || said != nil && (said.From != all[0].From || said.Till != all[0].Till):
			return
		case said == nil:
			said = &all[0]
		}
		by = append(by, w)
	}
	if said == nil {
		return
	}
	w, from, till := openHours(p)
	if w == nil || till-from == said.Till-said.From {
		return
	}
	n := effects.Prompt(by[0])
	p.Reportf(n.Part(said.Start, said.End), "%s says %s, but the hours of %s are %s to %s; write the same into both",
		by[0].Label(), words.Quote(said.Text), w.Label(), clock(from), clock(till)).Relate(w, "the split")
}

func clock(minutes int) string { return fmt.Sprintf("%d:%02d", minutes/60, minutes%60) }

// checkSaidDays reports a text that names other days of the week than a split knows.
func checkSaidDays(p *lint.Pass, telling []*flow.Widget) {
	known, by := daysTested(p, telling)
	if by == nil {
		return
	}
	var d *finding.Diagnostic
	for _, w := range telling {
		said, named := words.WeekIn(effects.Prompt(w).Text())
		if named == "" || said == known || said == others(known) {
			continue
		}
		if d == nil {
			d = p.Reportf(effects.Prompt(w), "%s says %s, but %s tests %s; write the same into both",
				w.Label(), words.Quote(named), by.Transition.From.Label(), words.Quote(by.Condition.Value.Text())).Relate(by.Transition, "the branch")
		} else {
			d.Also(w, "so does "+w.Label())
		}
	}
}

// daysTested returns the days of the week for which the branches of one split are taken that lead to one place, and
// the first of them; nil where the days are told apart further. A single day may have hours of its own, unless it is
// the one on which a text says that nobody is there.
func daysTested(p *lint.Pass, telling []*flow.Widget) (known [7]bool, by *reads.Branch) {
	count := 0
	for b := range reads.EachBranch(p) {
		days, ok := daysOf(p, &b)
		if !ok {
			continue
		}
		if t := b.Transition; by != nil && (by.Transition.From != t.From || by.Transition.Meant != t.Meant) {
			return known, nil
		}
		if by == nil {
			by = &b
		}
		for day, is := range days {
			if is && !known[day] {
				known[day] = true
				count++
			}
		}
	}
	if by == nil || count > 1 {
		return known, by
	}
	to := effects.PastIdle(p.Flow, by.Transition)
	if slices.Contains(telling, to) && offer.SaysNobody(effects.Prompt(to).Text()) != "" {
		return known, by
	}
	return known, nil
}

// daysOf returns the days of the week for which a branch is taken, by their names, or by their numbers where it tests
// those.
func daysOf(p *lint.Pass, b *reads.Branch) (days [7]bool, ok bool) {
	if first := firstDay(p, b); first >= 0 {
		for n := range days {
			number := n + first
			days[(number+6)%7] = b.Comparison.Holds(strconv.Itoa(number)) == split.Yes
		}
		if texts, _ := b.Comparison.Texts(); slices.Contains(texts, strconv.Itoa(7*(1-first))) {
			days[6] = true // the number of Sunday in the other form, of which another finding tells
		}
		return days, days != [7]bool{}
	}
	texts, known := b.Comparison.Texts()
	if !known || !b.Literal || len(texts) == 0 || len(texts) > split.Max {
		return days, false
	}
	for _, text := range texts {
		day := words.Weekday(text)
		if day < 0 {
			return days, false
		}
		days[day] = true
	}
	return days, true
}

// firstDay returns the number of the first day in the form in which a branch tests it: 0, Sunday, of %w, and 1,
// Monday, of %u; -1 where it tests anything else.
func firstDay(p *lint.Pass, b *reads.Branch) int {
	t := p.Flow.TemplateAt(b.Condition.Arguments.At(0))
	if t == nil || !b.Literal || !t.Liquid.HasFilter(liquid.FilterDate) {
		return -1
	}
	return slices.Index([]string{"%w", "%u"}, t.Liquid.DateFormat(t.Text))
}

func others(days [7]bool) [7]bool {
	for i := range days {
		days[i] = !days[i]
	}
	return days
}
