import type { Browser, Page } from 'playwright-core';
import { classOf, teacher, violations } from '../school/support';
import { TestApp, workerApp } from '../support/app';
import { launchChromium } from '../support/chromium';
import { expectSound, HOSTILE, pageOf } from './support';

describe('the screens of the school', () => {
  let t: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    t = await workerApp();
    browser = await launchChromium();
  });
  beforeEach(() => t.reset());
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(await violations(t)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await t.stop();
  });

  /** The cells of the gradebook, row by row, without its heads and means. */
  const cells = (page: Page) => page.getByRole('grid').locator('[data-cell]');
  const stored = (page: Page) => page.getByText('Everything is stored.').waitFor();

  it('let two grade a class at once: by keys and pasting, with both versions where they meet', async () => {
    const ms = await teacher(t);
    const { classroom, own, input } = await classOf(t, ms);
    const other = await t.make.user({ roles: ['student'], fullName: `Zoe ${HOSTILE}` });
    await t.make.enrollment({ classroomId: classroom.id, studentId: other.id });
    await ms.client.post('/grades', input({ assessment: 'Midterm', score: 70 }));
    const [a, b] = [
      await pageOf(t, browser, ms, '/school/gradebook'),
      await pageOf(t, browser, await t.make.admin(), '/school/gradebook'),
    ];
    await cells(a.page).nth(1).waitFor();
    await cells(b.page).nth(1).waitFor();
    await expectSound(a.page, 'gradebook');

    await cells(a.page).first().click();
    await a.page.keyboard.type('91,5');
    await a.page.keyboard.press('Enter');
    await a.page.keyboard.type('64');
    await a.page.keyboard.press('Enter');
    await stored(a.page);
    expect(await cells(a.page).allInnerTexts()).toEqual(['91.5', '64']);

    await cells(b.page).first().focus();
    await b.page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '80\\n85\\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
    await b.page.getByText('Somebody else has changed 2 of these grades meanwhile.').waitFor();
    await cells(b.page).first().focus();
    await b.page.keyboard.press('Enter');
    const dialog = b.page.getByRole('dialog');
    expect(await dialog.locator('tbody tr').innerText()).toMatch(/80\s+91\.5/);
    await dialog.getByRole('button', { name: 'Store mine' }).click();
    await cells(b.page).nth(1).focus();
    await b.page.keyboard.press('Enter');
    await b.page.getByRole('dialog').getByRole('button', { name: 'Take what is stored' }).click();
    await stored(b.page);
    expect(await cells(b.page).allInnerTexts()).toEqual(['80', '64']);
    const { items } = (await ms.client.get(`/grades?classroom_id=${classroom.id}`)).body;
    const scores = items.map((one: { student_id: string; score: number }) => [one.student_id, one.score]);
    expect(new Map(scores)).toEqual(new Map([[own.user.id, 80] as const, [other.id, 64] as const]));
    expect([...a.troubles, ...b.troubles]).toEqual([]);
  });

  it('store what is typed while the server is away, and leave a closed term alone', async () => {
    const ms = await teacher(t);
    const { term, input } = await classOf(t, ms);
    await ms.client.post('/grades', input({ assessment: 'Midterm', score: 70 }));
    const { page } = await pageOf(t, browser, ms, '/school/gradebook');
    await cells(page).first().click();
    await page.context().setOffline(true);
    await page.keyboard.type('55');
    await page.keyboard.press('Enter');
    await page.getByText('Storing 1…').waitFor();
    await page.context().setOffline(false);
    await stored(page);
    expect((await ms.client.get('/grades')).body.items[0]).toMatchObject({ score: 55, version: 2 });

    await (await t.make.admin()).client.post(`/school/terms/${term.id}/close`);
    await page.reload();
    await page.getByText('The term is closed: its grades stay as they are.').waitFor();
    await cells(page).first().click();
    await page.keyboard.type('99');
    expect(await page.getByRole('grid').getByRole('textbox').count()).toBe(0);
  });

  it('take a file over only once it is right, with what is wrong by the lines of the file', async () => {
    const { page, troubles } = await pageOf(t, browser, await t.make.admin(), '/school/import');
    const choose = (text: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 's.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await choose('E-Mail address;Notes;Pupil\nada@example.com;"two\nlines";Ada\nnonsense;;Ben\n');
    await page.getByText('Still needed: Full name.').waitFor();
    await page.getByLabel('Pupil').selectOption({ label: 'Full name' });
    await page.getByRole('button', { name: 'Dry run: change nothing' }).click();
    const faults = page.getByRole('table', { name: 'What is wrong' }).locator('tbody tr');
    await faults.first().waitFor();
    expect((await faults.allInnerTexts()).map((one) => one.split('\t').slice(0, 3))).toEqual([
      ['4', 'E-mail address', 'nonsense'],
    ]);
    await expectSound(page, 'import');

    await choose('email,full_name\nada@example.com,Ada\nben@example.com,Ben\n');
    await page.getByRole('button', { name: 'Dry run: change nothing' }).click();
    await page.getByText('of 2 rows, 2 would be made').waitFor();
    const students = () => t.db.query(`SELECT 1 FROM users WHERE roles @> '{student}'`);
    expect(await students()).toHaveLength(0);
    await page.getByRole('button', { name: 'Take all of it over' }).click();
    await page.getByText('of 2 rows, 2 are made').waitFor();
    expect(await students()).toHaveLength(2);
    expect(troubles).toEqual([]);
  });

  it('show a classroom, move a student, and a pupil their own transcript', async () => {
    const ms = await teacher(t);
    const { own, input } = await classOf(t, ms);
    await ms.client.post('/grades', input({ subject: HOSTILE }));
    const to = await t.make.classroom({ name: 'Elsewhere' });
    const admin = await pageOf(t, browser, await t.make.admin(), '/school/classrooms');
    await admin.page.getByRole('link', { name: /^Classroom \d/ }).click();
    await admin.page.getByRole('button', { name: `Move ${own.user.fullName}` }).click();
    await admin.page.getByLabel('To classroom').first().click();
    await admin.page.getByRole('option', { name: 'Elsewhere' }).click();
    await admin.page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
    await admin.page.getByText('Nobody is in this classroom').waitFor();
    const { body } = await (await t.make.admin()).client.get(`/classrooms/${to.id}/enrollments?active=true`);
    expect(body.items).toMatchObject([{ student_id: own.user.id }]);
    await expectSound(admin.page, 'classroom');

    const { page, troubles } = await pageOf(t, browser, own, '/school/grades');
    await page.getByRole('cell', { name: '87.25' }).waitFor();
    await expectSound(page, 'my grades');
    await page.getByRole('link', { name: 'My transcript' }).click();
    await page.getByRole('button', { name: 'Have it signed' }).click();
    await page.getByRole('table', { name: 'Signed transcripts' }).waitFor();
    await expectSound(page, 'transcript');
    expect([...admin.troubles, ...troubles]).toEqual([]);
  });
});
