// Parsed by Node of any age, so that even an old one answers with a sentence: no syntax newer than 2009 in this file
// and in those that load it.
var floor = [20, 19]

/** Ends the program with one sentence where its Node cannot even install and build. */
exports.stand = function () {
  var have = process.versions.node.split('.').map(Number)
  if (have[0] > floor[0] || (have[0] === floor[0] && have[1] >= floor[1])) return
  var need = floor.join('.')
  console.error('需要 Node.js ' + need + ' 或更高版本，当前是 ' + process.versions.node + '。')
  console.error('Node.js ' + need + ' or newer is needed; this is ' + process.versions.node + '.')
  process.exit(1)
}
