import type { WordTable } from '../../kernel/words.ts'

/** Why an uploaded file is not taken. */
export const zh = {
  'file.missing': '请选择要上传的文件。',
  'file.too_large': '文件超过{limit}，请压缩后重新上传。',
  'file.empty': '文件内容为空，请重新选择。',
  'file.kind_not_allowed': '只能上传{kinds}格式的文件。',
  'file.name_lies': '文件扩展名为“{extension}”，内容却是{kind}格式，请按实际格式另存后上传。',
  'file.infected': '文件未通过病毒检查，已拒绝。',
  'file.scan_unavailable': '病毒检查服务暂时不可用，请稍后重试。',
  'file.scan_failed': '病毒检查未能完成，请稍后重试；多次不能完成的，请重新生成文件后上传。',
  'file.scan_too_large': '文件超过病毒检查服务允许的大小，无法检查，未予接收。请压缩或拆分后重新上传。',
  'file.pdf_encrypted': 'PDF设有密码或权限限制，无法审核，请另存为不加密的PDF后上传。',
  'file.pdf_active': 'PDF中含有脚本、附件或可执行的动作，请打印为新的PDF后上传。',
  'file.pdf_unreadable': 'PDF不完整或已损坏，请重新生成后上传。',
  'file.image_unreadable': '图片不完整或已损坏，请重新扫描或拍摄后上传。',
  'file.image_too_many_pixels': '图片尺寸过大（{width}×{height}像素），请缩小后上传。',
} as const satisfies WordTable
