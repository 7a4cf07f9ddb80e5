// @ts-check
/* arXiv identifiers in every spelling that people paste. https://info.arxiv.org/help/arxiv_identifier.html */

const identifierIn = (function () {
  const SITE = [
    "(?:arxiv|alphaxiv|ar5iv)\\.org/(?:abs|pdf|html|format|ps|src|e-print|overview)/",
    "doi\\.org/10\\.48550/arxiv\\.",
  ].join("|");
  const BEFORE = [
    `(?:https?://)?(?:[\\w-]+\\.)*(?:${SITE})(?:arxiv:)?`,
    "(?:arxiv/)?(?:abs|pdf)/",
    "[^\\s?#]+/papers/", // of Hugging Face, and of this archive wherever it is published
    "(?:doi:\\s*)?10\\.48550/arxiv\\.",
    "(?:oai:)?arxiv(?:\\.org)?[:.\\s/-]\\s*",
    "id:\\s*",
  ].join("|");
  const NEW = "[0-9]{2}(?:0[1-9]|1[0-2])\\.[0-9]{4,5}";
  const OLD = "[a-z-]+(?:\\.[a-z]{2})?/[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{3}";
  // As a stamp on the first page has it: arXiv:2604.07429v2 [cs.CV] 9 Apr 2026.
  const STAMP = "\\s*\\[[a-z.-]+\\](?:\\s*[0-9]{1,2} [a-z]+ [0-9]{4})?";
  const AFTER = `(?:\\s?v[1-9][0-9]*)?(?:\\.pdf|\\.md)?/?(?:[?#]\\S*|${STAMP})?`;
  const IDENTIFIER = new RegExp(`^(?:${BEFORE})?(${NEW}|${OLD})${AFTER}$`, "i");

  const AROUND = /^[\s"'“‘«<([{]+|[\s"'”’»>)\]}.,;:!?]+$/g; // what a sentence puts around it

  /** The bare identifier that the text is a spelling of, or null. An old one loses its subject class:
      math.GT/0309136 is math/0309136.
      @param {string} typed */
  return (typed) => {
    // Full-width digits, and the invisible characters that come with what is copied from PDFs and chats.
    const text = typed.normalize("NFKC").replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "");
    const found = IDENTIFIER.exec(text.trim()) || IDENTIFIER.exec(text.replace(AROUND, ""));
    return found?.[1].toLowerCase().replace(/^([a-z-]+)\.[a-z]{2}\//, "$1/") ?? null;
  };
})();
