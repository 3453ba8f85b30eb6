import type { AddressInfo } from 'node:net'
import { makeSimulation } from './server.ts'
import type { Told } from './subject.ts'

/**
 * A city's identity provider as a program of its own: started with a port, tells its parent where it listens, and is told by
 * it which clients and which people it has. The platform knows it by its discovery document only.
 */
const wanted = Number(process.argv[2] ?? 0)
let origin = ''
const { server, tell } = makeSimulation(() => origin)

process.on('message', (told: Told) => {
  tell(told)
  process.send?.({ told: true })
})
// The demo is gone: so are we. Ctrl-C reaches both; the demo ends us in its own time.
process.on('disconnect', () => process.exit(0))
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => process.connected || process.exit(0))
process.on('SIGTERM', () => process.exit(0))

server.once('error', (error: NodeJS.ErrnoException) => {
  // Taken: any other port will do, the platform is told.
  if (error.code === 'EADDRINUSE' && wanted !== 0) server.listen(0, '127.0.0.1')
  else process.exit(1)
})
server.on('listening', () => {
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  process.send?.({ origin })
})
server.listen(wanted, '127.0.0.1')
