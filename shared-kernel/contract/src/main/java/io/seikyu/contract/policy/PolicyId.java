package io.seikyu.contract.policy;

import io.seikyu.contract.id.Ids;

/** A policy of the agency. Its stream is {@code agency/policy/<kind>.<name>}. */
public record PolicyId(PolicyKind kind, String name) {
    /** The name of the policy that is in force. */
    public static final String IN_FORCE = "default";

    public PolicyId {
        Ids.checked(name);
    }

    /** What comes behind the type in the name of the stream. */
    public String value() {
        return kind.path() + "." + name;
    }

    /** As decisions name it, e.g. {@code review/default@3}. */
    public String version(int number) {
        return kind.path() + "/" + name + "@" + number;
    }

    @Override
    public String toString() {
        return Ids.AGENCY + "/policy/" + value();
    }
}
