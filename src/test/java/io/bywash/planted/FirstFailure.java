package io.bywash.planted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of packages and classes below {@code io.bywash} up to the first that fails, and says which. */
final class FirstFailure {
    /** What the one line begins with that is for the parent. */
    static final String TELLS = "first failure: ";

    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private FirstFailure() {}

    public static void main(String[] names) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        for (String name : names) {
            boolean isClass = Character.isUpperCase(name.charAt(name.lastIndexOf('.') + 1));
            selectors.add(
                    isClass
                            ? DiscoverySelectors.selectClass("io.bywash." + name)
                            : DiscoverySelectors.selectPackage("io.bywash." + name));
        }
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .filters(ClassNameFilter.includeClassNamePatterns(".*Test"))
                .build();
        Launcher launcher = LauncherFactory.create();
        Thread late = new Thread(FirstFailure::endWhenLate, "late");
        late.setDaemon(true);
        late.start();
        launcher.execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    tell("noticed by " + test.getLegacyReportingName() + " in "
                            + test.getParentId().orElse(""));
                }
            }
        });
        tell("nothing noticed");
    }

    private static void endWhenLate() {
        try {
            NEVER.await(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return;
        }
        tell("noticed by the tests that came to no end in " + LONGEST);
    }

    private static synchronized void tell(String what) {
        System.out.println("\n" + TELLS + what);
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
