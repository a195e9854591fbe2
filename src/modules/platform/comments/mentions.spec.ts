import { mentionsOf } from './mentions';

const [ADA, BOB] = ['0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a', '0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7b'];

describe('mentions', () => {
  it('are ids in brackets behind an @, each once', () => {
    expect(mentionsOf(`@[${ADA}], ask @[${BOB}] and @[${ADA.toUpperCase()}]`)).toEqual([ADA, BOB]);
  });

  it.each([`@${ADA}`, `[${ADA}]`, `@[ada]`, `@[${ADA.slice(1)}]`, `@ [${ADA}]`, '@[]', ''])('are not in %s', (text) => {
    expect(mentionsOf(text)).toEqual([]);
  });
});
