import { textCheck } from './text.ts'

/** 通信地址 / 注册地址 / 坐落地址: 5 to 200 characters on one line. */
export const address = textCheck({ min: 5, max: 200, code: 'address.length' })
