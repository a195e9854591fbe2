import {
  choice,
  EnvField,
  flag,
  int,
  list,
  parsed,
  productionFlag,
  text,
  url,
  ConfigError,
  readFields,
} from './fields';
import { parseCompatPorts } from './compat-ports';
import { FAST_PATHS, parseFastPaths } from './fast-paths';
import { parseRateLimits } from './rate-limits';
import { rememberEnvironment, Settings } from './settings';
import { parseTrustProxy } from './trust-proxy';

const MINUTE_S = 60;
const DAY_S = 86_400;

/** Every variable of core, in the order of `.env.example`. Nothing else reads `process.env`. */
const FIELDS = {
  env: choice('NODE_ENV', ['development', 'test', 'production'], {
    default: 'development',
    doc: 'production closes what is only good for development and refuses placeholder secrets.',
  }),
  appRole: choice('APP_ROLE', ['all', 'web', 'worker'], {
    default: 'all',
    doc: 'all serves and works. web only serves and runs no job; worker only works, and serves health and metrics.',
  }),
  port: int('PORT', { default: 8000, min: 0, max: 65_535, doc: 'TCP port to serve on.' }),
  compatPorts: parsed(
    'COMPAT_PORTS',
    {
      default: 'off',
      doc: 'Listens on 22 ports more, one for each service of the guide: 1 for 8000 to 8021, or the first of others. off: none.',
    },
    parseCompatPorts,
  ),
  host: text('HOST', { default: '0.0.0.0', doc: 'Address to listen on.' }),
  publicUrl: url('PUBLIC_URL', ['http:', 'https:'], {
    default: 'http://localhost:8000',
    doc: 'The address clients use: issuer of tokens and base of every link.',
  }),
  databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:'], {
    secret: true,
    doc: 'PostgreSQL 17 or newer. `npm start` brings one of its own when this is not set.',
  }),
  databasePool: int('DATABASE_POOL', { default: 10, min: 2, max: 200, doc: 'Connections per instance.' }),
  redisUrl: url('REDIS_URL', ['redis:', 'rediss:'], {
    secret: true,
    doc: 'Redis 6.2 or newer. `npm start` brings one of its own when this is not set.',
  }),
  redisPrefix: text('REDIS_PREFIX', {
    default: 'atrium',
    pattern: /^[\w-]{1,40}$/,
    shape: 'letters, digits, _ or -',
    doc: 'First part of every Redis key, so that several installations can share one server.',
  }),
  cache: flag('CACHE', { default: true, doc: 'off reads the truth each time instead of the cache in Redis.' }),
  dataDir: text('DATA_DIR', { default: '.data', doc: 'Folder for keys and files that must survive a restart.' }),
  demo: flag('DEMO', { default: true, doc: 'Fill an empty database with the demo at `npm start`.' }),
  apiOnly: flag('API_ONLY', { default: false, doc: 'on leaves out the web application: the API alone is served.' }),
  apiDocs: flag('API_DOCS', { default: true, doc: 'off closes /docs, /openapi.json, the playground, introspection.' }),
  secretKey: text('SECRET_KEY', {
    default: '',
    secret: true,
    doc: 'At least 32 bytes; seals what is stored encrypted. Made and kept in DATA_DIR/keys when empty.',
  }),
  accessTokenTtlS: int('ACCESS_TOKEN_TTL', {
    default: 10 * MINUTE_S,
    min: 30,
    max: 10 * MINUTE_S,
    doc: 'Life of an access token, seconds.',
  }),
  sessionIdleS: int('SESSION_IDLE_TTL', {
    default: 14 * DAY_S,
    min: MINUTE_S,
    max: 365 * DAY_S,
    doc: 'A session unused for so long ends, seconds.',
  }),
  sessionMaxS: int('SESSION_MAX_TTL', {
    default: 90 * DAY_S,
    min: MINUTE_S,
    max: 365 * DAY_S,
    doc: 'A session ends after so long in any case, seconds.',
  }),
  adminEmail: text('ADMIN_EMAIL', { default: '', doc: 'Address of the first admin, made when there is none yet.' }),
  adminPassword: text('ADMIN_PASSWORD', { default: '', secret: true, doc: 'Password of the first admin.' }),
  passwordPolicy: choice('PASSWORD_POLICY', ['composition', 'length'], {
    default: 'composition',
    doc: 'composition: 8 or more with upper, lower, digit, special. length: 15 or more of anything.',
  }),
  emailDomains: list('EMAIL_DOMAINS', { default: [], doc: 'Domains that may register, comma separated; empty: all.' }),
  smtpUrl: url('SMTP_URL', ['smtp:', 'smtps:'], {
    default: '',
    secret: true,
    doc: 'Mail server, as smtps://user:password@mail.example.com. Empty: mails become files in DATA_DIR/outbox.',
  }),
  mailFrom: text('MAIL_FROM', {
    default: 'Atrium <no-reply@localhost>',
    pattern: /^(?:[^<>@\r\n]{1,100}<[^\s<>@,;:"]{1,64}@[\w.-]{1,253}>|[^\s<>@,;:"]{1,64}@[\w.-]{1,253})$/,
    shape: 'an address such as Atrium <no-reply@example.com>',
    doc: 'Sender of every mail.',
  }),
  tasksConcurrency: int('TASKS_CONCURRENCY', {
    default: 8,
    min: 1,
    max: 100,
    doc: 'How many background tasks one worker runs at once.',
  }),
  tasksKeepDays: int('TASKS_KEEP_DAYS', {
    default: 30,
    min: 1,
    max: 3650,
    doc: 'For how long finished tasks and their results are kept, days.',
  }),
  mfaRequiredRoles: list('MFA_REQUIRED_ROLES', {
    default: ['admin', 'finance'],
    doc: 'Roles that must have a second factor and cannot switch it off, comma separated; none: no role.',
  }),
  mfaEnforceEnrolment: productionFlag('MFA_ENFORCE_ENROLMENT', {
    doc: 'Whether such a role can do nothing but set up its second factor while it has none. Empty: in production.',
  }),
  rateLimits: parsed(
    'RATE_LIMITS',
    {
      default: '300/minute,auth=10/minute,grades=30/minute,chat=600/minute,app_passwords=20/minute',
      doc: 'Requests per user, or per address when unknown: the default first, then groups. app_passwords counts wrong ones. off: none.',
    },
    parseRateLimits,
  ),
  trustProxy: parsed(
    'TRUST_PROXY',
    {
      default: 'none',
      doc: 'Whose X-Forwarded-For is believed: none, a number of hops, or addresses and CIDRs.',
    },
    parseTrustProxy,
  ),
  corsOrigins: list('CORS_ORIGINS', { default: [], doc: 'Origins of browsers that may call, comma separated, exact.' }),
  metricsToken: text('METRICS_TOKEN', {
    default: '',
    secret: true,
    doc: 'Bearer token that /metrics asks for. Empty: open in development, closed in production.',
  }),
  bodyLimitBytes: int('BODY_LIMIT', {
    default: 1_048_576,
    min: 1024,
    max: 104_857_600,
    doc: 'Largest JSON body, bytes (uploads have MAX_FILE_SIZE of their own).',
  }),
  maxFileBytes: int('MAX_FILE_SIZE', {
    default: 10_485_760,
    min: 1,
    max: 1_099_511_627_776,
    doc: 'Largest file, bytes.',
  }),
  fileQuotaBytes: int('FILE_QUOTA', {
    default: 1_073_741_824,
    min: 0,
    max: 1_125_899_906_842_624,
    doc: 'What one user may keep, bytes.',
  }),
  fileTypes: list('FILE_TYPES', {
    default: ['jpeg', 'png', 'gif', 'webp', 'pdf', 'doc', 'docx', 'mp4', 'mpeg', 'mov'],
    doc: 'What may be uploaded, comma separated, out of these.',
  }),
  s3Endpoint: url('S3_ENDPOINT', ['http:', 'https:'], {
    default: '',
    doc: 'Store of the files that speaks S3. Empty: AWS itself when there is a bucket, else files lie in DATA_DIR/files.',
  }),
  s3Bucket: text('S3_BUCKET', { default: '', doc: 'Its bucket. Empty: no S3.' }),
  s3Region: text('S3_REGION', { default: 'us-east-1', doc: 'Its region.' }),
  s3AccessKey: text('S3_ACCESS_KEY', {
    default: '',
    secret: true,
    doc: 'Access key; empty: as the machine’s role has it.',
  }),
  s3SecretKey: text('S3_SECRET_KEY', { default: '', secret: true, doc: 'Secret of the access key.' }),
  s3Prefix: text('S3_PREFIX', {
    default: 'files/',
    pattern: /^(?:[\w.-]+\/)*$/,
    shape: 'folders such as atrium/files/',
    doc: 'First part of every key, so that a bucket can be shared.',
  }),
  logLevel: choice('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
    default: 'info',
    doc: 'Least level that is logged.',
  }),
  logDir: text('LOG_DIR', { default: 'logs', doc: 'Folder of the rotated JSON logs (10 MB x 5). off: no files.' }),
  logStdout: flag('LOG_STDOUT', { default: false, doc: 'Also log to standard output, as a container wants it.' }),
  logsSource: choice('LOGS_SOURCE', ['app', 'directory', 'kubernetes'], {
    default: 'app',
    doc: 'Whose logs /logs shows: app: those in LOG_DIR; directory: of pods, in LOGS_DIRECTORY; kubernetes: by its API.',
  }),
  logsDirectory: text('LOGS_DIRECTORY', {
    default: '',
    doc: 'Folder in the layout of a Kubernetes node (/var/log/pods), or of files <pod>.log.',
  }),
  logsNamespace: text('LOGS_NAMESPACE', {
    default: 'default',
    pattern: /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
    shape: 'the name of a namespace',
    doc: 'The one namespace of Kubernetes whose pods are shown.',
  }),
  kubeconfig: text('KUBECONFIG', {
    default: '',
    doc: 'A kubeconfig that says where the API of Kubernetes is, as whom it is asked and who signs its certificate. Empty: the KUBERNETES_… below do.',
  }),
  kubernetesContext: text('KUBERNETES_CONTEXT', {
    default: '',
    doc: 'Which context of KUBECONFIG; empty: its current one.',
  }),
  kubernetesUrl: url('KUBERNETES_URL', ['https:', 'http:'], {
    default: 'https://kubernetes.default.svc',
    doc: 'The API of Kubernetes.',
  }),
  kubernetesTokenFile: text('KUBERNETES_TOKEN_FILE', {
    default: '/var/run/secrets/kubernetes.io/serviceaccount/token',
    doc: 'Token of the service account, read again whenever it is used; it may get pods and pods/log of the namespace.',
  }),
  kubernetesCaFile: text('KUBERNETES_CA_FILE', {
    default: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
    doc: 'Who signs the certificate of the API.',
  }),
  fastPaths: parsed(
    'FAST_PATHS',
    {
      default: 'true',
      doc: `Shorter ways for hot calls, with the same answers: true, false, or some of ${FAST_PATHS.join(', ')}. To find a fault, or after an upgrade.`,
    },
    parseFastPaths,
  ),
  drainMs: int('DRAIN_MS', {
    default: 1000,
    min: 0,
    max: 20_000,
    doc: 'How long to answer on, each answer the last of its connection, before closing: for clients and a load balancer to notice, ms.',
  }),
} as const;

