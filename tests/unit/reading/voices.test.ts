import { expect, test } from 'vitest';
import { voiceFor } from '../../../src/components/reading/voices.ts';

const voice = (lang: string, rest: { localService?: boolean; default?: boolean } = {}) => ({
  lang,
  localService: true,
  default: false,
  ...rest,
});

test.each(['km', 'km-KH', 'km_KH', 'KM-kh'])('a voice called %s speaks Khmer', (lang) => {
  expect(voiceFor([voice('en-US'), voice(lang)], 'km')?.lang).toBe(lang);
});

test('a voice of another language does not, even if its name begins alike', () => {
  expect(voiceFor([voice('kmr-TR'), voice('kok-IN'), voice('')], 'km')).toBeUndefined();
});

test('a voice that a server speaks is none: it would be sent the text', () => {
  expect(voiceFor([voice('en-US', { localService: false })], 'en')).toBeUndefined();
  expect(voiceFor([voice('en-US', { localService: false }), voice('en-GB')], 'en')?.lang).toBe('en-GB');
});

test("the device's own choice comes first", () => {
  expect(voiceFor([voice('en-US'), voice('en-GB', { default: true })], 'en')?.lang).toBe('en-GB');
});
