#!/usr/bin/env node
// Runs the program of this platform, which one of the optional dependencies brings.
'use strict'
const { spawn } = require('child_process')
const os = require('os')

const platform = `${process.platform}-${process.arch}`

function fail(message) {
  process.stderr.write(`studiolint: ${message}\n`)
  process.exitCode = 2
}

function program() {
  const name = process.platform === 'win32' ? 'studiolint.exe' : 'studiolint'
  try {
    return require.resolve(`@studiolint/${platform}/bin/${name}`)
  } catch {
    return undefined
  }
}

function run(file) {
  let child
  // What a terminal sends, it sends to the program as well; twice would be once too often.
  const terminal = process.platform === 'win32' || require('tty').isatty(0)
  for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM']) {
    process.on(signal, () => {
      if (signal === 'SIGTERM' || !terminal) child.kill(signal)
    })
  }
  child = spawn(file, process.argv.slice(2), { stdio: 'inherit' })
  child.on('error', (error) => fail(`${file} does not start: ${error.message}`))
  child.on('exit', (status, signal) => {
    process.removeAllListeners()
    process.exitCode = signal ? 128 + os.constants.signals[signal] : status
    if (signal) process.kill(process.pid, signal) // which Node ignores if it is SIGPIPE
  })
}

const file = program()
if (file) run(file)
else fail(`there is no program for ${platform} here. Was it installed with --omit=optional or --no-optional, or copied from another system? Install it again, on this one.`)
