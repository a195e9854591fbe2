import { TestApp, workerApp } from '../../support/app';
import type { Person } from '../../support/make';
import { textsOfPdf } from '../../support/pdf-text';
import { classOf } from '../../school/support';
import { fetchBytes } from '../../content/files/support';
import { csvRows, report, xlsxRows } from './report-support';

const textsOf = (pdf: Buffer): string[] => textsOfPdf(pdf).map(({ text }) => text);

describe('printed documents', () => {
  let t: TestApp;
  let ana: Person;
  let ada: Person;
  beforeAll(async () => {
    t = await workerApp();
    ana = await t.make.person({ roles: ['admin'], locale: 'es' });
    ada = await t.make.admin();
    const product = await t.make.product();
    const items = [{ product_id: product.id, quantity: 1 }];
    expect((await ada.client.post('/orders', { items, shipping_address: 'Here' })).status).toBe(201);
  });
  afterAll(() => t.stop());

  const custom = (format: string, columns: string[], dataset = 'orders') => ({
    report_type: 'custom',
    parameters: { dataset, columns, format },
  });

  it('are tables in the language of who asks: titles, heads, states, and what is counted', async () => {
    const columns = ['number', 'status', 'shipping_address'];
    const { task, bytes } = await report(t, ana, custom('pdf', columns));
    expect(task.result.filename).toBe('Pedidos.pdf');
    expect(bytes.toString('latin1')).toContain('/Lang (es)');
    expect(textsOf(bytes)).toEqual(
      expect.arrayContaining([
        'Pedidos',
        'Número',
        'Estado',
        'Dirección de envío',
        'pendiente',
        '1 línea',
        'Por estado',
      ]),
    );
    expect(textsOf((await report(t, ana, custom('pdf', ['in_stock'], 'products'))).bytes)).toContain('sí');
    const english = await report(t, ada, custom('pdf', columns));
    expect(english.task.result.filename).toBe('Orders.pdf');
    expect(textsOf(english.bytes)).toEqual(
      expect.arrayContaining(['Orders', 'Status', 'pending', '1 line', 'By status']),
    );
  });

  it('are figures in that language, with their charts, tables and period', async () => {
    const { task, bytes } = await report(t, ana, { report_type: 'complex', parameters: { from: '2026-01-01' } });
    expect(task.result.filename).toBe('Las cifras.pdf');
    expect(textsOf(bytes)).toEqual(
      expect.arrayContaining([
        ...['Las cifras', 'Ventas', 'Pedidos por estado', 'pendiente', 'Lo más comprado', 'Unidades', 'Existencias'],
        ...['Escuela', 'Estudiantes con nota', 'Notas por puntos', 'Asignatura'],
        expect.stringMatching(/^desde 2026-01-01, hecho el \d{4}-\d\d-\d\d \d\d:\d\d UTC$/),
      ]),
    );
  });

  it('are in English where programs read them, whoever asks', async () => {
    const simple = await report(t, ana, { report_type: 'simple' });
    expect(simple.task.result.filename).toBe('The figures.csv');
    const rows = csvRows(simple.bytes);
    expect(rows.map(({ section }) => section)).toEqual(expect.arrayContaining(['Sales', 'School', 'Stock']));
    expect(rows.map(({ name }) => name)).toContain('pending');
    const csv = await report(t, ana, custom('csv', ['status']));
    expect([csv.task.result.filename, csvRows(csv.bytes)]).toEqual(['Orders.csv', [{ status: 'pending' }]]);
    const xlsx = await report(t, ana, custom('xlsx', ['status']));
    expect(await xlsxRows(xlsx.bytes)).toEqual([['Status'], ['pending']]);
    const { datasets } = (await ana.client.get('/tasks/report/sources')).body;
    expect(datasets.find((one: any) => one.name === 'orders')).toMatchObject({ title: 'Orders' });
  });

  it('are transcripts in the language of who asks for the paper, with one code and one signature', async () => {
    const ms = await t.make.person({ roles: ['teacher'] });
    const { own, input } = await classOf(t, ms);
    expect((await ms.client.post('/grades', input())).status).toBe(201);
    const issued = (await ada.client.post('/school/transcripts', { student_id: own.user.id })).body;
    const read = async ({ client }: Person): Promise<string[]> =>
      textsOf((await fetchBytes(client, t.url, `/school/transcripts/${issued.id}?format=pdf`)).bytes);
    const [spanish, english] = [await read(ana), await read(ada)];
    expect(spanish).toEqual(expect.arrayContaining(['Todos los periodos', 'Asignatura', 'Mathematics', issued.code]));
    expect(spanish.join(' ')).toMatch(/Expedido y firmado el \d+ de \p{L}+ de \d{4}/u);
    expect(english).toEqual(expect.arrayContaining(['All terms', 'Subject', 'Mathematics', issued.code]));
    expect(english.join(' ')).toMatch(/Issued and signed on/);
    for (const texts of [spanish, english]) expect(texts.join('').replaceAll(' ', '')).toContain(issued.signature);
    await own.client.patch('/users/me', { locale: 'es' });
    const copy = await fetchBytes(own.client, t.url, `/school/reports/students/${own.user.id}?format=pdf`);
    expect(textsOf(copy.bytes).join(' ')).toContain('Expediente académico de');
    const overview = await fetchBytes(ana.client, t.url, '/school/reports/overview?format=pdf');
    expect(textsOf(overview.bytes)).toEqual(expect.arrayContaining(['La escuela', 'Por clase', 'Notas']));
  });
});
