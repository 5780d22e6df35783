package io.bywash.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** Programs on the path of a real bash that say what those of a Security Group of 1 + 1 SGMs say, and know nothing. */
final class StandIns {
    private static final Map<String, String> PROGRAMS = Map.ofEntries(
            Map.entry("asg", """
                    case "$*" in
                    "stat -v") cat <<'END'
                    --------------------------------------------------------------------------------
                    | System Status - 64000                                                        |
                    --------------------------------------------------------------------------------
                    | Version                       | R81.10 (Build Number 418)                    |
                    | FW Policy Date                | 14Oct26 05:12                                |
                    --------------------------------------------------------------------------------
                    | SGM ID                 Chassis 1                    Chassis 2                |
                    |                        STANDBY                      ACTIVE                   |
                    --------------------------------------------------------------------------------
                    | 1  (local)             UP                           ACTIVE                   |
                    --------------------------------------------------------------------------------
                    | Chassis Parameters                                                           |
                    |   Sync to Active chassis:     Enabled                                        |
                    --------------------------------------------------------------------------------
                    END
                    ;;
                    "policy verify") cat <<'END'
                    +-------+-------------------+---------------+-----------------+--------+
                    |SGM    |Policy Name        |Policy Date    |Policy Signature |Status  |
                    +-------+-------------------+---------------+-----------------+--------+
                    |1_01   |Quay               |14Oct26 05:12  |40cb19ae2        |Success |
                    |2_01   |Quay               |14Oct26 05:12  |40cb19ae2        |Success |
                    +-------+-------------------+---------------+-----------------+--------+
                    END
                    ;;
                    *) what="Chassis_admin $4 on Chassis: $3"
                    printf 'You are about to perform %s\\nAre you sure? (Y - yes, any other key - no) ' "$what"; read -r _
                    printf 'Chassis_admin %s requires auditing\\nEnter your full name: ' "$4"; read -r name
                    printf 'Enter reason for Chassis_admin %s [Maintenance]: ' "$4"; read -r reason
                    echo "WARNING: $what, User: $name, Reason: $reason"
                    echo "Chassis $3 is going ${4^^}..."
                    echo "Chassis $3 state is ${4^^}"
                    ;;
                    esac
                    """),
            Map.entry("g_all", """
                    shift
                    echo "1_01:"; "$@"
                    echo "2_01:"; "$@"
                    """),
            Map.entry("fw", """
                    if [ "$1" = ver ]; then
                        echo "This is Check Point's software version R81.10 - Build 418"
                    else
                        echo "HOST                  NAME                               ID #VALS #PEAK #SLINKS"
                        echo "localhost             connections                      8158   311   977     742"
                    fi
                    """),
            Map.entry("cpinfo", """
                    echo
                    echo "This is Check Point CPinfo Build 914000231 for GAIA"
                    echo "[FW1]"
                    echo "        HOTFIX_R81_10_JUMBO_HF_MAIN     Take:  87"
                    echo
                    echo "FW1 build number:"
                    """),
            Map.entry("cphaprob", """
                    echo
                    echo "Delta Sync Statistics"
                    echo
                    echo "Sync status: OK"
                    echo
                    """),
            Map.entry("ip", """
                    echo '2: eth1-01: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP mode DEFAULT group default qlen 1000\\    link/ether 00:1c:7f:aa:bb:01 brd ff:ff:ff:ff:ff:ff'
                    """),
            Map.entry("asg_hf_installer", """
                    echo "Hotfix Installation Wizard"
                    echo "SGMs: $2"
                    """),
            Map.entry("member", """
                    echo "Moving to member $1"
                    env PS1='[Expert@harbour-ch02-01:0]# ' bash --norc -i
                    echo "Connection to 192.0.2.17 closed."
                    """),
            Map.entry("clish", "exec clish-of 'harbour-ch01-01> '"),
            Map.entry("gclish", "exec clish-of '[Global] harbour-ch01-01> '"),
            Map.entry("clish-of", """
                    while printf '%s' "$1" && read -r line && [ "$line" != exit ]; do echo "CLINFR0329  Invalid command:'$line'."; done
                    """));

    private StandIns() {}

    /** Writes them all into a directory. */
    static void into(Path directory) {
        try {
            Files.createDirectories(directory);
            for (Map.Entry<String, String> program : PROGRAMS.entrySet()) {
                Path file =
                        Files.writeString(directory.resolve(program.getKey()), "#!/bin/bash\n" + program.getValue());
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
