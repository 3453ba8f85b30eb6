// `npm test`: what is missing is installed, then every part of the tests runs. Old syntax on purpose, see floor.cjs.
require('./floor.cjs').stand()
void require('./test-steps.cjs').test(process.argv.slice(2))
