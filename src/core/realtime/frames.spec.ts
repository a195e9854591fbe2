import { readFrame } from './frames';

const reading = { plain: (content: string) => ({ content }), defaultType: 'message', servers: ['sender', 'seq'] };
const read = (text: string) => readFrame(Buffer.from(text), false, reading);

describe('readFrame', () => {
  it('takes bare text for itself, whatever it looks like', () => {
    for (const text of ['Hello', '', '42', '"x"', '[1]', 'null', '{', '{"content"', '{not json}']) {
      expect(read(text)).toEqual({ type: 'message', data: { content: text } });
    }
  });

  it('takes a JSON object for a frame, of the type it names', () => {
    expect(read(' {"content":"x"}')).toEqual({ type: 'message', data: { content: 'x' } });
    expect(read('{"type":"read","seq":3}')).toEqual({ type: 'read', data: { seq: 3 } });
    expect(read('{"content":"x","sender":"root","extra":1}').data).toEqual({ content: 'x', extra: 1 });
    expect(read('{}')).toEqual({ type: 'message', data: {} });
  });

  it('refuses a type that is no text, and bytes', () => {
    expect(() => read('{"type":1}')).toThrow('JSON');
    expect(() => readFrame(Buffer.from('x'), true, reading)).toThrow('text');
  });
});
