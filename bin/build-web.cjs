// The build step of `npm start` by itself: `npm run build`.
void require('./build.cjs').build(require('./node.cjs').nodeForProgram())
