import type { Page } from 'playwright-core'
import { demoLicence } from '../../world/licence.ts'
import type { Newcomer } from './units.ts'

export interface Scan {
  name: string
  mimeType: string
  buffer: Buffer
}

/** A scan as an image. */
export const licenceOf = async (who: Pick<Newcomer, 'name' | 'creditCode' | 'representative'>): Promise<Scan> =>
  ({ name: `${who.name}证照.png`, mimeType: 'image/png', buffer: await demoLicence(who) })

/** A scan of two pages as a PDF with Chinese text in it, printed by the browser itself. */
export async function licenceAsPdf(page: Page, name: string): Promise<Scan> {
  const sheet = await page.context().newPage()
  await sheet.setContent(`<html lang="zh-CN"><body style="font: 32px sans-serif">
    <h1>法人证照（演示样张）</h1><p>名称：${name}</p><p>仅供演示，不具任何效力。</p>
    <h1 style="break-before: page">副本（演示样张）</h1><p>名称：${name}</p></body></html>`)
  const buffer = await sheet.pdf({ format: 'A4' })
  await sheet.close()
  return { name: `${name}证照.pdf`, mimeType: 'application/pdf', buffer }
}
