import { beforeAll, describe, expect, it } from 'vitest'
import { changed, cityPerson, cityServer, legalEntity, publicUrl, someone, type City } from '../../../checks/city.ts'
import { person, platformCall, well, within } from '../../../checks/people.ts'
import { twoUnits } from '../../../checks/people-of-units.ts'
import type { Visitor } from '../../../checks/server.ts'
import type { Subject } from '../../../world/simulated-provider/subject.ts'
import { townPassword } from '../../../world/cast.ts'
import { lettersTo } from '../../../world/mailbox.ts'
import { accountsContract } from '../accounts/contract.ts'
import { endMandate, grantMandate } from '../accounts/index.ts'
import { peopleContract } from '../people/contract.ts'
import { unitsContract } from '../units/contract.ts'
import { cityContract as verbs } from './contract.ts'

let city: City
let units: Awaited<ReturnType<typeof twoUnits>>

beforeAll(async () => {
  city = await cityServer()
  units = await twoUnits(city.server)
})

const ask: City['server']['ask'] = (verb, input, visitor, more) => city.server.ask(verb, input, visitor, more)
const whyOf = (to: string | null) => new URL(to ?? '', publicUrl).searchParams.get('why')
const tokenOf = (to: string) => new URL(to, publicUrl).searchParams.get('token') ?? ''
const nameOf = async (visitor: Visitor) => (await ask(accountsContract.me, {}, visitor)).body.userName
const identities = (subject: Subject) => city.server.tools.db.selectFrom('identity').selectAll().where('subject', '=', subject.sub).execute()
async function proves(to: string, userName: string, password: string, visitor: Visitor) {
  const answer = await city.server.visit('/city/link', visitor, { token: tokenOf(to), userName, password })
  return { status: answer.status, to: answer.headers.location ? String(answer.headers.location) : null, text: answer.text }
}

/** The unit of the town as the city's registry has it. */
async function ofUnit(unit: typeof units.a): Promise<Subject> {
  const { creditCode, name, legalRepresentative } = await unit.browser.ask(unitsContract.home, {})
  return legalEntity({ credit_code: creditCode, unit_name: name, legal_representative: legalRepresentative, phone_number: '' })
}
const enabled = async () => {
  const who = await units.comes()
  const { version } = await units.a.browser.ask(peopleContract.person, { id: who.id })
  await units.a.browser.ask(peopleContract.enable, { id: who.id, version })
  return who
}
const asCity = (who: Awaited<ReturnType<typeof enabled>>, more: Record<string, string> = {}) =>
  cityPerson({ name: who.who.name, document_number: who.who.document, phone_number: '', ...more })
/** Signs in by password, in a browser of the tests. */
async function local(userName: string, password = townPassword): Promise<Visitor> {
  const visitor = someone()
  await ask(accountsContract.signIn, { userName, password }, visitor)
  return visitor
}

