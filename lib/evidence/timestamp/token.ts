import * as asn1js from 'asn1js';
import {
  BasicConstraints,
  Certificate,
  ContentInfo,
  ExtKeyUsage,
  getCrypto,
  IssuerAndSerialNumber,
  id_eContentType_TSTInfo,
  id_sha256,
  SignedData,
  type SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import { equal, fromHex, hex } from '../bytes.ts';

/*
 * RFC 3161, with RFC 5035 (the signing certificate stands in what is signed) and RFC 3161 2.3 (its only use is
 * time-stamping). Everything is checked that can be checked from the token itself; whether its root is one to trust
 * is for whoever reads it.
 */

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const BASIC_CONSTRAINTS = '2.5.29.19';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** What a token says once it holds. */
export interface Token {
  /** ISO. */
  time: string;
  /** DER in hex: the signer's certificate, its issuer's and so on, as far as they were given. */
  certificates: string[];
  /** Subject of the signer's certificate. */
  signer: string;
  /** The last of the chain. Not self-signed: the authority left its root out, as most do. */
  root: { subject: string; sha256: string; selfSigned: boolean };
}

/** Why an answer is refused. The message is for the log, without personal data. */
export class BadTimestamp extends Error {}

function insist(condition: boolean, message: string): asserts condition {
  if (!condition) throw new BadTimestamp(message);
}

/**
 * Checks an authority's answer (DER of a TimeStampResp) to a question (DER of a TimeStampReq) about a SHA-256.
 * Throws `BadTimestamp`.
 */
export async function checkToken(query: Uint8Array, response: Uint8Array, sha256: string): Promise<Token> {
  try {
    return await check(query, response, sha256);
  } catch (error) {
    if (error instanceof BadTimestamp) throw error;
    throw new BadTimestamp(`not readable: ${error instanceof Error ? error.message : error}`);
  }
}

async function check(query: Uint8Array, response: Uint8Array, sha256: string): Promise<Token> {
  const asked = new TimeStampReq({ schema: der(query) });
  const answer = new TimeStampResp({ schema: der(response) });
  insist(answer.status.status === 0 || answer.status.status === 1, `refused with status ${answer.status.status}`);
  insist(answer.timeStampToken !== undefined, 'no token');
  insist(answer.timeStampToken.contentType === ContentInfo.SIGNED_DATA, 'the token is not signed data');
  const signed = new SignedData({ schema: answer.timeStampToken.content });
  insist(signed.encapContentInfo.eContentType === id_eContentType_TSTInfo, 'the token is not about a time');
  insist(signed.encapContentInfo.eContent !== undefined, 'the token is empty');
  const content = new Uint8Array(signed.encapContentInfo.eContent.getValue());
  const info = new TSTInfo({ schema: der(content) });

  insist(imprintIs(asked.messageImprint, sha256), 'the question is about another hash');
  insist(imprintIs(info.messageImprint, sha256), 'the answer is about another hash');
  insist(asked.nonce !== undefined && info.nonce !== undefined && asked.nonce.isEqual(info.nonce), 'another nonce');

  insist(signed.signerInfos.length === 1, 'not exactly one signer');
  const by = signed.signerInfos[0] as SignerInfo;
  const given = (signed.certificates ?? []).filter((certificate) => certificate instanceof Certificate);
  const signer = given.find((certificate) => isSigner(by, certificate));
  insist(signer !== undefined, 'the signing certificate is not in the token');
  await checkSignature(by, signer, content);
  checkUse(signer);
  const chain = await chainOf(signer, given, info.genTime);
  const last = chain.at(-1) as Certificate;
  return {
    time: info.genTime.toISOString(),
    certificates: chain.map((certificate) => hex(derOf(certificate))),
    signer: nameOf(signer),
    root: { subject: nameOf(last), sha256: hex(await digest('SHA-256', derOf(last))), selfSigned: selfIssued(last) },
  };
}

/** One value and nothing behind it. */
function der(bytes: Uint8Array): asn1js.AsnType {
  const { offset, result } = asn1js.fromBER(bytes.slice());
  insist(offset === bytes.length && result.error === '', 'not DER');
  return result;
}

const imprintIs = (imprint: TSTInfo['messageImprint'], sha256: string): boolean =>
  imprint.hashAlgorithm.algorithmId === id_sha256 &&
  equal(imprint.hashedMessage.valueBlock.valueHexView, fromHex(sha256));

function isSigner({ sid }: SignerInfo, certificate: Certificate): boolean {
  if (sid instanceof IssuerAndSerialNumber)
    return certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber);
  // [0] SubjectKeyIdentifier
  const wanted: Uint8Array = sid.idBlock.isConstructed
    ? sid.valueBlock.value[0].valueBlock.valueHexView
    : sid.valueBlock.valueHexView;
  const extension = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.14');
  const named = extension && asn1js.fromBER(extension.extnValue.valueBlock.valueHexView.slice()).result;
  return named instanceof asn1js.OctetString && equal(named.valueBlock.valueHexView, wanted);
}

