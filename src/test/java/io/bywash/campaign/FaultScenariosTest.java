package io.bywash.campaign;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultScenariosTest {
    @Test
    void what_the_campaign_found_does_not_come_back() {
        FaultScenarios.run("@faults and not @long");
    }
}
