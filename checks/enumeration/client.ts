import { Agent, request } from 'node:http'

/** One request to the program, as a stranger sends it. */
export interface Ask {
  path: string
  /** A form of a page, or the input of a verb. */
  form?: Record<string, string>
  json?: unknown
  /** The mailbox or name that was typed: taken out of the answer before two are compared. */
  typed: string
}

export interface Answer {
  ms: number
  /** Status, headers and body without what differs from request to request. */
  shape: string
}

const fleeting = ['date', 'x-request-id', 'x-ratelimit-remaining', 'x-ratelimit-reset']

/** One connection that is kept open; every request comes from another network address, as behind a reverse proxy. */
export class Stranger {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #port: number
  #count = 0
  constructor(port: number) {
    this.#port = port
  }

  ask({ path, form, json, typed }: Ask): Promise<Answer> {
    const payload = form ? new URLSearchParams(form).toString() : JSON.stringify(json)
    const n = ++this.#count
    const headers = {
      'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json', 'content-length': Buffer.byteLength(payload),
      // RFC 2544: addresses for measurements.
      'x-forwarded-for': `198.18.${(n >> 8) & 255}.${n & 255}`,
    }
    const begun = performance.now()
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: this.#port, method: 'POST', path, headers, agent: this.#agent }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const ms = performance.now() - begun
          const kept = Object.entries(answer.headers).filter(([name]) => !fleeting.includes(name)).sort()
          const text = JSON.stringify([answer.statusCode, kept]) + Buffer.concat(chunks).toString()
          resolve({ ms, shape: withoutChance(text, typed) })
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

const withoutChance = (text: string, typed: string): string => text
  .replaceAll(typed, 'typed')
  .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
  // Of the session that a registration begins.
  .replaceAll(/(kehui=)[\w-]{43}/g, '$1token')
  .replaceAll(/Expires=[^;"]+/g, 'Expires=time')
  .replaceAll(/nonce-[^']+/g, 'nonce')
  .replaceAll(/(<time data-clock [^>]*>)[^<]*/g, '$1minute')
  .replaceAll(/"\d{4}-\d\d-\d\dT[^"]+Z"/g, '"time"')
