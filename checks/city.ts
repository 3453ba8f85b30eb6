import { afterAll } from 'vitest'
import { demoMobile, demoCreditCode, demoResidentId } from '../src/codes/demo-numbers.ts'
import { startSimulation, type Simulation } from '../world/provider.ts'
import type { Subject } from '../world/simulated-provider/subject.ts'
import { testServer, Visitor, type TestServer } from './server.ts'

export const publicUrl = 'https://kehui.example.org'
/** A visitor at home in one address, whose limit is his own. */
let homes = 0
export const someone = (): Visitor => new Visitor(`198.18.${Math.floor(++homes / 250)}.${homes % 250}`)

let last = 0
type Facts = Record<string, string | number>
/** A legal entity that only this test knows. */
export function legalEntity(more: Facts = {}): Subject {
  const n = ++last
  return {
    sub: `l-${n}`, kind: 'legal', about: '', aboutEn: '',
    claims: {
      user_type: 'legal', credit_code: demoCreditCode('chongqing', 500 + n), unit_name: `渝州示例${n}有限公司（演示）`, legal_representative: '罗示范', name: '罗演', phone_number: demoMobile(8_000_000 + n),
      registration_type: '110', registered_capital: 1200, registered_on: '2009-05-20', district: '500199', registered_address: '科苑大道1号',
      legal_representative_document_type: '111', legal_representative_document: demoResidentId('chongqing', '1970-06-01', n), ...more,
    },
  }
}

/** A person that only this test knows. */
export function cityPerson(more: Facts = {}): Subject {
  const n = ++last
  return {
    sub: `p-${n}`, kind: 'person', about: '', aboutEn: '',
    claims: { user_type: 'person', name: '向晚晴', document_type: '111', document_number: demoResidentId('chongqing', '1991-09-09', n), phone_number: demoMobile(8_000_000 + n), ...more },
  }
}
export const changed = (subject: Subject, more: Facts): Subject => ({ ...subject, claims: { ...subject.claims, ...more } })

export interface City {
  server: TestServer
  simulation: Simulation
  /** The subject is known at the provider, with these facts from now on. */
  knows(subject: Subject): Promise<void>
  /** To the provider: the address that the platform sends this browser to. */
  leaves(door: 'legal' | 'person', visitor: Visitor, back?: string): Promise<string>
  /** At the provider: chooses the subject; gives the address that the provider sends the browser back to, as a path. */
  chooses(at: string, subject: Subject | null): Promise<string>
  /** The whole way; gives where the platform leads then. */
  signsIn(subject: Subject, visitor?: Visitor, door?: 'legal' | 'person'): Promise<{ visitor: Visitor; to: string }>
}

/** The program beside the simulated provider, which is a process of its own: everything between them goes over HTTP. */
export async function cityServer(): Promise<City> {
  const simulation = await startSimulation(publicUrl, 0, [], () => undefined)
  if (!simulation) throw new Error('the simulated provider did not start')
  afterAll(() => simulation.stop())
  const server = await testServer({ config: { demo: true, identity: simulation.identity } })
  const subjects = new Map<string, Subject>()
  const city: City = {
    server, simulation,
    async knows(subject) {
      subjects.set(subject.sub, subject)
      await simulation.knows([...subjects.values()])
    },
    async leaves(door, visitor, back) {
      const answer = await server.visit(`/city/sign-in/${door}${back === undefined ? '' : `?back=${encodeURIComponent(back)}`}`, visitor)
      return String(answer.headers.location)
    },
    chooses: (at, subject) => walk(at, subject?.sub ?? ''),
    async signsIn(subject, visitor = someone(), door = subject.kind) {
      await city.knows(subject)
      const at = await city.leaves(door, visitor)
      const answer = await server.visit(await city.chooses(at, subject), visitor)
      return { visitor, to: String(answer.headers.location) }
    },
  }
  return city
}

/** A browser at the provider: follows what it is told, keeps its cookies, and comes back with the answer. */
async function walk(start: string, sub: string): Promise<string> {
  const jar = new Map<string, string>()
  let next = { url: start, form: null as string | null }
  for (let step = 0; step < 12; step++) {
    const answer = await fetch(next.url, {
      redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form !== null && { method: 'POST', body: new URLSearchParams({ sub: next.form }) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const location = answer.headers.get('location')
    if (location?.startsWith(publicUrl)) return location.slice(publicUrl.length)
    if (location) next = { url: new URL(location, next.url).href, form: null }
    else if (new URL(next.url).pathname.startsWith('/choose/') && next.form === null) next = { url: next.url, form: sub }
    else throw new Error(`${answer.status} at ${next.url}: ${(await answer.text()).slice(0, 300)}`)
  }
  throw new Error('a way without an end')
}
