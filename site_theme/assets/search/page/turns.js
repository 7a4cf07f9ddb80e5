// @ts-check
/* Searches take turns: what has been replaced or given up neither shows its answer nor tells a reader to wait. */

const openTurns = (function () {
  const PAUSE = 60; // milliseconds after a key before a search begins
  const PATIENCE = 300; // milliseconds before a reader is told to wait

  /** @param {() => void} tellToWait is called when the latest search is slow */
  return function openTurns(tellToWait) {
    let turn = 0;
    let pause = 0;
    let waiting = 0;

    /* Gives up the search that is pending, if any. */
    function stop() {
      turn++;
      clearTimeout(pause);
      clearTimeout(waiting);
    }

    /** Begins a search unless another key comes first. @param {() => void} search */
    function soon(search) {
      stop();
      pause = setTimeout(search, PAUSE);
    }

    /** Asks, and shows the answer or the failure, unless the turn is over by then.
        @template T @param {() => Promise<T>} ask @param {(answer: T) => unknown} show
        @param {(error: Error) => unknown} fail */
    async function take(ask, show, fail) {
      stop();
      const mine = turn;
      /** @template R @param {(result: R) => unknown} act @returns {(result: R) => unknown} */
      const told = (act) => (result) => {
        if (mine !== turn) return undefined;
        clearTimeout(waiting);
        return act(result);
      };
      waiting = setTimeout(tellToWait, PATIENCE);
      return ask().then(told(show), told(fail));
    }

    return { stop, soon, take };
  };
})();
