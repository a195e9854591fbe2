import { readFrame } from './frames';

const text = { plain: (content: string) => ({ content }), defaultType: 'message', servers: ['sender', 'seq'] };
const reading = { text };
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

  it('takes bytes where the gateway does, and no text for them', () => {
    for (const frames of ['binary', 'both'] as const) {
      const bytes = Buffer.from('{"type":"x"}');
      expect(readFrame(bytes, true, { frames })).toEqual({ type: 'binary', data: bytes });
    }
    expect(() => readFrame(Buffer.from('{"type":"binary"}'), false, { frames: 'both' })).toThrow('no frame');
  });

  it('refuses bare text and frames without a type where the gateway does not say what they stand for', () => {
    expect(() => readFrame(Buffer.from('Hello'), false, {})).toThrow('JSON');
    expect(readFrame(Buffer.from('{"seq":3}'), false, {})).toEqual({ type: '', data: { seq: 3 } });
  });
});
