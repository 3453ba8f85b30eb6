import { z } from 'zod'
import { unitPosts } from '../../kernel/actor.ts'
import { contract, verb } from '../../kernel/contract.ts'
import { openness } from '../../kernel/why.ts'
import { proofChannel, typedSecret } from '../accounts/fields.ts'
import { bankStates, confirmations } from './bank-account.ts'
import { bankForm, lookReason, refusalReason, unitProfileForm } from './fields.ts'
import { profileFields, type ProfileField } from './unit-profile.ts'

const id = z.uuid()
const time = z.iso.datetime()
const text = z.string()
const version = z.int32().positive()
const unit = unitPosts

/** An entry of a code list as it was called when it was kept. */
const coded = z.object({ code: text, name: text, nameEn: text }).nullable()
const fieldName = z.enum(profileFields as [ProfileField, ...ProfileField[]])
const finding = z.object({ field: text, code: text, params: z.record(text, z.union([text, z.number()])).optional() })
const keeper = z.object({ name: text, post: z.enum(unitPosts) })

const shownBank = z.object({
  id, version, state: z.enum(bankStates), accountName: text, accountNameReason: text, bankName: text,
  /** Masked (P2): the last four. */
  bankAccount: text,
  bankCode: text, proposedBy: text, proposedAt: time, confirmedBy: text.nullable(), confirmedAt: time.nullable(), confirmedHow: z.enum(confirmations).nullable(),
})

const step = { id, version }
const bankState = z.object({ id, state: z.enum(bankStates), version })

