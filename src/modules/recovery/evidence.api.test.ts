import { expect, test } from 'vitest'
import { claim, claimInput, supportOfficer, townUnit } from '../../../checks/claims.ts'
import { proof } from '../../../checks/people.ts'
import { testServer, type Visitor } from '../../../checks/server.ts'
import { browserOf } from '../../../world/browser.ts'
import { demoLicence } from '../../../world/licence.ts'
import { buildTown } from '../../../world/town.ts'
import { demoMobile } from '../../codes/demo-numbers.ts'
import { recoveryContract as verbs } from './contract.ts'

const server = await testServer({ config: { demo: true } })
await buildTown(server.tools, server.app, { units: ['shili_keji3'] })
const unit = townUnit('shili_keji3')
const { visitor } = await supportOfficer(server, '汤支持')

/** A small PDF of one empty page. */
function pdf(): Buffer {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>']
  let text = '%PDF-1.7\n'
  const places = objects.map((object, i) => {
    const place = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  return Buffer.from(`${text}xref\n0 4\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`)
}

const opened = async (caseId: string) =>
  (await server.tools.db.selectFrom('journal').select('body').where('room', '=', 'recovery.look').where('event', '=', 'evidence_opened').execute())
    .filter(({ body }) => (body as { caseId?: string }).caseId === caseId).length
const look = (id: string, as: string, by: Visitor) => server.visit(`/api/recovery/cases/${id}/evidence?as=${as}`, by)

test('S1-58 whenever the file itself goes out it is recorded: a PDF is its own preview, a picture is drawn anew', async () => {
  const { browser, input } = await claimInput(server, unit, { evidence: false })
  await browser.upload(verbs.uploadEvidence, { proofId: input.mailProofId }, { name: '证照.pdf', bytes: pdf() })
  const { number } = await browser.ask(verbs.open, input)
  const { id } = await server.tools.db.selectFrom('recovery_case').select('id').where('number', '=', number).executeTakeFirstOrThrow()
  for (const [as, times] of [['preview', 1], ['original', 2], ['preview', 3]] as const) {
    expect((await look(id, as, visitor)).status).toBe(200)
    expect(await opened(id), as).toBe(times)
  }
  const drawn = await claim(server, unit)
  expect((await look(drawn.id, 'preview', visitor)).status).toBe(200)
  expect(await opened(drawn.id)).toBe(0)
  expect((await look(drawn.id, 'original', visitor)).status).toBe(200)
  expect(await opened(drawn.id)).toBe(1)
})

test('S1-10 a licence is taken under a mailbox proven for this, and not for longer than a proof is good', async () => {
  const browser = browserOf(server.app, '198.18.96.1')
  const bytes = await demoLicence(unit)
  const send = (proofId: string) => browser.upload(verbs.uploadEvidence, { proofId }, { name: 'a.png', bytes }).then(() => 'sent', (e: Error) => e.message)
  expect(await send(await proof(server, 'phone', demoMobile(7_900_001)))).toMatch(/proof.not_proven/)
  const mail = await proof(server, 'mail', 'guoqi@example.com')
  expect(await send(mail)).toBe('sent')
  server.clock.advance({ minutes: 61 })
  expect(await send(mail)).toMatch(/proof.not_proven/)
})
