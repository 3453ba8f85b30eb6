export const zh = {
  'calls.title': '指南',
} as const
