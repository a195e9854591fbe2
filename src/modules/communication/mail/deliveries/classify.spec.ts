import { classify, statusOf } from './classify';
import { pauseAfter, waitAfter } from './schedule';

describe('a permanent failure', () => {
  it.each([
    ['5.1.1', 'dead', 'bounced'],
    ['5.1.2', 'dead', 'bounced'],
    ['5.1.10', 'dead', 'bounced'],
    ['5.2.1', 'dead', 'bounced'],
    ['5.2.2', 'full', 'bounced'],
    ['5.7.1', 'policy', 'failed'],
    ['5.7.26', 'policy', 'failed'],
    ['5.1.7', 'policy', 'failed'],
    ['5.1.8', 'policy', 'failed'],
    ['5.3.4', 'other', 'bounced'],
    [null, 'other', 'bounced'],
  ])('of status %s is %s', (status, kind, state) => {
    expect(classify(status)).toMatchObject({ kind, state });
  });

  it.each([
    ['550 5.1.1 <a@example.com>: Recipient address rejected', '5.1.1'],
    ['550-5.7.26 This mail is unauthenticated', '5.7.26'],
    ['5.2.2 (mailbox full)', '5.2.2'],
    ['550 No such user', null],
    ['550 see 192.5.1.1 for help', null],
    ['250 2.0.0 Ok', '2.0.0'],
  ])('says its status in %j', (text, status) => {
    expect(statusOf(text)).toBe(status);
  });
});

describe('the schedule', () => {
  it('waits 1, 5, 15 and 60 minutes, then two hours each time', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map((n) => waitAfter(n) / 60)).toEqual([1, 5, 15, 60, 120, 120, 120]);
    expect([1, 2, 3, 4, 9].map((n) => pauseAfter(n) / 60)).toEqual([1, 5, 15, 30, 30]);
  });
});
