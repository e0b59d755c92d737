/** Returns a name to put before Chinese characters: only a Latin one gets a space after it. */
export const spaced = (name: string): string => (/[A-Za-z0-9)]$/.test(name) ? `${name} ` : name);
