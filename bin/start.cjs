// `npm start`: what is missing is installed and built, then the program runs. Old syntax on purpose, see floor.cjs.
require('./floor.cjs').stand()
void require('./start-steps.cjs').start(process.argv.slice(2))
