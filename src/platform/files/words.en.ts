import type { zh } from './words.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'file.missing': 'Choose a file to upload.',
  'file.too_large': 'The file is larger than {limit}. Make it smaller and upload it again.',
  'file.empty': 'The file is empty. Choose another one.',
  'file.kind_not_allowed': 'Only {kinds} files can be uploaded.',
  'file.name_lies': 'The name ends in "{extension}", but the content is {kind}. Save it in its real format and upload it again.',
  'file.infected': 'The file did not pass the virus check and was refused.',
  'file.scan_unavailable': 'The virus check is not available at the moment. Please try again in a little while.',
  'file.scan_failed': 'The virus check of this file did not come to an end. Please try again in a little while; if it fails again, make the file anew and upload it.',
  'file.scan_too_large': 'The file is larger than the virus check takes, and cannot be accepted unchecked. Make it smaller or split it, and upload it again.',
  'file.pdf_encrypted': 'The PDF has a password or restricted permissions and cannot be reviewed. Save it without encryption and upload it again.',
  'file.pdf_active': 'The PDF holds scripts, attachments or actions. Print it to a new PDF and upload that.',
  'file.pdf_unreadable': 'The PDF is incomplete or damaged. Make it again and upload it.',
  'file.image_unreadable': 'The picture is incomplete or damaged. Scan or photograph it again and upload it.',
  'file.image_too_many_pixels': 'The picture is too large ({width}×{height} pixels). Reduce it and upload it again.',
}
