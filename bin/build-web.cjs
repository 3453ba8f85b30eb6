// The build step of `npm start` by itself: `npm run build`.
require('./build.cjs').build(require('./node.cjs').nodeForProgram())
