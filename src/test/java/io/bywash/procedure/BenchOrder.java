package io.bywash.procedure;

import static io.bywash.group.ChassisId.CHASSIS1;

import io.bywash.cpuse.InstallScope;
import io.bywash.evidence.StepRecord;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Phrase;
import io.bywash.gaia.Shell;
import io.bywash.group.SgmId;
import java.util.List;
import java.util.Optional;

/** The orders of the procedure, each given on a {@link Bench} as its step gives it, by a run that holds its lease. */
enum BenchOrder {
    DOWN("2_01: asg chassis_admin -c 1 down") {
        @Override
        void give(Bench bench, StepRecord record) {
            onTheSmo(bench, session -> orders(bench).down(StepId.parse("3.C"), record, session));
        }
    },
    UP("2_01: asg chassis_admin -c 1 up") {
        @Override
        void prepare(Bench bench) {
            bench.down(CHASSIS1);
        }

        @Override
        void give(Bench bench, StepRecord record) {
            onTheSmo(bench, session -> orders(bench).up(StepId.parse("3.I"), record, session));
        }
    },
    INSTALL("1_01: installer install 1 member_ids 1_1-1_2") {
        @Override
        void prepare(Bench bench) {
            bench.down(CHASSIS1);
        }

        @Override
        void give(Bench bench, StepRecord record) {
            install(bench, record);
        }
    },
    FAIL_OVER("2_01: asg chassis_admin -c 2 down") {
        @Override
        void give(Bench bench, StepRecord record) {
            Failover failover = new Failover(
                    bench.assignment(), bench.means(), new Steps(bench.means().history()));
            failover.connect(StepId.parse("4.A"), "connect");
            failover.logInToExpert(StepId.parse("4.B"), "log in");
            failover.setDown(StepId.parse("4.C"), "set down");
        }
    },
    CLONING_OFF("2_01: set smo image auto-clone state off") {
        @Override
        void give(Bench bench, StepRecord record) {
            String line = "set smo image auto-clone state off";
            onTheSmo(
                    bench,
                    session -> bench.means()
                            .cloning()
                            .switchOff(
                                    session,
                                    bench.means()
                                            .permits()
                                            .forGroup(
                                                    "2.D",
                                                    Phrase.CLONING_OFF,
                                                    line,
                                                    new Invariants(bench.assignment(), bench.means())
                                                            .oneCarries(line))));
        }
    };

    /** What can be done on a line. */
    interface Doing {
        void on(GaiaSession session);
    }

    private final String typed;

    BenchOrder(String typed) {
        this.typed = typed;
    }

    /** Where it is typed, and how. */
    String typed() {
        return typed;
    }

    /** Brings the group to where the order may be given. */
    void prepare(Bench bench) {}

    abstract void give(Bench bench, StepRecord record);

    /** Takes the lease and brings the group to where the order may be given. */
    void makeReady(Bench bench) {
        bench.means().lease().take();
        prepare(bench);
    }

    void give(Bench bench) {
        give(bench, record());
    }

    static StepRecord record() {
        return new StepRecord(
                "3.F",
                "order",
                Bench.BEGAN,
                List.of("questions answered", "installation on 1_01", "installation on 1_02"));
    }

    /** Gives the order to install on the first SGM of chassis1, as its step does. */
    static Optional<String> install(Bench bench, StepRecord record) {
        try (GaiaSession session = bench.means().address().logIn("orders")) {
            session.goTo(SgmId.parse("1_1"));
            session.reach(Shell.GCLISH);
            return installOrder(bench).give(StepId.parse("3.F"), record, session);
        }
    }

    static ChassisOrders orders(Bench bench) {
        return new ChassisOrders(bench.assignment(), bench.means(), CHASSIS1);
    }

    static InstallOrder installOrder(Bench bench) {
        return new InstallOrder(
                bench.means(),
                new Invariants(bench.assignment(), bench.means()),
                InstallScope.of(bench.assignment().group(), CHASSIS1));
    }

    static void onTheSmo(Bench bench, Doing doing) {
        try (GaiaSession session = bench.means().address().logIn("orders")) {
            doing.on(session);
        }
    }
}
