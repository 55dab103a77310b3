package liquid_test

import (
	"fmt"
	"testing"

	osteele "github.com/osteele/liquid"

	"studiolint/lint/liquid"
)

// templates makes n different templates of about 130 bytes, of the kinds that
// flows hold.
func templates(n int) []string {
	shapes := []func(i int) string{
		func(i int) string {
			return fmt.Sprintf("Hello {{flow.data.name_%d}}, your appointment with {{flow.data.doctor}} on {{flow.data.date | date: \"%%b %%d\"}} is booked. Thank you!", i)
		},
		func(i int) string {
			return fmt.Sprintf(`{"name": "{{trigger.call.From}}", "queue": "{{widgets.ask_%d.SpeechResult | downcase}}", "order": {{widgets.get.parsed | to_json}}}`, i)
		},
		func(i int) string {
			return fmt.Sprintf("{%% if flow.variables.count_%d %%}{{flow.variables.count_%d | plus: 1}}{%% else %%}1{%% endif %%} of {{widgets.list_%d.parsed.total}} questions asked so far", i, i, i)
		},
		func(i int) string {
			return fmt.Sprintf("https://example.com/hook_%d?from={{trigger.message.From | url_encode}}&step={{ flow.variables.step }}&to={{contact.channel.address}}", i)
		},
		func(i int) string {
			return fmt.Sprintf("{%% assign i = flow.variables.page_%d | plus: 0 %%}{{widgets.fetch.parsed.rows[i].label}} and {{widgets.fetch.parsed.rows[i].price | round: 2}} each", i)
		},
	}
	list := make([]string, n)
	for i := range list {
		list[i] = shapes[i%len(shapes)](i)
	}
	return list
}

// BenchmarkTemplates parses 10,000 different templates, 1.3 MB, per round: with
// this package, and with github.com/osteele/liquid for comparison.
func BenchmarkTemplates(b *testing.B) {
	list := templates(10_000)
	size := int64(0)
	for _, text := range list {
		size += int64(len(text))
	}
	b.Run("liquid", func(b *testing.B) {
		b.SetBytes(size)
		b.ReportAllocs()
		for b.Loop() {
			for _, text := range list {
				if len(liquid.Parse(text, roots...).Errors) > 0 {
					b.Fatal(text)
				}
			}
		}
	})
	b.Run("osteele", func(b *testing.B) {
		engine := osteele.NewEngine()
		b.SetBytes(size)
		b.ReportAllocs()
		for b.Loop() {
			for _, text := range list {
				if _, err := engine.ParseString(text); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
