import { Unreachable, type Sender } from './sender.ts'

/**
 * SMS by an HTTP gateway: `POST {to, text}` with a bearer token and the outbox id as `Idempotency-Key`, answered with
 * 2xx and, where the gateway has one, `{id}`. Other gateways are a small translating proxy, or a file like this one.
 */
export function smsByGateway({ url, token }: { url: string; token: string }, timeout = 15_000): Sender {
  return {
    async send({ id, address, body }) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': id },
        body: JSON.stringify({ to: address, text: body }),
        signal: AbortSignal.timeout(timeout),
        redirect: 'error',
      }).catch((error: unknown) => {
        throw failureOf(error)
      })
      if (response.ok) return { providerId: idOf(await response.text()) }
      await response.body?.cancel()
      // 401 and 403 are about our token, 429 and 5xx about the gateway: the message is not to blame.
      const ours = [401, 403, 429].includes(response.status) || response.status >= 500
      throw ours ? new Unreachable(`HTTP ${response.status}`) : new Error(`HTTP ${response.status}`)
    },
  }
}

function idOf(answer: string): string | null {
  try {
    const { id } = JSON.parse(answer) as { id?: unknown }
    return typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 200) : null
  } catch {
    return null
  }
}

/** No connection at all, or an answer that did not come: in the second case the gateway may have sent it already. */
function failureOf(error: unknown): Error {
  if (error instanceof DOMException && error.name === 'TimeoutError') return new Error('ETIMEDOUT')
  const { code = 'EHTTP' } = ((error as Error).cause ?? {}) as { code?: string }
  const unreached = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']
  return unreached.includes(code) ? new Unreachable(code) : new Error(code)
}
