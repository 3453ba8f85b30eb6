import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../../../web/ask.ts'
import { Loaded } from '../../../../web/ui/loaded.tsx'
import { draftsContract } from '../../../drafts/contract.ts'
import { mineContract } from '../../mine/contract.ts'
import { FillPage } from './fill-page.tsx'
import { StandingPage } from './standing-page.tsx'

/** One own application: to be filled in while it is the leader's, to be followed while it is under way. */
export default function ApplicationPage() {
  const { id = '' } = useParams({ strict: false })
  // What a deed brought about is said by the page that it led to.
  const [told, tell] = useState('')
  const shown = useAsk(mineContract.show, { id }, { fresh: true })
  const draft = useAsk(draftsContract.open, { id }, { fresh: true })
  const checking = draft.value?.files.some(({ state }) => state === 'checking') ?? false
  // While a file is in quarantine its state changes without anybody's hand.
  useAsk(draftsContract.open, { id }, { when: checking, every: 4_000 })
  return (
    <Loaded of={shown}>
      {(of) => (
        <Loaded of={draft}>
          {(opened) => (of.headline === 'unsubmitted'
            ? <FillPage key={id} shown={of} draft={opened} again={draft.again} told={told} />
            : <StandingPage key={id} shown={of} draft={opened} tell={tell} />)}
        </Loaded>
      )}
    </Loaded>
  )
}
