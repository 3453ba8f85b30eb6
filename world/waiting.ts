import { demoMail, demoMobile } from '../src/codes/demo-numbers.ts'
import { helpContract } from '../src/modules/help/contract.ts'
import { recoveryContract } from '../src/modules/recovery/contract.ts'
import { unitsContract } from '../src/modules/units/contract.ts'
import type { Tools } from '../src/platform/tools.ts'
import type { Browser } from './browser.ts'
import { units } from './cast.ts'
import { demoLicence } from './licence.ts'
import { proofOf } from './register.ts'
import type { Town } from './town.ts'

const claimant = { name: '秦接演', userName: 'haihe_jieren', mail: demoMail('haihe_jieren'), phone: demoMobile(301) }

/** Whose account is lost claims it by evidence; it waits for technical support (S1-10). */
export async function claimUnit(tools: Tools, browser: Browser): Promise<void> {
  const unit = units.find(({ userName }) => userName === 'haihe_yanjiu')
  if (!unit) throw new Error('the cast has lost a unit')
  const found = await browser.ask(unitsContract.pick, { text: unit.creditCode })
  const mailProofId = await proofOf(tools, browser, 'mail', claimant.mail)
  const phoneProofId = await proofOf(tools, browser, 'phone', claimant.phone)
  await browser.upload(recoveryContract.uploadEvidence, { proofId: mailProofId }, { name: `${unit.name}证照.png`, bytes: await demoLicence(unit) })
  await browser.ask(recoveryContract.open, {
    unitId: found.units[0]?.id ?? '', cause: 'left', explanation: '原管理员已调离，未移交账号，原绑定手机已停用。', name: claimant.name, userName: claimant.userName,
    mailProofId, phoneProofId,
  })
}

/** A keeper writes down how it is done (N12); who was refused asks support from the page that refused (S1-58). */
export async function waitsAtDesks({ units: { jingu_ligong: keeper, shili_keji12: refused } }: Town): Promise<void> {
  await keeper?.ask(recoveryContract.addNote, {
    title: '组织市级科技计划项目申报', recursMonth: 3, recursDay: 15,
    body: '二月底发校内通知，三月十日前收齐盖章页，三月十五日前完成单位审核。\n财务处盖章需两个工作日，联系科研院项目科。',
  })
  if (!refused) return
  const { code, helper } = await refused.refused(unitsContract.home, {})
  if (helper) await refused.ask(helpContract.ask, { helper, code, path: '/app/home', note: '去年注销的是同名单位，我单位证照有效。重新注册时需要补充哪些材料？' })
}
