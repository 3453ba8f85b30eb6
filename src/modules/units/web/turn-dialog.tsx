import { useDeed } from '../../../web/ask.ts'
import { useHeld } from '../../../web/held.ts'
import { ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'

/** 停用 and 恢复, with the reason that the unit is told (1.4.1). */
export function TurnDialog({ row: shown, verb, close, done }: {
  row: { id: string; name: string; version: number }
  verb: 'suspend' | 'resume'
  close: () => void
  done: () => void
}) {
  const t = useWords()
  const row = useHeld(shown)
  const deed = useDeed(unitsContract[verb])
  const act = async (reason: string) => {
    const answer = await deed.do({ id: row.id, version: row.version, reason })
    if (answer.ok) done()
    return answer
  }
  return (
    <ReasonDialog open danger={verb === 'suspend'} title={t(`units.${verb}.title`, { name: row.name })} verb={t(`units.verb.${verb}`)} hint={t(`units.${verb}.reason`)} close={close} act={act}>
      <p>{t(`units.${verb}.text`)}</p>
    </ReasonDialog>
  )
}
