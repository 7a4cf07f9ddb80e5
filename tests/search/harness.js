/* For tests: opens a built index in a window, and a full lunr.js index beside it. */
"use strict";

self.openArchive = async () => {
  const folder = new URL("assets/search/", location.href);
  const manifest = await (await fetch(new URL("manifest.json", folder))).json();
  const index = archive.openIndex(manifest, archive.downloads(folder, false));
  const vocabulary = archive.openVocabulary(index.tables);
  const engine = archive.openEngine(index, vocabulary);
  const ranking = archive.openRanking(
    engine, vocabulary, index, archive.openFacts(index), archive.openPhrases(index, folder));
  const usual = { offset: 0, limit: 10 };
  self.engine = engine;
  self.index = index;
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

self.full = (papers) => {
  const { analyse } = archive.analysis;
  const builder = new lunr.Builder();
  builder.ref("ref");
  builder.k1(index.manifest.k1);
  builder.b(index.manifest.b);
  for (const [field, boost] of Object.entries(index.manifest.boosts)) builder.field(field, { boost });
  builder.tokenizer = (text) => analyse(text).map((term) => new lunr.Token(term));
  builder.searchPipeline = { runString: analyse };
  papers.forEach((paper) => builder.add(paper));
  // A term's number is arbitrary, but sums are rounded in its order: numbered alike, scores are equal to the last bit.
  Object.keys(builder.invertedIndex).sort().forEach((term, place) => {
    builder.invertedIndex[term]._index = place;
  });
  self.reference = builder.build();
};

/* Do the best of a query of plain words, ten at a time, come as all its results do? */
self.comparesBest = async (words) => {
  const alike = [lunr.Query.presence.REQUIRED, lunr.Query.presence.OPTIONAL].map(async (presence) => {
    const clauses = words.map((word) => ({ terms: archive.analysis.analyse(word), presence }));
    const all = (await engine.run(clauses)).map(({ ref }) => Number(ref));
    const { papers } = await engine.best(clauses, 10, () => true);
    const rest = (list) => list.slice(10).sort((a, b) => a - b).join();
    return papers.slice(0, 10).join() === all.slice(0, 10).join() && rest(papers) === rest(all);
  });
  return (await Promise.all(alike)).every(Boolean);
};

self.compare = async (query) => {
  const told = (results) => JSON.stringify(results.map(({ ref, score }) => [ref, score]));
  const here = await engine.search(query);
  const there = reference.search(archive.analysis.fold(query));
  return { query, found: there.length, same: told(here) === told(there) };
};
