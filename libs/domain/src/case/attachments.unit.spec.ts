import { describe, expect, it } from '@jest/globals';
import { ApplicationCase, staff } from '../cases/new-service/law.steps.ts';
import { type AttachedFile, displayName, MOST_ATTACHMENTS } from './attachments.ts';

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

const sketch = (n = 1, more: Partial<AttachedFile> = {}): AttachedFile => ({
  attachmentId: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  name: 'sketch.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: 'a'.repeat(64),
  ...more,
});
const engineering = staff('engineering');

describe('a file that is filed with a case', () => {
  it('is one event, told in the name of who filed it, also when the case has ended', () => {
    const application = new ApplicationCase().do({ kind: 'cancel', reason: 'by mistake' }, staff('specialist-2'));
    application.do({ kind: 'attach', file: sketch() }, engineering);
    expect(application.events.at(-1)).toMatchObject({ type: 'attachment-added', actor: engineering, data: sketch() });
    expect([...application.state.attachments]).toEqual([sketch().attachmentId]);
  });

  it('that came on paper is told with its pages of the scan', () => {
    const scan = { scanId: 'scan', firstPage: 2, lastPage: 4 };
    const { events } = new ApplicationCase().do({ kind: 'attach', file: sketch(), scan }, staff('technician'));
    expect(events.slice(-2).map(({ type, data }) => [type, data])).toEqual([
      ['attachment-added', sketch()],
      ['scan-filed', { attachmentId: sketch().attachmentId, ...scan }],
    ]);
  });

  it('is not empty, and is not more than a case’s papers ever are (A33)', () => {
    const application = new ApplicationCase();
    expect(() => application.do({ kind: 'attach', file: sketch(1, { size: 0 }) }, engineering)).toThrow('empty');
    for (let n = 1; n <= MOST_ATTACHMENTS; n++) application.do({ kind: 'attach', file: sketch(n) }, engineering);
    expect(() => application.do({ kind: 'attach', file: sketch(MOST_ATTACHMENTS + 1) }, engineering)).toThrow(
      '200 files',
    );
  });
});

describe('a form that asks for a file', () => {
  it('takes one that lies with the case, and no other', () => {
    const application = new ApplicationCase();
    const task = application.handOff('meter-design', { proposedSize: '3/4' });
    const finish = () => application.finish(task, { sketch: sketch().attachmentId });
    expect(finish).toThrow('outcome.sketch: not a file of this case');
    application.do({ kind: 'attach', file: sketch() }, engineering);
    expect(finish().state.tasks.get(task.id)?.outcome?.sketch).toBe(sketch().attachmentId);
  });

  it('may leave out a file that it does not need', () => {
    const application = new ApplicationCase();
    const task = application.handOff('meter-design', { proposedSize: '3/4' });
    expect(application.finish(task).state.tasks.get(task.id)?.status).toBe('done');
  });
});