export type Config = { readonly [K in keyof typeof FIELDS]: (typeof FIELDS)[K] extends EnvField<infer T> ? T : never };

const PLACEHOLDER = /^(change-?me|secret|password|example|placeholder|test|your[-_ ].*|xxx+|\.\.\.|todo|default)/i;
const MIN_SECRET_BYTES = 32;

/**
 * Parses the environment once into a typed, frozen object. An empty variable counts as absent.
 * @throws ConfigError naming the first variable that is missing, malformed, weak or a placeholder.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const config = Object.freeze(readFields(FIELDS, env)) as unknown as Config;
  rememberEnvironment(config, env);
  checkSecrets(config);
  return config;
}

function checkSecrets(config: Config): void {
  if (config.secretKey !== '' && Buffer.byteLength(config.secretKey) < MIN_SECRET_BYTES) {
    throw new ConfigError(`SECRET_KEY must be at least ${MIN_SECRET_BYTES} bytes`);
  }
  if (Boolean(config.adminEmail) !== Boolean(config.adminPassword)) {
    const [missing, given] = config.adminEmail ? ['ADMIN_PASSWORD', 'ADMIN_EMAIL'] : ['ADMIN_EMAIL', 'ADMIN_PASSWORD'];
    throw new ConfigError(`${missing} is required beside ${given}`);
  }
  if (config.logsSource === 'directory' && config.logsDirectory === '') {
    throw new ConfigError('LOGS_DIRECTORY is required where LOGS_SOURCE is directory');
  }
  if (config.env !== 'production') return;
  if (config.logsSource === 'kubernetes' && config.kubeconfig === '' && !config.kubernetesUrl.startsWith('https:')) {
    throw new ConfigError('KUBERNETES_URL must be https');
  }
  const secrets = {
    SECRET_KEY: config.secretKey,
    ADMIN_PASSWORD: config.adminPassword,
    METRICS_TOKEN: config.metricsToken,
  };
  for (const [name, value] of Object.entries(secrets)) {
    if (value !== '' && PLACEHOLDER.test(value)) throw new ConfigError(`${name} must not be a placeholder`);
  }
  const distinct = Object.values(secrets).filter((value) => value !== '');
  if (new Set(distinct).size !== distinct.length) {
    throw new ConfigError('SECRET_KEY, ADMIN_PASSWORD and METRICS_TOKEN must differ from each other');
  }
}

/** The text of `.env.example`: every variable with its meaning and its default, none of them active. @param settings of modules, after those of core */
export function envExample(settings: readonly Settings[] = []): string {
  const fields = [FIELDS, ...settings.map((one) => one.fields)].flatMap(
    (one) => Object.values(one) as EnvField<unknown>[],
  );
  const blocks = fields.map((field) => {
    const value = field.fallback ?? '';
    return `# ${field.doc}${field.fallback === undefined ? ' Required.' : ''}\n# ${field.name}=${value}\n`;
  });
  return `# Copy to .env and uncomment what you change. Made from src/core/kernel/config by \`npm run api:export\`.\n\n${blocks.join('\n')}`;
}
