/** The part of a `SpeechSynthesisVoice` that is used. */
export type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/**
 * A voice of the device for a language, e.g. `km`. Voices that another company's server speaks do not count: they would
 * send it what is read.
 */
export function voiceFor<V extends Voice>(voices: readonly V[], lang: string): V | undefined {
  const fits = voices.filter(
    // Android writes km_KH.
    (voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === lang.split('-')[0],
  );
  return fits.find((voice) => voice.default) ?? fits[0];
}

/** The device's speech; undefined where there is none. */
export function speech(): SpeechSynthesis | undefined {
  return 'speechSynthesis' in window ? window.speechSynthesis : undefined;
}
