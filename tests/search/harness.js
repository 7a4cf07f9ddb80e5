/* For tests: opens a built index in a window, and one index of everything beside it. */
"use strict";

self.openArchive = async () => {
  const folder = new URL("assets/search/", location.href);
  const manifest = await (await fetch(new URL("manifest.json", folder))).json();
  const index = openIndex(manifest, downloads(folder, false));
  const vocabulary = openVocabulary(index.tables);
  const engine = openEngine(index, vocabulary);
  const pageOf = openPages(folder);
  const ranking = openRanking(
    engine, vocabulary, index, openFacts(index), openPhrases(index, pageOf));
  const usual = { offset: 0, limit: 10 };
  self.engine = engine;
  self.index = index;
  self.pageOf = pageOf;
  self.ask = (text, more) => ranking.answer({ text, ...usual, ...more }, () => true);
};

/* The place of each paper among the first results of its text; -1 where it is not there. */
self.ranks = async ([texts, addresses]) => {
  const places = [];
  for (const [at, text] of texts.entries()) {
    const { items } = await ask(text);
    places.push(items.findIndex(({ address }) => address === addresses[at]));
  }
  return places;
};

/* The same scoring over one index of everything: lunr.js's own, with shares of BM25F in place of its scores. Worked out
   from the papers' texts alone, by other code than the archive's. */
self.full = ({ papers, extras, means, fields, priors }) => {
  self.priors = priors;
  const { analyse } = analysis;
  const builder = new lunr.Builder();
  builder.ref("ref");
  for (const field of Object.keys(fields)) builder.field(field);
  builder.tokenizer = ([text, more]) => [...analyse(text), ...more].map((term) => new lunr.Token(term));
  builder.searchPipeline = { runString: analyse };
  papers.forEach(({ ref, ...texts }, at) => {
    const told = Object.entries(texts).map(([field, text]) => [field, [text, extras[at][field]]]);
    builder.add({ ref, ...Object.fromEntries(told) });
    // Terms beyond the words make no field longer.
    for (const [field, terms] of Object.entries(extras[at])) builder.fieldLengths[`${field}/${ref}`] -= terms.length;
  });
  // A term's number is arbitrary, but sums are rounded in its order: numbered alike, scores are equal to the last bit.
  Object.keys(builder.invertedIndex).sort().forEach((term, place) => {
    builder.invertedIndex[term]._index = place;
  });
  self.reference = builder.build();
  for (const ref of Object.keys(reference.fieldVectors)) reference.fieldVectors[ref] = new lunr.Vector();
  for (const [term, entry] of Object.entries(reference.invertedIndex)) {
    const counts = weightedCounts(builder, term, entry, means, fields);
    const idf = Math.log(1 + (papers.length - counts.size + 0.5) / (counts.size + 0.5));
    for (const [paper, weights] of counts) {
      const sum = Object.values(weights).reduce((one, other) => one + other);
      const score = (idf * 2.2 * sum) / (1.2 + sum);
      for (const [field, weight] of Object.entries(weights)) {
        reference.fieldVectors[`${field}/${paper}`].insert(entry._index, (score * weight) / sum);
      }
    }
  }
};

/* Paper -> field -> the weighted count of a term, to the nearest level. */
function weightedCounts(builder, term, entry, means, fields) {
  const counts = new Map();
  for (const [field, { boost, b, steps, lowest, highest }] of Object.entries(fields)) {
    for (const paper of Object.keys(entry[field])) {
      const ref = `${field}/${paper}`;
      const length = b ? builder.fieldLengths[ref] / means[field] : 1;
      const exact = steps * Math.log2(builder.fieldTermFrequencies[ref][term] / (1 - b + b * length));
      const level = Math.max(lowest, Math.min(highest, Math.ceil(exact - 0.5)));
      if (!counts.has(paper)) counts.set(paper, {});
      counts.get(paper)[field] = Number((boost * 2 ** (level / steps)).toFixed(4));
    }
  }
  return counts;
}

/* Do the best of a query of plain words, ten at a time, come as all its results do? */
self.comparesBest = async (words) => {
  const alike = [lunr.Query.presence.REQUIRED, lunr.Query.presence.OPTIONAL].map(async (presence) => {
    const clauses = words.map((word) => ({ terms: analysis.analyse(word), presence }));
    const terms = words.flatMap(analysis.analyse);
    const times = [...new Set(terms)].filter((term) => reference.invertedIndex[term]).map((term) => terms.filter((other) => other === term).length);
    const length = Math.hypot(...times); // of the query's vector, by which lunr divides
    const worth = ({ ref, score }) => score * length + priors[ref];
    const all = (await engine.run(clauses)).sort((a, b) => worth(b) - worth(a)).map(({ ref }) => Number(ref));
    const { papers } = await engine.best(clauses, 10, () => true);
    const rest = (list) => list.slice(10).sort((a, b) => a - b).join();
    return papers.slice(0, 10).join() === all.slice(0, 10).join() && rest(papers) === rest(all);
  });
  return (await Promise.all(alike)).every(Boolean);
};

self.compare = async (query) => {
  const told = (results) => JSON.stringify(results.map(({ ref, score }) => [ref, score]));
  const here = await engine.run(engine.parse(query));
  const there = reference.search(analysis.fold(query));
  return { query, found: there.length, same: told(here) === told(there) };
};
