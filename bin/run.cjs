const { spawn } = require('node:child_process')
const { constants } = require('node:os')
const { root } = require('./place.cjs')

/**
 * Runs a command in the foreground and gives its exit code. A signal to us is passed on, and we end after the command,
 * so nothing is left behind. Ctrl-C reaches the command from the terminal as well: it gets SIGTERM from us beside, and
 * must take two signals for one. With `ipc` it also notices when we are killed: its channel disconnects. A `step` that was
 * broken off by a signal ends us as well.
 */
exports.run = (command, args, { env = process.env, ipc = false, shell = false, step = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, shell, stdio: ipc ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit' })
    let brokenOff = false
    const pass = () => {
      brokenOff = true
      child.kill('SIGTERM')
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, pass)
    const done = (code) => {
      for (const signal of signals) process.off(signal, pass)
      if (brokenOff && step) process.exit(130)
      resolve(code)
    }
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`)
      done(127)
    })
    child.once('exit', (code, signal) => done(code === null ? 128 + constants.signals[signal] : code))
  })

exports.end = (code) => process.exit(code)
