import { lazy, Suspense } from 'react'
import { Loading } from '../../../../web/ui/loading.tsx'
import type { InputProps } from './input-props.ts'

const RichEditor = lazy(() => import('./rich-editor.tsx'))

/** The editor comes with the first text that is to be written. */
export const RichInput = (props: InputProps<'rich'>) => <Suspense fallback={<Loading />}><RichEditor {...props} /></Suspense>
