import type { WordTable } from '../kernel/words.ts'

/** What the edge itself may answer, whatever the room. */
export const zh = {
  'sign_in_first': '请先登录。登录后会回到此页。',
  'second_factor_first': '请先完成第二步验证。',
  'not_your_post': '当前身份不能办理此事；有其他身份的，可以切换后再办理。',
  'not_yours': '当前身份不能办理此事。',
  'not_found': '没有找到相关内容，可能已被删除，或当前身份没有查看权限。',
  'overtaken': '此项刚刚已被他人处理或修改，请刷新后查看最新状态。',
  'key_reused': '同一次提交的内容前后不一致，请刷新页面后重试。',
  'cross_site': '请求不是从本平台页面发出的，已拒绝。',
  'too_many_requests': '操作过于频繁，请在{seconds}秒后重试。',
  'body_too_large': '提交的内容超过允许的大小。',
  'body_malformed': '提交的内容格式不正确。',
  'number_out_of_range': '提交的数字超出允许的范围，请核对后重新提交。',
  'input.invalid': '有内容需要更正，请查看标出的各项。',
  'field.invalid': '填写的内容不正确，请检查后重新填写',
  'broken': '系统暂时出了问题，已记录。请稍后重试；如仍不行，请把编号 {id} 告知技术支持。',
  'busy': '当前办理的人较多，请稍等几秒后重试。',
} as const satisfies WordTable
