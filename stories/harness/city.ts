import type { Page } from 'playwright-core'
import { startSimulation, type Simulation } from '../../world/provider.ts'
import type { Subject } from '../../world/simulated-provider/subject.ts'
import { subjects } from '../../world/simulated-provider/subjects.ts'
import type { Program } from './program.ts'

/** The city's identity provider of a story, beside its program: the story says who is known there, and may switch it off. */
export async function cityBeside(program: Program): Promise<Simulation> {
  const city = await startSimulation(program.url, 0, subjects, () => undefined)
  if (!city) throw new Error('the simulated identity provider did not start')
  const { issuer, legal, person } = city.identity
  await program.stop()
  await program.start({
    IDENTITY_ISSUER: issuer, IDENTITY_CLIENT_ID: legal.id, IDENTITY_CLIENT_SECRET: legal.secret,
    IDENTITY_PERSON_CLIENT_ID: person.id, IDENTITY_PERSON_CLIENT_SECRET: person.secret,
  })
  return city
}

/** Somebody whom the provider knows, by the name that stands on its page. */
export function knownAs(name: string): Subject {
  const found = subjects.find(({ claims }) => (claims.unit_name ?? claims.name) === name)
  if (!found) throw new Error(`the city does not know ${name}`)
  return found
}

/** 法人用户 or 个人用户 on the front page; up to the page of the provider. */
export async function throughDoor(page: Page, door: '法人用户' | '个人用户'): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: door, exact: true }).click()
  await page.getByRole('heading', { name: '选择登录的账号' }).waitFor()
}

/** The same, and on as this one. */
export async function comeAs(page: Page, door: '法人用户' | '个人用户', name: string): Promise<void> {
  await throughDoor(page, door)
  await page.getByRole('button', { name }).click()
}
