import type { ReactNode } from 'react'
import { Facts } from '../../../web/ui/facts.tsx'
import { useWords } from '../../../web/words.ts'

/** Who is to be asked: name, mailbox, phone (S1-41). */
export function ContactFacts({ contact, remark, phoneRemark }: {
  contact: { name: ReactNode; mail: ReactNode; phone: ReactNode }
  remark?: ReactNode
  phoneRemark?: ReactNode
}) {
  const t = useWords()
  return (
    <Facts rows={[
      { label: t('units.field.contactName'), value: contact.name, remark },
      { label: t('units.field.mail'), value: contact.mail },
      { label: t('units.field.phone'), value: contact.phone, remark: phoneRemark },
    ]} />
  )
}
