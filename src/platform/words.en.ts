import type { zh } from './words.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'sign_in_first': 'Please sign in first. You will come back to this page.',
  'second_factor_first': 'Please complete the second step of signing in first.',
  'not_your_post': 'You cannot do this in your present role. If you have another role, switch to it.',
  'not_yours': 'You cannot do this in your present role.',
  'not_found': 'This was not found. It may have been deleted, or you may not be allowed to see it.',
  'overtaken': 'Somebody has just handled or changed this. Reload the page to see how it stands now.',
  'key_reused': 'The same submission was sent twice with different content. Reload the page and try again.',
  'cross_site': 'The request did not come from a page of this platform and was refused.',
  'too_many_requests': 'Too many requests. Please try again in {seconds} seconds.',
  'body_too_large': 'What you sent is larger than allowed.',
  'body_malformed': 'What you sent could not be read.',
  'number_out_of_range': 'A number that was sent is too large or too small. Please check it and send it again.',
  'input.invalid': 'Some entries need correcting. Please look at the marked fields.',
  'field.invalid': 'This is not valid; please check it.',
  'broken': 'Something went wrong on our side and has been recorded. Try again later; if it persists, give support the number {id}.',
  'busy': 'Many people are using the platform right now. Please try again in a few seconds.',
}
