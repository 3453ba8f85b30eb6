import { helperOf } from '../../kernel/recourse.ts'
import type { Post } from '../../kernel/actor.ts'
import { ownProblem } from '../problem.ts'
import type { WebRoute } from '../room.ts'
import { useActor } from '../session.ts'
import { useWords } from '../words.ts'
import { PageTitle, Sheet } from './page-title.tsx'
import { WhoCanHelp } from './who-can-help.tsx'

/**
 * In place of a page that another post works on: whose it is, in which role one has come, who can help. The pages of the
 * program are known to everybody; what they would show is not, and was not even asked for.
 */
export function NotYourPage({ page, guard }: { page: WebRoute; guard: readonly Post[] }) {
  const t = useWords()
  const post = useActor()?.mandate?.post ?? null
  const title = t(page.title)
  const posts = guard.map((one) => t(`accounts.post.${one}`)).join(t('web.list.or'))
  const refusal = ownProblem('not_your_post', t('not_your_post'), 403)
  return (
    <>
      <PageTitle title={title} />
      <Sheet width="reading" title={t('web.not_yours.title')}>
        <p>{post ? t('web.not_yours', { title, posts, post: t(`accounts.post.${post}`) }) : t('web.not_yours.no_post', { title, posts })}</p>
        <WhoCanHelp refusal={{ ...refusal, helper: helperOf(refusal, post, {}) }} />
        <p><a href="/app/">{t('web.not_found.home')}</a></p>
      </Sheet>
    </>
  )
}
