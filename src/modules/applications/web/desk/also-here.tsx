import { useAsk } from '../../../../web/ask.ts'
import { AlsoHere as Here, signEvery } from '../../../../web/review/also-here.tsx'
import { useWords } from '../../../../web/words.ts'
import { applicationsContract } from '../../contract.ts'
import type { Opened } from './shown.ts'

/** E20: who else has this application open; whether somebody else decided meanwhile, or the leader withdrew. */
export function AlsoHere({ application: a, overtaken }: { application: Opened; overtaken: () => void }) {
  const t = useWords()
  const { value, refusal } = useAsk(applicationsContract.here, { id: a.id }, { every: signEvery, fresh: true })
  const isOvertaken = refusal?.status === 404 || (value !== undefined && value.version > a.version)
  const names = value?.others.map(({ name }) => name) ?? []
  return <Here sentence={names.length > 0 ? t('applications.here', { names: names.join(t('applications.desk.and')) }) : ''} isOvertaken={isOvertaken} overtaken={overtaken} />
}
