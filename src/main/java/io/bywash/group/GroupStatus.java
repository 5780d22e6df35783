package io.bywash.group;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One look at the whole Security Group.
 *
 * @param at when the screen was read
 * @param roles what each chassis does; a chassis whose role could not be read is absent
 * @param sgms every SGM that the screen showed
 * @param synchronised whether the chassis are synchronised; empty when the screen does not say
 * @param policy when the policy was installed, as the screen says it; empty when it does not
 * @param version the version as the screen says it; empty when it does not
 */
public record GroupStatus(
        Instant at,
        Map<ChassisId, ChassisRole> roles,
        SortedMap<SgmId, SgmStatus> sgms,
        Optional<Boolean> synchronised,
        Optional<String> policy,
        Optional<String> version) {
    public GroupStatus {
        roles = Collections.unmodifiableMap(new TreeMap<>(roles));
        sgms = Collections.unmodifiableSortedMap(new TreeMap<>(sgms));
    }

    /** The role of a chassis; empty when the screen did not say it in a known word. */
    public Optional<ChassisRole> role(ChassisId chassis) {
        return Optional.ofNullable(roles.get(chassis));
    }

    /** The states of the SGMs of one chassis, in order of slot. */
    public List<SgmStatus> of(ChassisId chassis) {
        return sgms.values().stream()
                .filter(sgm -> sgm.id().chassis() == chassis)
                .toList();
    }

    /** What is not as wanted: SGMs that should be in {@code wanted} and are not, or that the screen does not show. */
    public List<String> strays(SortedSet<SgmId> inventory, SgmState wanted) {
        return inventory.stream()
                .filter(id -> !sgms.containsKey(id) || sgms.get(id).state() != wanted)
                .map(this::told)
                .toList();
    }

    /** Those of these SGMs that the screen shows, and not as wanted. */
    public List<SgmStatus> straying(SortedSet<SgmId> inventory, SgmState wanted) {
        return inventory.stream()
                .filter(sgms::containsKey)
                .map(sgms::get)
                .filter(sgm -> sgm.state() != wanted)
                .toList();
    }

    /** The SGMs that are shown in a word that is not known here. */
    public List<SgmStatus> unknown() {
        return sgms.values().stream()
                .filter(sgm -> sgm.state() == SgmState.UNKNOWN)
                .toList();
    }

    /** Whether the chassis is Active and every one of these SGMs of it carries. */
    public boolean carries(ChassisId chassis, SortedSet<SgmId> inventory) {
        return role(chassis).equals(Optional.of(ChassisRole.ACTIVE))
                && strays(inventory, SgmState.UP).isEmpty();
    }

    /** One SGM in words: {@code 1_03 DOWN}, or {@code 1_03 not shown}. */
    public String told(SgmId id) {
        return sgms.containsKey(id) ? sgms.get(id).toString() : id + " not shown";
    }

    /** The whole status on one line per chassis. */
    @Override
    public String toString() {
        return roles.entrySet().stream()
                .map(entry -> "%s %s: %s"
                        .formatted(
                                entry.getKey(),
                                entry.getValue(),
                                of(entry.getKey()).stream()
                                        .map(SgmStatus::toString)
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("; "));
    }
}
