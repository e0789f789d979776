package io.seikyu.web.wiring;

/**
 * The MongoDB that an application brings along for derived data when none is configured.
 *
 * @param uri for the driver, e.g. {@code mongodb://127.0.0.1:40123}
 */
public record MongoAddress(String uri) {}
