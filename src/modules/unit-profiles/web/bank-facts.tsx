import { ask, type Answer } from '../../../web/client.ts'
import { Code } from '../../../web/ui/code-field.tsx'
import { Facts, type Fact } from '../../../web/ui/facts.tsx'
import { useWords } from '../../../web/words.ts'
import { unitProfilesContract } from '../contract.ts'
import { Revealed } from './revealed.tsx'
import type { ShownBank } from './shown.ts'

/** 银行行号 as it is read out: class, area, branch with its check digit. */
export const bankCodeGroups = [3, 4, 5] as const

async function numberOf(id: string, reason: string): Promise<Answer<string>> {
  const answer = await ask(unitProfilesContract.revealBankAccount, { id, reason })
  return answer.ok ? { ok: true, value: answer.value.number } : answer
}

/** One bank account to be read (S2-21, S2-22); `before` marks what is another value. `remark` adds what looks odd. */
export function BankFacts({ bank, before, columns = 2, remark }: {
  bank: ShownBank
  before?: ShownBank | null
  columns?: 1 | 2
  remark?: (field: string) => Fact['remark']
}) {
  const t = useWords()
  const label = (field: string) => t(`unitProfiles.field.${field}`)
  const was = (field: 'accountName' | 'bankName' | 'bankAccount' | 'bankCode') =>
    before && before[field] !== bank[field] ? { was: field === 'bankCode' ? <Code of={before[field]} groups={bankCodeGroups} /> : before[field] } : {}
  return (
    <Facts columns={columns} rows={[
      { label: label('accountName'), value: bank.accountName, ...was('accountName'), remark: remark?.('bank.accountName') },
      ...(bank.accountNameReason ? [{ label: label('accountNameReason'), value: <span className="given">{bank.accountNameReason}</span> }] : []),
      { label: label('bankName'), value: bank.bankName, ...was('bankName') },
      {
        label: label('bankAccount'), ...was('bankAccount'), remark: remark?.('bank.bankAccount'),
        value: <Revealed masked={bank.bankAccount} label={label('bankAccount')} reveal={(reason) => numberOf(bank.id, reason)} />,
      },
      { label: label('bankCode'), value: <Code of={bank.bankCode} groups={bankCodeGroups} />, ...was('bankCode'), remark: remark?.('bank.bankCode') },
    ]} />
  )
}
