package io.seikyu.standalone;

import io.seikyu.contract.access.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is expected of one route.
 *
 * @param pattern as it is mapped, e.g. {@code /v1/invoices/{id}}
 * @param roles   whose keys may call it, {@link Role#ADMIN} among them
 * @param body    that would be accepted, or null where there is none
 */
record Route(String method, String pattern, Set<Role> roles, String body) {
    static Route of(String methodAndPattern, String body, Role... roles) {
        String[] parts = methodAndPattern.split(" ");
        Set<Role> allowed = EnumSet.of(Role.ADMIN);
        allowed.addAll(Arrays.asList(roles));
        return new Route(parts[0], parts[1], allowed, body);
    }

    /** Of a question that every key may ask. */
    static Route question(String pattern) {
        return of("GET " + pattern, null, Role.values());
    }

    boolean namesOneThing() {
        return pattern.contains("{") && !ofTheAgency();
    }

    /** What belongs to no client company: texts, views, companies wherever they pay, the clock. */
    boolean ofTheAgency() {
        return pattern.startsWith("/v1/templates")
                || pattern.startsWith("/v1/projections")
                || pattern.startsWith("/v1/dead-letters")
                || pattern.startsWith("/v1/companies/")
                || pattern.startsWith("/v1/sandbox/");
    }

    /** The address for one id. */
    String path(String id) {
        return pattern.replace("{kind}", "review")
                .replace("{name}", "r1-mail-ja")
                .replace("{number}", "7010705000725")
                .replaceAll(
                        "\\{(disputeId|chargeId|invoiceId|reservationId|holdId|signalId|receiptId|factId)}", "nothing")
                .replaceAll("\\{\\*?(id|d|standingApprovalId)}", "/" + id)
                .replace("//", "/");
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
