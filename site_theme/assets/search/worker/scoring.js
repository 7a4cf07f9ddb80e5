/* lunr's scores of a term, from its postings: those of lunr.Builder, with the numbers of generator/search/scoring.py. */
"use strict";

(function (archive) {
  function openScoring(index) {
    const { manifest } = index;
    const { k1, b } = manifest;
    const boosts = Object.values(manifest.boosts);
    const fieldsIn = manifest.counts.map((counts) => counts.filter(Boolean).length);

    /* The papers of a term, rising; for each the place of its counts; and `scoresAt` a place: a score a field, null
       where the term does not stand in the field. */
    function readTerm(postings) {
      const papers = [];
      const places = [];
      let occurrences = 0;
      index.readPostings(postings, (paper, place) => {
        papers.push(paper);
        places.push(place);
        occurrences += fieldsIn[place];
      });
      const idf = Math.log(1 + Math.abs((manifest.papers - occurrences + 0.5) / (occurrences + 0.5)));
      const scores = new Map();
      const scoresAt = (place) => {
        if (!scores.has(place)) scores.set(place, manifest.counts[place].map((count, field) => score(idf, count, field)));
        return scores.get(place);
      };
      return { papers, places, scoresAt };
    }

    /* Rounded as lunr.Builder rounds. */
    function score(idf, count, field) {
      if (!count) return null;
      const weight = (idf * ((k1 + 1) * count)) / (k1 * (1 - b) + count);
      return Math.round(weight * boosts[field] * 1000) / 1000;
    }

    return readTerm;
  }

  archive.openScoring = openScoring;
})(self.archive);
