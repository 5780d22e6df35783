package io.bywash.procedure;

import io.bywash.cluster.ChassisAdmin;
import io.bywash.cluster.GroupMonitor;
import io.bywash.cluster.ImageCloning;
import io.bywash.cluster.StateWatch;
import io.bywash.cpuse.Installer;
import io.bywash.evidence.History;
import io.bywash.evidence.Journal;
import io.bywash.gaia.Consoles;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.ManagementAddress;
import io.bywash.gaia.Permits;

/** What the procedure acts and looks with. */
public record Means(
        ManagementAddress address,
        Consoles consoles,
        Dialect dialect,
        Permits permits,
        GroupMonitor monitor,
        StateWatch watch,
        ImageCloning cloning,
        ChassisAdmin chassisAdmin,
        Installer installer,
        LeaseKeeper lease,
        Journal journal,
        History history) {}
