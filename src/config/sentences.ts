/** Why a start is refused, for the operator: what is wrong and what to do, in one sentence. */
export const sentences = {
  number: {
    zh: '设置 {name} 须为 {least} 至 {most} 之间的整数，当前值为“{value}”。',
    en: '{name} must be a whole number from {least} to {most}; it is "{value}".',
  },
  flag: {
    zh: '设置 {name} 只能为 1 或 0，当前值为“{value}”。',
    en: '{name} must be 1 or 0; it is "{value}".',
  },
  one_of: {
    zh: '设置 {name} 只能为 {values} 之一，当前值为“{value}”。',
    en: '{name} must be one of {values}; it is "{value}".',
  },
  secret_short: {
    zh: '设置 {name} 过短，至少 {least} 个字符。',
    en: '{name} is too short: at least {least} characters.',
  },
  database_url_shape: {
    zh: 'DATABASE_URL 不是完整的地址，应形如 postgres://用户:口令@主机:5432/库名；不用服务器数据库时请删除此项。',
    en: 'DATABASE_URL is not an address: write postgres://user:password@host:5432/name, or unset it to use the embedded database.',
  },
  database_url_scheme: {
    zh: 'DATABASE_URL 须以 postgres:// 开头，当前为 {scheme}://。',
    en: 'DATABASE_URL must begin with postgres://, not {scheme}://.',
  },
  database_url_host: {
    zh: 'DATABASE_URL 缺少主机名，应形如 postgres://用户:口令@主机:5432/库名。',
    en: 'DATABASE_URL names no host: write postgres://user:password@host:5432/name.',
  },
  database_url_name: {
    zh: 'DATABASE_URL 缺少库名，应形如 postgres://用户:口令@主机:5432/库名。',
    en: 'DATABASE_URL names no database: write postgres://user:password@host:5432/name.',
  },
  database_url_user: {
    zh: 'DATABASE_URL 缺少用户名，应形如 postgres://用户:口令@主机:5432/库名。',
    en: 'DATABASE_URL names no user: write postgres://user:password@host:5432/name.',
  },
  demo_in_production: {
    zh: 'NODE_ENV=production 时不运行演示城；如确需演示，请同时设置 DEMO_IN_PRODUCTION=1，否则请设置 DATABASE_URL 并去掉 DEMO。',
    en: 'The demo town does not run with NODE_ENV=production: set DATABASE_URL and unset DEMO, or set DEMO_IN_PRODUCTION=1 if a public demo is what you want.',
  },
  embedded_in_production: {
    zh: '生产环境须使用 PostgreSQL 服务器：请设置 DATABASE_URL。',
    en: 'Production needs a PostgreSQL server: set DATABASE_URL.',
  },
  embedded_beyond_loopback: {
    zh: '使用内嵌数据库时只能监听本机地址，HOST 不能为“{host}”；请删除 HOST 或设置 DATABASE_URL。',
    en: 'With the embedded database the server listens on loopback only, not on "{host}": unset HOST, or set DATABASE_URL.',
  },
  trust_proxy: {
    zh: 'TRUST_PROXY 中的“{value}”不是地址或网段，应形如 127.0.0.1 或 10.0.0.0/8。',
    en: '"{value}" in TRUST_PROXY is neither an address nor a network: write 127.0.0.1 or 10.0.0.0/8.',
  },
  public_url_missing: {
    zh: '请设置 PUBLIC_URL，即用户访问本平台的地址，如 https://kehui.example.cn。',
    en: 'Set PUBLIC_URL, the address users reach this platform at, e.g. https://kehui.example.cn.',
  },
  public_url_shape: {
    zh: 'PUBLIC_URL 须为不带路径的 http(s) 地址，如 https://kehui.example.cn，当前值为“{value}”。',
    en: 'PUBLIC_URL must be an http(s) address without a path, e.g. https://kehui.example.cn; it is "{value}".',
  },
  public_url_plain: {
    zh: 'PUBLIC_URL 在本机以外须使用 https，当前值为“{value}”。',
    en: 'PUBLIC_URL must be https except on loopback; it is "{value}".',
  },
  keys_missing: {
    zh: '请设置 KEYS（或 KEYS_FILE）：一个或多个“名称:密钥”，现用的在前，可用 npm run keys:new 生成。',
    en: 'Set KEYS (or KEYS_FILE): one or more id:secret, the present one first; npm run keys:new makes one.',
  },
  keys_twice: {
    zh: 'KEYS 与 KEYS_FILE 只能设置一个。',
    en: 'Set either KEYS or KEYS_FILE, not both.',
  },
  keys_file: {
    zh: '无法读写密钥文件 {path}（{why}）。',
    en: 'The key file {path} cannot be read or made ({why}).',
  },
  key_shape: {
    zh: 'KEYS 中第 {index} 项格式不对，应为“名称:密钥”，名称用小写字母、数字和短横线，密钥为 32 字节的 base64url。',
    en: 'Entry {index} of KEYS is not id:secret, with an id of small letters, digits and hyphens and a secret of 32 bytes in base64url.',
  },
  key_id_twice: {
    zh: 'KEYS 中有重复的密钥名称。',
    en: 'Two entries of KEYS bear the same id.',
  },
  mail_half_set: {
    zh: 'SMTP_URL 与 MAIL_FROM 须同时设置。',
    en: 'SMTP_URL and MAIL_FROM go together: set both or neither.',
  },
  smtp_url_shape: {
    zh: 'SMTP_URL 应形如 smtps://用户:口令@主机:465 或 smtp://主机:25。',
    en: 'SMTP_URL must look like smtps://user:password@host:465 or smtp://host:25.',
  },
  mail_from_shape: {
    zh: 'MAIL_FROM 不是电子邮箱地址，当前值为“{value}”。',
    en: 'MAIL_FROM is not a mailbox; it is "{value}".',
  },
  sms_half_set: {
    zh: 'SMS_GATEWAY_URL 与 SMS_GATEWAY_TOKEN 须同时设置。',
    en: 'SMS_GATEWAY_URL and SMS_GATEWAY_TOKEN go together: set both or neither.',
  },
  identity_half_set: {
    zh: 'IDENTITY_ISSUER、IDENTITY_CLIENT_ID 与 IDENTITY_CLIENT_SECRET 须同时设置。',
    en: 'IDENTITY_ISSUER, IDENTITY_CLIENT_ID and IDENTITY_CLIENT_SECRET go together: set all or none.',
  },
  identity_person_half_set: {
    zh: 'IDENTITY_PERSON_CLIENT_ID 与 IDENTITY_PERSON_CLIENT_SECRET 须同时设置。',
    en: 'IDENTITY_PERSON_CLIENT_ID and IDENTITY_PERSON_CLIENT_SECRET go together: set both or neither.',
  },
  identity_issuer_shape: {
    zh: 'IDENTITY_ISSUER 须为 https 地址（本机可用 http），不带参数和片段，与身份提供方发现文档中的 issuer 一致。',
    en: 'IDENTITY_ISSUER must be an https address (http on loopback), without query and fragment, as the discovery document of the provider has it.',
  },
  sms_url_shape: {
    zh: 'SMS_GATEWAY_URL 须为 https 地址。',
    en: 'SMS_GATEWAY_URL must be an https address.',
  },
} as const satisfies Readonly<Record<string, { zh: string; en: string }>>
