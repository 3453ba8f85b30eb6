import type { Adapter, AdapterConstructor, AdapterPayload } from 'oidc-provider'

interface Kept {
  payload: AdapterPayload
  until: number
}

const kept = new Map<string, Kept>()
const forget = (wanted: (payload: AdapterPayload) => boolean) => {
  for (const [key, { payload }] of kept) if (wanted(payload)) kept.delete(key)
}

/** What the provider keeps, in this process alone: gone with it. */
class Memory implements Adapter {
  readonly #kind: string
  constructor(kind: string) {
    this.#kind = kind
  }
  #key(id: string): string {
    return `${this.#kind} ${id}`
  }
  #first(wanted: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    return [...kept.values()].find(({ payload, until }) => until > Date.now() && payload.kind === this.#kind && wanted(payload))?.payload
  }
  async upsert(id: string, payload: AdapterPayload, seconds?: number): Promise<void> {
    const oldest = kept.keys().next().value
    if (kept.size > 20_000 && oldest !== undefined) kept.delete(oldest)
    kept.set(this.#key(id), { payload, until: Date.now() + (seconds ?? 3600) * 1000 })
  }
  async find(id: string): Promise<AdapterPayload | undefined> {
    const found = kept.get(this.#key(id))
    return found && found.until > Date.now() ? found.payload : undefined
  }
  findByUserCode = async (userCode: string) => this.#first((payload) => payload.userCode === userCode)
  findByUid = async (uid: string) => this.#first((payload) => payload.uid === uid)
  async consume(id: string): Promise<void> {
    const found = kept.get(this.#key(id))
    if (found) found.payload.consumed = Math.floor(Date.now() / 1000)
  }
  async destroy(id: string): Promise<void> {
    kept.delete(this.#key(id))
  }
  async revokeByGrantId(grantId: string): Promise<void> {
    forget((payload) => payload.grantId === grantId)
  }
}

export const memory: AdapterConstructor = Memory
