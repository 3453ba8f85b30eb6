import { personalPosts, unitPosts, type Post } from '../../kernel/actor.ts'

/** Whoever can read an application can have it printed: its leader, and the desks that it reaches. */
export const readers: readonly Post[] = [...new Set<Post>([...personalPosts, ...unitPosts, 'authority_officer'])]
