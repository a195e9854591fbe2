import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { runCommand } from '../../support/command';
import { copyDatabase, dropDatabase, makeDatabase } from '../../support/database';
import { freePort, Instance } from '../../support/instance';
import { servers } from '../../support/servers';
import type { Step } from './guide';
import { Ran, Shell } from './shell';

/** What guides call ports; each is another one here. The first is that of the application. */
const PORTS = ['8000', '8001', '8111', '9001', '9002'];
/** In place of `npm`: notes the environment that a guide starts the application with. */
const NPM = '#!/bin/sh\n[ "$*" = start ] || exit 64\nenv -0 > "$GUIDE_START"\n';

/** The demo, filled once: a database and the files that belong to it, to be copied. */
export class FilledDemo {
  private constructor(
    readonly url: string,
    readonly dataDir: string,
  ) {}

  static async fill(): Promise<FilledDemo> {
    const demo = new FilledDemo(await makeDatabase(), mkdtempSync(join(tmpdir(), 'atrium-demo-')));
    const { code, output } = await runCommand(['demo'], {
      DATABASE_URL: demo.url,
      REDIS_URL: servers().redis,
      REDIS_PREFIX: `demo-${randomBytes(6).toString('hex')}`,
      DATA_DIR: demo.dataDir,
      LOG_DIR: 'off',
    });
    if (code !== 0) throw new Error(`The demo was not filled: ${output}`);
    return demo;
  }

  async drop(): Promise<void> {
    await dropDatabase(this.url);
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** What one reader of a guide has: a folder, a terminal, and the application that the guide starts. */
export class World {
  private readonly folder = mkdtempSync(join(tmpdir(), 'atrium-guide-'));
  /** As the folder of a clone. */
  private readonly clone = join(this.folder, 'clone');
  private readonly dataDir = join(this.clone, '.data');
  private readonly ports = new Map<string, string>();
  private readonly instances = new Map<number, Instance>();
  private readonly redisPrefix = `guide-${randomBytes(6).toString('hex')}`;
  private shell: Shell | null = null;
  private databaseUrl = '';

  private constructor(private readonly demo: FilledDemo) {}

  static async open(demo: FilledDemo): Promise<World> {
    const world = new World(demo);
    const bin = join(world.folder, 'bin');
    for (const folder of [world.clone, bin]) mkdirSync(folder);
    writeFileSync(join(bin, 'npm'), NPM, { mode: 0o755 });
    for (const name of ['dist', 'node_modules', 'scripts', 'test', 'package.json']) {
      symlinkSync(resolve(name), join(world.clone, name));
    }
    for (const port of PORTS) world.ports.set(port, String(await freePort()));
    return world;
  }

  /** Does what a command that ends in `npm start` asks for; what runs on its port ends first. */
  async start(command: string): Promise<void> {
    const asked = this.askedFor(this.here(command));
    if (this.databaseUrl === '') {
      this.databaseUrl = await (asked.DEMO === 'false' ? makeDatabase() : copyDatabase(this.demo.url));
      if (asked.DEMO !== 'false') cpSync(this.demo.dataDir, this.dataDir, { recursive: true });
    }
    const port = Number(asked.PORT ?? this.ports.get(PORTS[0]));
    await this.instances.get(port)?.stop();
    const instance = Instance.start(port, { ...this.settings(), ...asked }, undefined, this.clone);
    this.instances.set(port, instance);
    await instance.ready();
  }

  /** @param limitMs ends what hangs */
  async run({ line, code }: Step, limitMs: number): Promise<Ran> {
    this.shell ??= new Shell(this.folder, this.clone, this.environment());
    return this.shell.run(line, this.here(code), limitMs);
  }

  /** A text of the guide with the ports of this world. */
  here(text: string): string {
    return text.replace(new RegExp(`\\b(?:${PORTS.join('|')})\\b`, 'g'), (port) => this.ports.get(port) as string);
  }

  async close(): Promise<void> {
    await this.shell?.close();
    await Promise.all([...this.instances.values()].map((one) => one.stop('SIGKILL'))); // nobody is left whom it serves
    if (this.databaseUrl !== '') await dropDatabase(this.databaseUrl);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private environment(): Record<string, string> {
    return {
      PATH: [join(this.folder, 'bin'), process.env.PATH].join(delimiter),
      HOME: this.folder,
      LANG: 'C.UTF-8',
      GUIDE_START: join(this.folder, 'start'),
    };
  }

  /** As `npm start` has them. */
  private settings(): Record<string, string> {
    return {
      DATABASE_URL: this.databaseUrl,
      REDIS_URL: servers().redis,
      REDIS_PREFIX: this.redisPrefix,
      DATA_DIR: this.dataDir,
      LOG_DIR: 'logs',
      PUBLIC_URL: `http://localhost:${this.ports.get(PORTS[0])}`,
    };
  }

  /** The variables that a command gives to `npm start`. */
  private askedFor(command: string): Record<string, string> {
    const env = this.environment();
    const { status, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', command], { cwd: this.clone, env });
    if (status !== 0) throw new Error(`Nothing starts by \`${command}\`: ${String(stderr)}`);
    const all = readFileSync(env.GUIDE_START, 'utf8').split('\0').filter(Boolean);
    const given = all.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)] as const);
    const own = ['PWD', 'OLDPWD', 'SHLVL', '_'];
    return Object.fromEntries(given.filter(([name]) => !(name in env) && !own.includes(name)));
  }
}
