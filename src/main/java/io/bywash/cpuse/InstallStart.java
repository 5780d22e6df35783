package io.bywash.cpuse;

import io.bywash.group.SgmId;
import java.util.Map;

/**
 * What was seen of an installation before its own member rebooted.
 *
 * @param asked how many of the five questions were asked and answered; -1 when the line died before that was certain
 * @param lastWords the last status that the table showed for each member
 * @param begun whether a member was ever shown installing
 * @param cut whether the line ended with the member, as it does when the member reboots
 */
public record InstallStart(int asked, Map<SgmId, String> lastWords, Map<SgmId, Boolean> begun, boolean cut) {}
