/**
 * Ends the waiting, not the work. @param limitMs milliseconds
 * @throws Error `ETIMEDOUT` when the work is not done by then
 */
export async function inTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error(`No answer within ${limitMs} ms`), { code: 'ETIMEDOUT' }));
    }, limitMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
