import { defineError, Unavailable, Validation } from '../../../../core/kernel/errors';
import { mayPass, toTaskError, waitAfter } from './task-failure';

const Refused = defineError('test_refused', 409, 'No.');

describe('a failure of a task', () => {
  it('is told as a code and a sentence, never as it was thrown', () => {
    expect(toTaskError(new Refused())).toEqual({ code: 'test_refused', detail: 'No.' });
    const internal = toTaskError(new Error('SELECT secret FROM /etc/passwd'));
    expect(internal).toEqual({ code: 'internal', detail: 'Something went wrong on our side.' });
    expect(toTaskError(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })).code).toBe('unavailable');
  });

  it('may pass unless the input is to blame', () => {
    expect(mayPass(new Error('socket hang up'))).toBe(true);
    expect(mayPass(new Unavailable({ retryAfterS: 1 }))).toBe(true);
    expect(mayPass(new Refused())).toBe(false);
    expect(mayPass(new Validation({ errors: [] }))).toBe(false);
  });

  it('is followed by a wait that doubles, with chance in its upper half, up to five minutes', () => {
    expect([1, 2, 3, 4].map((attempt) => waitAfter(attempt, 1))).toEqual([1000, 2000, 4000, 8000]);
    expect([1, 2, 3, 4].map((attempt) => waitAfter(attempt, 0))).toEqual([500, 1000, 2000, 4000]);
    expect(waitAfter(40, 1)).toBe(300_000);
  });
});
