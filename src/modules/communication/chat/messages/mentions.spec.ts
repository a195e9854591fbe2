import { mentionsIn } from './mentions';

describe('mentionsIn', () => {
  it('finds each name once', () => {
    expect(mentionsIn('@ada and @Bob1, again @ada: see @carol.')).toEqual(['ada', 'Bob1', 'carol']);
  });

  it('takes addresses and signs for none', () => {
    expect(mentionsIn('mail ada@example.com, a@b, @@twice, @x, nobody')).toEqual([]);
  });

  it('takes twenty at most', () => {
    expect(mentionsIn(Array.from({ length: 50 }, (_, n) => `@user${n}`).join(' '))).toHaveLength(20);
  });
});
