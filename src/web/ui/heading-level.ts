import { createContext } from 'react'

/** The level of a page's own title: 2 where it stands beneath the title of 用户中心. */
export const HeadingLevel = createContext<1 | 2>(1)