describe('S2-01 an account that was there before is linked after proof of both', () => {
  it('of a unit with the same credit code: by its password, once; the grey facts follow', async () => {
    const subject = changed(await ofUnit(units.a), { legal_representative: '谭示范' })
    const { visitor, to } = await city.signsIn(subject)
    expect(to).toMatch(/^\/city\/link\?token=/)
    const page = await city.server.visit(to, visitor)
    expect(page.text).toContain('该单位在本平台已有单位账号')
    expect(page.text).toContain(`${units.a.userName.slice(0, 3)}****`)
    expect(page.text).not.toContain(units.a.userName)
    expect(await identities(subject)).toEqual([])
    const wrong = await proves(to, units.a.userName, 'Nicht-richtig-7', visitor)
    expect([wrong.status, wrong.to]).toEqual([422, null])
    expect(wrong.text).toContain('用户名或密码')
    expect(wrong.text).not.toContain('Nicht-richtig-7')
    const done = await proves(to, units.a.userName, townPassword, visitor)
    expect(done.to).toBe('/app/')
    expect(await nameOf(visitor)).toBe(units.a.userName)
    expect((await ask(unitsContract.home, {}, visitor)).body.legalRepresentative).toBe('谭示范')
    expect((await lettersTo(city.server.tools, units.a.mail)).map(({ template }) => template)).toContain('city.notice.linked')
    // From now on without the password, and the proof is spent (I16).
    expect((await city.signsIn(subject)).to).toBe('/app/')
    expect(whyOf((await proves(to, units.a.userName, townPassword, someone())).to)).toBe('city.link.spent')
    // Another account of the provider for the same unit does not get in beside it.
    expect(whyOf((await city.signsIn({ ...subject, sub: 'l-second' })).to)).toBe('city.unit_linked')
  })

  it('E12 of a unit that was handed over since: the account of before lets go of the identity, the one of today is asked for', async () => {
    const { server } = city
    const subject = legalEntity()
    const { visitor } = await city.signsIn(subject)
    const { id: unitId } = (await ask(unitsContract.home, {}, visitor)).body
    const [first] = await identities(subject)
    const [former, next] = [first?.account_id ?? '', await person(server)]
    well(await within(server, async (tx) => (await endMandate(tx, platformCall(server), { accountId: former, post: 'unit_account', scopeId: unitId })) ??
      grantMandate(tx, platformCall(server), { accountId: next.accountId, post: 'unit_account', scopeId: unitId })))
    const back = await city.signsIn(subject)
    expect(back.to).toMatch(/^\/city\/link\?token=/)
    expect(await identities(subject)).toEqual([])
    expect((await ask(accountsContract.me, {}, back.visitor)).status).toBe(401)
    expect((await proves(back.to, next.userName, next.password, back.visitor)).to).toBe('/app/')
    expect((await ask(unitsContract.home, {}, back.visitor)).body.id).toBe(unitId)
    expect((await identities(subject)).map(({ account_id }) => account_id)).toEqual([next.accountId])
  })

  it('not with the password of another account, however right it is', async () => {
    const subject = await ofUnit(units.b)
    const { visitor, to } = await city.signsIn(subject)
    const own = await enabled()
    const refused = await proves(to, own.who.userName, townPassword, visitor)
    expect([refused.status, refused.to]).toEqual([422, null])
    expect(await identities(subject)).toEqual([])
    expect((await ask(accountsContract.me, {}, visitor)).status).toBe(401)
  })

  it('I17 guesses are counted as at the sign-in: after five the right password opens nothing', async () => {
    const who = await enabled()
    const { visitor, to } = await city.signsIn(asCity(who))
    for (let n = 0; n < 5; n++) await proves(to, who.who.userName, `Falsch-${n}-falsch`, visitor)
    expect((await proves(to, who.who.userName, townPassword, visitor)).status).toBe(422)
    city.server.clock.advance({ minutes: 16 })
    expect(whyOf((await proves(to, who.who.userName, townPassword, visitor)).to)).toBe('city.link.spent')
  })

  it('of a person whose document a unit vouches for; the document is proven then', async () => {
    const who = await enabled()
    const subject = asCity(who)
    const { visitor, to } = await city.signsIn(subject)
    expect((await city.server.visit(to, visitor)).text).toContain('本人的证件在本平台已有账号')
    expect((await proves(to, who.who.userName, townPassword, visitor)).to).toBe('/app/')
    const me = (await ask(peopleContract.me, {}, visitor)).body
    expect(me).toMatchObject({ id: who.id, state: 'enabled' })
    expect(me.timeline.at(-1)?.event).toBe('proven')
    expect(whyOf((await city.signsIn({ ...subject, sub: 'p-second' })).to)).toBe('city.person_linked')
  })

  it('not where name or document differ from what the provider says', async () => {
    const who = await enabled()
    const { visitor, to } = await city.signsIn(asCity(who, { name: '林致远' }))
    expect(whyOf((await proves(to, who.who.userName, townPassword, visitor)).to)).toBe('city.link.differs')
    expect((await ask(accountsContract.me, {}, visitor)).status).toBe(401)
  })

  it('only in the browser that came back from the provider: a link that is sent to the owner of the account links nothing', async () => {
    const who = await enabled()
    const { visitor, to } = await city.signsIn(asCity(who))
    const other = someone()
    await city.leaves('person', other)
    expect(whyOf(String((await city.server.visit(to, other)).headers.location))).toBe('city.link.spent')
    expect(whyOf((await proves(to, who.who.userName, townPassword, other)).to)).toBe('city.link.spent')
    expect((await proves(to, who.who.userName, townPassword, visitor)).to).toBe('/app/')
  })

  it('of a person with the same phone: whose it is is not told, and who has the number now may begin anew', async () => {
    const who = await units.comes()
    const other = cityPerson({ phone_number: who.who.phone })
    // He shows another document: the number went to somebody else.
    expect((await city.signsIn(other)).to).toBe('/app/')
    const same = cityPerson({ name: who.who.name, document_number: who.who.document, phone_number: who.who.phone })
    const { visitor, to } = await city.signsIn(same)
    const page = await city.server.visit(to, visitor)
    expect(page.text).toContain('不是本人的账号')
    expect(page.text).not.toMatch(/已有账号的用户名/)
    expect(page.text).not.toContain(who.who.userName)
    const answer = await city.server.visit('/city/link', visitor, { token: tokenOf(to), choice: 'new' })
    expect(answer.headers.location).toBe('/app/')
    expect(await nameOf(visitor)).not.toBe(who.who.userName)
    expect((await ask(accountsContract.me, {}, visitor)).body.phone).toBeNull()
  })

  it('the choice to begin anew is for a phone alone', async () => {
    const who = await enabled()
    const { visitor, to } = await city.signsIn(asCity(who))
    const answer = await city.server.visit('/city/link', visitor, { token: tokenOf(to), choice: 'new' })
    expect(whyOf(String(answer.headers.location))).toBe('city.link.spent')
  })
})

