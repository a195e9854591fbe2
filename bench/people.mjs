const PASSWORD = 'Sunny-Day-42';

/** An account that has logged in, with its id and token. @param prepare does something between the two, with its id */
export async function personOf(origin, email, prepare = async () => undefined) {
  const post = async (path, body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${origin}/api/v1/auth/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const { id } = await post('register', { email, password: PASSWORD, full_name: 'Bench Mark' });
  await prepare(id);
  const { access_token: token } = await post('login', { email, password: PASSWORD });
  return { id, token };
}
