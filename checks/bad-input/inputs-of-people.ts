import { sql } from 'kysely'
import { browserOf } from '../../world/browser.ts'
import { townPassword } from '../../world/cast.ts'
import { acceptAgreement } from '../../world/register.ts'
import { demoMail, demoMobile, demoResidentId } from '../../src/codes/demo-numbers.ts'
import { peopleContract } from '../../src/modules/people/contract.ts'
import { supportOfficer } from '../claims.ts'
import { proof } from '../people.ts'
import { Visitor, type TestServer } from '../server.ts'
import type { Asking } from './inputs.ts'

export interface Comer {
  id: string
  visitor: Visitor
}

/** People who come to the unit that `owner` acts for. `name` tells those of one caller from those of another. */
export async function arrivals(server: TestServer, owner: Visitor, name: string, from: number) {
  const { db } = server.tools
  const { rows: [unit] } = await sql<{ id: string }>`
    select m.scope_id as id from mandate m join account a on a.id = m.account_id where m.post = 'unit_account' and a.user_name = 'shili_keji3'`.execute(db)
  if (!unit) throw new Error('shili_keji3 is no unit account')
  let n = from
  const formOf = async (userName: string) => {
    n++
    return {
      acceptanceId: await acceptAgreement(browserOf(server.app, `198.18.1.${n % 250}`)), userName, password: townPassword, passwordAgain: townPassword, name: '演示人',
      documentType: 'ID', document: demoResidentId('tianjin', '1990-01-01', n), unitId: unit.id,
      mailProofId: await proof(server, 'mail', demoMail(userName)), phoneProofId: await proof(server, 'phone', demoMobile(3_000_000 + n)),
    }
  }
  const comes = async (enabled = false): Promise<Comer> => {
    const visitor = new Visitor(`198.18.2.${++n}`)
    const { body: { id } } = await server.ask(peopleContract.register, await formOf(`${name}${n}`), visitor)
    if (enabled) await server.ask(peopleContract.enable, { id, version: 1 }, owner)
    return { id, visitor }
  }
  return { unitId: unit.id, formOf, comes, next: () => n + 1 }
}

/** Inputs of the room of people that would do: people of the unit `owner` acts for, each there for one kind of deed. */
export async function askingsOfPeople(server: TestServer, owner: Visitor, stranger: () => Visitor): Promise<Record<string, Asking>> {
  const { db } = server.tools
  const { unitId, formOf, comes, next } = await arrivals(server, owner, 'huai_tianbao', 0)
  const [waiting, enabled, leaving, own] = [await comes(), await comes(true), await comes(true), await comes()]
  const [corrected, vouched, mailless] = [await comes(), await comes(true), await comes()]
  const { visitor: support } = await supportOfficer(server, '丙支持')
  const versionOf = async (id: string) => (await db.selectFrom('person').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version
  const on = (id: string, more: Record<string, unknown>, visitor = owner): Asking =>
    ({ visitor: () => visitor, input: async () => ({ id, version: await versionOf(id), ...more }), rows: [['person', id]] })
  const ofOwn = (more: Record<string, unknown>): Asking =>
    ({ visitor: () => own.visitor, input: async () => ({ version: await versionOf(own.id), ...more }), rows: [['person', own.id]] })
  const { rows: [other] } = await sql<{ id: string }>`select id from unit where status = 'active' and id <> ${unitId} limit 1`.execute(db)

  let form: Awaited<ReturnType<typeof formOf>> | null = null
  const register = async () => {
    const used = form && (await db.selectFrom('account').select('id').where('mail_blind', 'is not', null).where('user_name', '=', form.userName).execute()).length > 0
    const spent = form && (await db.selectFrom('agreement_acceptance').select('id').where('id', '=', form.acceptanceId).where('account_id', 'is not', null).execute()).length > 0
    if (!form || used || spent) form = await formOf(`huai_zhuce${next()}`)
    return form
  }
  return {
    'people.register': { visitor: stranger, input: register },
    'people.remind': ofOwn({ note: '请尽快确认' }),
    'people.choose': ofOwn({ unitId: other?.id }),
    'people.people': { visitor: () => owner, input: () => ({ after: '', before: '', userName: 'tianbao', name: '演示', status: 'disabled' }) },
    'people.person': { visitor: () => owner, input: () => ({ id: waiting.id }) },
    'people.reveal': { visitor: () => owner, input: () => ({ id: waiting.id }) },
    'people.enable': on(waiting.id, {}),
    'people.resetPassword': on(enabled.id, {}),
    'people.revealDocument': on(waiting.id, { reason: '核对身份' }),
    'people.refuse': on(waiting.id, { reason: '不属于本单位' }),
    'people.disable': on(enabled.id, { reason: '暂停使用' }),
    'people.release': on(leaving.id, { reason: '已调离' }),
    'people.lookUp': { visitor: () => support, input: () => ({ by: 'userName', documentType: 'ID', document: '', last4: '', name: '演示', userName: 'huai_tianbao', reason: '核实' }) },
    'people.correct': on(corrected.id, { newName: '演示改', newDocumentType: 'ID', newDocument: demoResidentId('tianjin', '1990-01-01', 999), note: '录入有误' }, support),
    'people.replaceMail': on(mailless.id, { newMail: demoMail('huai_xinyouxiang'), note: '原邮箱已停用' }, support),
    'people.liftVouching': on(vouched.id, { reason: '证件被冒用' }, support),
  }
}
