/** A name before Chinese characters: a space follows Latin ones only. */
export const spaced = (name: string): string => (/[A-Za-z0-9)]$/.test(name) ? `${name} ` : name);
