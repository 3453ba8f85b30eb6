const { install } = require('./install.cjs')
const { build } = require('./build.cjs')
const { nodeArguments, nodeForProgram } = require('./node.cjs')
const { run, end } = require('./run.cjs')

/** Installs, builds, runs; the exit code is that of the first step that fails, or of the program. */
exports.start = async (args) => {
  await install({ development: process.env.NODE_ENV !== 'production' })
  const node = nodeForProgram()
  await build(node)
  end(await run(node, [...nodeArguments, 'src/main.ts', ...args], { ipc: true }))
}