export const unitProfilesContract = contract({
  unitProfile: verb({
    method: 'GET', path: '/api/unit-profile', guard: unit,
    input: z.object({}),
    output: z.object({
      /** From the registration of the unit: grey (S2-24). */
      unit: z.object({ id, name: text, creditCode: text, legalRepresentative: text, province: coded, district: coded, isHome: z.boolean(), homeName: text, homeNameEn: text }),
      /** 0: nothing was ever kept. */
      version: z.number().int(), updatedAt: time.nullable(), fromRegistry: z.array(fieldName), registryAt: time.nullable(),
      postalAddress: text.nullable(), postCode: text.nullable(), registeredOn: text.nullable(), registeredCapital: text.nullable(), paidInCapital: text.nullable(),
      registrationType: coded, unitNature: coded, functionalZone: coded, industry: coded,
      legalDocumentType: coded,
      /** Masked (P2). */
      legalDocument: text.nullable(),
      contactName: text.nullable(), phone: text.nullable(), officePhone: text.nullable(), mail: text.nullable(), keywords: z.array(text),
      bank: shownBank.nullable(),
      /** A change that waits for its confirmation (D20): who may give it, and what is open to oneself. */
      pendingBank: shownBank.extend({ waitsFor: z.array(keeper), ...openness, stepUp: z.object({ password: z.boolean(), channels: z.array(z.object({ channel: proofChannel, address: text })) }).nullable() }).nullable(),
      /** Starred and empty still. */
      missing: z.array(text),
      warnings: z.array(finding),
      ...openness,
    }),
    refusals: [], summary: '单位信息 of the own unit, with its bank account and the change of it that waits', rows: ['S2-12', 'S2-13', 'S2-14', 'S2-15', 'S2-16', 'S2-17', 'S2-18', 'S2-19', 'S2-20', 'S2-21', 'S2-22'],
  }),
  changeUnitProfile: verb({
    method: 'POST', path: '/api/unit-profile/change', guard: unit, idempotent: true,
    input: unitProfileForm.extend({
      /** What was seen: 0 where nothing was kept. */
      version: z.int32().min(0),
      /** Absent: the bank account stays as it is. */
      bank: bankForm.nullish(),
      /** The account in force that was seen. */
      bankSeen: id.nullish(),
    }),
    output: z.object({ version: z.number().int(), bank: z.enum(['unchanged', 'entered', 'proposed']) }),
    refusals: ['unitProfiles.grey', 'unitProfiles.bank.waits', 'unitProfiles.account_name.reason', 'field.choose', 'field.required', 'document.format'],
    summary: '保存: the fields at once, another bank account waits for a second person (D20)', rows: ['S2-23', 'S2-24', 'S2-25', 'S2-26'],
  }),
  unitProfileHistory: verb({
    method: 'GET', path: '/api/unit-profile/history', guard: unit,
    input: z.object({}),
    output: z.object({
      entries: z.array(z.object({
        at: time, of: z.enum(['profile', 'bank']), event: text, by: text.nullable(), post: text.nullable(), note: text.nullable(), how: z.enum(confirmations).nullable(),
        /** Personal values masked. */
        changes: z.array(z.object({ field: text, from: text, to: text, fromEn: text, toEn: text })),
      })),
      /** Older ones there are, which are not shown. */
      more: z.boolean(),
    }),
    refusals: [], summary: 'Who changed what, from what to what, and when', rows: ['S2-23'],
  }),
  revealLegalDocument: verb({
    method: 'POST', path: '/api/unit-profile/legal-document', guard: unit,
    input: z.object({ reason: lookReason }), output: z.object({ number: text.nullable() }), refusals: [],
    summary: 'The number of the legal representative\'s document in clear, for a stated reason that is recorded', rows: ['S2-17'],
  }),
  revealBankAccount: verb({
    method: 'POST', path: '/api/unit-profile/bank-accounts/:id/number', guard: unit,
    input: z.object({ id, reason: lookReason }), output: z.object({ number: text }), refusals: [],
    summary: 'The number of a bank account in clear, for a stated reason that is recorded', rows: ['S2-21'],
  }),
  sendOwnCode: verb({
    method: 'POST', path: '/api/unit-profile/own-code', guard: ['unit_account'],
    input: z.object({ channel: proofChannel }), output: z.object({ id, expiresAt: time, againAfterSeconds: z.number().int() }), refusals: ['proof.wait', 'proof.no_address'],
    summary: 'A code to the own mailbox or phone, in place of the password (D20)', rows: ['S2-21'],
  }),
  confirmBank: verb({
    method: 'POST', path: '/api/unit-profile/bank-accounts/:id/confirm', guard: unit, idempotent: true,
    input: z.object(step), output: bankState, refusals: ['unitProfiles.bank.second_person', 'unitProfiles.bank.by_step_up', 'unitProfiles.bank.no_unit_account', 'unitProfiles.bank.nothing_waits'],
    summary: '确认变更: by another account of the unit than the one that proposed (D20)', rows: ['S2-21', 'S2-23'],
  }),
  confirmBankAlone: verb({
    method: 'POST', path: '/api/unit-profile/bank-accounts/:id/confirm-alone', guard: ['unit_account'], idempotent: true,
    input: z.object({ ...step, password: typedSecret.nullish(), proofId: id.nullish() }), output: bankState,
    refusals: ['unitProfiles.bank.second_person', 'unitProfiles.bank.confirm_plainly', 'unitProfiles.bank.nothing_waits', 'password.wrong', 'proof.not_proven'],
    summary: 'The only account of a unit shows once more that it is its owner (D20)', rows: ['S2-21', 'S2-23'],
  }),
  refuseBank: verb({
    method: 'POST', path: '/api/unit-profile/bank-accounts/:id/refuse', guard: unit, idempotent: true,
    input: z.object({ ...step, reason: refusalReason }), output: bankState, refusals: ['unitProfiles.bank.own_withdraw', 'unitProfiles.bank.nothing_waits'],
    summary: '不同意变更: the account in force stays', rows: ['S2-21'],
  }),
  withdrawBank: verb({
    method: 'POST', path: '/api/unit-profile/bank-accounts/:id/withdraw', guard: unit, idempotent: true,
    input: z.object(step), output: bankState, refusals: ['unitProfiles.bank.not_proposer', 'unitProfiles.bank.nothing_waits'],
    summary: '撤回变更: by who proposed it', rows: ['S2-21'],
  }),
})
