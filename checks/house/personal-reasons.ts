/** Classed columns (P1, P2, S) that 我的数据 does not show, and why. A whole table ends in `.*`. Blind indexes are digests and are never shown. */
export const notShown: Readonly<Record<string, string>> = {
  'account.user_name_key': 'made of the user name, for comparison',
  'account.totp_secret': 'opens the account: whoever reads it can make its codes',
  'journal_private.sealed': 'values of before, kept sealed for replay; what a person may read of them stands in the histories that the rooms show',
  'outbox.params': 'fill the sentences of notices, which the inbox shows; one-time codes and links are among them',
  'demo_message.*': 'exists in the demo only, with addresses that are never issued',
  'proof_code.*': 'an address while a code to it is under way; gone after a day',
  'recovery_case.token': 'opens the case: it stands in the claimant’s own mail',
  'recovery_case.note': 'the desk’s word on the claim; what is said to the claimant stands in the notice to him',
  'handover_note.*': 'of the unit, for whoever keeps its account next; no person is meant',
  'legacy_line.*': 'a line of an uploaded file until it is checked; gone some days after',
  'oidc_record.*': 'protocol state of a sign-in under way, sealed; gone when it runs out',
  'signing_key.*': 'of the platform, no person is meant',
}
