/** The oldest browsers a learner may have; esbuild's names. Android 8 carries Chrome's WebView from 87 on. */
export const FLOOR = ['chrome87', 'firefox115', 'safari15'];
export const FLOOR_NAMES = 'Chrome 87, Firefox 115, Safari 15';

/** Something newer than the floor that was found in the built site. */
export interface Finding {
  readonly file: string;
  readonly feature: string;
  /** The code around it, or the line. */
  readonly where: string;
  /** Browsers that have it, as of the year of the floor. */
  readonly since: string;
  /** `fault`: the page breaks without it. `enhancement`: an old browser leaves it out and nothing is lost. */
  readonly kind: 'fault' | 'enhancement';
}

/** Uses that test for the feature first, each with the reason. A use not named here is a fault. */
export interface Allowed {
  readonly feature: string;
  readonly file: RegExp;
  readonly why: string;
}
