package io.bywash.simulator;

import io.bywash.group.Release;

/** The state of image cloning, kept on each SGM for itself (REFERENCE 3.5: words by release and output D). */
final class CloningCommands {
    private CloningCommands() {}

    static void into(ClishGrammar grammar, Release release) {
        String words = words(release);
        grammar.read("show " + words, CloningCommands::show);
        grammar.act("set " + words + " on", Act.Kind.CLONING_ON, call -> set(call, true));
        grammar.act("set " + words + " off", Act.Kind.CLONING_OFF, call -> set(call, false));
    }

    static String words(Release release) {
        return release == Release.R82 ? "cluster configuration image auto-clone state" : "smo image auto-clone state";
    }

    private static void show(ClishCall call) {
        call.answerForEach(CloningCommands::state);
    }

    private static void set(ClishCall call, boolean on) {
        call.group().change(() -> {
            call.session().tookEffect(call.reach());
            call.reach().forEach(sgm -> sgm.setCloning(on));
        });
        show(call);
    }

    private static String state(SimulatedSgm sgm) {
        return "Image auto-clone state is %s\n".formatted(sgm.cloning() ? "on" : "off");
    }
}
