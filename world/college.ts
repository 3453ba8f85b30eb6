import { demoBankAccount, demoBankCode, demoLandline, demoMail, demoMobile } from '../src/codes/demo-numbers.ts'
import { accountsContract } from '../src/modules/accounts/contract.ts'
import { profilesContract } from '../src/modules/profiles/contract.ts'
import { structureContract } from '../src/modules/structure/contract.ts'
import { unitProfilesContract } from '../src/modules/unit-profiles/contract.ts'
import { unitsContract } from '../src/modules/units/contract.ts'
import type { Browser } from './browser.ts'
import { units } from './cast.ts'
import { persons } from './persons.ts'
import type { Town } from './town.ts'

const keeperName = 'yujiang_daxue'

/** The schools, with who manages each. */
export const schools = [
  { name: '软件学院', manager: 'yj_ruanjian' },
  { name: '材料科学与工程学院', manager: 'yj_cailiao' },
] as const

/** How far the personal information of each has come; without a school one belongs to the university itself (D2). */
interface Facts {
  userName: string
  school?: (typeof schools)[number]['name']
  education: string
  degree: string
  title: string
  position: string
  specialty: string
  until: 'submitted' | 'approved' | 'refused'
  /** A later change that waits while the approved one stays in force (1.4.4). */
  thenTitle?: string
}

const of = (userName: string, school: Facts['school'], facts: Partial<Facts> & Pick<Facts, 'until'>): Facts => ({
  userName, ...(school && { school }), education: '11', degree: '2', title: '2', position: '教师', specialty: '计算机科学与技术', ...facts,
})

const facts: readonly Facts[] = [
  of('yj_shouquan', undefined, { title: '1', position: '科研院副院长', specialty: '科技管理', until: 'approved' }),
  of('yj_jiaoshi1', '软件学院', { title: '1', position: '教授', until: 'approved' }),
  of('yj_jiaoshi2', '软件学院', { until: 'submitted' }),
  of('yj_jiaoshi3', '软件学院', { education: '14', degree: '3', title: '3', until: 'refused' }),
  of('yj_jiaoshi4', '软件学院', { education: '14', degree: '3', title: '3', until: 'approved', thenTitle: '2' }),
  of('yj_jiaoshi5', '软件学院', { education: '14', degree: '3', title: '4', position: '实验员', until: 'submitted' }),
  of('yj_jiaoshi6', '材料科学与工程学院', { specialty: '材料学', until: 'submitted' }),
  of('yj_jiaoshi7', '材料科学与工程学院', { specialty: '材料加工工程', title: '3', until: 'approved' }),
  of('yj_jiaoshi8', undefined, { education: '21', degree: '4', title: '4', position: '科研秘书', specialty: '行政管理', until: 'submitted' }),
  // A manager's own goes to the university (E38).
  of('yj_ruanjian', '软件学院', { title: '1', position: '副院长', until: 'submitted' }),
]

const namedAs = (userName: string) => {
  const who = persons.find((one) => one.userName === userName)
  if (!who) throw new Error(`the cast has lost ${userName}`)
  return { name: who.name, phone: who.phone, documentType: who.documentType, document: who.document }
}

/** The university maintains its information, names its people, and reviews: everything by the verbs of the user center. */
export async function openCollege(town: Town): Promise<void> {
  const keeper = town.units[keeperName]
  if (!keeper) return
  await maintains(keeper)
  await keeper.ask(structureContract.authorise, namedAs('yj_shouquan'))
  const places = new Map<string, string>()
  for (const { name, manager } of schools) {
    const { id } = await keeper.ask(structureContract.addSecondaryUnit, { name, manager: namedAs(manager) })
    if (id) places.set(name, id)
  }
  const unit = units.find(({ userName }) => userName === keeperName)
  const [picked] = (await keeper.ask(unitsContract.pick, { text: unit?.creditCode ?? '' })).units
  for (const one of facts) {
    const person = town.persons[one.userName]
    if (person && picked) await submits(person, one, picked.id, one.school ? (places.get(one.school) ?? null) : null)
  }
  for (const one of facts) await decided(town, one)
  for (const one of facts.filter(({ thenTitle }) => thenTitle)) {
    const person = town.persons[one.userName]
    if (person && picked) await submits(person, { ...one, title: one.thenTitle ?? one.title }, picked.id, one.school ? (places.get(one.school) ?? null) : null)
  }
}

async function maintains(keeper: Browser): Promise<void> {
  await keeper.ask(unitProfilesContract.changeUnitProfile, {
    version: 0, registeredOn: '1958-09-01', registeredCapital: '86000', paidInCapital: '86000', unitNature: '20', functionalZone: null, industry: '83',
    postalAddress: '渝江示范大道1号', postCode: '300000', contactName: '江演', phone: demoMobile(13), officePhone: demoLandline('tianjin', 13),
    mail: demoMail('kyc.yujiang'), keywords: '智能制造，先进材料，软件工程，生物医药',
    bank: {
      accountName: units.find(({ userName }) => userName === keeperName)?.name ?? '', accountNameReason: '', bankName: '演示银行渝江支行',
      bankAccount: demoBankAccount(13), bankCode: demoBankCode('tianjin', 13),
    },
  })
}

async function submits(person: Browser, one: Facts, unitId: string, secondaryUnitId: string | null): Promise<void> {
  const { version } = await person.ask(profilesContract.mine, {})
  await person.ask(profilesContract.submit, {
    version,
    plain: {
      nationality: 'CN', ethnicGroup: one.userName === 'yj_jiaoshi6' ? '05' : '01', politicalStatus: '13', specialty: one.specialty,
      officePhone: demoLandline('tianjin', 8000 + facts.findIndex(({ userName }) => userName === one.userName)),
    },
    reviewed: { unitId, secondaryUnitId, education: one.education, degree: one.degree, title: one.title, position: one.position },
  })
}

/** Each by whose desk it is: the manager of the school, or the university. */
async function decided(town: Town, one: Facts): Promise<void> {
  if (one.until === 'submitted') return
  const manager = schools.find(({ name }) => name === one.school)?.manager
  const desk = manager ? await actingFor(town.persons[manager]) : town.units[keeperName]
  const name = persons.find(({ userName }) => userName === one.userName)?.name ?? ''
  const [row] = (await desk?.ask(profilesContract.reviews, { name, state: 'pending' }))?.rows ?? []
  if (!desk || !row) throw new Error(`${one.userName} does not wait where it should`)
  const judged = { id: row.id, revision: row.revision }
  if (one.until === 'approved') await desk.ask(profilesContract.approve, judged)
  else await desk.ask(profilesContract.refuse, { ...judged, reasonCodes: ['degree_unproven'], reason: '最高学位与人事档案不一致，请核对学位证书后重新提交。' })
}

/** A person in the post of manager: he comes into it with his next sign-in, and acts under it (S2-04). */
export async function actingFor(person: Browser | undefined): Promise<Browser | undefined> {
  const me = await person?.ask(accountsContract.me, {})
  if (!person || me?.mandate?.post === 'secondary_unit_manager') return person
  await person.ask(structureContract.activateMine, {})
  const post = (await person.ask(accountsContract.me, {})).mandates.find((mandate) => mandate.post === 'secondary_unit_manager')
  if (post) await person.ask(accountsContract.switchMandate, { mandateId: post.id })
  return person
}
