export const zh = {
  'desk.title': '待办',
} as const
