import type { Lang } from '../curriculum/schema/common.ts';

/**
 * What a question adds around what it asks about. English function words fall away from every query that has others;
 * Khmer phrases only when the query as typed finds nothing, because they are written without spaces.
 */
export const STOP_PHRASES: Readonly<Record<Lang, readonly string[]>> = {
  km: [
    'មានន័យដូចម្តេច',
    'មានន័យយ៉ាងណា',
    'ធ្វើដូចម្តេចដើម្បី',
    'ធ្វើដូចម្តេច',
    'ធ្វើយ៉ាងណា',
    'ធ្វើម៉េច',
    'ហេតុអ្វីបានជា',
    'ហេតុអ្វី',
    'ដូចម្តេច',
    'យ៉ាងដូចម្តេច',
    'យ៉ាងណា',
    'យ៉ាងម៉េច',
    'នៅកន្លែងណា',
    'នៅឯណា',
    'នៅទីណា',
    'ពីនរណា',
    'នរណាជា',
    'នរណា',
    'អ្នកណា',
    'ពេលណា',
    'មួយណា',
    'ធ្វើអ្វីបានខ្លះ',
    'អ្វីខ្លះ',
    'គឺជាអ្វី',
    'ជាអ្វី',
    'អ្វីជា',
    'អ្វី',
    'បានប៉ុន្មាន',
    'ប៉ុន្មាន',
    'ប៉ុន្មានប្រភេទ',
    'ណាខ្លះ',
    'បែបណា',
    'ខុសគ្នា',
    'ខុសពី',
    'ហើយឬនៅ',
    'ហើយឬទេ',
    'មុននឹង',
    'គួរតែ',
    'គួរឆ្លើយ',
    'គួរ',
    'ចង់',
    'កុំឱ្យ',
    'កើតឡើង',
    'ចំពោះ',
    'ក្នុងទម្រង់',
    'របៀប',
    'វិធី',
    'តើ',
    'ត្រូវតែ',
    'ត្រូវ',
    'អាច',
    'ឬទេ',
    'បានទេ',
    'ដែរឬទេ',
    'ដើម្បី',
    'សូម',
    'ខ្ញុំ',
    'មាន',
  ],
  en: (
    'a an the of to in on at for from with by and or is are was were be been am it its this that these those do does ' +
    'did i me my we our you your he she they their them what which who whom whose when where why how can could may ' +
    'might must shall should will would if there here as not no any some much many like look looks mean means about ' +
    'have has had get got use used people difference different between kind kinds type types happen happens happened ' +
    'need needs want wants way ways after before without'
  ).split(' '),
};
