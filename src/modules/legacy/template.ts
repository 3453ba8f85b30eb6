import { demoCreditCode, demoMail, demoMobile, demoResidentId } from '../../codes/demo-numbers.ts'
import { accountKinds, accountStatuses, columns, templateHeading, type ColumnName } from './columns.ts'
import { csvLine, mark } from './report.ts'
import type { Today } from './unit-row.ts'

/**
 * The empty file: headings, and a unit with one person of numbers that are never issued. Both lines pass the check as
 * they are, with an authority and a district of this installation.
 */
export function templateFile(today: Today): string {
  const type = today.types[0]
  const unit = { unitName: columns[8].example, unitCode: demoCreditCode('tianjin', 900_001) }
  const lines: Partial<Record<ColumnName, string>>[] = [
    {
      kind: accountKinds.unit_account[0], userName: 'shili_danwei', name: columns[2].examples[0], phone: demoMobile(90_000_001), mail: demoMail('shili.danwei'),
      status: accountStatuses.enabled[0], ...unit, legalRepresentative: columns[10].example, legalType: type?.name ?? '',
      legalNature: today.natures.find(({ code }) => code === type?.parent)?.name ?? '', authority: today.authorities[0]?.name ?? '',
      district: today.districts[0]?.name ?? '', address: columns[15].example,
    },
    {
      kind: accountKinds.person[0], userName: 'shili_geren', name: columns[2].examples[1], documentType: columns[3].example,
      document: demoResidentId('tianjin', '1990-01-01', 11), phone: demoMobile(90_000_002), mail: demoMail('shili.geren'), status: accountStatuses.enabled[0], ...unit,
    },
  ]
  return mark + csvLine(templateHeading) + lines.map((line) => csvLine(columns.map(({ name }) => line[name] ?? ''))).join('')
}
