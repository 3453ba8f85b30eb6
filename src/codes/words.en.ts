import type { zh } from './words.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'field.required': 'Please fill in this field.',
  'field.choose': 'Please choose.',
  'field.too_long': 'This is too long; please shorten it.',
  'text.control': 'The text contains control or invisible formatting characters; please remove them and type it again.',
  'text.malformed': 'The text contains characters that cannot be read; please type it again.',
  'text.length': 'Between {min} and {max} characters.',

  'unit_name.format': 'The unit name has 2 to 100 characters and is written as on the licence.',
  'unit_name.characters':
    'The unit name has 2 to 100 characters and is written as on the licence; “{character}” cannot be part of it.',

  'uscc.length': 'A unified social credit code has 18 characters.',
  'uscc.letters':
    'A unified social credit code never contains the letters I, O, Z, S or V; check whether a digit was typed as a letter (position {position} is “{letter}”, perhaps “{likely}” is meant).',
  'uscc.characters':
    'A unified social credit code consists of digits and Latin letters; position {position}, “{letter}”, is neither.',
  'uscc.prefix': 'No registration authority or type of organisation has this code (first two characters).',
  'uscc.prefix_unlisted':
    'The first two characters (registration authority and type) are not in the published table; please check.',
  'uscc.area':
    'Characters 3 to 8 (area of the registration authority) are digits; position {position}, “{letter}”, is not.',
  'uscc.seventeenth': 'Character 17 is a digit or X, not “{letter}”.',
  'uscc.checksum':
    'The check character does not fit; please compare the code with the licence. If the authority really issued it so, upload the licence and ask for a check by hand.',
  'uscc.inner_digit': 'The check digit inside characters 9 to 17 (organisation code) does not fit; please compare.',
  'uscc.legal_type': 'The credit code belongs to “{kind}”, which does not agree with the chosen legal type.',
  'organisation_code.format': 'An organisation code has 8 digits or capital letters and one check character.',
  'organisation_code.checksum': 'The check character of the organisation code does not fit.',

  'region.choose': 'Please choose the district of the unit.',
  'region.abolished': 'This district was abolished in {year}; please choose “{successor}”.',
  'functional_zone.choose': 'Please choose the new area, or “not in a new area”.',
  'functional_zone.district': 'The chosen new area does not lie in the district of the unit; please check.',
  'address.length': 'Please give the full address (5 to 200 characters).',
  'post_code.format': 'A postcode has 6 digits.',
  'post_code.region': 'The postcode does not belong to this place; please check.',
  'day.format': 'Please give a valid date.',
  'day.future': 'The date cannot lie in the future.',
  'registered_on.future': 'The date of registration cannot lie in the future.',
  'birth_date.future': 'The date of birth cannot lie in the future.',
  'birth_date.under_14': 'Registration is open from the age of 14.',
  'birth_date.minor': 'Under 18; please check the date of birth.',
  'capital.format': 'The capital is a number not below 0, in units of 10,000 yuan.',
  'capital.paid_in': 'The paid-in capital exceeds the registered capital; please check.',
  'unit_nature.choose': 'Please choose the nature of the unit.',
  'legal_nature.choose': 'Please choose the legal nature.',
  'legal_type.choose': 'Please choose the legal type.',
  'industry.choose': 'Please choose the industry.',
  'keywords.count': 'Please give 3 to 5 keywords of your research field, separated by commas.',
  'keywords.duplicate': 'The keyword “{word}” is given twice.',
  'keywords.length': 'The keyword “{word}” must have 2 to 20 characters.',

  'mobile.required': 'Please give a mobile number.',
  'mobile.format': 'A mobile number has 11 digits and begins with 1.',
  'mobile.prefix': 'The prefix {prefix} is not in the published table; please check the mobile number.',
  'mobile.abroad': 'This is not a mobile number of the country or region with code +{country}.',
  'landline.format': 'Write the office phone as area code and number, such as 023-12345678.',
  'mail.format': 'Please give a valid e-mail address.',
  'qq.format': 'A QQ number has 5 to 12 digits.',
  'wechat.format': 'A WeChat id has 6 to 20 letters, digits, underscores or hyphens and begins with a letter.',
  'account_name.differs': 'The account name should be the name of the unit.',
  'bank.length': 'Please give the full name of the bank and branch.',
  'bank_account.format': 'A bank account number has 8 to 32 digits.',
  'bank_account.card':
    'This looks like the number of a personal bank card; please make sure that it is a corporate account.',
  'bank_code.format': 'A bank code has 12 digits.',
  'bank_code.checksum': 'The check digit of the bank code does not fit; please ask the bank.',
  'bank_code.bank': 'The bank code does not belong to the named bank; please check.',
  'bank_code.area': 'The bank code does not belong to the place of the unit; please check.',

  'person_name.required': 'Please give the name.',
  'person_name.characters':
    'A name consists of Chinese characters and the middle dot “·”, as on the identity document.',
  'person_name.latin': 'Write the name in Latin letters, as in the passport.',
  'person_name.length': 'A name has at most {max} characters.',
  'person_name.single': 'The name has only one character; please check.',
  'person_name.private_use':
    'The name contains a user-defined character; please type it again with a character of GB 18030-2022.',
  'person_name.private_use_known':
    'The name contains a user-defined character; please type it again with a character of GB 18030-2022 (perhaps “{likely}”).',
  'legal_representative.required': 'Please give the name of the legal representative.',
  'sex.differs': 'The sex does not agree with the identity number.',
  'nationality.choose': 'Please choose the nationality or region.',
  'degree.education': 'The highest degree does not agree with the highest education; please check.',

  'document.format': 'The number does not fit the type of document.',
  'document.length': 'An identity number has 18 characters (the old ones of 15 are no longer valid).',
  'document.characters': 'The first 17 characters of an identity number are digits, the last is a digit or X.',
  'document.province': 'The first two digits (province) of the identity number do not exist.',
  'document.birth_date': 'The date of birth in the identity number is not valid.',
  'document.check_digit': 'The check digit of the identity number is wrong; please compare.',
  'document.permit_birth_date': 'The date of birth in the document number is not valid.',
  'document.permit_check_digit': 'The check digit of the document number is wrong; please compare.',
  'document.county': 'The county code in the identity number is not in the table; please compare.',
  'document.nationality': 'The nationality in the document number differs from the chosen one; please check.',

  'user_name.format': 'A user name has 6 to 20 lower-case letters, digits or underscores and begins with a letter.',
  'user_name.reserved': 'This user name is reserved; please choose another.',
  'user_name.number': 'A user name must not contain a mobile or identity number.',
  'security_question.choose': 'Please choose a question.',
}
