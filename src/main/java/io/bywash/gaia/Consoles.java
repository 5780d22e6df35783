package io.bywash.gaia;

import io.bywash.evidence.Fact;
import io.bywash.evidence.History;
import io.bywash.evidence.Secret;
import io.bywash.evidence.WaitingTime;
import io.bywash.group.GatewayMode;
import io.bywash.group.SgmId;
import io.bywash.terminal.ConsolePort;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The serial consoles of the SGMs that have one, on which a line outlives the reboot of its member.
 *
 * <p>The vendor recommends them for this procedure (REFERENCE 6).
 */
public final class Consoles {
    private final Map<SgmId, ConsolePort> ports;
    private final Set<SgmId> sgms;
    private final String user;
    private final Secret password;
    private final GatewayMode mode;
    private final Secret expertPassword;
    private final Tempo tempo;
    private final History history;
    private final WaitingTime waiting;

    /**
     * @param ports the way there; none in a run that is gone through again
     * @param sgms whose console is used
     * @param user the Gaia user who logs in on the member itself
     * @param password of that user
     */
    public Consoles(
            Map<SgmId, ConsolePort> ports,
            Set<SgmId> sgms,
            String user,
            Secret password,
            GatewayMode mode,
            Secret expertPassword,
            Tempo tempo,
            History history,
            WaitingTime waiting) {
        this.ports = Map.copyOf(ports);
        this.sgms = Set.copyOf(sgms);
        this.user = user;
        this.password = password;
        this.mode = mode;
        this.expertPassword = expertPassword;
        this.tempo = tempo;
        this.history = history;
        this.waiting = waiting;
    }

    /** Whether an SGM's console can be reached. */
    public boolean has(SgmId sgm) {
        return sgms.contains(sgm);
    }

    /**
     * Logs in on the console of an SGM, whatever state it is in.
     *
     * @param patience how long the member may take to boot
     * @throws ConsoleUnusable when the line is silent, in the middle of something, or of another member
     * @throws io.bywash.terminal.LoginRefused when the terminal server or the member does not let us in
     */
    public GaiaSession logIn(SgmId sgm, Duration patience) {
        LinkedTerminal terminal = open(sgm);
        try {
            GaiaSession session = GaiaSession.beginOnConsole(
                    terminal, mode, expertPassword, tempo, history, waiting, user, password, patience);
            if (!session.here().member().equals(Optional.of(sgm))) {
                session.logOut();
                throw new ConsoleUnusable("""
                        The console that the target file names for SGM %s is that of %s. Nothing was done there, and it was logged out of. \
                        Correct 'consoles' in the target file.""".formatted(sgm, session.here().memberTold()));
            }
            return session;
        } catch (RuntimeException e) {
            terminal.close();
            throw e;
        }
    }

    private LinkedTerminal open(SgmId sgm) {
        String name = "console of " + sgm;
        LinkedTerminal[] opened = {LinkedTerminal.ofEarlier(name)};
        Fact.LinkOpened link = Outside.open(history, name, () -> {
            opened[0] = waiting.during(() -> LinkedTerminal.open(name, ports.get(sgm)));
            return at -> new Fact.LinkOpened(
                    at, name, opened[0].hostKey(), ports.get(sgm).toString());
        });
        return opened[0].provenBy(link.hostKey());
    }
}