async function checkSignature(by: SignerInfo, signer: Certificate, content: Uint8Array): Promise<void> {
  const engine = getCrypto(true);
  const attributes = by.signedAttrs?.attributes ?? [];
  const only = (type: string) => {
    const found = attributes.filter((attribute) => attribute.type === type);
    return found.length === 1 && found[0]?.values.length === 1 ? found[0].values[0] : undefined;
  };
  const algorithm = engine.getAlgorithmByOID(by.digestAlgorithm.algorithmId) as { name?: string };
  insist(algorithm.name !== undefined && algorithm.name !== 'SHA-1', 'a hash that is not accepted');
  const type = only(CONTENT_TYPE);
  insist(
    type instanceof asn1js.ObjectIdentifier && type.getValue() === id_eContentType_TSTInfo,
    'another content type',
  );
  const stated = only(MESSAGE_DIGEST);
  insist(
    stated instanceof asn1js.OctetString &&
      equal(stated.valueBlock.valueHexView, await digest(algorithm.name, content)),
    'the content was changed',
  );
  await checkEss(only(SIGNING_CERTIFICATE_V2), only(SIGNING_CERTIFICATE), signer);
  const holds = await engine.verifyWithPublicKey(
    (by.signedAttrs as NonNullable<typeof by.signedAttrs>).encodedValue,
    by.signature,
    signer.subjectPublicKeyInfo,
    by.signatureAlgorithm,
    // A plain "rsaEncryption" leaves the hash to the digest algorithm.
    by.signatureAlgorithm.algorithmId === '1.2.840.113549.1.1.1' ? algorithm.name : undefined,
  );
  insist(holds, 'the signature does not hold');
}

/** The certificate that is named inside what is signed, so that it cannot be exchanged for another of the same key. */
async function checkEss(v2: unknown, v1: unknown, signer: Certificate): Promise<void> {
  const list = (v2 ?? v1) as asn1js.Sequence | undefined;
  const first = (list?.valueBlock.value[0] as asn1js.Sequence | undefined)?.valueBlock.value[0] as asn1js.Sequence;
  insist(first instanceof asn1js.Sequence, 'the signing certificate is not named');
  const parts = first.valueBlock.value;
  const hash = parts.find((part) => part instanceof asn1js.OctetString);
  let name = v2 === undefined ? 'SHA-1' : 'SHA-256';
  if (v2 !== undefined && parts[0] instanceof asn1js.Sequence && hash !== undefined && parts.indexOf(hash) === 1) {
    const oid = parts[0].valueBlock.value[0] as asn1js.ObjectIdentifier;
    name = (getCrypto(true).getAlgorithmByOID(oid.getValue()) as { name?: string }).name ?? '';
  }
  insist(
    hash !== undefined && equal(hash.valueBlock.valueHexView, await digest(name, derOf(signer))),
    'another signing certificate',
  );
}

/** Time-stamping, only that, and critical. */
function checkUse(signer: Certificate): void {
  const extension = signer.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  const uses = extension?.parsedValue instanceof ExtKeyUsage ? extension.parsedValue.keyPurposes : [];
  insist(
    extension?.critical === true && uses.length === 1 && uses[0] === TIME_STAMPING,
    'the certificate is not one for time-stamping only',
  );
}

/** From the signer upwards as far as certificates were given; each valid at that time and signed by the next. */
async function chainOf(signer: Certificate, given: readonly Certificate[], at: Date): Promise<Certificate[]> {
  const chain = [signer];
  for (let lowest = signer; ; ) {
    insist(lowest.notBefore.value <= at && at <= lowest.notAfter.value, 'a certificate was not valid at that time');
    if (selfIssued(lowest)) {
      insist(await lowest.verify(lowest), 'a certificate is not signed by its issuer');
      return chain;
    }
    const issuer = given.find((certificate) => certificate.subject.isEqual(lowest.issuer));
    if (issuer === undefined || chain.includes(issuer)) return chain;
    const constraints = issuer.extensions?.find(({ extnID }) => extnID === BASIC_CONSTRAINTS)?.parsedValue;
    insist(constraints instanceof BasicConstraints && constraints.cA === true, 'an issuer that may not issue');
    insist(await lowest.verify(issuer), 'a certificate is not signed by its issuer');
    chain.push(issuer);
    lowest = issuer;
  }
}

const selfIssued = ({ subject, issuer }: Certificate): boolean => subject.isEqual(issuer);

const derOf = (certificate: Certificate): Uint8Array<ArrayBuffer> => new Uint8Array(certificate.toSchema().toBER());

const digest = async (name: string, bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest(name, bytes as Uint8Array<ArrayBuffer>));

/** The common name, or else all that the name says. */
function nameOf({ subject }: Certificate): string {
  const parts = subject.typesAndValues.map(({ type, value }) => ({ type, text: String(value.valueBlock.value) }));
  return parts.find(({ type }) => type === '2.5.4.3')?.text ?? parts.map(({ text }) => text).join(', ');
}
