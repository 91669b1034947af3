/** What Prism makes values with, where ours can make none. */
interface Sampler {
  sample: (...given: readonly unknown[]) => unknown;
}

/** Keeps it from printing what it cannot do, without a word of where: not all of that can be turned off by its options. */
export function quietSampler(sampler: Sampler): void {
  const { sample } = sampler;
  sampler.sample = (...given) => {
    const { warn } = console;
    console.warn = () => {};
    try {
      return sample(...given);
    } finally {
      console.warn = warn;
    }
  };
}
