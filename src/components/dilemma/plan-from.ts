import type { DilemmaPlan, Effects } from '../../learning/dilemma.ts';
import { parts } from '../site/dom.ts';

/** The plan of a dilemma, read from its printed form. Called before the links of the choices become buttons. */
export function planFrom(printed: ParentNode, start: string): DilemmaPlan {
  const scenes = parts(printed, '[data-scene]', HTMLElement).map((scene) => {
    const effects = scene.dataset['effects'];
    const choices = parts(scene, 'a[data-goto]', HTMLAnchorElement).map((link) => ({
      id: link.dataset['choice'] ?? '',
      goto: link.dataset['goto'] ?? '',
    }));
    return [
      scene.dataset['scene'] ?? '',
      {
        choices,
        // The shape is what DilemmaWhole.astro wrote.
        ...(effects !== undefined && { effects: JSON.parse(effects) as Effects }),
        ...(scene.dataset['end'] !== undefined && { end: {} }),
      },
    ] as const;
  });
  return { start, scenes: Object.fromEntries(scenes) };
}
