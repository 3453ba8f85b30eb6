import { Agent, request } from 'node:http'

/** What is sent to the program. */
export interface Ask {
  method: 'GET' | 'POST'
  path: string
  body?: unknown
  /** Session token. */
  token?: string
  key?: string
}

export interface Answer {
  status: number
  body: unknown
  ms: number
}

/** What is not JSON stays text, and will not be what was expected. */
function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** One connection that is kept open, as a browser's; one request after the other. */
export class Browser {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #port: number
  constructor(port: number) {
    this.#port = port
  }

  ask({ method, path, body, token, key }: Ask): Promise<Answer> {
    const payload = body === undefined ? undefined : JSON.stringify(body)
    const headers = {
      ...(payload !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
      ...(token && { cookie: `kehui=${token}` }),
      ...(key && { 'idempotency-key': key }),
    }
    const begun = performance.now()
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: this.#port, method, path, headers, agent: this.#agent }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const ms = performance.now() - begun
          resolve({ status: answer.statusCode ?? 0, body: bodyOf(Buffer.concat(chunks).toString()), ms })
        })
      })
      sent.on('error', reject)
      sent.end(payload)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}
