import { planEnrollment } from './enrollment-plan';

const TODAY = '2026-10-05';
const plan = (row: object, known: any[] = [], closed: any[] = []) => planEnrollment(row, known, closed, TODAY);
const ACTIVE = { id: 'e1', enrolledOn: '2026-09-01', withdrawnOn: null };
const PAST = { id: 'e2', enrolledOn: '2026-01-10', withdrawnOn: '2026-06-20' };
const SPRING = { startsOn: '2026-01-07', endsOn: '2026-06-26' };

describe('planEnrollment', () => {
  it('takes in from today who is not there, and keeps who is', () => {
    expect(plan({})).toEqual({ kind: 'open', enrolledOn: TODAY, withdrawnOn: null });
    expect(plan({}, [PAST])).toMatchObject({ kind: 'open' });
    expect(plan({}, [ACTIVE])).toEqual({ kind: 'keep' });
  });

  it('keeps what is just so, now or then', () => {
    expect(plan({ enrolledOn: '2026-09-01' }, [ACTIVE])).toEqual({ kind: 'keep' });
    expect(plan({ enrolledOn: '2026-01-10', withdrawnOn: '2026-06-20' }, [PAST], [SPRING])).toEqual({ kind: 'keep' });
  });

  it('ends an enrolment, and writes one down that was', () => {
    expect(plan({ withdrawnOn: '2026-10-01' }, [ACTIVE])).toEqual({ kind: 'end', id: 'e1', withdrawnOn: '2026-10-01' });
    expect(plan({ enrolledOn: '2026-01-10', withdrawnOn: '2026-06-20' }, [ACTIVE])).toEqual({
      kind: 'open',
      enrolledOn: '2026-01-10',
      withdrawnOn: '2026-06-20',
    });
  });

  it.each([
    [{ withdrawnOn: '2026-10-01' }, [], 'enrollment_not_found'],
    [{ enrolledOn: '2026-09-02' }, [ACTIVE], 'already_enrolled'],
    [{ enrolledOn: '2026-09-02', withdrawnOn: '2026-09-03' }, [ACTIVE], 'overlap'],
    [{ enrolledOn: '2026-09-02', withdrawnOn: '2026-09-01' }, [], 'order'],
    [{ withdrawnOn: '2026-08-01' }, [ACTIVE], 'order'],
  ])('refuses %j of %j: %s', (row, known, code) => {
    expect(plan(row, known)).toMatchObject({ kind: 'refuse', code });
  });

  it.each([
    [{ enrolledOn: '2026-06-26' }, 'term_closed'],
    [{ enrolledOn: '2026-06-27' }, undefined],
    [{ enrolledOn: '2026-01-01', withdrawnOn: '2026-01-07' }, undefined],
    [{ enrolledOn: '2026-01-01', withdrawnOn: '2026-01-08' }, 'term_closed'],
    [{ enrolledOn: '2026-03-01', withdrawnOn: '2026-03-01' }, undefined],
  ])('keeps the days of a closed term: %j is %s', (row, code) => {
    expect((plan(row, [], [SPRING]) as { code?: string }).code).toBe(code);
  });
});