describe('S2-01 whoever is signed in links and unlinks his own account', () => {
  it('after the password once more, at the provider, and back', async () => {
    const who = await enabled()
    const visitor = await local(who.who.userName)
    const subject = asCity(who)
    await city.knows(subject)
    expect((await ask(verbs.identity, {}, visitor)).body).toMatchObject({ offered: true, provider: '渝快办', door: 'person', linked: null, can: ['link'], closed: [{ verb: 'unlink', code: 'city.unlink.none' }] })
    expect((await ask(verbs.beginLink, { password: 'Nicht-richtig-7' }, visitor)).problem.fields).toMatchObject({ password: { code: 'password.wrong' } })
    const { to } = (await ask(verbs.beginLink, { password: townPassword }, visitor)).body
    expect((await city.server.visit(await city.chooses(to, subject), visitor)).headers.location).toBe('/app/account/city?linked=1')
    expect((await ask(verbs.identity, {}, visitor)).body).toMatchObject({ linked: { door: 'person', name: '林**' }, can: ['unlink'] })
    expect((await city.signsIn(subject)).to).toBe('/app/')
    expect((await ask(verbs.unlink, { password: 'Nicht-richtig-7' }, visitor)).problem.fields).toMatchObject({ password: { code: 'password.wrong' } })
    expect((await ask(verbs.unlink, { password: townPassword }, visitor)).body).toEqual({ done: true })
    expect(await identities(subject)).toEqual([])
    expect((await lettersTo(city.server.tools, who.who.mail)).map(({ template }) => template)).toEqual(expect.arrayContaining(['city.notice.linked', 'city.notice.unlinked']))
    // Without the link he proves the account anew.
    expect((await city.signsIn(subject)).to).toMatch(/^\/city\/link/)
  })

  it('not the identity of somebody else, of another unit, or one that is linked', async () => {
    const [who, other] = [await enabled(), await enabled()]
    const begins = async (visitor: Visitor) => (await ask(verbs.beginLink, { password: townPassword }, visitor)).body.to
    const back = async (to: string, subject: Subject, visitor: Visitor) => {
      await city.knows(subject)
      return whyOf(String((await city.server.visit(await city.chooses(to, subject), visitor)).headers.location))
    }
    const visitor = await local(who.who.userName)
    expect(await back(await begins(visitor), asCity(other), visitor)).toBe('city.link.differs')
    const linked = cityPerson()
    await city.signsIn(linked)
    expect(await back(await begins(visitor), linked, visitor)).toBe('city.linked_elsewhere')
    const unit = await local(units.b.userName)
    expect(await back(await begins(unit), legalEntity(), unit)).toBe('city.link.other_unit')
  })

  it('not after he signed out, nor in the session of somebody else', async () => {
    const [who, other] = [await enabled(), await enabled()]
    const visitor = await local(who.who.userName)
    const subject = asCity(who)
    await city.knows(subject)
    const { to } = (await ask(verbs.beginLink, { password: townPassword }, visitor)).body
    const path = await city.chooses(to, subject)
    await ask(accountsContract.signIn, { userName: other.who.userName, password: townPassword }, visitor)
    expect(whyOf(String((await city.server.visit(path, visitor)).headers.location))).toBe('city.link.session')
    expect(await identities(subject)).toEqual([])
  })

  it('the last way in is not unlinked, and staff have no door', async () => {
    const { visitor } = await city.signsIn(cityPerson())
    expect((await ask(verbs.identity, {}, visitor)).body.closed).toEqual(expect.arrayContaining([expect.objectContaining({ verb: 'unlink', code: 'city.unlink.only_way' })]))
    expect((await ask(verbs.unlink, { password: townPassword }, visitor)).problem.code).toBe('city.unlink.only_way')
    expect((await units.a.officer.ask(verbs.identity, {})).closed).toEqual(expect.arrayContaining([expect.objectContaining({ verb: 'link', code: 'city.link.no_door' })]))
  })
})

