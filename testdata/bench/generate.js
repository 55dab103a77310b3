// generate.js PROJECT FOLDER: writes what is timed into FOLDER: flows of several sizes, made
// of the good ones in testdata, the catalogue as one JSON Schema, and JSON that is no flow.
'use strict'
const fs = require('fs')
const path = require('path')
const [project, folder] = process.argv.slice(2)
const read = (...names) => JSON.parse(fs.readFileSync(path.join(project, ...names)))
const write = (name, value) => fs.writeFileSync(path.join(folder, name), JSON.stringify(value, null, 2) + '\n')

// The catalogue: what every state shares, and by its type what a widget's own file says.
const bare = ({ 'x-studio': _, $schema, ...schema }) => schema
const widgets = fs.readdirSync(path.join(project, 'schemas', 'widgets')).filter((f) => f.endsWith('.json')).map((f) => bare(read('schemas', 'widgets', f)))
const flowSchema = bare(read('schemas', 'flow.json'))
flowSchema.$schema = 'http://json-schema.org/draft-07/schema#'
flowSchema.properties.states.items = {
  allOf: [bare(read('schemas', 'state.json')), ...widgets.map((w) => ({ if: { properties: { type: w.properties.type } }, then: w }))],
}
write('schema.json', flowSchema)

// The good flows of testdata that are bare definitions.
const good = path.join(project, 'testdata', 'flows', 'good')
const bases = fs.readdirSync(good).map((f) => JSON.parse(fs.readFileSync(path.join(good, f)))).filter((f) => f.states)

// chain makes a flow of n copies of another, each with its own names; where one copy ends
// for the last time, the next begins. What fails leads nowhere, as in most flows: there is
// something to find.
function chain(base, n) {
  const [trigger, ...rest] = base.states
  const names = new Set(rest.map((s) => s.name))
  const flow = { ...base, states: [trigger] }
  let open
  for (let k = 0; k < n; k++) {
    const renamed = (name) => (k > 0 && names.has(name) ? `${name}_${k}` : name)
    const copies = JSON.parse(JSON.stringify(rest), (key, v) => {
      if (typeof v !== 'string') return v
      if (key === 'name' || key === 'next') return renamed(v)
      return v.replace(/(\bwidgets\.)(\w+)/g, (_, dot, name) => dot + renamed(name))
    })
    const transitions = copies.flatMap((s) => s.transitions)
    for (const t of transitions) if (/fail/i.test(t.event)) delete t.next
    if (open) open.next = copies[0].name
    open = transitions.filter((t) => !t.next).pop()
    flow.states.push(...copies)
  }
  return flow
}
const size = (value) => JSON.stringify(value, null, 2).length
const sized = (base, bytes) => {
  const one = size(chain(base, 1))
  return chain(base, Math.max(1, 1 + Math.round((bytes - one) / (size(chain(base, 2)) - one))))
}
const counted = (base, n) => chain(base, Math.round(n / (base.states.length - 1)))
const nearest = (bytes) => [...bases].sort((a, b) => Math.abs(size(sized(a, bytes)) - bytes) - Math.abs(size(sized(b, bytes)) - bytes))

write('flow-5k.json', sized(nearest(5000)[0], 5000))
write('flow-20k.json', sized(nearest(20000)[0], 20000))
write('flow-950k.json', sized(nearest(950000)[0], 950000))
write('widgets-1000.json', counted(bases[0], 1000))
write('widgets-3000.json', counted(bases[0], 3000))

const fifteen = nearest(15000).slice(0, 6).map((b) => sized(b, 15000))
for (const n of [1000, 10000]) {
  fs.mkdirSync(path.join(folder, `flows-${n}`))
  for (let i = 0; i < n; i++) write(`flows-${n}/${i}.json`, { ...fifteen[i % fifteen.length], description: `Flow ${i}` })
}

fs.mkdirSync(path.join(folder, 'other'))
for (let i = 0; i < 10000; i++) {
  const scripts = Object.fromEntries(Array.from({ length: 12 }, (_, k) => [`task-${k}`, `node scripts/task-${k}.js --number ${i}`]))
  write(`other/${i}.json`, { name: `package-${i}`, version: '1.0.0', private: true, scripts, dependencies: { left: '^1.2.3', right: '~4.5.6' } })
}
for (let i = 0; i < 10; i++) write(`other/flow-${i}.json`, fifteen[i % fifteen.length])

// A split whose branches each lead to a message that reads an answer nobody has given yet:
// a finding with a path each.
function unanswered(n) {
  const [to, from, input] = ['{{contact.channel.address}}', '{{flow.channel.address}}', '{{trigger.message.Body}}']
  const split = { name: 'choose', type: 'split-based-on', transitions: [{ event: 'noMatch', next: 'say_0' }], properties: { input } }
  const trigger = { name: 'Trigger', type: 'trigger', transitions: [{ event: 'incomingMessage', next: 'choose' }], properties: {} }
  const states = [trigger, split]
  for (let i = 0; i < n; i++) {
    split.transitions.push({ event: 'match', next: `say_${i}`, conditions: [{ friendly_name: `${i}`, arguments: [input], type: 'equal_to', value: `${i}` }] })
    states.push(
      { name: `say_${i}`, type: 'send-message', transitions: [{ event: 'sent', next: `ask_${i}` }, { event: 'failed' }], properties: { to, from, body: `{{widgets.ask_${i}.inbound.Body}}` } },
      { name: `ask_${i}`, type: 'send-and-wait-for-reply', transitions: [{ event: 'incomingMessage' }, { event: 'timeout' }, { event: 'deliveryFailure' }], properties: { from, body: 'And now?', timeout: '3600' } })
  }
  return { description: '', states, initial_state: 'Trigger', flags: { allow_concurrent_calls: true } }
}
fs.mkdirSync(path.join(folder, 'findings'))
for (let i = 0; i < 20; i++) write(`findings/${i}.json`, unanswered(900))
