import { describe, expect, it } from '@jest/globals';
import { displayName } from './attachments.ts';

describe('the name of a file that somebody sent', () => {
  it.each([
    ['sketch of the turnout.pdf', 'sketch of the turnout.pdf'],
    ['Croquis de la compuerta – señal.pdf', 'Croquis de la compuerta – señal.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system32\\cmd.exe', 'cmd.exe'],
    ['.htaccess', 'htaccess'],
    ['\u200b.htaccess', 'htaccess'],
    ['a\u0000b.pdf', 'ab.pdf'],
    ['in\r\nContent-Type: text/html.pdf', 'html.pdf'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['con', '_con'],
    ['NUL.txt', '_NUL.txt'],
    ['constant.txt', 'constant.txt'],
    ['...', 'file'],
    ['', 'file'],
    ['/', 'file'],
    ['\ud800.pdf', 'pdf'],
    ['a"b<c>.txt', 'a b c .txt'],
  ])('%j is shown as %j (A31)', (given, shown) => {
    expect(displayName(given)).toBe(shown);
  });

  it('keeps 150 characters and its extension of a name of 300', () => {
    const shown = displayName(`${'x'.repeat(296)}.pdf`);
    expect(shown).toHaveLength(150);
    expect(shown.endsWith('x.pdf')).toBe(true);
    expect(displayName('y'.repeat(150))).toHaveLength(150);
    expect(displayName(`${'y'.repeat(151)}`)).toHaveLength(150);
  });

  it('is the same when it is shown again', () => {
    for (const name of ['.a. .b.', '../con', ` ${'é'.repeat(400)}.tiff `]) {
      expect(displayName(displayName(name))).toBe(displayName(name));
    }
  });
});