describe('what the provider says otherwise about a person', () => {
  it('a changed name is refused with a sentence, until it is corrected here as well', async () => {
    const subject = cityPerson()
    const { visitor } = await city.signsIn(subject)
    const { id } = (await ask(peopleContract.me, {}, visitor)).body
    const renamed = changed(subject, { name: '向晓晴' })
    expect(whyOf((await city.signsIn(renamed)).to)).toBe('city.name_changed')
    expect((await city.server.visit('/city/refused?why=city.name_changed')).text).toContain('姓名与本平台登记的不一致')
    await city.server.tools.db.updateTable('person').set({ name: '向晓晴' }).where('id', '=', id).execute()
    expect((await city.signsIn(renamed)).to).toBe('/app/')
  })

  it('another document is refused, another phone is taken over, one of somebody else is not', async () => {
    const subject = cityPerson()
    const { visitor } = await city.signsIn(subject)
    expect(whyOf((await city.signsIn(changed(subject, { document_number: cityPerson().claims.document_number ?? '' }))).to)).toBe('city.document_changed')
    const other = cityPerson()
    await city.signsIn(other)
    await city.signsIn(changed(subject, { phone_number: '16409990001' }))
    expect((await ask(accountsContract.me, {}, visitor)).body.phone).toBe('164****0001')
    expect((await city.signsIn(changed(subject, { phone_number: other.claims.phone_number ?? '' }))).to).toBe('/app/')
    expect((await ask(accountsContract.me, {}, visitor)).body.phone).toBe('164****0001')
  })

  it('another credit code is another unit, and refused', async () => {
    const subject = legalEntity()
    await city.signsIn(subject)
    expect(whyOf((await city.signsIn(changed(subject, { credit_code: legalEntity().claims.credit_code ?? '' }))).to)).toBe('city.credit_code_changed')
  })
})
