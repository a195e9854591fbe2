import { createPublicKey, verify } from 'node:crypto';
import { Housekeeping } from '../../../src/core/data/housekeeping';
import { signingInput, splitMessage } from '../../../src/modules/communication/mail/dkim/signature';
import type { TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { DOMAIN, Outside } from './outside';
import { hello, mailIs, sent } from './support';

describe('mail of a domain of ours', () => {
  let outside: Outside;
  let t: TestApp;
  let admin: Person;
  let staff: Person;
  beforeAll(async () => {
    outside = await Outside.start();
    ({ t, admin, staff } = outside);
  });
  afterAll(() => outside.stop());
  const received = (to: string) => outside.received(to);

  describe('signatures', () => {
    let domainId: string;

    it('need a key that the DNS shows; bulk is refused until then', async () => {
      const early = await staff.client.post('/mail/send', hello(['n@x.example'], { category: 'news' }));
      expect([early.status, early.body.code]).toEqual([409, 'domain_not_ready']);
      const { status, body } = await admin.client.post('/mail/domains', { domain: DOMAIN });
      expect([status, body.keys.map((one: { algorithm: string }) => one.algorithm).sort()]).toEqual([
        201,
        ['ed25519', 'rsa'],
      ]);
      domainId = body.id;
      expect((await admin.client.post('/mail/domains', { domain: DOMAIN })).body.code).toBe('mail_domain_taken');
      const report = (await admin.client.post(`/mail/domains/${domainId}/check`, {}, { 'accept-language': 'es' })).body;
      const verdicts = Object.fromEntries(
        report.checks.map((one: { check: string; verdict: string }) => [one.check, one.verdict]),
      );
      expect(verdicts).toEqual({
        spf: 'bad',
        dkim: 'bad',
        dmarc: 'bad',
        mx: 'bad',
        mta_sts: 'warning',
        tls_rpt: 'warning',
      });
      expect(report.checks[1].fix).toContain(`${body.keys[0].selector}._domainkey.${DOMAIN}`);
      await mailIs(staff.client, await sent(staff.client, hello(['unsigned@x.example'])), 'sent');
      expect((await received('unsigned@x.example')).raw).not.toContain('DKIM-Signature');
      for (const { name, value } of body.records) outside.dns.txt.set(name, [value]);
      outside.dns.txt
        .set(DOMAIN, ['v=spf1 include:a.example ~all', 'something else'])
        .set('a.example', ['v=spf1 a mx ip4:10.0.0.1 -all']);
      outside.dns.txt
        .set(`_dmarc.${DOMAIN}`, ['v=DMARC1; p=none'])
        .set(`_smtp._tls.${DOMAIN}`, [`v=TLSRPTv1; rua=mailto:a@${DOMAIN}`]);
      outside.dns.mx.set(DOMAIN, [`mail.${DOMAIN}`]);
      const after = (await admin.client.post(`/mail/domains/${domainId}/check`)).body.checks;
      expect(after.map((one: { verdict: string }) => one.verdict)).toEqual([
        'good',
        'good',
        'warning',
        'good',
        'warning',
        'good',
      ]);
      expect(after[0].found).toContain('(3)');
      await t.db.query(`UPDATE mail_domain_keys SET activated_at = now() - interval '1 minute'`);
    });

    it('are made with both keys, over the headers of bulk too, and hold', async () => {
      const news = () => staff.client.post('/mail/send', hello(['n1@x.example', 'n2@x.example'], { category: 'news' }));
      let id = '';
      await until(async () => {
        const { status, body } = await news(); // an instance may not know of a key for two seconds
        id = body.id;
        return status === 202;
      });
      await mailIs(staff.client, id, 'sent');
      const { raw } = await received('n1@x.example');
      expect(raw).toContain('To: n1@x.example\r\n');
      expect(raw).not.toContain('n2@x.example');
      expect(raw).toMatch(/^List-Unsubscribe:\s+<https:\/\/school\.example\/api\/v1\/mail\/unsubscribe\/[\w-]+>\r$/m);
      expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
      const { fields } = splitMessage(Buffer.from(raw, 'utf8'));
      const signatures = fields.filter(({ name }) => name === 'dkim-signature');
      expect(signatures).toHaveLength(2);
      for (const { raw: own } of signatures) {
        const tag = (name: string) => (new RegExp(`[;:\\s]${name}=([^;]*)`).exec(own)?.[1] ?? '').replace(/\s/g, '');
        const names = tag('h').split(':');
        expect(names).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']));
        const [, shown] = /p=(\S+)/.exec(outside.dns.txt.get(`${tag('s')}._domainkey.${DOMAIN}`)?.[0] ?? '') ?? [];
        const input = Buffer.from(signingInput(fields, names, own.replace(/\bb=[^;]*$/, 'b=')), 'latin1');
        if (tag('a') !== 'rsa-sha256') continue; // of Ed25519 the unit spec has the vectors
        const key = createPublicKey({ key: Buffer.from(shown, 'base64'), format: 'der', type: 'spki' });
        expect(verify('sha256', input, key, Buffer.from(tag('b'), 'base64'))).toBe(true);
      }
    });

    it('stay those of the keys before until the DNS shows the new ones', async () => {
      const before = (await admin.client.get(`/mail/domains/${domainId}`)).body.keys[0].selector as string;
      const { body } = await admin.client.post(`/mail/domains/${domainId}/rotate`);
      expect(body.keys).toHaveLength(4);
      await mailIs(staff.client, await sent(staff.client, hello(['rot@x.example'])), 'sent');
      expect((await received('rot@x.example')).raw).toContain(before);
      const newOnes = () =>
        t.db.query(`SELECT 1 FROM mail_domain_keys WHERE activated_at IS NOT NULL AND selector <> $1`, [before]);
      const known = (await newOnes()).length;
      await t.app.get(Housekeeping).run('mail.domains');
      expect(await newOnes()).toHaveLength(known);
      for (const { name, value } of body.records) outside.dns.txt.set(name, [value]);
      await t.app.get(Housekeeping).run('mail.domains'); // nobody has to ask
      expect(await newOnes()).toHaveLength(known + 2);
    });

    it('say unknown where the DNS says nothing', async () => {
      outside.dns.silent.add(`_dmarc.${DOMAIN}`);
      const { checks } = (await admin.client.post(`/mail/domains/${domainId}/check`)).body;
      expect(checks[2]).toMatchObject({ check: 'dmarc', verdict: 'unknown' });
      outside.dns.silent.clear();
    });
  });

  describe('unsubscribing', () => {
    const linkIn = (raw: string) =>
      (/^List-Unsubscribe:\s+<https:\/\/school\.example(\S+)>/m.exec(raw) as RegExpExecArray)[1];

    it('is asked for by a page and done by one click, for this category alone', async () => {
      await mailIs(staff.client, await sent(staff.client, hello(['u@x.example'], { category: 'news' })), 'sent');
      const path = linkIn((await received('u@x.example')).raw);
      const page = await fetch(`${t.url}${path}`, { headers: { 'accept-language': 'es' } });
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Darse de baja')]);
      await mailIs(staff.client, await sent(staff.client, hello(['u@x.example'], { category: 'news' })), 'sent'); // asking changes nothing
      const form = new FormData();
      form.set('List-Unsubscribe', 'One-Click');
      const click = (body: URLSearchParams | FormData) => fetch(`${t.url}${path}`, { method: 'POST', body });
      expect((await click(form)).status).toBe(200);
      expect((await click(new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }))).status).toBe(200);
      await mailIs(staff.client, await sent(staff.client, hello(['u@x.example'], { category: 'news' })), 'suppressed');
      await mailIs(staff.client, await sent(staff.client, hello(['U@x.example'], { category: 'offers' })), 'sent');
      await mailIs(staff.client, await sent(staff.client, hello(['u@x.example'])), 'sent');
      const listed = (await admin.client.get('/mail/suppressions?address=u@x.example')).body.items;
      expect(listed).toMatchObject([{ address: 'u@x.example', category: 'news', reason: 'unsubscribe', until: null }]);
      expect((await admin.client.delete(`/mail/suppressions/${listed[0].id}`)).status).toBe(204);
      await mailIs(staff.client, await sent(staff.client, hello(['u@x.example'], { category: 'news' })), 'sent');
    });

    it('refuses links that are none of ours', async () => {
      for (const token of ['x', 'A'.repeat(120), '%00']) {
        expect((await fetch(`${t.url}/api/v1/mail/unsubscribe/${token}`)).status).toBe(404);
      }
    });

    it('by hand stops everything but nobody else', async () => {
      const add = await admin.client.post('/mail/suppressions', { address: 'Hand@x.example' });
      expect([add.status, add.body.reason]).toEqual([201, 'manual']);
      await mailIs(staff.client, await sent(staff.client, hello(['hand@x.example'])), 'suppressed');
      expect((await staff.client.get('/mail/suppressions')).status).toBe(403);
    });
  });
});
