import { contentDisposition } from './content-disposition';

describe('contentDisposition', () => {
  it.each([
    ['report.pdf', 'attachment; filename="report.pdf"'],
    ['a "b"; c.pdf', `attachment; filename="a _b_; c.pdf"; filename*=UTF-8''a%20%22b%22%3B%20c.pdf`],
    ['été.png', `attachment; filename="e_te_.png"; filename*=UTF-8''%C3%A9t%C3%A9.png`],
    [
      'می\u200cخواهم.pdf',
      `attachment; filename="________.pdf"; filename*=UTF-8''%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85.pdf`,
    ],
    ['😀.png', `attachment; filename="__.png"; filename*=UTF-8''%F0%9F%98%80.png`],
    ["50%('*).doc", `attachment; filename="50_('*).doc"; filename*=UTF-8''50%25%28%27%2A%29.doc`],
  ])('names %s', (name, header) => {
    expect(contentDisposition(name)).toBe(header);
  });
});
