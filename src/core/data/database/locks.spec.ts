import { defineLock } from './locks';

describe('locks', () => {
  it('have one name each', () => {
    defineLock('test.twice');
    expect(() => defineLock('test.twice')).toThrow('Two locks named test.twice');
  });
});
