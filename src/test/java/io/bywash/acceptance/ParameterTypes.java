package io.bywash.acceptance;

import io.bywash.procedure.Stage;
import io.bywash.procedure.StepId;
import io.cucumber.java.ParameterType;

/** The words of the features as values of the domain. */
public final class ParameterTypes {
    @ParameterType("\\[([1-5]\\.[A-Z])\\]")
    public StepId step(String id) {
        return StepId.parse(id);
    }

    @ParameterType("Chassis \"([AB])\"")
    public Character chassis(String letter) {
        return letter.charAt(0);
    }

    @ParameterType("part ([1-5])")
    public Stage part(String number) {
        return Stage.values()[Integer.parseInt(number) - 1];
    }
}
