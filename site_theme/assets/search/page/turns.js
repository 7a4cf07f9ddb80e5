/* Searches take turns: what has been replaced or given up neither shows its answer nor tells a reader to wait. */
"use strict";

(function (archive) {
  const PAUSE = 60; // milliseconds after a key before a search begins
  const PATIENCE = 300; // milliseconds before a reader is told to wait

  /* `tellToWait` is called when the latest search is slow. */
  function openTurns(tellToWait) {
    let turn = 0;
    let pause = 0;
    let waiting = 0;

    /* Gives up the search that is pending, if any. */
    function stop() {
      turn++;
      clearTimeout(pause);
      clearTimeout(waiting);
    }

    /* Begins a search unless another key comes first. */
    function soon(search) {
      stop();
      pause = setTimeout(search, PAUSE);
    }

    /* Asks, and shows the answer or the failure, unless the turn is over by then. */
    async function take(ask, show, fail) {
      stop();
      const mine = turn;
      const told = (act) => (result) => {
        if (mine !== turn) return undefined;
        clearTimeout(waiting);
        return act(result);
      };
      waiting = setTimeout(tellToWait, PATIENCE);
      return ask().then(told(show), told(fail));
    }

    return { stop, soon, take };
  }

  archive.openTurns = openTurns;
})(self.archive);
