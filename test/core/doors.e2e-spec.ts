import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { IncomingMessage, request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  Controller,
  Get,
  Header,
  HttpCode,
  Injectable,
  Module,
  Options,
  Param,
  Put,
  StreamableFile,
} from '@nestjs/common';
import { newId } from '../../src/core/kernel/runtime';
import { defineDoor, defineModule } from '../../src/core/module';
import {
  AccessList,
  basicOf,
  CurrentUser,
  DoorCaller,
  DoorRequest,
  Principal,
  Public,
  Require,
} from '../../src/core/web/access';
import {
  BodyStream,
  BytesBody,
  Method,
  StreamedBody,
  TakesBytes,
  TakesStream,
  TakesXml,
  TextBody,
} from '../../src/core/web/http';
import { OpenApi } from '../../src/core/web/openapi/openapi';
import { startApp, TestApp } from '../support/app';
import { Browser } from '../support/browser-cookies';
import { Answer, Client } from '../support/client';
import { PASSWORD, Person } from '../support/make';
import { until } from '../support/until';

const XML = 'application/xml; charset=utf-8';
const KEY = 'a key of one client';

/** Knows one person, by an app password and by a key. */
@Injectable()
class AppPasswords {
  userId = '';
  asked = 0;

  byPassword({ headers }: DoorRequest): DoorCaller {
    const basic = basicOf(headers.authorization);
    if (!basic) return undefined;
    this.asked += 1;
    return basic.name === 'ada' && basic.password === 'geheim: é' ? this.principal() : null;
  }

  /** Signs method, path and query, and stands in a header or the query. */
  bySignature({ method, url, headers }: DoorRequest): Promise<DoorCaller> {
    const [, signature] = /[?&]signature=(\w+)/.exec(url) ?? [];
    const given = signature ?? headers['x-signature'];
    if (given === undefined) return Promise.resolve(undefined);
    const signed = `${method} ${url.replace(/[?&]signature=\w+/, '')}`;
    const isGood = createHmac('sha256', KEY).update(signed).digest('hex') === given;
    return Promise.resolve(isGood ? this.principal() : null);
  }

  private principal(): Principal {
    return {
      userId: this.userId,
      sessionId: this.userId,
      username: null,
      roles: ['user'],
      permissions: new Set(),
      assurance: 'password',
      missingFactor: null,
      freshUntil: null,
    };
  }
}

/** What its uploads have read so far. */
const read = { bytes: 0, ended: false, failed: false };

@Controller('test-dav')
class DavController {
  @Options('*')
  @Public()
  @Header('dav', '1, 2')
  options(): void {
    // its headers are the answer
  }

  @Method('PROPFIND', '*')
  @Require()
  @TakesXml(1000)
  @HttpCode(207)
  @Header('content-type', XML)
  find(@CurrentUser() user: Principal, @Param('*') path: string, @TextBody() body: string): string {
    return `<d:multistatus xmlns:d="DAV:" user="${user.userId}" path="${path}">${body}</d:multistatus>`;
  }

  @Method('REPORT', '*')
  @Require()
  @TakesXml(1000)
  @Header('content-type', XML)
  report(@TextBody() body: string): string {
    return `<report>${body}</report>`;
  }

  @Method('LOCK', '*')
  @Require()
  @TakesXml(1000)
  @Header('content-type', XML)
  lock(@TextBody() body: string): string {
    return body === '' ? '<refreshed/>' : '<locked/>';
  }

  @Method('UNLOCK', '*')
  @Require()
  @HttpCode(204)
  unlock(): void {
    // nothing to say
  }

  @Put('*')
  @Require()
  @TakesStream(6_000_000)
  async put(@BodyStream() { stream, headers }: StreamedBody): Promise<string> {
    Object.assign(read, { bytes: 0, ended: false, failed: false });
    const hash = createHash('sha256');
    try {
      for await (const part of stream as AsyncIterable<Buffer>) {
        read.bytes += part.length;
        hash.update(part);
      }
    } catch (error) {
      read.failed = true;
      throw error;
    }
    read.ended = true;
    return `${headers['content-type'] ?? 'none'} ${read.bytes} ${hash.digest('hex')}`;
  }

  @Get('*')
  @Require()
  get(): StreamableFile {
    return new StreamableFile(Buffer.from('bytes'), { type: 'text/calendar' });
  }
}

@Controller('test-s3')
class S3Controller {
  @Put(':key')
  @Require()
  @TakesBytes(1000)
  put(@BytesBody() body: Buffer): string {
    return body.toString('hex');
  }

  @Get(':key')
  @Require()
  get(@CurrentUser() user: Principal): string {
    return user.userId;
  }
}

