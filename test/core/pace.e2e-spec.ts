import { Pace } from '../support/pace';

describe('Pace', () => {
  /** A clock of its own: others in this process read the machine's clock too. */
  const at = (...instants: number[]) => new Pace(() => instants.shift()!);

  it('counts time as it is where pauses take as long as they should', async () => {
    const pace = at(0, 30, 50, 950, 970);
    await pace.pause(20);
    expect(pace.spentMs).toBe(50);
    await pace.pause(20);
    expect(pace.spentMs).toBe(970); // what is slow by itself is slow
  });

  it('counts a third of it where they take three times as long', async () => {
    const pace = at(0, 90, 150);
    await pace.pause(20);
    expect(pace.spentMs).toBe(50);
  });
});
