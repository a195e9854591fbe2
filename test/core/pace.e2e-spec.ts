import { Pace } from '../support/pace';

describe('Pace', () => {
  const at = (...instants: number[]) => {
    const now = jest.spyOn(performance, 'now');
    for (const instant of instants) now.mockReturnValueOnce(instant);
  };

  it('counts time as it is where pauses take as long as they should', async () => {
    at(0, 30, 50, 950, 970);
    const pace = new Pace();
    await pace.pause(20);
    expect(pace.spentMs).toBe(50);
    await pace.pause(20);
    expect(pace.spentMs).toBe(970); // what is slow by itself is slow
  });

  it('counts a third of it where they take three times as long', async () => {
    at(0, 90, 150);
    const pace = new Pace();
    await pace.pause(20);
    expect(pace.spentMs).toBe(50);
  });
});
