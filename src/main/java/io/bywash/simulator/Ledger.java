package io.bywash.simulator;

import io.bywash.group.SgmId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * What really happened in the group, in device time: kept apart from every screen, so that a run can be judged without
 * believing what it read.
 */
public final class Ledger {
    private final List<CommandReceived> commands = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final List<Carried> carried = new ArrayList<>();

    /** A line that was typed in a shell, or given to one to run. */
    public record CommandReceived(Instant at, SgmId on, String shell, String line) {}

    /** Something that changed in the group, in a sentence. */
    public record Happening(Instant at, String what) {}

    /**
     * The SGMs that handled traffic over one interval; none in an outage.
     *
     * @param until null while it lasts
     */
    public record Carried(Instant from, Instant until, SortedSet<SgmId> by) {}

    Ledger() {}

    public synchronized List<CommandReceived> commands() {
        return List.copyOf(commands);
    }

    public synchronized List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    /** Who carried, interval by interval, without gaps from the start on. */
    public synchronized List<Carried> whoCarried() {
        return List.copyOf(carried);
    }

    /** The intervals in which nobody carried. */
    public List<Carried> outages() {
        return whoCarried().stream().filter(interval -> interval.by().isEmpty()).toList();
    }

    synchronized Instant started() {
        return carried.get(0).from();
    }

    synchronized void command(Instant at, SgmId on, String shell, String line) {
        commands.add(new CommandReceived(at, on, shell, line));
    }

    synchronized void happened(Instant at, String what) {
        happenings.add(new Happening(at, what));
    }

    synchronized void carries(Instant from, SortedSet<SgmId> by) {
        int last = carried.size() - 1;
        if (last >= 0) {
            Carried open = carried.get(last);
            if (open.by().equals(by)) {
                return;
            }
            if (open.from().equals(from)) {
                carried.remove(last);
            } else {
                carried.set(last, new Carried(open.from(), from, open.by()));
            }
        }
        carried.add(new Carried(from, null, by));
    }
}
