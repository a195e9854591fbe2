import { ModuleRegistry } from '../../../src/core/module';
import { Events } from '../../../src/core/data/events';
import { Keys, seal } from '../../../src/core/kernel/runtime';
import { LOCALES } from '../../../src/core/kernel/text';
import { MAIL_TEMPLATES, MailService } from '../../../src/modules/communication/mail';
import { MailRequested } from '../../../src/modules/communication/mail/mail.events';
import { REPORT_READY } from '../../../src/modules/platform/reports/mails/report-ready';
import { TestApp, workerApp } from '../../support/app';
import { mailTo } from '../../support/mails';
import { PASSWORD } from '../../support/make';

describe('mails in the language of their reader', () => {
  let t: TestApp;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());
  beforeEach(() => t.reset());

  it('have a text in each language, of its own but where somebody else has written it', () => {
    const templates = t.app.get(ModuleRegistry).extensionsOf(MAIL_TEMPLATES);
    expect(templates.length).toBeGreaterThan(9);
    for (const { name, texts } of templates) {
      expect([name, Object.keys(texts).sort()]).toEqual([name, [...LOCALES].sort()]);
      const sources = new Set(LOCALES.map((locale) => texts[locale].toString()));
      expect([name, sources.size]).toEqual([name, name === 'message' ? 1 : LOCALES.length]);
    }
  });

  it('say so in their HTML, and tell times by the clock of the reader', async () => {
    const expiresAt = new Date(Date.now() + 60_000);
    const values = { name: 'Ventas.csv', url: 'https://atrium.example/x', expiresAt: '2026-07-01T22:30:00.000Z' };
    const readers = { es: { locale: 'es', timeZone: 'Europe/Madrid' }, en: undefined } as const;
    for (const [name, reader] of Object.entries(readers)) {
      const mail = { to: `${name}@example.com`, template: REPORT_READY, values, reader, expiresAt };
      await t.db.transaction(() => t.app.get(MailService).send(mail));
    }
    const es = await mailTo(t, 'es@example.com', /^Tu informe: Ventas.csv$/);
    expect(es.html).toContain('<html lang="es">');
    expect(es.text).toMatch(/hasta el 2 de julio de 2026\D+00:30 \(Europe\/Madrid\), para quien lo tenga/);
    const en = await mailTo(t, 'en@example.com', /^Your report: Ventas.csv$/);
    expect(en.html).toContain('<html lang="en">');
    expect(en.text).toMatch(/until 1 July 2026\D+22:30 \(UTC\), for whoever/);
  });

  it('are those of the account: registering, forgetting, changing', async () => {
    const email = 'ana@example.com';
    const account = { email, password: PASSWORD, full_name: 'Ana', locale: 'es', time_zone: 'Europe/Madrid' };
    expect((await t.client.post('/auth/register', account)).status).toBe(201);
    expect((await mailTo(t, email, /^Confirma tu dirección de correo$/)).text).toContain('durante 3 días');
    await t.client.post('/auth/password/forgot', { email });
    const reset = await mailTo(t, email, /^Elige una contraseña nueva$/);
    const token = /token=([\w-]+)/.exec(reset.text)?.[1];
    expect((await t.client.post('/auth/password/reset', { token, password: 'Rainy-Night-43' })).status).toBe(204);
    await mailTo(t, email, /^Tu contraseña ha cambiado$/);
  });

  it('are English where the release before has asked for them', async () => {
    const values = { subject: 'Hello', body: 'there' };
    const at = new Date().toISOString();
    const envelope = { to: 'old@example.com', template: 'message', values, at, expiresAt: '2100-01-01T00:00:00.000Z' };
    const sealed = seal(t.app.get(Keys).derive('mail'), JSON.stringify(envelope)).toString('base64url');
    await t.db.transaction(() => t.app.get(Events).emit(new MailRequested(sealed)));
    expect((await mailTo(t, 'old@example.com', /^Hello$/)).html).toContain('<html lang="en">');
  });
});
