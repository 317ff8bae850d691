/** Some observations, by their index: those of months with work left, whose files are what the unit could close, and the starved ones. */
export type Places = { readonly counted: Int32Array; readonly censored: Int32Array };

export type PlacesOfData = {
  readonly all: Places;
  /** In which the unit has funded staff. */
  readonly withFunded: Places;
  /** Of units that ever have funded staff. */
  readonly ofFunded: Places;
  readonly ofUnit: readonly Places[];
};

type Laid = {
  readonly censored: Uint8Array;
  readonly unitStart: Int32Array;
  readonly withFunded: Int32Array;
  readonly funded: Uint8Array;
};

/** Sorts all observations once: loops over one kind of them need not ask which each is. */
export function findPlaces({ censored, unitStart, withFunded, funded }: Laid): PlacesOfData {
  const sorted = (places: Int32Array): Places => ({
    counted: places.filter((o) => censored[o] === 0),
    censored: places.filter((o) => censored[o] === 1),
  });
  const all = Int32Array.from(censored, (_, o) => o);
  const units = Array.from(funded, (_, i) => all.slice(unitStart[i], unitStart[i + 1]));
  return {
    all: sorted(all),
    withFunded: sorted(withFunded),
    ofFunded: sorted(Int32Array.from(units.flatMap((own, i) => (funded[i] === 1 ? [...own] : [])))),
    ofUnit: units.map(sorted),
  };
}
