/**
 * D28: the holidays and worked weekends that the State Council announced, as rows for a migration, from the development
 * dependency chinese-days: `node bin/working-days.ts 2024 2025 2026`. The calendar of a running platform is kept on its own page.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

interface Source { holidays: Record<string, string>; workdays: Record<string, string> }

const file = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json')
const source = JSON.parse(await readFile(file, 'utf8')) as Source
const years = process.argv.slice(2)
const nameOf = (said: string): string => said.split(',')[1] ?? ''

const rows = [
  ...Object.entries(source.holidays).map(([day, said]) => [day, false, nameOf(said)] as const),
  ...Object.entries(source.workdays).map(([day, said]) => [day, true, `${nameOf(said)}调休`] as const),
]
  .filter(([day]) => years.includes(day.slice(0, 4)))
  .sort(([a], [b]) => (a < b ? -1 : 1))
if (rows.length === 0) throw new Error('name the years: node bin/working-days.ts 2026')
process.stdout.write(`insert into working_day (day, is_working, note) values\n${rows.map(([day, isWorking, note]) => `  ('${day}', ${isWorking}, '${note}')`).join(',\n')};\n`)
