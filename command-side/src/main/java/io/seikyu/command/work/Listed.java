package io.seikyu.command.work;

import java.util.List;

/** What a list of open work holds: as it follows the log, or as it was at some position. */
@FunctionalInterface
public interface Listed<V> {
    /**
     * In the order of their streams.
     *
     * @param field a search field of the list
     * @param value that the field has, or is among its values
     */
    List<Entry<V>> with(String tenant, String field, String value, int most);

    /** @param stream that the view is of */
    record Entry<V>(String stream, V view) {
        public String tenant() {
            return stream.substring(0, stream.indexOf('/'));
        }
    }
}
