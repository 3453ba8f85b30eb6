import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import { refuse, type Refusal } from '../../kernel/refusal.ts'

export type Scan = (path: string) => Promise<Refusal | null>

const pingTimeout = 5_000
/** Between two pieces of 64 KB, where it has to be heard that one was too much: 50 MB in eight seconds. */
const slowly = 10

/**
 * Asks a clamd (`host:port`, or the path of its socket) about a file, by INSTREAM, so that it may run elsewhere or
 * under another account. While it does not answer nothing is taken: `file.scan_unavailable`. Where it answers, and cannot
 * tell about this one file, that is `file.scan_failed`; where the file is larger than it takes (StreamMaxLength),
 * `file.scan_too_large`. Throws where the file itself cannot be read.
 */
export const clamdScan = (where: string, timeout = 60_000): Scan => async (path) => {
  const begun = performance.now()
  let answer = await exchange(where, timeout, (socket, heard) => sendFile(socket, path, heard))
  const isThere = answer === '' && (await exchange(where, Math.min(timeout, pingTimeout), async (socket) => void socket.write('zPING\0'))) === 'PONG'
  // Broken off, though it answers others: a write into the closed connection may have thrown away why. Slowly, it is heard.
  if (isThere && performance.now() - begun < timeout) answer = await exchange(where, timeout, (socket, heard) => sendFile(socket, path, heard, slowly))
  if (answer.endsWith(' OK')) return null
  if (answer.endsWith(' FOUND')) return refuse('file.infected')
  if (answer.includes('size limit exceeded')) return refuse('file.scan_too_large')
  if (answer !== '' || isThere) return refuse('file.scan_failed', { status: 503 })
  return refuse('file.scan_unavailable', { status: 503 })
}

/** What it said to what was sent, up to the end of the connection, however that came; nothing where it said nothing. */
async function exchange(where: string, timeout: number, send: (socket: Socket, heard: () => boolean) => Promise<void>): Promise<string> {
  const [, host, port] = /^(.*):(\d+)$/.exec(where) ?? []
  const socket = host ? connect(Number(port), host) : connect(where)
  let answer = ''
  // Its end is enough: what was not sent any more would keep this side open.
  const ended = new Promise<void>((resolve) => socket.once('end', () => resolve()).once('close', () => resolve()))
  socket.setTimeout(timeout, () => socket.destroy())
  socket.on('data', (data) => (answer += data.toString('latin1')))
  socket.on('error', () => undefined)
  try {
    await send(socket, () => answer !== '')
    await ended
  } finally {
    socket.destroy()
  }
  return answer.replace(/\0[^]*$/, '').trim()
}

/** Until it has heard enough: a file that is too large for it is answered in the middle, and the connection closed. */
async function sendFile(socket: Socket, path: string, heard: () => boolean, rest = 0): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const chunk of createReadStream(path, { highWaterMark: 65_536 })) {
    if (rest > 0) await sleep(rest)
    // What came meanwhile is read before more is sent.
    await turn()
    if (socket.destroyed || heard()) return
    const length = Buffer.alloc(4)
    length.writeUInt32BE((chunk as Buffer).length)
    socket.write(length)
    if (socket.write(chunk as Buffer) || socket.destroyed) continue
    await goesOn(socket)
  }
  socket.write(Buffer.alloc(4))
}

/** There is room for more, or more is not wanted. */
const goesOn = (socket: Socket): Promise<void> => new Promise((resolve) => {
  const on = () => {
    for (const event of ['drain', 'data', 'close']) socket.off(event, on)
    resolve()
  }
  for (const event of ['drain', 'data', 'close']) socket.on(event, on)
})
