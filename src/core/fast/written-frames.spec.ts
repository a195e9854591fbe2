import { frameOf } from './written-frames';

describe('frameOf', () => {
  it.each([
    ['', [0x81, 0]],
    ['Hello', [0x81, 5]],
    ['é'.repeat(62), [0x81, 124]],
    ['x'.repeat(125), [0x81, 125]],
    ['x'.repeat(126), [0x81, 126, 0, 126]],
    ['x'.repeat(65_535), [0x81, 126, 255, 255]],
    ['x'.repeat(65_536), [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
  ])('has a header that says how long it is, and the content', (text, header) => {
    const frame = frameOf(text);
    expect([...frame.subarray(0, header.length)]).toEqual(header);
    expect(frame.subarray(header.length).toString('utf8')).toBe(text);
    const bytes = frameOf(Buffer.from(text));
    expect(bytes.subarray(0, header.length)).toEqual(Buffer.from([0x82, ...header.slice(1)]));
    expect(bytes.subarray(header.length)).toEqual(Buffer.from(text));
  });
});
