/** Everything that is open without signing in: written by hand, so that a new open door is seen by whoever reviews it. */
export const openRoutes: Readonly<Record<string, string>> = {
  'GET /': 'portal (S1-01)',
  'GET /announcements': 'public announcements',
  'GET /announcements/:id': 'public announcements',
  'GET /register': 'choice of the user type (S1-22, S1-33)',
  'GET /register/ended': 'what follows 不同意',
  'GET /register/unit/agreement': 'user agreement (S1-16)',
  'POST /register/unit/agreement': 'its acceptance, before there is an account (S1-16)',
  'GET /register/person/agreement': 'user agreement (S1-16)',
  'POST /register/person/agreement': 'its acceptance, before there is an account (S1-16)',
  'GET /help/support': 'published contacts (S1-57)',
  'GET /old-browser': 'advice for old browsers (S1-20)',
  'GET /not-found': 'says that there is nothing',
  'GET /sign-in': 'sign-in (S1-03)',
  'POST /sign-in': 'sign-in (S1-03)',
  'GET /sign-out': 'the way out needs no key',
  'POST /sign-out': 'the way out needs no key',
  'GET /set-password': 'the one-time link is the key (D8)',
  'POST /set-password': 'the one-time link is the key (D8)',
  'GET /forgotten': 'who forgot his name or password cannot sign in (S1-11, S1-12, S1-13)',
  'POST /forgotten': 'asks for a link to a mailbox; the answer never tells whose it is (S1-12, D14)',
  'GET /forgotten/sent': 'the same for every mailbox (D14)',
  'GET /forgotten/questions': 'recovery by a code and questions (S1-13)',
  'POST /forgotten/questions': 'as above: sends the code',
  'GET /forgotten/questions/code': 'as above: holds the id of the code, which is worth nothing without the code',
  'POST /forgotten/questions/code': 'as above: the code is the key',
  'GET /forgotten/questions/answers': 'as above: leads back to its beginning',
  'POST /forgotten/questions/answers': 'as above: the sealed ticket and three answers are the key (D8)',
  'GET /setup': 'the one-time set-up token is the key',
  'POST /setup': 'the one-time set-up token is the key',
  'GET /preferences': 'language and elder mode, in a cookie',
  'GET /assets/public.css': 'files of the public pages',
  'GET /assets/public.js': 'files of the public pages',
  'GET /assets/emblem.svg': 'files of the public pages',
  'GET /app': 'the application itself holds no data; every verb behind it has its guard',
  'GET /app/*': 'the application itself holds no data; every verb behind it has its guard',
  'GET /app/assets/*': 'files of the application',
  'GET /healthz': 'for load balancers; holds counts only',
  'GET /metrics': 'loopback, or whoever shows METRICS_TOKEN',
  'GET /api/openapi.json': 'the contract is public',
  'GET /api/lists/:id': 'public code lists for the forms of registration (E06)',
  'GET /api/authorities': 'public facts: the tree from which a unit chooses (S1-39)',
  'GET /api/accounts/password-policy': 'shown beside the password (S1-14)',
  'POST /api/accounts/codes': 'a mailbox and a phone are proven before there is an account (S1-17)',
  'POST /api/accounts/codes/:id/prove': 'as above',
  'POST /api/accounts/sign-in': 'sign-in (S1-03)',
  'POST /api/people/register': 'the account is made by it, after both codes were proven (S1-24)',
  'POST /api/units/registrations': 'makes the account (S1-33)',
}

/** Why a verb may do what the check would refuse. */
export const verbReasons: Readonly<Record<string, string>> = {}

/** Why a page may read a secret out of an address. */
export const queryReasons: Readonly<Record<string, string>> = {
  'src/modules/accounts/pages/password.ts query.token': 'a one-time link in a mail has no other place for its token; spent by POST, kept out of logs, thirty minutes (D8)',
  'src/modules/accounts/pages/setup.ts query.token': 'the set-up token is printed as an address at the first start; spent by POST, once, a day',
}

/** GET pages that write, by reason. */
export const pageReasons: Readonly<Record<string, string>> = {}
