import type { AskOf, OutputOf, Verb } from '../kernel/contract.ts'
import { ownProblem, problemIn, type Answer } from './problem.ts'
import { requestOf } from './request.ts'
import { say } from './words.ts'

/**
 * Sends one file to an `upload` verb (multipart, part `file`) and tells how far it is. By XMLHttpRequest, since fetch knows
 * no progress of what it sends.
 */
export function upload<V extends Verb>(
  verb: V, input: AskOf<V>, file: File, more: { key?: string; progress?: (percent: number) => void; signal?: AbortSignal } = {},
): Promise<Answer<OutputOf<V>>> {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest()
    const fail = (code: string) => resolve({ ok: false, refusal: ownProblem(code, say(code)) })
    xhr.open('POST', requestOf(verb, input).url)
    xhr.setRequestHeader('accept', 'application/json')
    if (more.key) xhr.setRequestHeader('idempotency-key', more.key)
    xhr.timeout = 600_000
    xhr.upload.onprogress = (e) => e.lengthComputable && more.progress?.(Math.floor((e.loaded / e.total) * 100))
    xhr.onerror = xhr.onabort = () => fail('web.offline')
    xhr.ontimeout = () => fail('web.timeout')
    xhr.onload = () => {
      let body: unknown = null
      try {
        body = JSON.parse(xhr.responseText)
      } catch {
        return fail('web.unreadable')
      }
      if (xhr.status < 300) return resolve({ ok: true, value: body as OutputOf<V> })
      resolve({ ok: false, refusal: problemIn(body) ?? ownProblem('web.unreadable', say('web.unreadable'), xhr.status) })
    }
    more.signal?.addEventListener('abort', () => xhr.abort())
    const form = new FormData()
    form.append('file', file)
    xhr.send(form)
  })
}
