import type { Clinic, PersonalType, Review } from '../contract/index.ts';
import { findPersonal, redact } from '../privacy/index.ts';

/** Data that lead to a person, and what stands in their place. What a review tells of health or of a visit stays. */
const LEADS_TO_A_PERSON: Partial<Record<PersonalType, string>> = {
  PERSON: '人名',
  NATIONAL_ID: '身分證字號',
  PHONE: '電話',
  EMAIL: '電子郵件',
  ADDRESS: '地址',
  LINE_ID: 'LINE 帳號',
  SOCIAL_ACCOUNT: '帳號',
  BIRTHDAY: '生日',
  MEDICAL_RECORD_NO: '病歷號碼',
  NHI_CARD_NO: '健保卡號',
  BED_NO: '床號',
  PLATE: '車牌',
  BANK_ACCOUNT: '銀行帳號',
  CREDIT_CARD: '信用卡號',
  URL_PROFILE: '個人頁面',
};

/** PTT's own line in the place of a push: both accounts are third persons'. */
const TAKEN_OUT = /^\(([A-Za-z][A-Za-z0-9]{1,11}) 刪除 ([A-Za-z][A-Za-z0-9]{1,11})(?= 的推文)/gm;

/**
 * Masks third persons: everyone but the authors whose reviews the case is about, the clinic and its staff. The same
 * person is the same 〔第三人1〕 everywhere.
 */
export interface Mask {
  text(text: string): string;
  review(review: Review): Review;
}

export function maskOf(parties: readonly Review[], thread: readonly Review[], clinic: Clinic | null): Mask {
  const keep = new Set(
    [
      ...parties.flatMap(({ author }) => [author.name, author.id ?? '']),
      ...(clinic === null ? [] : [clinic.name, ...clinic.aliases]),
      ...(clinic?.doctors.flatMap(({ name, aliases }) => [name, ...aliases]) ?? []),
      ...(clinic?.people.map(({ name }) => name) ?? []),
    ].filter((name) => name !== ''),
  );
  const isParty = (review: Review) =>
    parties.some(
      ({ id, author }) => id === review.id || (author.id ?? author.name) === (review.author.id ?? review.author.name),
    );
  const others = thread.filter((review) => !isParty(review));
  const tokens = new Map<string, string>();
  for (const { author } of others) {
    const person = author.id ?? author.name;
    const token = tokens.get(person) ?? `〔第三人${new Set(tokens.values()).size + 1}〕`;
    for (const name of [person, author.name]) if (!keep.has(name)) tokens.set(name, token);
  }
  // Longer names first: one may be part of another, or of one that stays. A single character would hit half the text.
  const third = [...tokens.keys()].filter((name) => [...name].length > 1);
  const whole = [...keep].filter((name) => third.some((part) => name.includes(part)));
  const names = [...third, ...whole].sort((a, b) => b.length - a.length);
  const known = new RegExp(names.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|') || '(?!)', 'g');
  const ids = new Map(others.map(({ id }, index) => [id, `third-${index + 1}`]));
  const idOf = (id: string) => ids.get(id) ?? id;
  const account = (id: string) => (keep.has(id) ? id : (tokens.get(id) ?? '〔第三人〕'));

  const text = (given: string): string => {
    const listed = given.replace(TAKEN_OUT, (_, by: string, whose: string) => `(${account(by)} 刪除 ${account(whose)}`);
    const named = listed.replace(known, (name) => tokens.get(name) ?? name);
    const spans = findPersonal(named, clinic).filter(
      ({ type, start, end }) => type in LEADS_TO_A_PERSON && !keep.has(named.slice(start, end)),
    );
    const { text: out, tokens: made } = redact(named, spans);
    return Object.keys(made).reduce((said, token) => said.replaceAll(token, inWords(token)), out);
  };
  const review = (given: Review): Review => {
    const masked: Review = {
      ...given,
      parent: given.parent === null ? null : idOf(given.parent),
      title: given.title && text(given.title),
      text: text(given.text),
      ownerReply: given.ownerReply && { ...given.ownerReply, text: text(given.ownerReply.text) },
    };
    if (isParty(given)) return masked;
    const token = tokens.get(given.author.id ?? given.author.name) ?? '〔第三人〕';
    return {
      ...masked,
      id: idOf(given.id),
      aliases: undefined,
      url: null,
      author: { id: null, name: token, url: null, badges: [] },
      ip: null,
      country: null,
    };
  };
  return { text, review };
}

/** 〔PHONE_1〕 → 〔電話1〕 */
const inWords = (token: string): string =>
  token.replace(/^〔([A-Z_]+)_(\d+)〕$/, (whole, type: PersonalType, number: string) => {
    const word = LEADS_TO_A_PERSON[type];
    return word === undefined ? whole : `〔${word}${number}〕`;
  });
