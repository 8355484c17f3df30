// GraphiQL keeps its tabs under the same names wherever it runs. A prefix of our own keeps them
// apart from another GraphiQL that was once opened on the same address.
const PREFIX = 'entente:';

function ownKeys() {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

export const storage = {
  get length() {
    return ownKeys().length;
  },
  key: (index) => ownKeys()[index]?.slice(PREFIX.length) ?? null,
  getItem: (key) => localStorage.getItem(PREFIX + key),
  setItem: (key, value) => localStorage.setItem(PREFIX + key, value),
  removeItem: (key) => localStorage.removeItem(PREFIX + key),
  clear: () => ownKeys().forEach((key) => localStorage.removeItem(key)),
};
