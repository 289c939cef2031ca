// Cuts a CSV text into records (RFC 4180): a line break between quotation marks does not end one.

export function records(text) {
  const found = [];
  let begin = 0;
  let quoted = false;
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    if (i === text.length || (text[i] === '\n' && !quoted)) {
      const record = text.slice(begin, i).replace(/\r$/, '');
      if (record.trim() !== '') found.push(record);
      begin = i + 1;
    }
  }
  return found;
}

/** The fields of a record without quotation marks, for showing. */
export function fields(record) {
  return [...record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => (match[1] ?? match[2]).replaceAll('""', '"').trim());
}
