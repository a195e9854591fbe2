import { textOf } from './event-stream';

describe('the text of an event', () => {
  it('has its id, its kind and its data', () => {
    expect(textOf({ id: 7, event: 'task', data: '{"a":1}' })).toBe('id: 7\nevent: task\ndata: {"a":1}\n\n');
  });

  it.each(['\n', '\r', '\r\n'])('gives each line of its data a field, so that none forges an event (%j)', (end) => {
    const text = textOf({ id: 1, data: `one${end}${end}event: forged${end}data: two` });
    expect(text).toBe('id: 1\ndata: one\ndata: \ndata: event: forged\ndata: data: two\n\n');
  });

  it('keeps an id and a kind on their line', () => {
    expect(textOf({ id: '1\n\ndata: x', event: 'a\rid: 9', data: '' })).toBe(
      'id: 1  data: x\nevent: a id: 9\ndata: \n\n',
    );
  });
});
