import { Skeleton } from './skeleton.tsx'

/** The place of a document that is coming; keeps its height, so that nothing jumps. */
export const Loading = () => <div className="document-view"><Skeleton lines={12} /></div>
