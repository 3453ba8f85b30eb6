export const zh = {
  'drafts.title': '填报',
} as const
