import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words that head every list, those of schools and of this application among them, in lower case. */
export const WELL_KNOWN: ReadonlySet<string> = new Set(
  `
  000000 0987654321 111111 112233 121212 123123 12345 123456 1234567 12345678 123456789 1234567890 1q2w3e4r
  1qaz2wsx 654321 666666 888888 987654321 a1b2c3 a1b2c3d4 aa123456 abc abc123 abcd abcdef abcdefg abcdefgh
  abracadabra academy access admin adminadmin administrator amanda andrew android angel anthony apple april
  arsenal asdfgh asdfghjkl ashley atrium atriumatrium august autumn azerty azertyuiop babyboy babygirl banana
  barcelona baseball basketball batman bayern black blue buster butterfly changeme charlie cheese chelsea
  chocolate classroom college company computer contrasena cookie correcthorsebatterystaple cowboys daniel
  database december default demo diamond docker dragon eagles facebook family february flower football forever
  fortnite freedom friday friends george ginger golden google green guest happy harley hello helloworld hockey
  hunter iloveu iloveyou ilovu instagram internet iphone ironman january jasmine jennifer jessica jordan joshua
  july june juventus killer kubernetes lakers letmein letmeinnow linkedin liverpool login love lovely loveme
  lucky maggie manchester march master matthew michael michelle microsoft minecraft monday monkey motdepasse
  mustang mypassword mysecret naruto newpassword nicole ninja november october office oldpassword opensesame
  orange passphrase passw0rd password password1 passwordpassword passwort pepper pokemon postgres princess
  private public purple q1w2e3r4 qazwsx qweasd qweasdzxc qwerty qwerty123 qwertyqwerty qwertyuiop qwertz
  qwertzuiop ranger realmadrid redis robert root rootroot samsung saturday school secret september server shadow
  silver soccer spiderman spring starwars steelers student summer sunday sunshine superman supersecret swordfish
  teacher test tester testing testtest thisisapassword thisismypassword thomas thursday toor topsecret trustno
  tuesday twitter university user wednesday welcome welcomehome whatever white william windows winter yankees
  yellow yourpassword youtube zxcvbn zxcvbnm
  `
    .trim()
    .split(/\s+/),
);

let listed: ReadonlySet<string> | null = null;

/** Whether it is among the 20,000 commonest passwords of published leaks. @param word in lower case */
export function isListed(word: string): boolean {
  listed ??= read();
  return listed.has(word);
}

function read(): ReadonlySet<string> {
  const lines = readFileSync(join(__dirname, 'well-known-passwords.txt'), 'utf8').split('\n');
  return new Set(lines.filter((line) => line !== '' && !/^#( |$)/.test(line)));
}
