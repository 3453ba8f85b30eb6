/** The English text of the first agreement; the Chinese one prevails and says so. */
export const title = 'User Agreement and Notice on Personal Information'

export const body = `{site} (“the platform”) is run by {owner} so that science and technology programmes can be administered online. Please read this agreement in full before you register. “I agree” means that you have read and accept all of it. With “I do not agree” the registration ends and nothing is kept.

# 1. Registration and accounts

There are two kinds of users. A unit administrator acts for a unit and is registered by a person whom the unit has appointed. An applicant is a person who leads or applies for a project; applicants can register once their unit has been registered and approved.

What you enter must be true, exact and complete, agree with the licence and the identity document, and be updated when it changes. The registration of a unit is reviewed by the authority it chose; before the approval the platform cannot be used for business.

An account is for the person who registered it. It must not be lent, transferred or shared. Keep user name and password safe; if somebody else uses your account, change the password at once and tell technical support. What is done with an account counts as done by its unit or person.

# 2. Rules of use

Do not register in the name of another person or unit, submit false documents, disturb the platform, access it in bulk by program, or obtain information you have no right to see.

Do not enter or upload anything that is a state secret. Such matters are handled elsewhere under the rules on secrecy.

Where these rules are broken the owner may suspend or stop the accounts concerned, revoke results obtained by false documents, and record the matter as research misconduct or pass it on as the law provides. Objections go to technical support; the owner reviews them and answers.

# 3. Notice on personal information

Processor: {owner}. Contact: {support}.

Purpose and basis: the statutory duty of administering science and technology programmes: registration, review, notices, verification of identity, and security audit. Processing under a statutory duty does not rest on consent; this notice informs every user all the same. Fields marked “optional” may stay empty without any disadvantage.

What is collected:

- Unit administrators: user name, name of the contact person, mobile number, e-mail address, answers to security questions; the name of the legal representative (public on the licence).
- Applicants: besides the account, what an application needs, such as identity, education and professional title, explained field by field. For sensitive items such as identity document numbers separate consent is asked.
- Records of use: time of sign-in, network address, kind of browser, and what was done when.

How it is processed: on servers within mainland China. Passwords and answers to security questions are kept in a form that cannot be turned back; mobile numbers and e-mail addresses are encrypted and masked in lists, and whoever looks at them in full needs the right to do so and leaves a record. The platform uses no third-party analytics or advertising and sends no personal information abroad.

Who receives it: the authority you choose sees the registration of your unit in order to review it. Text messages and e-mails are sent by providers on behalf of the owner, who receive the address and the text of the notice only. Nobody else receives it unless the law requires so.

How long it is kept: a registration that was not submitted lapses some time after it was last saved; account data is kept while the account exists; logs are kept for at least six months; what has reached the end of its time is deleted by the owner as the law requires; what must be archived under the rules on scientific archives is kept for the archival period.

# 4. Your rights

You may consult and correct your account and contact data on the platform. For a copy, to withdraw consent to optional information, or to close your account, ask the owner by the contacts above. What the law requires to be kept is then stored only and used for nothing else.

Questions, complaints and requests go to the contact above; the owner answers within fifteen working days.

If personal information is leaked, altered or lost and harm is possible, the owner takes remedial measures at once and informs those affected by notice, text message or e-mail.

# 5. Service and liability

The platform strives to be available at all times. Planned maintenance is announced; after failures beyond control the service is restored as soon as possible. For deadlines the time at which the platform's server received the submission counts; please allow enough time.

# 6. Changes and applicable law

Changes are published as a new version that says what has changed, and are announced. Whoever registers accepts the version then in force; which version, and when, is on record.

The law of the People's Republic of China applies. The Chinese text prevails; the English text is for reference.`
