import { Button } from 'antd'
import { useState } from 'react'
import { personalPosts } from '../../../kernel/actor.ts'
import { minuteOf } from '../../../kernel/clock.ts'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/words.ts'
import { structureContract } from '../contract.ts'
import { readIds, withId } from './read-ends.ts'
import type { MyPost } from './shown.ts'

/** Above every page of a person: posts that wait for him (S2-34), and those that ended, with the reason (E29). */
export function MyPosts() {
  const actor = useActor()
  const isPersonal = personalPosts.some((post) => post === actor?.mandate?.post)
  const mine = useAsk(structureContract.mine, {}, { when: isPersonal }).value
  const [read, setRead] = useState(() => readIds(localStorage))
  if (!mine) return null
  return (
    <>
      {mine.waiting.length > 0 && <Waiting posts={mine.waiting} />}
      {mine.ended.filter(({ id }) => !read.includes(id)).map((post) => <Ended key={post.id} post={post} done={() => setRead(withId(localStorage, post.id))} />)}
    </>
  )
}

function usePostName(): (post: MyPost) => string {
  const t = useWords()
  return ({ kind, unit, secondaryUnit }) => t(`structure.mine.${kind}`, { unit, place: secondaryUnit ?? '' })
}

function Waiting({ posts }: { posts: readonly MyPost[] }) {
  const t = useWords()
  const nameOf = usePostName()
  const deed = useDeed(structureContract.activateMine)
  const go = async () => {
    const answer = await deed.do({})
    // The header offers the new post after the page was loaded anew.
    if (answer.ok) location.reload()
  }
  return (
    <Notice tone="warn" title={t('structure.mine.waiting')}>
      <ul>{posts.map((post) => <li key={post.id}>{nameOf(post)}</li>)}</ul>
      {deed.refusal && <p role="alert" className="error">{deed.refusal.detail}</p>}
      <p className="deeds"><Button type="primary" loading={deed.busy} onClick={() => void go()}>{t('structure.mine.activate')}</Button></p>
    </Notice>
  )
}

function Ended({ post, done }: { post: MyPost; done: () => void }) {
  const t = useWords()
  const nameOf = usePostName()
  return (
    <Notice tone="still" title={t('structure.mine.ended', { post: nameOf(post), time: post.until ? minuteOf(new Date(post.until)) : '' })}>
      {post.reason && <p>{t('web.pair', { label: t('web.reason'), value: post.reason })}</p>}
      <p>{t('structure.mine.ended.text')}</p>
      <p className="deeds"><Button onClick={done}>{t('web.closed.close')}</Button></p>
    </Notice>
  )
}
