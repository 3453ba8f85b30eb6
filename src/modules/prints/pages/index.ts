import type { Page } from '../../../platform/page/page.ts'
import { receiptCheck, receiptForm, receiptKeyPage } from './receipt.ts'
import { verifyForm, verifyPage } from './verify.ts'

export const printsPages: readonly Page[] = [verifyForm, receiptForm, receiptCheck, receiptKeyPage, verifyPage]
