import type { Consequence } from '../../platform/room.ts'
import { templateVersion } from './compose.ts'
import { askFor, versionNamed } from './print-store.ts'
import { keyOfVersion } from './printable.ts'

/** 提交: the PDF of the version is made when nothing else has to be done; the receipt does not wait for it (N1). */
export const printSubmitted: Consequence = async (tx, { tools, request }, { subject }) => {
  const version = await versionNamed(tx, subject, null)
  if (!version) return
  const { lang } = request
  await askFor(tx, {
    key: keyOfVersion(version, lang, tools.config.publicUrl), application_id: subject, revision: version.revision, lang, template: templateVersion, is_wanted: false, asked_by: null,
    asked_at: tools.clock.now(),
  })
}
