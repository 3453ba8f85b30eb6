const { join } = require('node:path')

/** Folder of the project, wherever the command was called. */
exports.root = join(__dirname, '..')
exports.inRoot = (...parts) => join(exports.root, ...parts)

/** A line for the person who waits, in both languages. */
exports.say = (zh, en) => console.log(`${zh}\n${en}`)

/** Ends with one sentence. */
exports.refuse = (zh, en) => {
  console.error(`${zh}\n${en}`)
  process.exit(1)
}
