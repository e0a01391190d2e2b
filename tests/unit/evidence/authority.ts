import * as asn1js from 'asn1js';
import {
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  id_eContentType_TSTInfo,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

/** A time-stamping authority of our own, with a root and one certificate for stamping. */
export interface Authority {
  root: Certificate;
  signer: Certificate;
  /** Answers a question (DER) with a response (DER). */
  answer(query: Uint8Array, twist?: Partial<Twist>): Promise<Uint8Array>;
  /** As `fetch` sees it. */
  fetch: typeof fetch;
}

/** What is wrong with an answer. */
export interface Twist {
  status: number;
  imprint: Uint8Array<ArrayBuffer>;
  nonce: number;
  certificates: Certificate[];
  ess: Certificate | null;
  signWith: CryptoKey;
  time: Date;
}

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' };
const pair = () => crypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']) as Promise<CryptoKeyPair>;
export const derOf = (certificate: Certificate) => new Uint8Array(certificate.toSchema().toBER());

export interface CertificateWishes {
  name: string;
  serial: number;
  key: CryptoKeyPair;
  issuer: { name: string; key: CryptoKeyPair };
  uses?: string[];
  critical?: boolean;
  ca?: boolean;
  until?: Date;
}

export async function certificate(wishes: CertificateWishes): Promise<Certificate> {
  const made = new Certificate();
  made.version = 2;
  made.serialNumber = new asn1js.Integer({ value: wishes.serial });
  const named = (value: string) =>
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value }) });
  made.subject.typesAndValues.push(named(wishes.name));
  made.issuer.typesAndValues.push(named(wishes.issuer.name));
  made.notBefore.value = new Date('2026-01-01T00:00:00Z');
  made.notAfter.value = wishes.until ?? new Date('2036-01-01T00:00:00Z');
  made.extensions = [];
  if (wishes.ca)
    made.extensions.push(
      new Extension({
        extnID: '2.5.29.19',
        critical: true,
        extnValue: new BasicConstraints({ cA: true }).toSchema().toBER(),
      }),
    );
  if (wishes.uses)
    made.extensions.push(
      new Extension({
        extnID: '2.5.29.37',
        critical: wishes.critical ?? true,
        extnValue: new ExtKeyUsage({ keyPurposes: wishes.uses }).toSchema().toBER(),
      }),
    );
  await made.subjectPublicKeyInfo.importKey(wishes.key.publicKey);
  await made.sign(wishes.issuer.key.privateKey, 'SHA-256');
  // As whoever gets it reads it.
  return Certificate.fromBER(made.toSchema(true).toBER());
}

export async function authority(wishes: Partial<CertificateWishes> = {}): Promise<Authority> {
  const rootKey = await pair();
  const issuer = { name: '測試根憑證', key: rootKey };
  const root = await certificate({ name: issuer.name, serial: 1, key: rootKey, issuer, ca: true });
  const key = await pair();
  const signer = await certificate({
    name: '測試時戳機構',
    serial: 2,
    key,
    issuer,
    uses: ['1.3.6.1.5.5.7.3.8'],
    ...wishes,
  });
  const answer: Authority['answer'] = async (query, twist = {}) => {
    const asked = TimeStampReq.fromBER(query.slice().buffer);
    const imprint = asked.messageImprint;
    if (twist.imprint) imprint.hashedMessage = new asn1js.OctetString({ valueHex: twist.imprint.buffer });
    const info = new TSTInfo({
      version: 1,
      policy: '1.2.3.4',
      messageImprint: imprint,
      serialNumber: new asn1js.Integer({ value: 77 }),
      genTime: twist.time ?? new Date('2026-03-10T05:00:00Z'),
      nonce: twist.nonce === undefined ? asked.nonce : new asn1js.Integer({ value: twist.nonce }),
    });
    const content = info.toSchema().toBER();
    const digest = async (bytes: BufferSource) => crypto.subtle.digest('SHA-256', bytes);
    const named = twist.ess === undefined ? signer : twist.ess;
    const signed = new SignedData({
      version: 3,
      encapContentInfo: new EncapsulatedContentInfo({
        eContentType: id_eContentType_TSTInfo,
        eContent: new asn1js.OctetString({ valueHex: content }),
      }),
      certificates: twist.certificates ?? [signer, root],
      signerInfos: [
        new SignerInfo({
          version: 1,
          sid: new IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
          signedAttrs: new SignedAndUnsignedAttributes({
            type: 0,
            attributes: [
              attribute('1.2.840.113549.1.9.3', new asn1js.ObjectIdentifier({ value: id_eContentType_TSTInfo })),
              attribute('1.2.840.113549.1.9.4', new asn1js.OctetString({ valueHex: await digest(content) })),
              ...(named === null ? [] : [attribute('1.2.840.113549.1.9.16.2.47', essOf(await digest(derOf(named))))]),
            ],
          }),
        }),
      ],
    });
    await signed.sign(twist.signWith ?? key.privateKey, 0, 'SHA-256');
    const response = new TimeStampResp({
      status: new PKIStatusInfo({ status: twist.status ?? 0 }),
      timeStampToken: new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) }),
    });
    return new Uint8Array(response.toSchema().toBER());
  };
  return {
    root,
    signer,
    answer,
    fetch: async (_, init) => new Response((await answer(new Uint8Array(init?.body as Uint8Array))) as BodyInit),
  };
}

const attribute = (type: string, value: asn1js.BaseBlock) => new Attribute({ type, values: [value] });

/** SigningCertificateV2 with SHA-256, the default. */
const essOf = (hash: ArrayBuffer) =>
  new asn1js.Sequence({
    value: [
      new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: hash })] })] }),
    ],
  });
