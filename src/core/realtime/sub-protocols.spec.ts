import { chooseSubProtocol } from './sub-protocols';

describe('chooseSubProtocol', () => {
  it('goes by the order of the client', () => {
    expect(chooseSubProtocol(['v3', 'v2', 'v1'], ['v1', 'v2'])).toBe('v2');
    expect(chooseSubProtocol(['v1', 'v2'], ['v2', 'v1'])).toBe('v1');
  });

  it('agrees to none where none is spoken', () => {
    expect(chooseSubProtocol(['v3'], ['v1'])).toBe(false);
    expect(chooseSubProtocol(['V1'], ['v1'])).toBe(false);
    expect(chooseSubProtocol(['v1'], [])).toBe(false);
    expect(chooseSubProtocol([], ['v1'])).toBe(false);
  });

  it('takes the first where any will do', () => {
    expect(chooseSubProtocol(['x', 'y'], 'any')).toBe('x');
    expect(chooseSubProtocol([], 'any')).toBe(false);
  });
});
