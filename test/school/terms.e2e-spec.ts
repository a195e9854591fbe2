import { newId } from '../../src/core/kernel/runtime';
import { TestApp, workerApp } from '../support/app';
import type { Person } from '../support/make';
import { actionsOn, student, teacher } from './support';
import { expectInvalid, expectProblem } from '../commerce/catalog/support';

describe('terms', () => {
  let t: TestApp;
  let admin: Person;
  beforeAll(async () => {
    t = await workerApp();
  });
  beforeEach(async () => {
    await t.reset();
    admin = await t.make.admin();
  });
  afterAll(() => t.stop());

  const autumn = { name: 'Autumn', starts_on: '2031-08-25', ends_on: '2031-12-19' };
  const spring = { name: 'Spring', starts_on: '2032-01-05', ends_on: '2032-06-18' };

  it('are made, changed, closed and opened again, and the trail says so', async () => {
    const made = await admin.client.post('/school/terms', autumn);
    expect(made).toMatchObject({ status: 201, body: { ...autumn, closed_at: null } });
    const path = `/school/terms/${made.body.id}`;
    const changed = await admin.client.patch(path, { ends_on: '2031-12-23' });
    expect(changed).toMatchObject({ status: 200, body: { ...autumn, ends_on: '2031-12-23' } });
    const closed = await admin.client.post(`${path}/close`);
    expect(closed).toMatchObject({ status: 200, body: { closed_at: expect.stringMatching(/Z$/) } });
    expectProblem(await admin.client.post(`${path}/close`), 409, 'term_closed');
    expectProblem(await admin.client.patch(path, { name: 'Fall' }), 409, 'term_closed');
    expect((await admin.client.post(`${path}/reopen`)).body).toMatchObject({ closed_at: null });
    expectProblem(await admin.client.post(`${path}/reopen`), 409, 'term_open');
    expect(await actionsOn(t, `term:${made.body.id}`)).toEqual([
      'school.term-created',
      'school.term-updated',
      'school.term-closed',
      'school.term-reopened',
    ]);
  });

  it('are listed by days, the latest first, page by page', async () => {
    for (const input of [spring, autumn]) await admin.client.post('/school/terms', input);
    const { client } = await student(t);
    const first = (await client.get('/school/terms?limit=1')).body;
    expect(first.items).toMatchObject([spring]);
    const second = (await client.get(`/school/terms?limit=1&cursor=${first.next_cursor}`)).body;
    expect(second).toMatchObject({ items: [autumn], next_cursor: null });
    expectInvalid(await client.get('/school/terms?cursor=x'), 'cursor');
  });

  it('are of a school year, which is closed as a whole', async () => {
    const year = { school_year: '2031/32' };
    const ids: string[] = [];
    for (const input of [spring, autumn]) {
      ids.push((await admin.client.post('/school/terms', { ...input, ...year })).body.id);
    }
    const next = { name: 'Later', starts_on: '2032-08-30', ends_on: '2032-12-18' };
    const later = (await admin.client.post('/school/terms', { ...next, school_year: '2032/33' })).body;
    expect((await admin.client.get('/school/terms?school_year=2031/32')).body.items.map((one: any) => one.id)).toEqual(
      ids,
    );
    const { client } = await teacher(t);
    expectProblem(await client.post('/school/terms/close', year), 403, 'forbidden');
    expectProblem(await admin.client.post('/school/terms/close', { school_year: 'x' }), 404, 'school_year_not_found');
    await admin.client.post(`/school/terms/${ids[1]}/close`);
    const closed = await admin.client.post('/school/terms/close', year);
    expect(closed).toMatchObject({ status: 200, body: { ...year, terms: [autumn, spring] } });
    for (const { closed_at: at } of closed.body.terms) expect(at).toMatch(/Z$/);
    expectProblem(await admin.client.post('/school/terms/close', year), 409, 'term_closed');
    expect(await actionsOn(t, `term:${ids[0]}`)).toEqual(['school.term-created', 'school.term-closed']);
    expect((await admin.client.get('/school/terms?limit=1')).body.items).toMatchObject([
      { id: later.id, closed_at: null },
    ]);
    const moved = await admin.client.patch(`/school/terms/${later.id}`, { school_year: null });
    expect(moved.body).toMatchObject({ ...next, school_year: null });
    expectInvalid(await admin.client.patch(`/school/terms/${later.id}`, { school_year: ' ' }), 'school_year');
  });

  it('have a name of their own and days of their own', async () => {
    const { id } = (await admin.client.post('/school/terms', autumn)).body;
    expectProblem(await admin.client.post('/school/terms', { ...spring, name: 'AUTUMN' }), 409, 'term_name_taken');
    const late = { ...spring, starts_on: autumn.ends_on };
    expectProblem(await admin.client.post('/school/terms', late), 409, 'terms_overlap');
    const other = (await admin.client.post('/school/terms', spring)).body;
    expectProblem(await admin.client.patch(`/school/terms/${other.id}`, { name: 'autumn' }), 409, 'term_name_taken');
    expectProblem(await admin.client.patch(`/school/terms/${id}`, { ends_on: spring.starts_on }), 409, 'terms_overlap');
  });

  it.each([
    ['starts_on', { starts_on: '2031-02-30' }],
    ['starts_on', { starts_on: '2031-08-25T00:00:00Z' }],
    ['ends_on', { ends_on: '2031-08-24' }],
    ['name', { name: ' ' }],
    ['closed_at', { closed_at: null }],
  ])('refuse a wrong %s', async (field, wrong) => {
    expectInvalid(await admin.client.post('/school/terms', { ...autumn, ...wrong }), field);
  });

  it('are changed once when two have read the same', async () => {
    const { id } = (await admin.client.post('/school/terms', autumn)).body;
    const other = (await admin.client.post('/school/terms', spring)).headers.get('etag') ?? '';
    expectProblem(
      await admin.client.patch(`/school/terms/${id}`, { name: 'x' }, { 'if-match': other }),
      412,
      'precondition_failed',
    );
  });

  it('are managed by those who may alone', async () => {
    const { id } = await t.make.term();
    for (const { client } of [await teacher(t), await student(t)]) {
      expectProblem(await client.post('/school/terms', autumn), 403, 'forbidden');
      expectProblem(await client.patch(`/school/terms/${id}`, { name: 'x' }), 403, 'forbidden');
      expectProblem(await client.post(`/school/terms/${id}/close`), 403, 'forbidden');
      expectProblem(await client.post(`/school/terms/${id}/reopen`), 403, 'forbidden');
    }
    expectProblem(await t.client.get('/school/terms'), 401, 'unauthenticated');
    for (const call of ['close', 'reopen']) {
      expectProblem(await admin.client.post(`/school/terms/${newId()}/${call}`), 404, 'term_not_found');
    }
  });
});
