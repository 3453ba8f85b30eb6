const { install } = require('./install.cjs')
const { nodeArguments, nodeForProgram } = require('./node.cjs')
const { run, end } = require('./run.cjs')

exports.test = async (args) => {
  await install({ development: true })
  // What a production machine has set must not reach the tests.
  const env = { ...process.env, NODE_ENV: 'test' }
  end(await run(nodeForProgram(), [...nodeArguments, 'bin/test/main.ts', ...args], { env }))
}
