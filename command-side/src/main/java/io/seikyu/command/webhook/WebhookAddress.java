package io.seikyu.command.webhook;

import io.seikyu.web.problem.Fault;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where messages may be sent: over TLS to the public internet, or anywhere when the operator of this server said so.
 *
 * @param privateToo whether addresses of private networks, and plain HTTP, are allowed
 */
record WebhookAddress(boolean privateToo) {
    private static final String POINTER = "/url";
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.*]");

    /** What is wrong with an address as it is written; what its name leads to is looked at when something is sent. */
    List<Fault> faults(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return List.of(new Fault(POINTER, "invalid", "is no address; one is https://example.com/hooks"));
        }
        List<Fault> faults = new ArrayList<>();
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !(privateToo && http)) {
            faults.add(new Fault(POINTER, "invalid", "must begin with https://"));
        }
        if (uri.getHost() == null) {
            faults.add(new Fault(POINTER, "invalid", "names no host"));
        } else if (!privateToo && isPrivate(uri.getHost())) {
            faults.add(new Fault(POINTER, "not-public", "is not an address of the public internet"));
        }
        if (uri.getRawUserInfo() != null) {
            faults.add(new Fault(POINTER, "invalid", "must not hold a user or a password: messages are signed"));
        }
        if (uri.getRawFragment() != null) {
            faults.add(new Fault(POINTER, "invalid", "must not hold a fragment"));
        }
        return faults;
    }

    private static boolean isPrivate(String host) {
        if (!LITERAL.matcher(host).matches()) {
            return host.equalsIgnoreCase("localhost")
                    || host.toLowerCase(java.util.Locale.ROOT).endsWith(".localhost");
        }
        try {
            return !PublicAddresses.isPublic(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
