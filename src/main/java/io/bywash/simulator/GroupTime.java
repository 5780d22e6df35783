package io.bywash.simulator;

/** The one thread that lets a group's deadlines happen when nobody looks. */
final class GroupTime implements Runnable {
    private final SimulatedGroup group;
    private volatile boolean over;

    GroupTime(SimulatedGroup group) {
        this.group = group;
    }

    void end() {
        over = true;
        synchronized (group) {
            group.notifyAll();
        }
    }

    @Override
    public void run() {
        try {
            synchronized (group) {
                while (!over) {
                    group.settle();
                    group.wait(group.clock().realMillisUntil(group.nextDeadline()));
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
