/** One environment variable, as the table in docs/operations.md shows it. */
export interface Setting {
  name: string
  /** What holds when it is not set; null where it depends or there is none. */
  default: string | null
  zh: string
  en: string
  /** When a start without it is refused. */
  required?: { zh: string; en: string }
  /** Its value must not be shown. */
  secret?: true
}

const withServer = { zh: '设置了 DATABASE_URL 时', en: 'with DATABASE_URL' }

export const settings: readonly Setting[] = [
  { name: 'NODE_ENV', default: null, zh: '正式环境设为 production', en: 'production where it is meant to be' },
  { name: 'PORT', default: '8080', zh: '监听端口', en: 'Port to listen on' },
  {
    name: 'HOST', default: '127.0.0.1',
    zh: '监听地址；反向代理在另一台机器时改为 0.0.0.0',
    en: 'Address to listen on; 0.0.0.0 if the reverse proxy is another machine',
  },
  {
    name: 'DATABASE_URL', default: null, secret: true,
    zh: 'PostgreSQL 15 及以上：postgres://用户:口令@主机:5432/库名；不设置则使用内嵌数据库和演示城',
    en: 'PostgreSQL 15 or newer: postgres://user:password@host:5432/name; unset: embedded database and demo town',
    required: { zh: 'NODE_ENV=production 时', en: 'with NODE_ENV=production' },
  },
  { name: 'DB_POOL', default: '10', zh: '每个进程的数据库连接数', en: 'Database connections per process' },
  {
    name: 'DB_NAMED_STATEMENTS', default: '1',
    zh: '使用具名预备语句；经 1.21 以前的 PgBouncer 连接时设为 0',
    en: 'Use named prepared statements; 0 behind PgBouncer before 1.21',
  },
  {
    name: 'DATA_DIR', default: './data',
    zh: '数据目录：上传文件、内嵌数据库、演示密钥',
    en: 'Folder of uploads, the embedded database and the demo keys',
  },
  {
    name: 'PUBLIC_URL', default: 'http://127.0.0.1:PORT',
    zh: '用户访问的地址，不带路径；本机以外须为 https',
    en: 'Address users reach, without a path; https except on loopback',
    required: withServer,
  },
  {
    name: 'KEYS', default: null, secret: true,
    zh: '密钥环：一个或多个“名称:密钥”，以逗号或空白分隔，现用的在前；密钥为 32 字节 base64url（npm run keys:new 生成）',
    en: 'Keyring: one or more id:secret, parted by commas or blanks, the present one first; a secret is 32 bytes in base64url (npm run keys:new makes one)',
    required: { zh: '设置了 DATABASE_URL 且未设置 KEYS_FILE 时', en: 'with DATABASE_URL and without KEYS_FILE' },
  },
  {
    name: 'KEYS_FILE', default: null,
    zh: '存放 KEYS 内容的文件（systemd 凭据、容器机密）',
    en: 'File that holds what KEYS would (systemd credentials, container secrets)',
  },
  {
    name: 'CIPHER', default: 'aes',
    zh: '个人信息加密算法：aes（AES-256-GCM）或 sm（SM4-CTR 加 HMAC-SM3）；更改后运行 npm run keys:rotate',
    en: 'Cipher of personal data: aes (AES-256-GCM) or sm (SM4-CTR with HMAC-SM3); run npm run keys:rotate after a change',
  },
  {
    name: 'SMTP_URL', default: null, secret: true,
    zh: '发信服务器：smtps://用户:口令@主机:465；不设置时邮件留在发件箱等待（演示时显示在演示信箱）',
    en: 'Mail server: smtps://user:password@host:465; unset: mail waits in the outbox (in the demo it shows in the demo mailbox)',
  },
  {
    name: 'MAIL_FROM', default: null,
    zh: '发件人，如 科汇 <no-reply@example.cn>',
    en: 'Sender, e.g. Kehui <no-reply@example.cn>',
    required: { zh: '设置了 SMTP_URL 时', en: 'with SMTP_URL' },
  },
  {
    name: 'SMS_GATEWAY_URL', default: null,
    zh: '短信网关的 https 地址；log: 表示只记一行日志而不发送；不设置时短信留在发件箱等待（演示时显示在演示信箱）',
    en: 'https address of the SMS gateway; log: writes a line instead of sending; unset: SMS wait in the outbox (in the demo they show in the demo mailbox)',
  },
  {
    name: 'SMS_GATEWAY_TOKEN', default: null, secret: true,
    zh: '短信网关的访问令牌',
    en: 'Bearer token of the SMS gateway',
    required: { zh: '设置了 SMS_GATEWAY_URL 时', en: 'with SMS_GATEWAY_URL' },
  },
  {
    name: 'TRUST_PROXY', default: null,
    zh: '可信反向代理的地址或网段，以逗号分隔，如 127.0.0.1',
    en: 'Addresses or networks of trusted reverse proxies, comma-separated, e.g. 127.0.0.1',
  },
  {
    name: 'LOG_LEVEL', default: null,
    zh: '日志级别：debug、info、warn、error、silent；默认 info，演示时 warn',
    en: 'debug, info, warn, error or silent; info by default, warn in the demo',
  },
  {
    name: 'METRICS_TOKEN', default: null, secret: true,
    zh: '读取 /metrics 的令牌；不设置时仅本机以 http 可读，https 部署须设置',
    en: 'Bearer token for /metrics; unset: loopback over plain http only; an https deployment needs it',
  },
  {
    name: 'CLAMD', default: null,
    zh: '病毒扫描服务 clamd：主机:端口，或其套接字路径',
    en: 'clamd that scans uploads: host:port, or the path of its socket',
  },
  {
    name: 'DEMO', default: null,
    zh: '1：在空库中建立演示城；0：不建立。未设置 DATABASE_URL 时默认为 1',
    en: '1: build the demo town in an empty database; 0: do not. 1 by default without DATABASE_URL',
  },
  {
    name: 'DEMO_IN_PRODUCTION', default: '0',
    zh: '允许 NODE_ENV=production 时运行演示城',
    en: 'Allow the demo town with NODE_ENV=production',
  },
  {
    name: 'REQUESTS_PER_MINUTE', default: '1200',
    zh: '每人（未登录时每个地址）每分钟最多请求数（每进程）；同一地址合计为其20倍',
    en: 'Most requests of one person (of one address where nobody is signed in) per minute, per process; of one address altogether twenty times as many',
  },
  {
    name: 'PROFILE', default: 'both',
    zh: '适用手册：tianjin、chongqing 或 both',
    en: 'Which manual applies: tianjin, chongqing or both',
  },
  {
    name: 'IDENTITY_ISSUER', default: null,
    zh: '统一身份提供方（OpenID Connect）的签发者地址，与其发现文档中的 issuer 完全一致；本机以外须为 https。不设置则只用本地账号登录，演示时启动模拟提供方',
    en: 'Issuer of the city’s identity provider (OpenID Connect), as its discovery document has it; https except on loopback. Unset: local accounts only; the demo starts a simulated provider',
  },
  {
    name: 'IDENTITY_CLIENT_ID', default: null,
    zh: '在身份提供方登记的客户端编号；回调地址为 PUBLIC_URL/city/callback',
    en: 'Client id registered with the provider; the redirect address is PUBLIC_URL/city/callback',
    required: { zh: '设置了 IDENTITY_ISSUER 时', en: 'with IDENTITY_ISSUER' },
  },
  {
    name: 'IDENTITY_CLIENT_SECRET', default: null, secret: true,
    zh: '上述客户端的密钥',
    en: 'Secret of that client',
    required: { zh: '设置了 IDENTITY_ISSUER 时', en: 'with IDENTITY_ISSUER' },
  },
  {
    name: 'IDENTITY_PERSON_CLIENT_ID', default: null,
    zh: '个人用户入口另用一个客户端时，其编号',
    en: 'Client id of the door for people, where it has a client of its own',
  },
  {
    name: 'IDENTITY_PERSON_CLIENT_SECRET', default: null, secret: true,
    zh: '个人用户入口另用的客户端的密钥',
    en: 'Secret of that client',
    required: { zh: '设置了 IDENTITY_PERSON_CLIENT_ID 时', en: 'with IDENTITY_PERSON_CLIENT_ID' },
  },
  {
    name: 'SESSION_IDLE_MINUTES', default: '30',
    zh: '无操作多少分钟后须重新登录',
    en: 'Minutes without activity after which one must sign in again',
  },
  {
    name: 'SESSION_HOURS', default: '12',
    zh: '一次登录最长有效的小时数',
    en: 'Hours after which a session ends in any case',
  },
  {
    name: 'SESSION_SINGLE', default: '0',
    zh: '1：同一账号只保留最近一次登录',
    en: '1: an account is signed in only where it signed in last',
  },
  {
    name: 'PASSWORD_MIN_CLASSES', default: '3',
    zh: '密码至少包含大写字母、小写字母、数字、特殊字符中的几类；0 表示不限',
    en: 'How many of capitals, small letters, digits and others a password must mix; 0: any',
  },
  {
    name: 'PASSWORD_MAX_AGE_DAYS', default: '0',
    zh: '密码使用多少天后须更换；0 表示不限',
    en: 'Days after which a password must be changed; 0: never',
  },
  {
    name: 'CODES_PER_ADDRESS_PER_HOUR', default: '300',
    zh: '同一网络地址每小时最多索取多少次验证码；同一单位常共用一个出口地址。每个邮箱或手机号码另限每小时5次',
    en: 'Most codes that one network address may ask for in an hour; offices often share one. Each mailbox or phone is limited to 5 an hour besides',
  },
]

/** The environment table of docs/operations.md; a check compares the two. */
export function settingsTable(lang: 'zh' | 'en'): string {
  const head = lang === 'zh' ? '| 变量 | 默认 | 含义 | 何时必填 |' : '| Variable | Default | Meaning | Required |'
  const rows = settings.map((s) => `| \`${s.name}\` | ${s.default === null ? '' : `\`${s.default}\``} | ${s[lang]} | ${s.required?.[lang] ?? ''} |`)
  return [head, '|---|---|---|---|', ...rows].join('\n')
}
