/** 公告 of the demo town. */
export const announcements = [
  {
    title: '关于开展单位管理用户注册工作的通知（演示）',
    titleEn: 'Registration of unit accounts is open (demonstration)',
    body: '各有关单位：\n\n即日起开放单位管理用户注册。请先注册单位管理用户，由局级主管部门或区科技局审核通过后，再组织本单位填报用户注册。\n\n注册时请准备：统一社会信用代码、法人证照彩色扫描件（PDF、JPG或PNG，不超过10 MB）、能接收验证码的电子邮箱和手机。\n\n本通知为演示内容。',
    bodyEn: 'To all units:\n\nRegistration of unit accounts is open. Please register the unit account first; once the competent authority or the district science and technology bureau has approved it, the people of the unit can register.\n\nPlease have ready: the unified social credit code, a colour scan of the certificate of the legal entity (PDF, JPG or PNG up to 10 MB), and a mailbox and a mobile phone that can receive codes.\n\nThis is a demonstration.',
    pinned: true,
  },
  {
    title: '关于妥善保管用户名和密码的提示（演示）',
    titleEn: 'Keep your user name and password safe (demonstration)',
    body: '请使用强密码，不与他人共用账号。平台工作人员不会向您索要密码或验证码。\n\n本通知为演示内容。',
    bodyEn: 'Please use a strong password and do not share your account. Our staff will never ask you for your password or for a code.\n\nThis is a demonstration.',
    pinned: false,
  },
  {
    title: '系统维护安排（演示）',
    titleEn: 'Planned maintenance (demonstration)',
    body: '本周六22:00至24:00进行系统维护，期间可能短暂中断。已保存的内容不受影响。\n\n本通知为演示内容。',
    bodyEn: 'The platform will be maintained this Saturday from 22:00 to 24:00 and may be unavailable for short periods. What you have saved is not affected.\n\nThis is a demonstration.',
    pinned: false,
  },
] as const
