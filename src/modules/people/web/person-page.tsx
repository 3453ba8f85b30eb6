import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Told } from '../../../web/ui/told.tsx'
import { useWords } from '../../../web/words.ts'
import { peopleContract } from '../contract.ts'
import { Duplicates } from './duplicates.tsx'
import { PersonHistory } from './history.tsx'
import { toneOfState, type ShownPerson } from './me.ts'
import { PersonDeeds } from './person-deeds.tsx'
import { PersonFacts } from './person-facts.tsx'

/** One person of the unit (D27): facts and evidence, and every deed but 模块配置, which has a page of its own. */
export default function PersonPage() {
  const { id = '' } = useParams({ strict: false })
  return <Person key={id} id={id} />
}

function Person({ id }: { id: string }) {
  const asked = useAsk(peopleContract.person, { id }, { fresh: true })
  const [done, setDone] = useState<{ sentence: string; gone?: string } | null>(null)
  // After 不属于本单位 and 移出本单位 the person is not the unit's any more: what was shown last is all there is.
  if (done?.gone) return <Gone name={done.gone} sentence={done.sentence} />
  return <Loaded of={asked}>{(person) => <Shown person={person} done={done?.sentence ?? ''} told={(sentence, gone) => setDone({ sentence, ...(gone && { gone: person.name }) })} />}</Loaded>
}

function Shown({ person, done, told }: { person: ShownPerson; done: string; told: (sentence: string, gone: boolean) => void }) {
  const t = useWords()
  return (
    <>
      <PageTitle
        title={person.name} mandate={person.userName} state={<StateTag word={t(`people.state.${person.state}`)} tone={toneOfState(person.state)} />}
        deed={<Link className={person.can.includes('enable') ? 'onward quiet' : 'onward'} to={`/people/${person.id}/modules`}>{t('people.modules')}</Link>}
      />
      <Told sentence={done} after={person.version} />
      <div className="columns">
        <Sheet title={t('people.person.facts')}>
          <PersonFacts person={person} />
          <PersonDeeds person={person} told={told} />
        </Sheet>
        <div>
          {person.duplicates.length > 0 && <Sheet title={t('people.duplicates')}><Duplicates person={person} /></Sheet>}
          <Sheet><PersonHistory entries={person.timeline} /></Sheet>
        </div>
      </div>
    </>
  )
}

function Gone({ name, sentence }: { name: string; sentence: string }) {
  const t = useWords()
  return (
    <>
      <PageTitle title={name} />
      <Notice tone="good" live>{sentence}</Notice>
      <Sheet width="reading"><p>{t('people.person.gone')}</p><p className="deeds"><Link className="onward" to="/people">{t('people.person.back')}</Link></p></Sheet>
    </>
  )
}
