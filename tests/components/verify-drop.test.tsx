import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { VerifyDrop } from '../../components/evidence/verify-drop.tsx';
import type { VerifyReport } from '../../lib/evidence/contract.ts';
import { problems } from './axe.ts';
import { show } from './samples.tsx';

afterEach(cleanup);

describe('checking a package', () => {
  const report = (part: Partial<VerifyReport>): VerifyReport => ({
    ok: true,
    problems: [],
    signer: { key: 'ab', known: true },
    timestamps: [],
    custody: { entries: 2, ok: true },
    kind: 'capture',
    captures: [],
    ...part,
  });

  it('says that it is verified, or exactly what differs', async () => {
    const answers = [report({}), report({ ok: false, problems: [{ file: 'tiles/002.png', what: 'changed' }] })];
    show(<VerifyDrop onVerify={async () => answers.shift() ?? report({})} />);
    const file = new File(['x'], 'a.zip', { type: 'application/zip' });
    await userEvent.upload(screen.getByLabelText('核對套件', { selector: 'input' }), file);
    expect(await screen.findByText('核對無誤：每個檔案都與封存時相同')).toBeInTheDocument();
    await userEvent.upload(screen.getByLabelText('核對套件', { selector: 'input' }), file);
    expect(await screen.findByText('與封存時不同')).toBeInTheDocument();
    expect(screen.getByText('tiles/002.png')).toBeInTheDocument();
    expect(screen.getByText(/內容被改過/)).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });

  it('gives no green light to what another key signed, and names the keys to be asked for', async () => {
    const capture = {
      id: 'c',
      manifestHash: '',
      key: 'cd',
      known: true,
      url: 'https://x.example/',
      capturedAt: { taipei: '2026-03-10T12:00:00.000+08:00', utc: '2026-03-10T04:00:00.000Z' },
      complete: true,
      claim: { 'zh-TW': '', en: '' },
    };
    const { container } = show(
      <VerifyDrop onVerify={async () => report({ signer: { key: 'ab', known: false }, captures: [capture] })} />,
    );
    const file = new File(['x'], 'a.zip', { type: 'application/zip' });
    await userEvent.upload(screen.getByLabelText('核對套件', { selector: 'input' }), file);
    expect(await screen.findByText('這份套件不是由這台電腦匯出')).toBeInTheDocument();
    expect(container.querySelector('[data-verdict=foreign-export]')).not.toBeNull();
    expect(screen.queryByText(/核對無誤/)).toBeNull();
    // SHA-256 of the one byte 0xab, in fours.
    expect(await screen.findByText(/^087d 80f7 /)).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });

  it('has a ZIP in a ZIP unpacked, and does not forbid it', async () => {
    const nested = { ok: false, problems: [{ file: 'container', what: 'nested' as const }], signer: null };
    show(<VerifyDrop onVerify={async () => report(nested)} />);
    const file = new File(['x'], 'a.zip', { type: 'application/zip' });
    await userEvent.upload(screen.getByLabelText('核對套件', { selector: 'input' }), file);
    expect(await screen.findByText('還沒有核對：裡面還有一層 ZIP')).toBeInTheDocument();
    expect(screen.getByText(/請先解壓縮/)).toBeInTheDocument();
    expect(screen.queryByText(/不要解壓縮|與封存時不同/)).toBeNull();
    expect(await problems()).toEqual([]);
  });

  it('names who signed a time-stamp, not only the address that the package gives', async () => {
    const stamp = {
      file: 'timestamps/1.tsr',
      kind: 'rfc3161' as const,
      authority: 'https://well-known.example',
      state: 'granted' as const,
      ok: true,
      time: '2020-01-01T00:00:00Z',
      signer: 'CN=自製時戳',
      root: { subject: 'CN=自製根憑證', sha256: 'abcd'.repeat(16), selfSigned: true },
    };
    show(<VerifyDrop onVerify={async () => report({ timestamps: [stamp] })} />);
    const file = new File(['x'], 'a.zip', { type: 'application/zip' });
    await userEvent.upload(screen.getByLabelText('核對套件', { selector: 'input' }), file);
    expect(await screen.findByText(/簽發：CN=自製時戳；憑證鏈最上層：CN=自製根憑證/)).toBeInTheDocument();
    expect(screen.getByText(/^abcd abcd /)).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });

  it('asks for a file in the stops of its language', () => {
    const { container } = show(<VerifyDrop onVerify={async () => report({})} />);
    expect(container.textContent).toContain('或選擇檔案。只在這台電腦上核對');
    cleanup();
    const english = show(<VerifyDrop onVerify={async () => report({})} />, 'en');
    expect(english.container.textContent).toContain('or choose a file. Checked on this computer only');
    expect(english.container.textContent).not.toMatch(/[\u3000-\u303f\uff00-\uffef]/);
  });
});