@Module({ controllers: [DavController, S3Controller], providers: [AppPasswords] })
class TestDoorsModule {}

const doors = defineModule({
  name: 'test-doors',
  group: 'platform',
  module: TestDoorsModule,
  uses: [],
  doors: [
    defineDoor(
      {
        path: '/test-dav',
        challenge: 'Basic realm="Test", charset="UTF-8"',
        sessions: true,
        failuresIn: 'auth',
        rateGroup: 'dav',
        errors: ({ code, status }) => ({
          type: XML,
          body: `<d:error xmlns:d="DAV:"><x:${code} xmlns:x="urn:test">${status}</x:${code}></d:error>`,
        }),
      },
      AppPasswords,
      (passwords, request) => passwords.byPassword(request),
    ),
    defineDoor({ path: '/test-s3' }, AppPasswords, (passwords, request) => passwords.bySignature(request)),
  ],
});

const basic = (password: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`ada:${password}`).toString('base64')}`,
});
const GOOD = basic('geheim: é');
const xml = (more: Record<string, string> = GOOD): Record<string, string> => ({ 'content-type': XML, ...more });
const ASKED = '<d:propfind xmlns:d="DAV:"><d:allprop/></d:propfind>';

describe('a door', () => {
  let t: TestApp;
  let ada: Person;
  beforeAll(async () => {
    t = await startApp({ CORS_ORIGINS: 'https://app.example.com' }, [doors]);
    ada = await t.make.person();
    t.app.get(AppPasswords, { strict: false }).userId = ada.user.id;
  });
  afterAll(() => t.stop());

  const call = (method: string, path: string, headers = xml(), body?: unknown): Promise<Answer> =>
    new Client(t.url).call(method, `/${path}`, { headers, body });
  const propfind = (headers?: Record<string, string>): Promise<Answer> =>
    call('PROPFIND', '/test-dav/a/b', headers, ASKED);
  const shown = ({ status, headers, text }: Answer): unknown[] => [status, headers.get('content-type'), text];

  it('answers methods of its own to bodies of XML', async () => {
    const found = await propfind();
    expect([found.status, found.headers.get('content-type')]).toEqual([207, XML]);
    expect(found.text).toBe(`<d:multistatus xmlns:d="DAV:" user="${ada.user.id}" path="a/b">${ASKED}</d:multistatus>`);
    expect(shown(await call('REPORT', '/test-dav/a', xml(), '<q/>'))).toEqual([200, XML, '<report><q/></report>']);
    expect(shown(await call('LOCK', '/test-dav/a', xml(), '<l/>'))).toEqual([200, XML, '<locked/>']);
    expect(shown(await call('LOCK', '/test-dav/a', GOOD))).toEqual([200, XML, '<refreshed/>']);
    expect((await call('UNLOCK', '/test-dav/a', GOOD)).status).toBe(204);
  });

  it('hands over XML as it came: of any charset of Unicode, no entity expanded', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;é</a>';
    expect((await call('REPORT', '/test-dav/a', xml(), bomb)).text).toBe(`<report>${bomb}</report>`);
    const send = (type: string, bytes: Buffer): Promise<Response> =>
      fetch(`${t.url}/test-dav/a`, { method: 'REPORT', headers: { ...GOOD, 'content-type': type }, body: bytes });
    const utf16 = Buffer.from('\ufeff<é/>', 'utf16le');
    expect(await (await send('text/xml; charset=utf-16', utf16)).text()).toBe('<report><é/></report>');
    expect(await (await send('', Buffer.from('<é/>'))).text()).toBe('<report><é/></report>');
    expect((await send('text/xml', Buffer.from([0x3c, 0xe9, 0x3e]))).status).toBe(400);
    expect((await send('text/xml; charset=koi8-r', Buffer.from('<a/>'))).status).toBe(415);
  });

  it('refuses bodies of other types, and the API those of a door', async () => {
    for (const type of ['application/json', 'text/csv', 'application/x-atrium-text', 'application/x-atrium-stream']) {
      expect((await propfind({ ...GOOD, 'content-type': type })).status).toBe(415);
      if (type !== 'application/json') {
        const { status, body } = await call('POST', '/api/v1/auth/login', { 'content-type': type }, '{}');
        expect([status, body.code]).toEqual([415, 'unsupported_media_type']);
      }
    }
    expect((await call('POST', '/api/v1/auth/login', { 'content-type': XML }, '<a/>')).status).toBe(415);
  });

  it('takes no more than it says', async () => {
    const large = await call('PROPFIND', '/test-dav/a', xml(), `<a>${'x'.repeat(1000)}</a>`);
    expect(large.status).toBe(413);
    expect(large.text).toContain('<x:body_too_large ');
    expect((await call('PUT', '/test-dav/a', GOOD, 'x'.repeat(6_000_001))).status).toBe(413);
    expect((await upload(Array.from({ length: 8 }, () => Buffer.alloc(1_000_000)))).status).toBe(413); // its length not said
    expect((await propfind()).status).toBe(207);
  });

  it('takes raw bytes of any type as they come', async () => {
    const half = Buffer.alloc(2_500_000, 'é');
    let wasRead = 0;
    const answer = await upload([half, half], async () => {
      await until(() => read.bytes === half.length); // while the other half is still to be sent
      wasRead = read.bytes;
      expect(read.ended).toBe(false);
    });
    expect(wasRead).toBe(2_500_000);
    const hash = createHash('sha256').update(half).update(half).digest('hex');
    expect(answer).toEqual({ status: 200, text: `application/json 5000000 ${hash}` });
    expect((await call('PUT', '/test-dav/a', GOOD)).text).toMatch(/ 0 e3b0c442/);
    for (const bytes of ['one', 'another']) {
      const { status, text: said } = await call('PUT', '/test-dav/a', { ...GOOD, 'idempotency-key': 'k' }, bytes);
      expect([status, said]).toEqual([200, expect.stringContaining(` ${bytes.length} `)]); // it has no meaning here
    }
  });

  it('goes on when nobody reads an upload that breaks off', async () => {
    const sent = httpRequest(`${t.url}/test-dav/a`, { method: 'PUT', headers: { 'content-type': 'image/png' } });
    const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
    sent.write(Buffer.alloc(100_000));
    const [{ statusCode }] = await answered;
    sent.destroy();
    expect(statusCode).toBe(401);
    Object.assign(read, { bytes: 0 });
    const broken = httpRequest(`${t.url}/test-dav/a`, { method: 'PUT', headers: GOOD }).on('error', () => undefined);
    broken.write(Buffer.alloc(100_000));
    await until(() => read.bytes === 100_000);
    broken.destroy();
    await until(() => read.failed);
    expect((await propfind()).status).toBe(207);
  });

  it('takes whole bytes of any type', async () => {
    const path = '/test-s3/key';
    const put = async (headers: Record<string, string>, body: string): Promise<Answer> =>
      call('PUT', path, { ...headers, 'x-signature': signature('PUT', path) }, body);
    for (const type of ['application/json', 'image/png', 'multipart/form-data']) {
      expect((await put({ 'content-type': type }, '{nö')).text).toBe(Buffer.from('{nö').toString('hex'));
    }
    expect((await put({}, 'x'.repeat(1001))).status).toBe(413);
  });

  it('knows callers by its own credentials', async () => {
    expect((await propfind()).status).toBe(207);
    for (const headers of [xml({}), xml(basic('wrong')), xml({ authorization: 'Basic ???' })]) {
      const { status, headers: answered, text } = await propfind(headers);
      expect([status, answered.get('www-authenticate')]).toEqual([401, 'Basic realm="Test", charset="UTF-8"']);
      expect(text).toBe(
        '<d:error xmlns:d="DAV:"><x:unauthenticated xmlns:x="urn:test">401</x:unauthenticated></d:error>',
      );
    }
    expect((await call('PROPFIND', '/%74est-dav/a', xml(), ASKED)).status).toBe(207); // another spelling of it
  });

  it('knows them by signed requests, in a header or in the address', async () => {
    const path = '/test-s3/some%20key';
    expect((await call('GET', path, { 'x-signature': signature('GET', path) })).text).toBe(ada.user.id);
    expect((await call('GET', `${path}?signature=${signature('GET', path)}`, {})).text).toBe(ada.user.id);
    for (const wrong of [signature('PUT', path), signature('GET', '/test-s3/key'), '0']) {
      const { status, body, headers } = await call('GET', path, { 'x-signature': wrong });
      expect([status, body.code, headers.get('www-authenticate')]).toEqual([401, 'unauthenticated', 'Bearer']);
    }
  });

  it('keeps them to itself', async () => {
    const { asked } = t.app.get(AppPasswords, { strict: false });
    const bare = ({ status, headers, body: { request_id: _, ...body } }: Answer) => {
      return { status, challenge: headers.get('www-authenticate'), body };
    };
    const missing = bare(await call('GET', '/api/v1/auth/me', {}));
    expect(missing).toMatchObject({ status: 401, challenge: 'Bearer', body: { code: 'unauthenticated' } });
    for (const headers of [GOOD, { 'x-signature': signature('GET', '/api/v1/auth/me') }]) {
      expect(bare(await call('GET', '/api/v1/auth/me', headers))).toEqual(missing);
    }
    expect((await call('GET', '/test-s3/key', GOOD)).status).toBe(401);
    expect((await call('GET', '/test-davx/a', GOOD)).body.code).toBe('not_found');
    expect(t.app.get(AppPasswords, { strict: false }).asked).toBe(asked);
  });

  it('lets bearers and cookies of browsers count where it says so', async () => {
    const { authorization } = ada.client.given;
    expect((await propfind(xml({ authorization }))).status).toBe(207);
    expect((await call('GET', '/test-s3/key', { authorization })).status).toBe(401);
  });

  it('refuses a cookie from another site for methods of its own, as for all that may change something', async () => {
    const browser = new Browser(t.url);
    await browser.call('POST', '/auth/browser/login', { email: ada.user.email, password: PASSWORD });
    const asBrowser = (headers: object): Promise<Answer> =>
      browser.call('PROPFIND', '//test-dav/a', ASKED, { 'content-type': XML, ...headers });
    expect((await asBrowser({ 'sec-fetch-site': 'same-origin' })).status).toBe(207);
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'x-csrf-token': '' }]) {
      const { status, text } = await asBrowser({ origin: 'https://evil.example', ...headers });
      expect([status, text]).toEqual([403, expect.stringContaining('csrf_token_invalid')]);
    }
    expect((await browser.call('GET', '//test-s3/key')).status).toBe(401);
  });

  it('writes errors as its protocol does, and names its methods', async () => {
    const wrong = await call('POST', '/test-dav/a', GOOD);
    expect(wrong.headers.get('allow')).toBe('GET, HEAD, LOCK, OPTIONS, PROPFIND, PUT, REPORT, UNLOCK');
    expect(shown(wrong)).toEqual([405, XML, expect.stringContaining('<x:method_not_allowed ')]);
    const { status, headers } = await call('PROPFIND', '/api/v1/auth/me', GOOD);
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const calls = t.app.get(AccessList).entries();
    expect(calls).toContainEqual({ call: 'REPORT /test-dav/*', access: 'signed in' });
    const described = Object.entries(t.app.get(OpenApi).document().paths).filter(([path]) => path.includes('dav'));
    expect(described.flatMap(([, item]) => Object.keys(item)).sort()).toEqual(['get', 'options', 'put']);
  });

  it('answers OPTIONS itself, and pages of other origins nothing', async () => {
    const preflight = { origin: 'https://app.example.com', 'access-control-request-method': 'PUT' };
    for (const headers of [{}, preflight] as Record<string, string>[]) {
      const { status, headers: answered } = await call('OPTIONS', '/test-dav/a', headers);
      expect([status, answered.get('dav')]).toEqual([200, '1, 2']);
      expect(answered.get('access-control-allow-origin')).toBeNull();
    }
  });

  const signature = (method: string, url: string): string =>
    createHmac('sha256', KEY).update(`${method} ${url}`).digest('hex');

  /** Sends the parts one after the other, and waits between two of them. */
  async function upload(parts: readonly Buffer[], between?: () => Promise<void>) {
    const headers = { ...GOOD, 'content-type': 'application/json' };
    const sent = httpRequest(`${t.url}/test-dav/a`, { method: 'PUT', headers });
    const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
    for (const [index, part] of parts.entries()) {
      if (index > 0) await between?.();
      sent.write(part);
    }
    sent.end();
    const [answer] = await answered;
    return { status: answer.statusCode, text: await text(answer) };
  }
});

describe('wrong credentials at a door', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp({ RATE_LIMITS: '100/minute,auth=3/minute' }, [doors]);
    t.app.get(AppPasswords, { strict: false }).userId = newId();
  });
  afterAll(() => t.stop());

  it('count with logins, and then not even the right one is looked at', async () => {
    const client = new Client(t.url);
    const ask = (headers: Record<string, string>) => client.call('GET', '//test-dav/a', { headers });
    for (let n = 0; n < 10; n++) expect((await ask(GOOD)).status).toBe(200); // good ones do not count
    for (let n = 0; n < 3; n++) expect((await ask(basic('wrong'))).status).toBe(401);
    const { status, headers, text } = await ask(basic('wrong'));
    expect([status, text]).toEqual([429, expect.stringContaining('rate_limited')]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(GOOD)).status).toBe(429);
    expect((await client.post('/auth/login', { email: 'a@example.com', password: 'x' })).status).toBe(429);
    expect((await client.get('/products')).status).toBe(200);
  });
});
