import { PATTERN, patternsOf, unknownPatterns } from './event-patterns';

const TYPES = ['orders.placed', 'orders.status_changed', 'files.uploaded'];

describe('patterns of events', () => {
  it('are the event, its kind and all', () => {
    expect(patternsOf('orders.status_changed')).toEqual(['orders.status_changed', 'orders.*', '*']);
  });

  it('are known where an event has them', () => {
    expect(unknownPatterns(['orders.*', 'mails.*', '*', 'orders.eaten', 'files.uploaded'], TYPES)).toEqual([1, 3]);
  });

  it.each(['orders', 'orders.', '.placed', 'orders.pl*', 'Orders.placed', '**', 'a.b.c', ''])(
    'have a form: not %p',
    (text) => {
      expect(PATTERN.test(text)).toBe(false);
    },
  );
});
