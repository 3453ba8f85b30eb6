import { newId } from '../../kernel/ids.ts'
import { fill } from '../../kernel/words.ts'
import { transact } from '../../platform/db/transaction.ts'
import { record, thePlatform } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { siteOf } from '../settings/index.ts'
import { addAgreement, agreementById, agreementInForce, allAgreements, changeAgreementState, type Agreement } from './agreement-store.ts'
import * as en from './first-agreement.en.ts'
import * as zh from './first-agreement.zh.ts'

/**
 * A platform without any agreement takes no registrations (S1-16): at first start the shipped text becomes version 1,
 * with the names of this installation in it. Does nothing where a version exists already.
 */
async function putFirstAgreementInForce(tools: Tools): Promise<void> {
  const site = await siteOf(tools.db, tools.config)
  const support = (separator: string, none: string) => [site.supportMail, site.supportPhone].filter(Boolean).join(separator) || none
  await transact(tools.db, tools.constraintWords, async (tx) => {
    if ((await allAgreements(tx)).length > 0) return null
    const id = newId()
    await addAgreement(tx, id, 1, {
      title: zh.title,
      titleEn: en.title,
      body: fill(zh.body, { site: site.nameZh, owner: site.ownerZh, support: support('、', '见本平台页脚') }),
      bodyEn: fill(en.body, { site: site.nameEn, owner: site.ownerEn, support: support(', ', 'at the foot of every page') }),
      changeNote: '',
    })
    await record(tx, tools.keyring, thePlatform, { room: 'portal', subject: id, seq: 1, event: 'agreement_drafted', body: { number: 1, title: zh.title } })
    const draft = await agreementById(tx, id)
    if (!draft) throw new Error('the first agreement was not kept')
    await changeAgreementState(tx, draft, 'in_force')
    await record(tx, tools.keyring, thePlatform, { room: 'portal', subject: id, seq: 2, event: 'agreement_put_in_force', body: { number: 1, title: zh.title } })
    return null
  })
}

/** The version that people accept now; on a platform that has none yet, the shipped one. */
export async function agreementToAccept(tools: Tools): Promise<Agreement | null> {
  const found = await agreementInForce(tools.db)
  if (found) return found
  await putFirstAgreementInForce(tools)
  return (await agreementInForce(tools.db)) ?? null
}
