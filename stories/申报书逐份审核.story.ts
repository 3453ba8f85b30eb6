import { expect, test } from 'vitest'
import { lineOf, ofUnit, waitBeside } from './harness/applications.ts'
import { drawn, nextDrawn, pressAsDrawn } from './harness/flood.ts'
import { axe, seen, settled } from './harness/look.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'

const { signedIn, program, whileResting } = await story({ inOrder: true })
const first = '高校技术经理人队伍建设的现状与对策调查'
/** 300 with FLOOD=300: as many as wait in the last hours. */
const many = Number(process.env.FLOOD ?? 24)
let keeper: Visitor

test('N4 从列表按 B 进入逐份审核：三栏、只用键盘，按 P 通过即到下一份', async () => {
  await whileResting((db) => waitBeside(db, first, Array.from({ length: many }, (_, n) => `高校科技管理调查之${n + 1}`)))
  await program.start()
  keeper = await signedIn('yujiang_daxue')
  const { page } = keeper
  await page.goto(ofUnit)
  await lineOf(page, first).waitFor()
  await page.keyboard.press('b')
  await page.getByRole('heading', { level: 1, name: '逐份审核' }).waitFor()
  await page.getByRole('heading', { level: 2, name: first }).waitFor()
  await page.getByText(`第 1 项，共 ${many + 1} 项`).waitFor()
  await page.getByRole('link', { name: '申报书 PDF（第 1 次提交）' }).waitFor()
  await axe(page)
  await seen(page, '01-逐份审核')
  await page.keyboard.press('j')
  await page.getByText(`第 2 项，共 ${many + 1} 项`).waitFor()
  await drawn(page, '高校科技管理调查之1')
  await pressAsDrawn(page, 'p')
  await page.keyboard.press('k')
  await page.getByText(`第 1 项，共 ${many + 1} 项`).waitFor()
  await drawn(page, first)
  await page.waitForTimeout(1_000)
  await drawn(page, first) // Nobody has read what came up in this moment: that press was not taken.
  await page.getByText('已处理 0 项').waitFor()
})

test('N4 S2-83 按 R 退回、按数字选原因、按 Ctrl+Enter 确认，按 U 撤销', async () => {
  const { page } = keeper
  await page.keyboard.press('r')
  await page.getByText('退回原因').first().waitFor()
  await page.keyboard.press('1')
  await seen(page, '02-键盘退回')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /^撤销/ }).waitFor()
  await drawn(page, '高校科技管理调查之1')
  await page.keyboard.press('u')
  await page.getByRole('heading', { level: 2, name: first }).waitFor()
  await page.getByText('已处理 0 项').waitFor()
})

test(`N4 ${many} 份逐一通过，不用鼠标；每份从按键到下一份出现的时间`, async () => {
  const { page } = keeper
  const taken: number[] = []
  // It is back on the desk once it can be passed again; then it is drawn anew.
  await page.getByRole('region', { name: '办理', exact: true }).getByRole('button', { name: /^提交至科技局/ }).waitFor()
  await settled(page)
  await page.waitForTimeout(1_000)
  let here = await nextDrawn(page, '')
  for (let n = 1; n <= many; n++) {
    await page.waitForTimeout(750) // A press before anybody can have looked is not taken.
    const pressed = Date.now()
    await page.keyboard.press('p')
    await page.getByText(`已处理 ${n} 项`).waitFor()
    here = await nextDrawn(page, here)
    taken.push(Date.now() - pressed)
  }
  const median = taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0
  console.log(`from the key to the next one: median ${median} ms, slowest ${Math.max(...taken)} ms, of ${taken.length}`)
  await seen(page, '03-最后一份')
  await page.waitForTimeout(1_000)
  await page.keyboard.press('p')
  await page.getByText('待处理的申报书已全部处理').waitFor()
  await page.getByText(`通过 ${many + 1} 项，退回或不予受理 0 项`).waitFor()
  await seen(page, '04-全部处理')
  expect(median).toBeLessThan(5_000)
}, 1_200_000)
