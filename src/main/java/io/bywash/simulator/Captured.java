package io.bywash.simulator;

import java.time.Instant;

/** Output of a program that goes into a pipe, or comes from another SGM; nobody can answer a question there. */
final class Captured implements Console {
    private final Console around;
    private final boolean complaintsToo;
    private final StringBuilder text = new StringBuilder();

    Captured(Console around) {
        this(around, false);
    }

    /** @param complaintsToo whether complaints are caught as well, as from another SGM */
    Captured(Console around, boolean complaintsToo) {
        this.around = around;
        this.complaintsToo = complaintsToo;
    }

    @Override
    public void print(String printed) {
        text.append(printed);
    }

    @Override
    public void complain(String complaint) {
        if (complaintsToo) {
            print(complaint);
        } else {
            around.complain(complaint);
        }
    }

    @Override
    public String readLine(boolean echo) {
        return null;
    }

    @Override
    public void pauseUntil(Instant moment) {
        around.pauseUntil(moment);
    }

    @Override
    public boolean screen() {
        return false;
    }

    @Override
    public int rows() {
        return 0;
    }

    @Override
    public int columns() {
        return 80;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
