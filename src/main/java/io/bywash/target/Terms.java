package io.bywash.target;

import io.bywash.gaia.Dialect;
import io.bywash.gaia.Tempo;
import io.bywash.procedure.Assignment;
import io.bywash.terminal.SshEndpoint;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a run is told to do and how, but for the secrets.
 *
 * @param wordings the site's own, by the names of the phrases
 * @param user of Gaia who logs in
 * @param consoles the SGMs whose serial console is used, with the way there in words
 * @param tempo of its lines
 * @param importing how long the device may be silent during an import, as for verifying and the start of an installation
 * @param confirmed whether acts may be sent
 * @param takenOver the text of another run's lease that a person has decided to take over
 */
record Terms(
        Assignment assignment,
        Map<String, String> wordings,
        SshEndpoint endpoint,
        String user,
        SortedMap<String, String> consoles,
        Tempo tempo,
        Duration importing,
        Duration verifying,
        Duration installing,
        boolean confirmed,
        Optional<String> takenOver) {
    /** The histories of runs that knew no consoles do not name any. */
    Terms {
        user = user == null ? "" : user;
        consoles = consoles == null ? new TreeMap<>() : consoles;
    }

    Dialect dialect() {
        Dialect shipped = Dialect.of(assignment.release());
        return wordings.isEmpty() ? shipped : shipped.with(wordings);
    }
}
