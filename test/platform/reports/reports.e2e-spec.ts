import { Invariants } from '../../../src/core/data/invariants';
import { TaskWorker } from '../../../src/modules/platform/tasks/engine/task-worker';
import { FilesService } from '../../../src/modules/content/files';
import { onDisk } from '../../content/files/support';
import { place } from '../../commerce/orders/support';
import { startApp, TestApp } from '../../support/app';
import { mailsOf, mailTo } from '../../support/mails';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { csvRows, pagesOf, report, xlsxRows } from './report-support';
import { seen, taskIs } from '../tasks/support';

const custom = (parameters: object) => ({ report_type: 'custom', parameters });

describe('reports', () => {
  let t: TestApp;
  let ada: Person;
  let eve: Person;
  let staff: Person;
  let teacher: Person;
  let student: Person;

  beforeAll(async () => {
    t = await startApp();
    [ada, eve] = [await t.make.person({ fullName: 'Ada "=1+1" Łąka' }), await t.make.person()];
    staff = await t.make.person({ roles: ['finance'] });
    teacher = await t.make.person({ roles: ['teacher'] });
    const paint = await t.make.product({ name: '=HYPERLINK("http://evil.test")', priceMinor: 1250, stock: 50 });
    const yen = await t.make.product({ name: 'Inkstone', priceMinor: 3000, currency: 'JPY', stock: 0 });
    for (let n = 0; n < 3; n++) expect((await place(ada.client, [paint.id, n + 1])).status).toBe(201);
    expect((await place(eve.client, [paint.id, 4])).status).toBe(201);
    expect(yen.currency).toBe('JPY');
    await t.make.term();
    const classroom = await t.make.classroom({ teacherId: teacher.user.id, name: '7b' });
    const other = await t.make.classroom({ name: '8c' });
    student = await t.make.person({ roles: ['student'] });
    await t.make.enrollment({ classroomId: classroom.id, studentId: student.user.id });
    const stranger = await t.make.enrollment({ classroomId: other.id });
    const admin = await t.make.admin();
    for (const [classroomId, studentId, score] of [
      [classroom.id, student.user.id, 87.25],
      [other.id, stranger.studentId, 50],
    ]) {
      const grade = { classroom_id: classroomId, student_id: studentId, subject: '@Maths', score };
      expect((await admin.client.post('/grades', grade)).status).toBe(201);
    }
  });
  afterAll(async () => {
    expect((await t.app.get(Invariants).verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
    await t.stop();
  });

  it('are tables of the rows and columns asked for, as CSV that no spreadsheet computes', async () => {
    const columns = ['number', 'customer', 'pieces', 'total', 'currency', 'created_at'];
    const { task, bytes } = await report(
      t,
      ada,
      custom({ dataset: 'orders', columns, filters: { status: 'pending' } }),
    );
    expect(task).toMatchObject({
      type: 'report',
      progress: 100,
      result: { format: 'csv', rows: 3, filename: 'Orders.csv', size: bytes.length },
    });
    const rows = csvRows(bytes);
    expect(Object.keys(rows[0])).toEqual(columns);
    expect(rows.map(({ total, pieces, currency }) => [total, pieces, currency])).toEqual([
      ['12.50', '1', 'USD'],
      ['25.00', '2', 'USD'],
      ['37.50', '3', 'USD'],
    ]);
    expect(rows[0].customer).toBe('Ada "=1+1" Łąka');
    expect(rows[0].created_at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    const { body } = await ada.client.get(`/storage/files/${task.result.file_id}/metadata`);
    expect(body).toMatchObject({ content_type: 'text/csv', folder: 'reports', original_filename: 'Orders.csv' });
    const products = await report(t, ada, custom({ dataset: 'products', columns: ['name', 'price', 'in_stock'] }));
    expect(csvRows(products.bytes)).toEqual(
      expect.arrayContaining([
        { name: `'=HYPERLINK("http://evil.test")`, price: '12.50', in_stock: 'true' },
        { name: 'Inkstone', price: '3000', in_stock: 'false' },
      ]),
    );
  });

  it('show their asker what the lists would: their own, their classrooms’, everybody’s', async () => {
    const count = async (person: Person, dataset: string): Promise<number> =>
      (await report(t, person, custom({ dataset }))).task.result.rows as number;
    expect([await count(ada, 'orders'), await count(eve, 'orders'), await count(staff, 'orders')]).toEqual([3, 1, 4]);
    expect(await count(teacher, 'grades')).toBe(1);
    expect(await count(student, 'grades')).toBe(1);
    expect(await count(ada, 'grades')).toBe(0);
    expect(await count(student, 'enrollments')).toBe(1);
    const admin = await t.make.admin();
    expect([await count(admin, 'grades'), await count(admin, 'enrollments')]).toEqual([2, 2]);
    const strangers = custom({ dataset: 'orders', filters: { user_id: ada.user.id } });
    expect((await report(t, eve, strangers)).task.result.rows).toBe(0);
    expect((await report(t, staff, strangers)).task.result.rows).toBe(3);
  });

  it('are made with the rights their asker has then', async () => {
    const clerk = await t.make.person({ roles: ['finance'] });
    const worker = t.app.get<any>(TaskWorker);
    const held = jest.spyOn(worker, 'begin').mockResolvedValue(undefined); // jobs get lost; they fall due again
    const asked = await clerk.client.post('/tasks/report', custom({ dataset: 'orders' }));
    const leaver = await t.make.person({ roles: ['finance'] });
    const theirs = await leaver.client.post('/tasks/report', custom({ dataset: 'orders' }));
    await t.db.query(`UPDATE users SET roles = '{user}' WHERE id = $1`, [clerk.user.id]);
    await t.db.query(`UPDATE users SET is_active = false WHERE id = $1`, [leaver.user.id]);
    held.mockRestore();
    await t.db.query('UPDATE tasks SET due_at = now()');
    const admin = await t.make.admin();
    expect((await taskIs(admin.client, asked.body.task_id, 'completed', 20_000)).result.rows).toBe(0);
    const failed = await taskIs(admin.client, theirs.body.task_id, 'failed', 20_000);
    expect([failed.attempts, failed.error?.code]).toEqual([1, 'inactive_user']);
  });

  it('are workbooks that a reader of others opens, with numbers, days and no formula', async () => {
    const parameters = {
      dataset: 'products',
      columns: ['name', 'price', 'stock', 'in_stock', 'created_at'],
      format: 'xlsx',
    };
    const { task, bytes } = await report(t, staff, custom({ ...parameters, title: 'What / we: have' }));
    expect(task.result.filename).toBe('What - we: have.xlsx');
    const rows = await xlsxRows(bytes);
    expect(rows[0]).toEqual(['Name', 'Price', 'Stock', 'In stock', 'Made']);
    const paint = rows.find((row) => String(row[0]).startsWith('=HYPERLINK')) ?? [];
    expect(paint.slice(0, 4)).toEqual(['=HYPERLINK("http://evil.test")', 12.5, 40, true]);
    expect(Math.abs((paint[4] as Date).getTime() - Date.now())).toBeLessThan(3_600_000);
    const days = await report(
      t,
      student,
      custom({ dataset: 'enrollments', columns: ['enrolled_on', 'withdrawn_on'], format: 'xlsx' }),
    );
    const [, [day, none]] = await xlsxRows(days.bytes);
    expect([(day as Date).toISOString().slice(11), none]).toEqual(['00:00:00.000Z', null]);
    const grades = await report(
      t,
      teacher,
      custom({ dataset: 'grades', columns: ['subject', 'score'], format: 'xlsx' }),
    );
    expect((await xlsxRows(grades.bytes))[1]).toEqual(['@Maths', 87.25]);
  });

  it('are PDF with charts: of a table, or of all figures', async () => {
    const table = await report(t, staff, custom({ dataset: 'orders', format: 'pdf' }));
    expect(table.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect([pagesOf(table.bytes), table.task.result.rows]).toEqual([1, 4]);
    const { task, bytes } = await report(t, staff, { report_type: 'complex', parameters: { title: 'The quarter' } });
    expect(task.result).toMatchObject({ format: 'pdf', filename: 'The quarter.pdf' });
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pagesOf(bytes)).toBeGreaterThan(1);
  });

  it('are figures as CSV, of the sections and the days asked for', async () => {
    const { bytes } = await report(t, staff, { report_type: 'simple' });
    const rows = csvRows(bytes);
    const valueOf = (section: string, name: string, group = ''): string | undefined =>
      rows.find((row) => row.section === section && row.group === group && row.name === name)?.value;
    expect([valueOf('Sales', 'Orders'), valueOf('Sales', 'Sum in USD'), valueOf('Stock', 'Sold out')]).toEqual([
      '4',
      '125.00 USD',
      '1',
    ]);
    expect(valueOf('Sales', 'pending', 'Orders by status')).toBe('4');
    const own = csvRows((await report(t, ada, { report_type: 'simple', parameters: { sections: ['sales'] } })).bytes);
    expect(own.find(({ name }) => name === 'Orders')).toMatchObject({ section: 'Your orders', value: '3' });
    expect(new Set(own.map(({ section }) => section)).size).toBe(1);
    const past = { report_type: 'simple', parameters: { sections: ['sales'], from: '2020-01-01', to: '2020-12-31' } };
    expect(csvRows((await report(t, staff, past)).bytes)[0].value).toBe('0');
  });

  it.each<[string, unknown, string[]]>([
    ['another type', { report_type: 'huge', parameters: {} }, ['report_type']],
    ['parameters that are none', { report_type: 'simple', parameters: [] }, ['parameters']],
    ['another recipient', { report_type: 'simple', parameters: {}, email: 'a@example.com, b@example.com' }, ['email']],
    ['no dataset', custom({}), ['parameters.dataset']],
    ['another dataset', custom({ dataset: 'users' }), ['parameters.dataset']],
    ['another column', custom({ dataset: 'orders', columns: ['id', 'password'] }), ['parameters.columns.1']],
    ['a column twice', custom({ dataset: 'orders', columns: ['id', 'id'] }), ['parameters.columns.1']],
    ['no columns', custom({ dataset: 'orders', columns: [] }), ['parameters.columns']],
    ['another filter', custom({ dataset: 'orders', filters: { secret: 1 } }), ['parameters.filters.secret']],
    [
      'a status that is none',
      custom({ dataset: 'orders', filters: { status: 'lost' } }),
      ['parameters.filters.status'],
    ],
    ['a day that is none', custom({ dataset: 'grades', filters: { from: '2026-02-30' } }), ['parameters.filters.from']],
    [
      'an end before its beginning',
      custom({ dataset: 'orders', filters: { from: '2026-02-02', to: '2026-02-01' } }),
      ['parameters.filters.to'],
    ],
    ['another format', custom({ dataset: 'orders', format: 'docx' }), ['parameters.format']],
    ['a title of two lines', { report_type: 'simple', parameters: { title: 'a\r\nb' } }, ['parameters.title']],
    ['another section', { report_type: 'complex', parameters: { sections: ['salaries'] } }, ['parameters.sections.0']],
    ['something unknown', { report_type: 'simple', parameters: { dataset: 'orders' } }, ['parameters.dataset']],
  ])('refuse %s, before anything is written', async (_, input, fields) => {
    const { status, body } = await ada.client.post('/tasks/report', input);
    expect([status, (body.errors ?? []).map(({ field }: any) => field)]).toEqual([422, fields]);
  });

  it('say what there is to choose from', async () => {
    const { body } = await ada.client.get('/tasks/report/sources');
    expect(body.datasets.map(({ name }: any) => name)).toEqual(['enrollments', 'grades', 'orders', 'products']);
    const orders = body.datasets.find(({ name }: any) => name === 'orders');
    expect(orders.filters).toEqual(expect.arrayContaining(['from', 'to', 'status', 'user_id']));
    expect(orders.columns).toContainEqual({ name: 'shipping_address', title: 'Shipping address' });
    expect(body.sections).toEqual(['sales', 'school', 'stock']);
  });

  it('are mailed once as a signed link, which needs no login and ends', async () => {
    const to = 'reader@example.com';
    const { task, bytes } = await report(t, ada, { ...custom({ dataset: 'orders' }), email: to });
    const mail = await mailTo(t, to, /^Your report: Orders\.csv$/);
    const [url] = /http\S+\/storage\/shared\/\S+/.exec(mail.text) ?? [''];
    const response = await fetch(url.replace(/^https?:\/\/[^/]+/, t.url));
    expect([response.status, Buffer.from(await response.arrayBuffer()).equals(bytes)]).toEqual([200, true]);
    expect(mailsOf(t).filter((one) => one.to.includes(to))).toHaveLength(1);
    await ada.client.delete(`/storage/files/${task.result.file_id}`);
    expect((await fetch(url.replace(/^https?:\/\/[^/]+/, t.url))).status).toBe(404);
  });

  it('are their asker’s files alone, and count in their quota', async () => {
    const { task } = await report(t, ada, custom({ dataset: 'orders' }));
    expect((await eve.client.get(`/storage/download/${task.result.file_id}`)).status).toBe(404);
    const { body } = await eve.client.get('/storage/files?folder=reports');
    expect(body.items.map(({ id }: any) => id)).not.toContain(task.result.file_id);
    const poor = await t.make.person();
    await t.db.query(`INSERT INTO file_usage (id, user_id, used_bytes) SELECT id, id, $2 FROM users WHERE id = $1`, [
      poor.user.id,
      1_073_741_824 - 10,
    ]);
    const asked = await poor.client.post('/tasks/report', custom({ dataset: 'products' }));
    const failed = await taskIs(poor.client, asked.body.task_id, 'failed', 20_000);
    expect([failed.attempts, failed.error?.code]).toEqual([1, 'quota_exceeded']);
    await t.db.query('DELETE FROM file_usage WHERE user_id = $1', [poor.user.id]);
  });

  it('leave one file and one mail when a worker stalls and wakes after another has done it', async () => {
    const files = t.app.get(FilesService);
    const original = files.prepareOwn.bind(files);
    let wake = (): void => undefined;
    let stalled = 0;
    const stall = jest.spyOn(files, 'prepareOwn').mockImplementationOnce(async (...args) => {
      const prepared = await original(...args);
      stalled += 1;
      await new Promise<void>((resolve) => (wake = resolve));
      return prepared;
    });
    const to = 'late@example.com';
    const before = onDisk(t.env.DATA_DIR).stored.length;
    const { body } = await ada.client.post('/tasks/report', { ...custom({ dataset: 'orders' }), email: to });
    await until(() => stalled === 1);
    await t.db.query(`UPDATE tasks SET lease_until = now() - interval '1 second' WHERE id = $1`, [body.task_id]);
    const task = await taskIs(ada.client, body.task_id, 'completed', 20_000);
    expect([task.attempts, onDisk(t.env.DATA_DIR).stored.length]).toEqual([2, before + 2]);
    wake();
    await until(() => onDisk(t.env.DATA_DIR).stored.length === before + 1);
    stall.mockRestore();
    await mailTo(t, to, /Your report/);
    expect(mailsOf(t).filter((mail) => mail.to.includes(to))).toHaveLength(1);
    expect((await seen(ada.client, body.task_id)).result).toEqual(task.result);
    expect(await t.db.query(`SELECT 1 FROM files WHERE status = 'pending'`)).toEqual([]);
  });
});
