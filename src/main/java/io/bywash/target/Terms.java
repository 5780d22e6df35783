package io.bywash.target;

import io.bywash.gaia.Dialect;
import io.bywash.gaia.Tempo;
import io.bywash.procedure.Assignment;
import io.bywash.terminal.SshEndpoint;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * All that a run is told to do and how, but for the secrets.
 *
 * @param wordings the site's own, by the names of the phrases
 * @param tempo of its lines
 * @param importing how long the device may be silent during an import, as for verifying and the start of an installation
 * @param confirmed whether acts may be sent
 * @param takenOver the text of another run's lease that a person has decided to take over
 */
record Terms(
        Assignment assignment,
        Map<String, String> wordings,
        SshEndpoint endpoint,
        Tempo tempo,
        Duration importing,
        Duration verifying,
        Duration installing,
        boolean confirmed,
        Optional<String> takenOver) {
    Dialect dialect() {
        Dialect shipped = Dialect.of(assignment.release());
        return wordings.isEmpty() ? shipped : shipped.with(wordings);
    }
}
