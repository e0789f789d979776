package io.seikyu.command.request;

import io.seikyu.contract.id.Ids;
import io.seikyu.web.problem.ProblemException;

/** Ids that stand in an address. */
public final class PathIds {
    private PathIds() {}

    /** @throws ProblemException 404 for what cannot be an id, because no such thing exists */
    public static String checked(String thing, String id) {
        if (!Ids.isValid(id)) {
            throw ProblemException.notFound(thing, id);
        }
        return id;
    }
}
