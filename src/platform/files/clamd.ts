import { createReadStream } from 'node:fs'
import { connect } from 'node:net'
import { refuse, type Refusal } from '../../kernel/refusal.ts'

export type Scan = (path: string) => Promise<Refusal | null>

/**
 * Asks a clamd (`host:port`, or the path of its socket) about a file, by INSTREAM, so that it may run elsewhere or
 * under another account. While it does not answer nothing is taken: `file.scan_unavailable`.
 */
export const clamdScan = (where: string, timeout = 60_000): Scan => async (path) => {
  const answer = await ask(where, path, timeout).catch(() => null)
  if (answer?.endsWith(' OK')) return null
  if (answer?.endsWith(' FOUND')) return refuse('file.infected')
  return refuse('file.scan_unavailable', { status: 503 })
}

function ask(where: string, path: string, timeout: number): Promise<string> {
  const [, host, port] = /^(.*):(\d+)$/.exec(where) ?? []
  const socket = host ? connect(Number(port), host) : connect(where)
  return new Promise((resolve, reject) => {
    let answer = ''
    socket.setTimeout(timeout, () => socket.destroy(new Error('timeout')))
    socket.on('data', (data) => (answer += data.toString('latin1')))
    socket.on('end', () => resolve(answer.replace(/\0[^]*$/, '').trim()))
    socket.on('error', reject)
    void send(socket, path).catch((error: unknown) => {
      socket.destroy()
      reject(error instanceof Error ? error : new Error('clamd'))
    })
  })
}

async function send(socket: ReturnType<typeof connect>, path: string): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const chunk of createReadStream(path, { highWaterMark: 65_536 })) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE((chunk as Buffer).length)
    socket.write(length)
    if (socket.write(chunk as Buffer)) continue
    await new Promise((resolve) => socket.once('drain', resolve).once('close', resolve))
  }
  socket.write(Buffer.alloc(4))
}
