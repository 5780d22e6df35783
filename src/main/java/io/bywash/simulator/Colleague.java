package io.bywash.simulator;

import java.util.List;

/** Somebody else works on the group at the same time, and the audit log tells it. */
record Colleague(When when, Deed deed, Victim victim) implements Fault {

    enum Deed {
        SETS_SGM_DOWN,
        SWITCHES_CLONING_ON,
        INSTALLS_POLICY,
        /** The chassis of the task that began, or of the victim. */
        SETS_CHASSIS_UP
    }

    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(when, moment -> {
            SimulatedSgm sgm = victim.in(ambush.group());
            switch (deed) {
                case SETS_SGM_DOWN -> setDown(ambush, sgm);
                case SWITCHES_CLONING_ON -> switchCloningOn(ambush);
                case INSTALLS_POLICY -> installPolicy(ambush);
                case SETS_CHASSIS_UP -> setUp(ambush, moment.on() == null ? sgm : moment.on());
            }
        });
    }

    private static void setDown(Ambush ambush, SimulatedSgm sgm) {
        tell(ambush, "Blade state change to down on blades: " + sgm.id(), List.of(sgm));
        sgm.setAdminDown(true);
    }

    private static void switchCloningOn(Ambush ambush) {
        List<SimulatedSgm> all = List.copyOf(ambush.group().sgms());
        tell(ambush, "image auto-clone state on", all);
        all.forEach(sgm -> sgm.setCloning(true));
    }

    private static void installPolicy(Ambush ambush) {
        tell(ambush, "policy installation", List.copyOf(ambush.group().sgms()));
        ambush.group().policyInstalled(ambush.now());
    }

    private static void setUp(Ambush ambush, SimulatedSgm sgm) {
        int number = sgm.chassis().number();
        tell(ambush, "Chassis_admin up on Chassis: " + number, ambush.group().sgmsOf(sgm.chassis()));
        ambush.group().carryOut(new SimulatedGroup.ChassisOrder(sgm.chassis(), false, ambush.now()));
    }

    private static void tell(Ambush ambush, String deed, List<SimulatedSgm> victims) {
        ambush.struck("Mira: " + deed, victims);
        ambush.group().audit(deed + ", User: Mira Colleague, Reason: Maintenance");
    }
}
