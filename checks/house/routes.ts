import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { z } from 'zod'
import { staffPosts } from '../../src/kernel/actor.ts'
import type { Guard, Verb } from '../../src/kernel/contract.ts'
import type { Page } from '../../src/platform/page/page.ts'
import { lineOf, nameOf, part, walk } from './syntax.ts'
import { isCode, isTest, only, type Tree } from './tree.ts'

export interface Route {
  method: string
  path: string
  guard: Guard | undefined
}

/** Every route of every server that is made while `make` runs, as fastify itself hears of them. */
export async function routesOf<T>(make: () => Promise<T>): Promise<{ made: T; routes: Route[] }> {
  const seen: RouteOptions[] = []
  const listen = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', (route: RouteOptions) => void seen.push(route))
  }
  subscribe('fastify.initialization', listen)
  try {
    const made = await make()
    // Read at the end: a plugin may set the guard of its routes in a hook that comes after ours.
    const routes = seen.flatMap((route) => [route.method].flat().map((method) => ({ method, path: route.url, guard: route.config?.guard })))
    return { made, routes }
  } finally {
    unsubscribe('fastify.initialization', listen)
  }
}

/** Routes that do not say who may call them, and open ones that nobody wrote down. */
export function wrongRoutes(routes: readonly Route[], open: Readonly<Record<string, string>>): string[] {
  const found: string[] = []
  const there = new Set<string>()
  for (const { method, path, guard } of routes) {
    // HEAD is GET without its body; fastify makes it of the same options.
    if (method === 'HEAD') continue
    // Names of files carry a digest of what they hold.
    const key = `${method} ${path.replace(/\.[0-9a-f]{10}(?=\.\w+$)/, '')}`
    there.add(key)
    if (guard === undefined || (Array.isArray(guard) && guard.length === 0)) found.push(`${key} declares no guard`)
    if (guard === 'anyone' && !open[key]) found.push(`${key} is open to anyone, and no reason is written down`)
    if (guard === 'anyone' && /^\/api\/platform\/|\/reviews(\/|$)/.test(path)) found.push(`${key} is a desk of staff and open to anyone`)
  }
  for (const key of Object.keys(open)) if (!there.has(key)) found.push(`${key} is written down as open and is no route`)
  return found
}

/** Names of values that must not stand in an address (guards.md, section 5; ASVS V14.2.1). */
const personal = /phone|mobile|e?mail|document|identity|id_?number|address|user_?name|password|answer|token|secret|^code$|one_?time|contact|birth|bank|person/i
const personName = /(^|_)(person|legal|display|contact|applicant|officer)?_?name$/i

const inputNames = (verb: Verb): string[] => {
  const schema = z.toJSONSchema(verb.input, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, unknown> }
  return Object.keys(schema.properties ?? {})
}

export interface NamedVerb {
  name: string
  verb: Verb
  /** The handler's own text, to see what a reading verb writes. */
  handler: string
}

const writing = /\b(deed|transact|record|notify|happen|insertInto|updateTable|deleteFrom)\s*\(/

/** Verbs whose method, guard or input is not what guards.md asks for. `paths`: path parameters with a reason, `writes`: reading verbs that record. */
export function wrongVerbs(verbs: readonly NamedVerb[], reasons: Readonly<Record<string, string>>): string[] {
  const found: string[] = []
  const used = new Set<string>()
  const say = (key: string, sentence: string) => {
    if (reasons[key]) used.add(key)
    else found.push(sentence)
  }
  const places = new Map<string, string>()
  for (const { name, verb, handler } of verbs) {
    const place = `${verb.method} ${verb.path.replaceAll(/:\w+/g, ':x')}`
    if (places.has(place)) found.push(`${name} and ${places.get(place)} stand at the same place: ${place}`)
    places.set(place, name)
    if (!verb.path.startsWith('/api/')) found.push(`${name}: ${verb.path} is not below /api/`)
    if (!verb.summary.trim()) found.push(`${name} has no summary`)
    const inPath = [...verb.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
    const names = inputNames(verb)
    for (const one of inPath) {
      if (!names.includes(one)) found.push(`${name}: :${one} of the path is no field of its input`)
      if (personal.test(one) || personName.test(one)) say(`${name}.${one}`, `${name}: a personal value stands in the path: ${one}`)
    }
    if (verb.method === 'GET') {
      for (const one of names) if (personal.test(one) || personName.test(one)) say(`${name}.${one}`, `${name}: a personal filter stands in the address of a GET: ${one}`)
      if (verb.idempotent || verb.upload) found.push(`${name} changes something by GET`)
      if (writing.test(handler)) say(`${name} writes`, `${name} is a GET whose handler writes: ${writing.exec(handler)?.[0]}`)
    }
    const desk = /^\/api\/platform\/|\/reviews(\/|$)/.test(verb.path)
    const staffOnly = Array.isArray(verb.guard) && verb.guard.every((post) => (staffPosts as readonly string[]).includes(post))
    if (desk && !staffOnly) found.push(`${name} belongs to a desk and is guarded by ${String(verb.guard)}`)
  }
  for (const key of Object.keys(reasons)) if (!used.has(key)) found.push(`the reason for "${key}" is no longer needed`)
  return found
}

/** What pages read out of addresses: `call.query.x` and `{ query: { x } }`. */
export function personalQueries(tree: Tree, reasons: Readonly<Record<string, string>>): string[] {
  const found: string[] = []
  const used = new Set<string>()
  for (const [file, text] of only(tree, (one) => isCode(one) && !isTest(one))) {
    walk(file, text, (node) => {
      if (node.type !== 'MemberExpression') return
      const object = part(node, 'object')
      const ofQuery = nameOf(object) === 'query' || (object?.type === 'MemberExpression' && nameOf(part(object, 'property')) === 'query')
      const name = nameOf(part(node, 'property'))
      if (!ofQuery || !name || !(personal.test(name) || personName.test(name))) return
      const key = `${file} query.${name}`
      if (reasons[key]) used.add(key)
      else found.push(`${file}:${lineOf(text, node)} reads ${name} from the address`)
    })
  }
  for (const key of Object.keys(reasons)) if (!used.has(key)) found.push(`the reason for "${key}" is no longer needed`)
  return found
}

/** Forms of a page that change something are POST: a GET page has no business with `deed`. */
export const wrongPages = (pages: readonly (Page & { room: string })[], reasons: Readonly<Record<string, string>>): string[] =>
  pages.flatMap(({ room, method, path, render }) => {
    const write = method === 'GET' ? writing.exec(render.toString())?.[0] : undefined
    return write && !reasons[`GET ${path}`] ? [`${room}: GET ${path} writes: ${write}`] : []
  })
