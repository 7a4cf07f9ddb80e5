/* arXiv identifiers in every spelling that people paste. */
"use strict";

(function (archive) {
  const NEW = /[0-9]{4}\.[0-9]{4,5}/;
  const OLD = /[a-z-]+(?:\.[a-z]{2})?\/[0-9]{7}/;
  const BEFORE = /(?:https?:\/\/)?(?:[\w-]+\.)*(?:arxiv\.org\/(?:abs|pdf|html|format)|huggingface\.co\/papers|hf\.co\/papers)\/|arxiv:\s*/;
  const AFTER = /(?:v[0-9]+)?(?:\.pdf)?\/?(?:[?#].*)?/;
  const IDENTIFIER = new RegExp(
    `^(?:${BEFORE.source})?(${NEW.source}|${OLD.source})${AFTER.source}$`, "i");

  /* The bare identifier that the text is a spelling of, or null. An old one loses its subject class:
     math.GT/0309136 is math/0309136. */
  archive.identifierIn = (text) => {
    const found = IDENTIFIER.exec(text.trim());
    return found && found[1].toLowerCase().replace(/^([a-z-]+)\.[a-z]{2}\//, "$1/");
  };
})(self.archive);
